import { LOWER } from '../scan.ts';
import type { Reading } from './name-mention.ts';
import { isListedGiven } from './word-kinds.ts';

const CONNECT_BODY = new Set('of for and the de du des la del y und fur ve'.split(' '));
/** Bodies that are named after what they are to do: "Committee to Protect ...". */
const PURPOSED = new Set('committee campaign commission center centre coalition fund alliance foundation'.split(' '));
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** The word after the run of capital words that starts at `from`, small words inside it included. */
export function runEnd(reading: Reading, from: number, stop: number): number {
  const { scanned } = reading;
  let i = from + 1;
  while (i < stop && scanned.breaks[i - 1] === 0 && i - from < 10) {
    if (scanned.shape[i] !== LOWER) {
      if (DAYS.has(scanned.key[i] as string)) break;
      i += 1;
    } else if (isAnother(reading, from, i, stop)) break;
    else if (
      CONNECT_BODY.has(scanned.key[i] as string) &&
      i + 1 < stop &&
      scanned.breaks[i] === 0 &&
      (scanned.shape[i + 1] !== LOWER ||
        (CONNECT_BODY.has(scanned.key[i + 1] as string) && scanned.shape[i + 2] !== LOWER))
    )
      i += 1;
    else if (
      (scanned.key[i] === 'to' || scanned.key[i] === 'against') &&
      PURPOSED.has(scanned.key[i - 1] as string) &&
      i + 1 < stop &&
      scanned.breaks[i] === 0 &&
      scanned.shape[i + 1] !== LOWER &&
      !reading.titled[scanned.sentence[i] as number]
    )
      i += 1;
    else if (isOn(reading, from, i, stop)) i += 1;
    else break;
  }
  while (i > from + 1 && scanned.shape[i - 1] === LOWER) i--;
  return i;
}

/** "Centre for Research on Epidemics": what a body works on, with a capital that is no day, month or place. */
function isOn(reading: Reading, from: number, i: number, stop: number): boolean {
  const { scanned, lexicon } = reading;
  if (scanned.key[i] !== 'on' || i + 1 >= stop || scanned.breaks[i] !== 0) return false;
  const next = scanned.key[i + 1] as string;
  return (
    scanned.shape[i + 1] !== LOWER &&
    !DAYS.has(next) &&
    !lexicon.notNames.has(next) &&
    !reading.placeAt[i + 1] &&
    !reading.titled[scanned.sentence[i] as number] &&
    isBody(reading, from, i)
  );
}

/** Words before a body's own word: "the United Front". */
const ADJECTIVES = 3;

/** "Ministry of Trade and the Association for ...": after "and" a second body begins, where the first has its word already. */
function isAnother(reading: Reading, from: number, i: number, stop: number): boolean {
  const { scanned, lexicon } = reading;
  if (scanned.key[i] !== 'and') return false;
  const next = scanned.key[i + 1] === 'the' ? i + 2 : i + 1;
  if (next === i + 1 || !isBody(reading, from, i)) return false;
  for (let k = next; k < Math.min(stop, next + ADJECTIVES); k += 1) {
    if (scanned.shape[k] === LOWER) return false;
    if (lexicon.bodies.has(scanned.key[k] as string) || PURPOSED.has(scanned.key[k] as string)) return true;
  }
  return false;
}

/** Whether a run holds a word that organisations are called by ("Ministry", "Party"). */
export function isBody(reading: Reading, from: number, to: number): boolean {
  const { scanned, lexicon } = reading;
  for (let i = from; i < to; i += 1) {
    const key = scanned.key[i] as string;
    if (scanned.shape[i] === LOWER) continue;
    if (lexicon.bodies.has(key) || (PURPOSED.has(key) && scanned.key[i + 1] === 'against' && i + 1 < to)) return true;
  }
  return false;
}

/** The end of a listed name with the body words that follow it ("Labour" + "Party"). */
export function bodyEnd(reading: Reading, from: number, end: number, stop: number): number {
  if (reading.titled[reading.scanned.sentence[from] as number]) return end;
  const { scanned, lexicon } = reading;
  // "Supreme Court for the Northern Province": the listed name goes on.
  if (scanned.key[end] === 'for' && lexicon.bodies.has(scanned.key[end - 1] as string) && scanned.breaks[end - 1] === 0)
    return runEnd(reading, end - 1, stop);
  let i = end;
  while (
    i < stop &&
    reading.scanned.breaks[i - 1] === 0 &&
    reading.scanned.shape[i] !== LOWER &&
    reading.lexicon.bodies.has(reading.scanned.key[i] as string)
  )
    i += 1;
  return i;
}

/** The last body word of a run; of a body named after what it is to do, the run's last word. */
export function lastBody(reading: Reading, from: number, to: number): number {
  for (let i = from + 1; i < to; i += 1)
    if (reading.scanned.key[i] === 'to' || reading.scanned.key[i] === 'against') return to - 1;
  let last = from;
  for (let i = from; i < to; i += 1)
    if (reading.scanned.shape[i] !== LOWER && reading.lexicon.bodies.has(reading.scanned.key[i] as string)) last = i;
  return last;
}

/** Words of a person's name that may follow a body's at most. */
const MOST_HOLDER = 3;

/**
 * Where a body's name ends and that of who holds an office in it begins ("Ministry of Water and Irrigation Josephine Mwandira"): at a given
 * name right behind another capital word, with a surname and no more behind it; else at `end`.
 */
export function holderAt(reading: Reading, word: number, end: number): number {
  const { scanned, lexicon } = reading;
  for (let k = Math.max(word + 3, end - MOST_HOLDER); k + 1 < end; k += 1) {
    if (scanned.shape[k - 1] === LOWER || lexicon.bodies.has(scanned.key[end - 1] as string)) continue;
    const names = Array.from({ length: end - k }, (_, n) => k + n);
    if (isListedGiven(reading, scanned.key[k] as string) && names.every((n) => scanned.shape[n] !== LOWER)) return k;
  }
  return end;
}
