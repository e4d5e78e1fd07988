import { foldWord } from '../fold.ts';
import { phraseKeys } from '../gazetteer.ts';
import type { Leader } from '../lexicon.ts';
import { LOWER } from '../scan.ts';
import { bareForms, endingsOf, stemName } from '../stem-name.ts';
import { latinForm } from './latin-form.ts';
import { mention, type NameMention, type Reading } from './name-mention.ts';

const JOINING = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Below it are the Latin letters, which most words are in. */
const FIRST_GREEK = 0x370;
/** Words of a name that are looked at behind its first. */
const LONGEST = 4;

/**
 * The leader whose name begins at word `i`, and the word after it: as the lists write it, or with the endings of its case ("Лукашенком"),
 * with particles joined to it ("وبوتين"), in German with the s of the genitive ("Lukaschenkos").
 */
function leaderAt(reading: Reading, i: number, stop: number): { values: Leader[]; end: number } | null {
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

/** "The Egyptian" before a name is no given name. */
const ARTICLE = /^ال/;
/** Given names before a leader's last name that are looked at. */
const MOST_GIVEN = 2;

/**
 * The same where the given name stands before a last name that is in another script or case ("Владимиром Путиным"): each word before it
 * begins with the sound of the list's.
 */
export function wholeLeaderAt(reading: Reading, i: number, stop: number): { values: Leader[]; end: number } | null {
  const { scanned } = reading;
  const exact = leaderAt(reading, i, stop);
  if (exact || ARTICLE.test(scanned.key[i] as string) || (scanned.key[i] as string).charCodeAt(0) < FIRST_GREEK)
    return exact;
  for (let given = 1; given <= MOST_GIVEN && i + given < stop; given += 1) {
    if (scanned.breaks[i + given - 1] !== 0 || scanned.shape[i + given] === LOWER) break;
    const hit = leaderAt(reading, i + given, stop);
    const known = hit?.values[0];
    if (!hit || !known || known.name.split(' ').length <= given) continue;
    const listed = phraseKeys(known.name);
    const sounds = (k: number) => foldWord(latinForm(scanned.key[i + k] as string))[0] === listed[k]?.[0];
    if (Array.from({ length: given }, (_, k) => k).every(sounds)) return { values: hit.values, end: hit.end };
  }
  return null;
}

/** A leader's name as the text writes it, where it stands alone without its case: "Путиным" is "Путин", "Putins" in German "Putin". */
export function plainForm(reading: Reading, known: Leader, from: number, to: number): string {
  const { scanned, language } = reading;
  const written = scanned.text.slice(scanned.start[from], scanned.end[to - 1]);
  const key = scanned.key[to - 1] as string;
  if (to - from > 1 && !JOINING.test(key)) return written;
  const cases = endingsOf(key);
  const same = (form: string) => {
    const [only, more] = phraseKeys(form);
    if (only === undefined || more !== undefined) return false;
    if (cases) return endingsOf(only) === cases && stemName(only, cases) === stemName(key, cases);
    return (
      key !== only && (JOINING.test(key) ? bareForms(key).includes(only) : language === 'de' && key === `${only}s`)
    );
  };
  return (to - from === 1 && known.forms.find(same)) || written;
}

/**
 * A mention of a leader of the lists.
 * @param told what the text says otherwise than the list
 */
export function leaderMention(
  reading: Reading,
  known: Leader,
  from: number,
  to: number,
  told: { name?: string; office?: string | null } = {},
): NameMention {
  const { name, office, country } = known;
  return mention(reading, 'person', from, to, {
    name,
    form: plainForm(reading, known, from, to),
    canonical: name,
    office,
    country,
    role: 'GOV',
    rule: 'list of leaders',
    sure: true,
    ...told,
  });
}
