import { LOWER, type Scan } from '../scan.ts';
import type { Reading } from './name-mention.ts';

/** Small words inside a personal name. */
export const CONNECT_PERSON = new Set(
  'al el ul bin bint ibn abu de da do dos das del della di du la le van von der den ten ter y e st'.split(' '),
);

/** A word of the given names. */
export function isGiven(r: Reading, i: number): boolean {
  const key = r.s.key[i] as string;
  return r.lexicon.given.has(key) || r.lexicon.givenToo.has(key);
}

/** A capital word that may belong to a name: no ordinary word, title, people or place. */
export function isName(r: Reading, i: number): boolean {
  const { s, lexicon } = r;
  const key = s.key[i] as string;
  if (s.shape[i] === LOWER) return false;
  if (/^\d/.test(key)) return false;
  if (lexicon.notNames.has(key) || lexicon.titles.has(key)) return false;
  const next = s.key[i + 1];
  if (lexicon.titleParts.has(key) && next !== undefined && (lexicon.titles.has(next) || lexicon.titleParts.has(next)))
    return false;
  const place = r.placeAt[i];
  return !place || place.place.weak || place.place.kind === 'firm' || isGiven(r, i);
}

/** A phrase of the lists written as a name: small words aside, every word has a capital. */
export function allCapital(s: Scan, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (s.shape[i] === LOWER && (s.key[i] as string).length > 3 && !CONNECT_PERSON.has(s.key[i] as string))
      return false;
  return s.shape[from] !== LOWER;
}
