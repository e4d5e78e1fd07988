import { LOWER } from '../scan.ts';
import type { Reading } from './name-mention.ts';

const CONNECT_BODY = new Set('of for and the de du des la del y und fur ve'.split(' '));
/** Bodies that are named after what they are to do: "Committee to Protect ...". */
const PURPOSED = new Set('committee campaign commission center centre coalition fund alliance foundation'.split(' '));
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** The word after the run of capital words that starts at `from`, small words inside it included. */
export function runEnd(r: Reading, from: number, stop: number): number {
  const { s } = r;
  let i = from + 1;
  while (i < stop && s.breaks[i - 1] === 0 && i - from < 10) {
    if (s.shape[i] !== LOWER) {
      if (DAYS.has(s.key[i] as string)) break;
      i++;
    } else if (
      CONNECT_BODY.has(s.key[i] as string) &&
      i + 1 < stop &&
      s.breaks[i] === 0 &&
      (s.shape[i + 1] !== LOWER || (CONNECT_BODY.has(s.key[i + 1] as string) && s.shape[i + 2] !== LOWER))
    )
      i++;
    else if (
      s.key[i] === 'to' &&
      PURPOSED.has(s.key[i - 1] as string) &&
      i + 1 < stop &&
      s.breaks[i] === 0 &&
      s.shape[i + 1] !== LOWER &&
      !r.titled[s.sentence[i] as number]
    )
      i++;
    else break;
  }
  while (i > from + 1 && s.shape[i - 1] === LOWER) i--;
  return i;
}

/** Whether a run holds a word that organisations are called by ("Ministry", "Party"). */
export function isBody(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (r.s.shape[i] !== LOWER && r.lexicon.bodies.has(r.s.key[i] as string)) return true;
  return false;
}

/** The end of a listed name with the body words that follow it ("Labour" + "Party"). */
export function bodyEnd(r: Reading, from: number, end: number, stop: number): number {
  if (r.titled[r.s.sentence[from] as number]) return end;
  let i = end;
  while (i < stop && r.s.breaks[i - 1] === 0 && r.s.shape[i] !== LOWER && r.lexicon.bodies.has(r.s.key[i] as string))
    i++;
  return i;
}

/** The last body word of a run; of a body named after what it is to do, the run's last word. */
export function lastBody(r: Reading, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (r.s.key[i] === 'to') return to - 1;
  let last = from;
  for (let i = from; i < to; i++) if (r.s.shape[i] !== LOWER && r.lexicon.bodies.has(r.s.key[i] as string)) last = i;
  return last;
}
