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
export function placeName(
  reading: Reading,
  place: PlaceMention,
  i: number,
  start: number,
  stop: number,
): NameMention | null {
  const { scanned, lexicon } = reading;
  const kind = place.place.kind;
  if (place.from !== i || (kind !== 'name' && kind !== 'capital' && kind !== 'place' && kind !== 'area')) return null;
  const next = place.to;
  const joined = next < stop && scanned.breaks[next - 1] === 0 && scanned.shape[next] !== LOWER;
  const nextKey = scanned.key[next] as string;
  if (joined && !reading.titled[scanned.sentence[i] as number]) {
    // "Texas Instruments Inc", "Bank of China": a body that begins with a place.
    const end = runEnd(reading, i, stop);
    if (end > next && isBody(reading, next, end))
      return mention(reading, 'organisation', i, end, {
        country: place.place.country || null,
        rule: 'word of organisations',
        sure: true,
      });
    if (PLACE_HEADS.has(nextKey))
      return mention(reading, 'place', i, next + 1, {
        country: place.place.country || null,
        rule: 'word of places',
        sure: true,
      });
    // A place that is a given name too, before another name: "Chad Johnson".
    if (isGiven(reading, i) && place.to - place.from === 1 && isName(reading, next) && !lexicon.bodies.has(nextKey))
      return null;
  }
  if (place.place.weak && !supported(reading, place, i, start)) return null;
  // A surname that is a place: "Jack London".
  if (
    i > start &&
    scanned.breaks[i - 1] === 0 &&
    scanned.shape[i - 1] !== LOWER &&
    isGiven(reading, i - 1) &&
    !reading.placeAt[i - 1]
  )
    return null;
  return listedPlace(reading, place);
}

/** A place of the lists: as the text writes it, or in its plain form where the text inflects it. */
export function listedPlace(reading: Reading, { from, to, place, others }: PlaceMention): NameMention {
  const inflected = phraseKeys(place.phrase).join(' ') !== reading.scanned.key.slice(from, to).join(' ');
  return mention(reading, 'place', from, to, {
    name: inflected ? place.phrase : undefined,
    country: place.country || null,
    canonical: place.canonical,
    alias: others.length === 0 ? place.canonical : null,
    rule: 'list of places',
    sure: true,
  });
}

function supported(reading: Reading, place: PlaceMention, i: number, start: number): boolean {
  const { scanned } = reading;
  if (i > start && scanned.shape[i - 1] === LOWER && PLACE_BEFORE.has(scanned.key[i - 1] as string)) return true;
  return reading.placeAt.some((p) => p && p !== place && p.place.country === place.place.country && !p.place.weak);
}

/** After a dateline's place: its country or state, the agency, a dash. */
const DATELINE =
  /^(?:,\s?\p{Lu}[\p{L}. ]{1,22})?(?:,\s\p{Lu}[\p{L}]+\.?\s\d{1,2})?\s?(?:\([^()\n]{2,30}\)\s?)?\s?(?:--?|–|—|:)\s/u;
/** Words before a dateline: an agency's name and a dash at most. */
const DATELINE_REACH = 6;

/** "GULF SHORES, Ala. - ", "LORETO, Italy (Reuters) - ": the place that a report's first line names. */
export function datelinePlace(reading: Reading, i: number, start: number, stop: number): NameMention | null {
  const { scanned } = reading;
  if (
    i - start > DATELINE_REACH ||
    scanned.shape[i] !== UPPER ||
    (scanned.key[i] as string).length < 3 ||
    reading.shouting[scanned.sentence[i] as number]
  )
    return null;
  let end = i + 1;
  while (end < stop && end - i < 4 && scanned.shape[end] === UPPER && scanned.breaks[end - 1] === 0) end++;
  if (end >= stop || (end - i === 1 && reading.lexicon.notNames.has(scanned.key[i] as string))) return null;
  const at = scanned.end[end - 1] as number;
  if (!DATELINE.test(scanned.text.slice(at, at + 70))) return null;
  const known = reading.lexicon.organisations.longest(scanned.key, i, end);
  if (known && known.end === end) return null;
  const country = reading.placeAt[i]?.place.country;
  return mention(reading, 'place', i, end, { country: country || null, rule: 'dateline', sure: true });
}
