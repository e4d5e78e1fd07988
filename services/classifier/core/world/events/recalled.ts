import type { Scan } from '../scan.ts';

/** Where an event is told: the words of its sentence, and the word that tells it. */
interface Place {
  start: number;
  stop: number;
  trigger: number;
}

const PAST = new Set(
  'ago previously formerly decades historically anniversary jadis autrefois naguere anniversaire damals einst jahrestag antano aniversario назад некогда onceki'.split(
    ' ',
  ),
);
/** "Under the previous government", "his predecessor". */
const UNDER = new Set(['the', 'his', 'her', 'its', 'their']);
const PREVIOUS = new Set(['previous', 'predecessor', 'predecessors']);
const LAST = new Set('year month decade century summer spring autumn fall winter'.split(' '));
const BEFORE_YEAR = new Set(
  'in since of during early late from until en depuis annee des fin debut im seit jahr jahre anfang ende desde ano de c в с года'.split(
    ' ',
  ),
);
/** "vor drei Jahren", "il y a trente ans", "hace tres años": the word before and the word for years. */
const AGO = [
  ['vor', /^jahr/],
  ['y', /^ans?$/],
  ['hace', /^anos?$/],
] as const;
/** A year before this one is history to any article that is read today. */
const HISTORY = 1995;
const MONTHS = new Set('january february march april june july august september october november december'.split(' '));

/** What is told with its year or month, as long ago, or in the past perfect is recalled. */
export function isRecalled(scanned: Scan, { start, stop, trigger }: Place): boolean {
  for (let i = start; i < stop; i += 1) {
    const key = scanned.key[i] as string;
    const before = scanned.key[i - 1] ?? '';
    if (PAST.has(key) || (before === 'last' && LAST.has(key))) return true;
    // "Under the 2015 deal": what it was agreed to be then.
    if (/^20\d\d$/.test(key) && before === 'the' && scanned.key[i - 2] === 'under') return true;
    if (UNDER.has(before) && PREVIOUS.has(key)) return true;
    if (/^(?:1[0-9]|20)\d\d$/.test(key) && (BEFORE_YEAR.has(before) || (/^19/.test(key) && Number(key) < HISTORY)))
      return true;
    if (AGO.some(([word, years]) => years.test(key) && scanned.key.slice(Math.max(start, i - 4), i).includes(word)))
      return true;
    if (before === 'in' && MONTHS.has(key) && !/^\d/.test(scanned.key[i + 1] ?? '')) return true;
  }
  // "had lifted", "had been expected to visit".
  for (let i = Math.max(start, trigger - 4); i < trigger; i += 1)
    if (scanned.key[i] === 'had' && (i >= trigger - 2 || scanned.key[i + 1] === 'been')) return true;
  return false;
}

/** Whether a year is named that is long past: that no lead makes news. */
export function isOld(scanned: Scan, start: number, stop: number): boolean {
  for (let i = start; i < stop; i += 1) {
    const key = scanned.key[i] as string;
    if (/^1[0-9]\d\d$/.test(key) && Number(key) < HISTORY) return true;
  }
  return false;
}

/** Whether the word that tells it stands within quotation marks. */
export function isQuoted(scanned: Scan, { start, trigger }: Place): boolean {
  const before = scanned.text.slice(scanned.start[start], scanned.start[trigger]);
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0;
  const lead =
    (scanned.start[start] as number) > 0 &&
    /["“«„]$/.test(scanned.text.slice(Math.max(0, scanned.start[start]! - 1), scanned.start[start]));
  return (
    (count(/"/g) + (lead && scanned.text[scanned.start[start]! - 1] === '"' ? 1 : 0)) % 2 === 1 ||
    count(/[“«„]/g) + (lead && scanned.text[scanned.start[start]! - 1] !== '"' ? 1 : 0) > count(/[”»]/g)
  );
}
