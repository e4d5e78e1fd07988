import { isOwnForm, withoutEveryday } from './doubtful-places.ts';
import { foldWord } from './fold.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import { CAPITAL, LOWER, type Scan, UPPER } from './scan.ts';
import { bareForms, stemName, steppeForms } from './stem-name.ts';
import type { TokenTrie } from './trie.ts';

/** A place of the gazetteer in a text: words `from` (inclusive) to `to` (exclusive). */
export interface PlaceMention {
  from: number;
  to: number;
  place: Place;
  /** Where the phrase names several countries: the others. */
  others: Place[];
}

/** Words of a joined name that are looked at. */
const LONGEST = 4;
const NAMING: ReadonlySet<string> = new Set(['name', 'people']);

/** Whether most words of each sentence are written in capitals: then capitals tell nothing. */
export function shoutingSentences(scanned: Scan): boolean[] {
  const shouting: boolean[] = [];
  for (let n = 0; n + 1 < scanned.first.length; n += 1) {
    let upper = 0;
    let words = 0;
    for (let i = scanned.first[n] as number; i < (scanned.first[n + 1] as number); i += 1) {
      const length = (scanned.key[i] as string).length;
      if (length < 2) continue;
      words += 1;
      if (scanned.shape[i] === UPPER) upper += 1;
    }
    shouting.push(words > 3 && upper > 0.6 * words);
  }
  return shouting;
}

/** Finds all phrases of the gazetteer, longest first, left to right, without overlaps. `stems`: the inflection-free words where the language has a list. */
export function findPlaces(
  scanned: Scan,
  gazetteer: Gazetteer,
  language: string,
  stems: string[] | null,
): PlaceMention[] {
  const shouting = shoutingSentences(scanned);
  const own = stems ? gazetteer.byLanguage.get(language) : undefined;
  const steppe = STEPPE_LANGUAGES.has(language) ? gazetteer.byLanguage.get('ru') : undefined;
  const found: PlaceMention[] = [];
  const n = scanned.key.length;
  for (let i = 0; i < n; i += 1) {
    const stop = scanned.first[(scanned.sentence[i] as number) + 1] as number;
    const shout = shouting[scanned.sentence[i] as number] === true;
    const base = gazetteer.base.longest(scanned.key, i, stop);
    let hit = base ? { ...base } : null;
    let values = base ? base.values.filter((p) => fits(p, scanned, i, base, shout)) : [];
    if (own && stems) {
      const other = own.longest(stems, i, stop) ?? ownJoined(own, stems, i, stop, language);
      if (other && (values.length === 0 || other.end > (hit?.end ?? 0))) {
        const kept = other.values.filter(
          (p) =>
            (p.lower || !isCased(scanned, i) || fits(p, scanned, i, other, shout)) &&
            isOwnForm(p, scanned, { from: i, to: other.end }, language),
        );
        if (kept.length > 0) {
          hit = { ...other };
          values = kept.sort(
            (a, b) => shared(b.phrase, scanned.key[i] as string) - shared(a.phrase, scanned.key[i] as string),
          );
        }
      }
    }
    if (steppe && values.length === 0) {
      const named = steppePlace(scanned, steppe, i);
      if (named) {
        hit = { values: [named], end: i + 1 };
        values = [named];
      }
    }
    if (!hit || values.length === 0) continue;
    const [place, ...others] = values;
    const money =
      hit.end < stop && NAMING.has(place?.kind ?? '') && gazetteer.currencies.has(scanned.key[hit.end] as string);
    if (place && money) found.push({ from: i, to: ++hit.end, place: { ...place, kind: 'money' }, others: [] });
    else if (place && place.kind !== 'block')
      found.push({ from: i, to: hit.end, place, others: others.filter((o) => o.country !== place.country) });
    i = hit.end - 1;
  }
  return withoutEveryday(scanned, found, language);
}

/** Languages without lists of their own whose texts name cities as Russian does: Kazakh, Kyrgyz, Tatar, Bashkir, Tajik; short ones are taken for Mongolian. */
const STEPPE_LANGUAGES: ReadonlySet<string> = new Set(['kk', 'ky', 'tt', 'ba', 'tg', 'mn']);

/** The place of the Russian list that a capital word of such a language is, with an ending of its own. */
function steppePlace(scanned: Scan, russian: TokenTrie<Place>, i: number): Place | null {
  if (scanned.shape[i] !== CAPITAL) return null;
  for (const form of steppeForms(scanned.key[i] as string)) {
    const hit = russian.longest([stemName(form, 'ru')], 0, 1);
    const named = hit?.values.find(({ kind, phrase }) => kind === 'name' && foldWord(phrase) === form);
    if (named) return named;
  }
  return null;
}

/** The same for a word that Hebrew and Arabic write as one with "in", "to", "and", where the list does not have it as it stands. */
function ownJoined(
  own: TokenTrie<Place>,
  stems: readonly string[],
  i: number,
  stop: number,
  language: string,
): { values: Place[]; end: number } | null {
  if (language !== 'he' && language !== 'ar') return null;
  for (const bare of bareForms(stems[i] as string)) {
    const hit = own.longest([bare, ...stems.slice(i + 1, Math.min(stop, i + LONGEST))], 0, LONGEST);
    if (hit) return { values: hit.values, end: i + hit.end };
  }
  return null;
}

/** Letters that a phrase and a word share from the start: tells "Ägypten" from "Ägypter" where both have one stem. */
function shared(phrase: string, key: string): number {
  const other = foldWord(phrase);
  let n = 0;
  while (n < other.length && other[n] === key[n]) n++;
  return n;
}

function isCased(scanned: Scan, i: number): boolean {
  return /\p{Ll}|\p{Lu}/u.test(scanned.text[scanned.start[i] as number] as string);
}

function fits(place: Place, scanned: Scan, from: number, hit: { end: number }, shout: boolean): boolean {
  if (place.acronym)
    return scanned.shape[from] === UPPER && !(shout && hit.end - from === 1 && place.phrase.length < 3);
  if (place.lower) return true;
  if (scanned.shape[from] !== CAPITAL && scanned.shape[from] !== UPPER) return false;
  // A one-letter abbreviation ("U.S.") is written in capitals throughout.
  return (
    hit.end - from === 1 ||
    scanned.shape[hit.end - 1] !== LOWER ||
    (scanned.key[hit.end - 1] as string).length > 2 ||
    !isCased(scanned, hit.end - 1)
  );
}

const SYMBOL =
  /<([A-Z]{1,5})(?:\.([A-Z]{1,2}))?>|\b(NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX|TSE|ASX|HKEX|BIST)\s?:\s?[A-Z0-9]/g;

/** The countries of the exchanges that share symbols name, in order. */
export function findTickers(text: string, exchanges: Record<string, string>): string[] {
  const countries: string[] = [];
  for (const mention of text.matchAll(SYMBOL)) {
    const country = exchanges[mention[3]?.toUpperCase() ?? mention[2] ?? ''];
    if (country) countries.push(country);
  }
  return countries;
}
