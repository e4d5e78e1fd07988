import { LOWER, type Scan, UNCASED } from '../scan.ts';

/** Words of a dateline: places, a day, an agency. */
const MOST_WORDS = 9;
/** What ends one, behind its last word. */
const END = /^[.)\]]*\s*(?:--?\s|–|—|:\s)/u;
/** Small words that stand in one. */
const INSIDE = new Set('de la le el al of und and du am den der le et y'.split(' '));
/** Months and days of languages that write them small; folded. */
const DAY =
  /^(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic|janv|fevr|avr|juin|juil|aout|dec)$|^(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|mai|juillet|septembre|octobre|novembre|decembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/u;

/**
 * The first word of the news behind a dateline ("KHERSON, Ukraine —", "Wien (Agentur) –", "CHISINAU, March 12 —") at the start of the words
 * `start` to `stop`; `start` where there is none.
 */
export function afterDateline(scanned: Scan, start: number, stop: number): number {
  if (scanned.newsFrom !== undefined && start < scanned.newsFrom && scanned.newsFrom < stop) return scanned.newsFrom;
  const last = Math.min(stop, start + MOST_WORDS);
  for (let i = start; i < last; i += 1) {
    const key = scanned.key[i] as string;
    if (scanned.shape[i] === LOWER && !INSIDE.has(key) && !/^\d/.test(key) && !DAY.test(key)) return start;
    const end = scanned.end[i] as number;
    if (END.test(scanned.text.slice(end, end + 5)) || isAgency(scanned, i, start)) return i + 1;
  }
  return start;
}

/** Words of a dateline that stands as a sentence: without a date, and with one ("Foreign Office, Press Statement No. 14, 20 May 2026"). */
const MOST_ALONE = 3;
const MOST_DATED = 10;

/**
 * The scan with a dateline that is a sentence of its own ("BISHKEK.", "Bonn, 3 May.") joined to the sentence behind it, which is the lead;
 * the scan itself where there is none.
 */
export function withLead(scanned: Scan, hasTitle: boolean): Scan {
  const n = hasTitle ? 1 : 0;
  const [start, stop, next] = [scanned.first[n], scanned.first[n + 1], scanned.first[n + 2]];
  if (start === undefined || stop === undefined || next === undefined || !isDatelineAlone(scanned, start, stop))
    return scanned;
  return {
    ...scanned,
    first: scanned.first.filter((_, at) => at !== n + 1),
    sentence: scanned.sentence.map((at) => (at > n ? at - 1 : at)),
    newsFrom: stop,
  };
}

function isDatelineAlone(scanned: Scan, start: number, stop: number): boolean {
  let dated = false;
  let place = false;
  for (let i = start; i < stop; i += 1) {
    const key = scanned.key[i] as string;
    if (/^\d/.test(key)) dated = true;
    else if (scanned.shape[i] === LOWER && !INSIDE.has(key) && !DAY.test(key)) return false;
    else if (scanned.shape[i] !== LOWER) place = true;
  }
  const uncased = scanned.shape[start] === UNCASED;
  return place && stop - start <= (dated ? MOST_DATED : uncased ? 1 : MOST_ALONE);
}

/** "SEOUL (CNN) The North ...": an agency in brackets behind the place ends it without a dash. */
function isAgency(scanned: Scan, i: number, start: number): boolean {
  return (
    i > start &&
    scanned.text[scanned.end[i] as number] === ')' &&
    scanned.text[(scanned.start[i] as number) - 1] === '('
  );
}
