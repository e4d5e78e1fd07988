import type { PlaceMention } from '../find-places.ts';
import { phraseKeys } from '../gazetteer.ts';
import { LOWER, UPPER } from '../scan.ts';
import { mention, type NameMention, type Reading } from './name-mention.ts';
import { isBody, runEnd } from './organisation-names.ts';
import { isGiven, isName } from './word-kinds.ts';

/** Words that end the name of a place. */
export const PLACE_HEADS = new Set(
  'province airport island islands river lake bay coast mountains valley desert county district peninsula square street avenue panhandle strait canal harbor harbour beach hills heights creek falls park prison bridge border base camp'.split(
    ' ',
  ),
);
const PLACE_BEFORE = new Set(
  'in near at outside around from toward towards into across throughout to of reach reached leave left via'.split(' '),
);

/** The place at word `i` as a mention; null where the words are something else after all. */
export function placeName(r: Reading, place: PlaceMention, i: number, start: number, stop: number): NameMention | null {
  const { s, lexicon } = r;
  const kind = place.place.kind;
  if (place.from !== i || (kind !== 'name' && kind !== 'capital' && kind !== 'place' && kind !== 'area')) return null;
  const next = place.to;
  const joined = next < stop && s.breaks[next - 1] === 0 && s.shape[next] !== LOWER;
  const nextKey = s.key[next] as string;
  if (joined && !r.titled[s.sentence[i] as number]) {
    // "Texas Instruments Inc", "Bank of China": a body that begins with a place.
    const end = runEnd(r, i, stop);
    if (end > next && isBody(r, next, end))
      return mention(r, 'organisation', i, end, {
        country: place.place.country || null,
        rule: 'word of organisations',
        sure: true,
      });
    if (PLACE_HEADS.has(nextKey))
      return mention(r, 'place', i, next + 1, {
        country: place.place.country || null,
        rule: 'word of places',
        sure: true,
      });
    // A place that is a given name too, before another name: "Chad Johnson".
    if (isGiven(r, i) && place.to - place.from === 1 && isName(r, next) && !lexicon.bodies.has(nextKey)) return null;
  }
  if (place.place.weak && !supported(r, place, i, start)) return null;
  // A surname that is a place: "Jack London".
  if (i > start && s.breaks[i - 1] === 0 && s.shape[i - 1] !== LOWER && isGiven(r, i - 1) && !r.placeAt[i - 1])
    return null;
  return listedPlace(r, place);
}

/** A place of the lists: as the text writes it, or in its plain form where the text inflects it. */
export function listedPlace(r: Reading, { from, to, place, others }: PlaceMention): NameMention {
  const inflected = phraseKeys(place.phrase).join(' ') !== r.s.key.slice(from, to).join(' ');
  return mention(r, 'place', from, to, {
    name: inflected ? place.phrase : undefined,
    country: place.country || null,
    alias: place.kind === 'name' && others.length === 0 ? place.country : null,
    rule: 'list of places',
    sure: true,
  });
}

function supported(r: Reading, place: PlaceMention, i: number, start: number): boolean {
  const { s } = r;
  if (i > start && s.shape[i - 1] === LOWER && PLACE_BEFORE.has(s.key[i - 1] as string)) return true;
  return r.placeAt.some((p) => p && p !== place && p.place.country === place.place.country && !p.place.weak);
}

/** After a dateline's place: its country or state, the agency, a dash. */
const DATELINE =
  /^(?:,\s?\p{Lu}[\p{L}. ]{1,22})?(?:,\s\p{Lu}[\p{L}]+\.?\s\d{1,2})?\s?(?:\([^()\n]{2,30}\)\s?)?\s?(?:--?|–|—|:)\s/u;
/** Words before a dateline: an agency's name and a dash at most. */
const DATELINE_REACH = 6;

/** "GULF SHORES, Ala. - ", "LORETO, Italy (Reuters) - ": the place that a report's first line names. */
export function datelinePlace(r: Reading, i: number, start: number, stop: number): NameMention | null {
  const { s } = r;
  if (
    i - start > DATELINE_REACH ||
    s.shape[i] !== UPPER ||
    (s.key[i] as string).length < 3 ||
    r.shouting[s.sentence[i] as number]
  )
    return null;
  let end = i + 1;
  while (end < stop && end - i < 4 && s.shape[end] === UPPER && s.breaks[end - 1] === 0) end++;
  if (end >= stop || (end - i === 1 && r.lexicon.notNames.has(s.key[i] as string))) return null;
  const at = s.end[end - 1] as number;
  if (!DATELINE.test(s.text.slice(at, at + 70))) return null;
  const known = r.lexicon.organisations.longest(s.key, i, end);
  if (known && known.end === end) return null;
  const country = r.placeAt[i]?.place.country;
  return mention(r, 'place', i, end, { country: country || null, rule: 'dateline', sure: true });
}
