import type { Leader } from '../lexicon.ts';
import { bareForms, endingsOf, stemName } from '../stem-name.ts';
import type { Reading } from './name-mention.ts';

const JOINING = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Below it are the Latin letters, which most words are in. */
const FIRST_GREEK = 0x370;
/** Words of a name that are looked at behind its first. */
const LONGEST = 4;

/**
 * The leader whose name begins at word `i`, and the word after it: as the lists write it, or with the endings of its case ("Лукашенком"),
 * with particles joined to it ("وبوتين"), in German with the s of the genitive ("Lukaschenkos").
 */
export function leaderAt(reading: Reading, i: number, stop: number): { values: Leader[]; end: number } | null {
  const { scanned, lexicon, language } = reading;
  const exact = lexicon.leaders.longest(scanned.key, i, stop);
  if (exact) return exact;
  const key = scanned.key[i] as string;
  if (key.charCodeAt(0) < FIRST_GREEK && language !== 'de') return null;
  const cases = endingsOf(key);
  if (cases) {
    const values = lexicon.inflected.get(stemName(key, cases));
    return values ? { values, end: i + 1 } : null;
  }
  const forms =
    language === 'de' && key.length > 4 && key.endsWith('s')
      ? [key.slice(0, -1)]
      : JOINING.test(key)
        ? bareForms(key)
        : [];
  for (const form of forms) {
    const hit = lexicon.leaders.longest([form, ...scanned.key.slice(i + 1, Math.min(stop, i + LONGEST))], 0, LONGEST);
    if (hit) return { values: hit.values, end: i + hit.end };
  }
  return null;
}
