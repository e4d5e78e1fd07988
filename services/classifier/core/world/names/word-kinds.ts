import { LOWER, type Scan } from '../scan.ts';
import type { Reading } from './name-mention.ts';

/** Small words inside a personal name. */
export const CONNECT_PERSON = new Set(
  'al el ul bin bint ibn abu de da do dos das del della di du la le van von der den ten ter y e st'.split(' '),
);

/** A word of the given names. */
export function isGiven(reading: Reading, i: number): boolean {
  const key = reading.scanned.key[i] as string;
  return reading.lexicon.given.has(key) || reading.lexicon.givenToo.has(key);
}

/** A capital word that may belong to a name: no ordinary word, title, people or place. */
export function isName(reading: Reading, i: number): boolean {
  const { scanned, lexicon } = reading;
  const key = scanned.key[i] as string;
  if (scanned.shape[i] === LOWER) return false;
  if (/^\d/.test(key)) return false;
  if (lexicon.notNames.has(key) || lexicon.titles.has(key)) return false;
  const next = scanned.key[i + 1];
  if (lexicon.titleParts.has(key) && next !== undefined && (lexicon.titles.has(next) || lexicon.titleParts.has(next)))
    return false;
  const place = reading.placeAt[i];
  return !place || place.place.weak || place.place.kind === 'firm' || isGiven(reading, i);
}

/** A phrase of the lists written as a name: small words aside, every word has a capital. */
export function allCapital(scanned: Scan, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (
      scanned.shape[i] === LOWER &&
      (scanned.key[i] as string).length > 3 &&
      !CONNECT_PERSON.has(scanned.key[i] as string)
    )
      return false;
  return scanned.shape[from] !== LOWER;
}
