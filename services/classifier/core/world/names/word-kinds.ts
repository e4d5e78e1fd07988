import { LOWER, type Scan } from '../scan.ts';
import { plainGiven } from './case-forms.ts';
import type { Reading } from './name-mention.ts';

/** Small words inside a personal name. */
export const CONNECT_PERSON = new Set(
  'al el ul bin bint ibn abu d de da do dos das del della di du la le van von der den ten ter y e st'.split(' '),
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
  /(?:minister|prasident|sekretar|chef|sprecher|kanzler|direktor|vorsitzende|leiter|fuhrer|anwalt|richter|kommissar|botschafter|general|meister|beauftragte|berater|manager|experte|forscher|landrat|stadtrat|politiker|major|oberst|leutnant|admiral|abgeordnete|kollege|kolleg|gesandte|premier|gouverneur|senator|professor|bischof|aktivist|journalist|polizist|trainer|minist)(?:in|innen|n|r|s|en|e)?$/;

const DE_ADDRESS = new Set(['herr', 'herrn', 'frau']);
/** "die Frau Geld gab": a woman, and no address. */
const DE_ARTICLES = new Set(
  'die der den dem das eine einer eines einen ein diese dieser jede jeder keine seine ihre meine'.split(' '),
);

/** Whether "Frau" or "Herr" at word `i` is how somebody is spoken of. */
export function isGermanAddress({ scanned, language }: Reading, i: number): boolean {
  return (
    language === 'de' &&
    DE_ADDRESS.has(scanned.key[i] as string) &&
    scanned.shape[i] !== LOWER &&
    !DE_ARTICLES.has(scanned.key[i - 1] ?? '')
  );
}

/** "Hazine müsteşarı": a Turkish office takes the ending of what it is of. */
const TR_POSSESSED = /s?[iu]$/;
const LEAST_OFFICE = 5;

const FR_ADDRESS = new Set(['me', 'mme', 'mlle']);

/** Whether a word is a title or an office. */
export function isTitle({ lexicon, language }: Reading, key: string): boolean {
  if (language === 'fr' && FR_ADDRESS.has(key)) return true;
  if (language === 'tr' && key.length > LEAST_OFFICE && lexicon.titles.has(key.replace(TR_POSSESSED, ''))) return true;
  return lexicon.titles.has(key) || (language === 'de' && key.length > LEAST_OFFICE && DE_OFFICE.test(key));
}

/** What stands before a body's word as part of its name: "High Council for Culture". */
const RANKS = new Set('high supreme state national central general federal international'.split(' '));

/** A capital word that may belong to a name: no ordinary word, title, people or place. */
export function isName(reading: Reading, i: number): boolean {
  const { scanned, lexicon } = reading;
  const key = scanned.key[i] as string;
  if (scanned.shape[i] === LOWER) return false;
  if (/^\d/.test(key)) return false;
  const next = scanned.key[i + 1];
  const isOf = (word: string | undefined) => word === 'of' || word === 'for';
  if (RANKS.has(key) && next !== undefined && lexicon.bodies.has(next) && isOf(scanned.key[i + 2])) return true;
  if (lexicon.notNames.has(key) || isTitle(reading, key)) return false;
  const isBodyOf = lexicon.bodies.has(key) && isOf(next);
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
