import { LOWER, type Scan } from '../scan.ts';
import { plainGiven } from './case-forms.ts';
import type { Reading } from './name-mention.ts';

/** Small words inside a personal name. */
export const CONNECT_PERSON = new Set(
  'al el ul bin bint ibn abu de da do dos das del della di du la le van von der den ten ter y e st'.split(' '),
);

/** A word of the given names. */
export function isGiven(reading: Reading, i: number): boolean {
  const key = reading.scanned.key[i] as string;
  return reading.lexicon.givenToo.has(key) || isListedGiven(reading, key);
}

/** Below it are the Latin letters. */
const FIRST_GREEK = 0x370;

/** A given name that is no ordinary word: as the list writes it, or in a Cyrillic case of it. */
export function isListedGiven({ lexicon }: Reading, key: string): boolean {
  return lexicon.given.has(key) || (key.charCodeAt(0) >= FIRST_GREEK && plainGiven(key, lexicon.given) !== null);
}

/** German offices are compounds: "Finanzminister", "Landeschefin". */
const DE_OFFICE =
  /(?:minister|prasident|sekretar|chef|sprecher|kanzler|direktor|vorsitzende|leiter|fuhrer|anwalt|richter|kommissar|botschafter|general|meister|beauftragte|berater|manager|experte|forscher|landrat|stadtrat)(?:in|innen|n|r|s|en|e)?$/;

/** Whether a word is a title or an office. */
export function isTitle({ lexicon, language }: Reading, key: string): boolean {
  return lexicon.titles.has(key) || (language === 'de' && key.length > 5 && DE_OFFICE.test(key));
}

/** A capital word that may belong to a name: no ordinary word, title, people or place. */
export function isName(reading: Reading, i: number): boolean {
  const { scanned, lexicon } = reading;
  const key = scanned.key[i] as string;
  if (scanned.shape[i] === LOWER) return false;
  if (/^\d/.test(key)) return false;
  if (lexicon.notNames.has(key) || isTitle(reading, key)) return false;
  const next = scanned.key[i + 1];
  const isBodyOf = lexicon.bodies.has(key) && (next === 'of' || next === 'for');
  if (
    !isBodyOf &&
    lexicon.titleParts.has(key) &&
    next !== undefined &&
    (lexicon.titles.has(next) || lexicon.titleParts.has(next))
  )
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
