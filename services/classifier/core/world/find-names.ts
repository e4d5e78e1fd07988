import type { PlaceMention } from './find-places.ts';
import { foldWord } from './fold.ts';
import type { NameLexicon } from './lexicon.ts';
import { LOWER, type Scan, UPPER } from './scan.ts';

/** A name in a text: words `from` (inclusive) to `to` (exclusive). */
export interface NameMention {
  type: 'person' | 'organisation' | 'place';
  from: number;
  to: number;
  /** As the text writes it; for a person of the lists, the list's full name. */
  name: string;
  office: string | null;
  country: string | null;
  /** For a place that is a whole country: its code, so that its names count as one. */
  alias: string | null;
  /** CAMEO role where a list knows it ("GOV", "REB", "IGO"). */
  role: string | null;
  /** False where only the shape of the words speaks for it, so that another mention must confirm it. */
  sure: boolean;
}

const CONNECT_PERSON = new Set(
  'al el ul bin bint ibn abu de da do dos das del della di du la le van von der den ten ter y e st'.split(' '),
);
const CONNECT_BODY = new Set('of for and the de du des la del y und fur ve'.split(' '));
const PLACE_HEADS = new Set(
  'province airport island islands river lake bay coast mountains valley desert county district peninsula square street avenue panhandle strait canal harbor harbour beach hills heights creek falls park prison bridge border base camp'.split(
    ' ',
  ),
);
const PLACE_BEFORE = new Set(
  'in near at outside around from toward towards into across throughout to of reach reached leave left via'.split(' '),
);
const SPEECH = new Set(
  'said says told adds added was is has had who will would announced warned insisted argued denied accused declared claimed called urged wrote tweeted testified resigned died met arrived visited vowed'.split(
    ' ',
  ),
);
const HONORIFICS = new Set('mr mrs ms miss dr prof professor sir lady dame lord former ex late then the'.split(' '));
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const LOCATIVE = new Set('in near at outside'.split(' '));

/** How the names of one text are found: the scan with what is already known of it. */
interface Reading {
  s: Scan;
  lexicon: NameLexicon;
  /** For each word, the place that covers it. */
  placeAt: (PlaceMention | undefined)[];
  shouting: boolean[];
  /** Sentences written in title case. */
  titled: boolean[];
}

/** Finds people, organisations and places, left to right, without overlaps. */
export function findNames(
  s: Scan,
  lexicon: NameLexicon,
  places: readonly PlaceMention[],
  shouting: boolean[],
  hasTitle: boolean,
): NameMention[] {
  const placeAt: (PlaceMention | undefined)[] = [];
  for (const p of places) for (let i = p.from; i < p.to; i++) placeAt[i] = p;
  const r: Reading = { s, lexicon, placeAt, shouting, titled: titledSentences(s, hasTitle) };
  const found: NameMention[] = [];
  for (let n = 0; n + 1 < s.first.length; n++) {
    const start = s.first[n] as number;
    const stop = s.first[n + 1] as number;
    let i = start;
    while (i < stop) {
      const hit = nameAt(r, i, start, stop);
      if (hit) {
        found.push(hit);
        i = hit.to;
      } else i++;
    }
  }
  return found;
}

function titledSentences(s: Scan, hasTitle: boolean): boolean[] {
  const titled: boolean[] = [];
  for (let n = 0; n + 1 < s.first.length; n++) {
    let capital = 0;
    let words = 0;
    for (let i = s.first[n] as number; i < (s.first[n + 1] as number); i++) {
      if ((s.key[i] as string).length < 4) continue;
      words++;
      if (s.shape[i] !== LOWER) capital++;
    }
    titled.push(words > 2 && capital > (n === 0 && hasTitle ? 0.65 : 0.85) * words);
  }
  return titled;
}

function nameAt(r: Reading, i: number, start: number, stop: number): NameMention | null {
  const { s, lexicon } = r;
  const place = r.placeAt[i];
  if (s.shape[i] === LOWER) {
    if (!lexicon.titles.has(s.key[i] as string)) return null;
    // "foreign minister Nabil Fahmy": a lower-case title before a capital name.
    const next = i + 1;
    if (next < stop && s.breaks[i] === 0 && isName(r, next)) return titledPerson(r, i, next, start, stop);
    return null;
  }
  const dateline = datelinePlace(r, i, start, stop);
  if (dateline) return dateline;
  const leader = lexicon.leaders.longest(s.key, i, stop);
  if (leader && allCapital(s, i, leader.end)) {
    const known = leader.values[0];
    const single = leader.end - i === 1;
    const followed =
      leader.end < stop &&
      s.breaks[leader.end - 1] === 0 &&
      s.shape[leader.end] !== LOWER &&
      !r.titled[s.sentence[i] as number];
    const otherSurname =
      single &&
      followed &&
      !r.placeAt[leader.end] &&
      !lexicon.bodies.has(s.key[leader.end] as string) &&
      lexicon.given.has(s.key[i] as string);
    const otherGiven =
      single &&
      i > start &&
      s.breaks[i - 1] === 0 &&
      s.shape[i - 1] !== LOWER &&
      isGiven(r, i - 1) &&
      !known?.name.toLowerCase().startsWith(s.key[i - 1] as string);
    if (known && !otherSurname && !otherGiven && !(place && place.to > leader.end)) {
      const name = leaderName(r, known.name, i, leader.end);
      return {
        type: 'person',
        from: i,
        to: leader.end,
        name,
        office: titleBefore(r, i, start) ?? known.office,
        country: known.country,
        role: 'GOV',
        alias: null,
        sure: true,
      };
    }
  }
  const body = lexicon.organisations.longest(s.key, i, stop);
  if (body && (!place || body.end >= place.to)) {
    const known = body.values[0];
    if (known && (known.acronym ? s.shape[i] === UPPER : s.shape[i] !== LOWER)) {
      const end = bodyEnd(r, i, body.end, stop);
      return mention(r, 'organisation', i, end, { country: known.country, role: known.role, sure: true });
    }
  }
  if (place?.place.kind === 'company' && place.from === i)
    return mention(r, 'organisation', i, bodyEnd(r, i, place.to, stop), { country: place.place.country, role: 'BUS', sure: true });
  if (place) {
    const hit = placeName(r, place, i, start, stop);
    if (hit) return hit;
    if (place.from === i && place.place.kind !== 'people') return null;
  }
  if (lexicon.titles.has(s.key[i] as string) && i + 1 < stop && titleGoesOn(s, i) && isName(r, i + 1))
    return titledPerson(r, i, i + 1, start, stop);
  if (!isName(r, i)) return null;
  return capitalRun(r, i, start, stop);
}

/** The list's full name where the text's form is its end ("Sarkozy"), else the text's own ("Mao"). */
function leaderName(r: Reading, name: string, from: number, to: number): string {
  const last = r.s.key[to - 1] as string;
  return foldWord(name).endsWith(last) ? name : r.s.text.slice(r.s.start[from], r.s.end[to - 1]);
}

/** A title and its name may be parted by the full stop of an abbreviation ("Sen. Kerry"), not by a comma. */
function titleGoesOn(s: Scan, i: number): boolean {
  return s.breaks[i] === 0 || s.text[s.end[i] as number] === '.';
}

function isGiven(r: Reading, i: number): boolean {
  const key = r.s.key[i] as string;
  return r.lexicon.given.has(key) || r.lexicon.givenToo.has(key);
}

function allCapital(s: Scan, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (s.shape[i] === LOWER && (s.key[i] as string).length > 3 && !CONNECT_PERSON.has(s.key[i] as string))
      return false;
  return s.shape[from] !== LOWER;
}

/** A capital word that may belong to a name: no ordinary word, title, people or place. */
function isName(r: Reading, i: number): boolean {
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

/** The word after a person's name that starts at `from`. */
function personEnd(r: Reading, from: number, stop: number): number {
  const { s, lexicon } = r;
  let i = from;
  let words = 0;
  while (i < stop && words < 5) {
    if (i > from && lexicon.leaders.longest(s.key, i, stop)?.values[0]?.full) break;
    if (s.shape[i] === LOWER) {
      const joins =
        CONNECT_PERSON.has(s.key[i] as string) &&
        i + 1 < stop &&
        s.breaks[i] === 0 &&
        (s.shape[i + 1] !== LOWER || CONNECT_PERSON.has(s.key[i + 1] as string));
      if (!joins || s.key[i] === 'e') break;
    } else {
      const key = s.key[i] as string;
      if (
        words > 0 &&
        (lexicon.notNames.has(key) ||
          lexicon.titles.has(key) ||
          lexicon.bodies.has(key) ||
          (r.placeAt[i] && !isGiven(r, i) && r.placeAt[i]?.place.kind !== 'place'))
      )
        break;
      words++;
    }
    i++;
    if (s.breaks[i - 1] === 1) break;
  }
  while (i > from && s.shape[i - 1] === LOWER) i--;
  return i;
}

function titledPerson(r: Reading, title: number, from: number, start: number, stop: number): NameMention | null {
  const { s, lexicon } = r;
  let to = personEnd(r, from, stop);
  if (to === from) return null;
  // In a headline only the first words after a title are the name: "President Putin Visits ...".
  const titled = r.titled[s.sentence[from] as number] === true;
  if (titled) to = Math.min(to, from + (isGiven(r, from) ? 2 : 1));
  if (lexicon.bodies.has(s.key[to - 1] as string)) return null;
  const leader = lexicon.leaders.longest(s.key, from, stop);
  if (leader && leader.end > to) to = leader.end;
  const known = leader && leader.end === to ? leader.values[0] : undefined;
  if (titled && !known) return mention(r, 'person', from, to, { office: '?', sure: false });
  return mention(r, 'person', from, to, {
    office: titleBefore(r, title + 1, start),
    country: known?.country ?? countryBefore(r, title, start) ?? holderCountry(r, from, to),
    role: 'GOV',
    sure: true,
    name: known && leaderName(r, known.name, from, to),
  });
}

/** The office written before word `i`: "Egyptian Foreign Minister" gives "foreign minister". */
function titleBefore(r: Reading, i: number, start: number): string | null {
  const { s, lexicon } = r;
  let from = i;
  while (from > start && i - from < 6) {
    const key = s.key[from - 1] as string;
    if (!lexicon.titles.has(key) && !lexicon.titleParts.has(key)) break;
    if (s.breaks[from - 1] === 1 && !(from - 1 === i - 1 && s.text[s.end[from - 1] as number] === '.')) break;
    from--;
  }
  while (from < i && (s.key[from] === 'of' || s.key[from] === 'and' || s.key[from] === 'the' || s.key[from] === 'for'))
    from++;
  while (from < i && HONORIFICS.has(s.key[from] as string)) from++;
  if (from === i || !hasTitle(r, from, i)) return null;
  return s.text.slice(s.start[from], s.end[i - 1]).toLowerCase();
}

function hasTitle(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (r.lexicon.titles.has(r.s.key[i] as string)) return true;
  return false;
}

/** The country or people that stands before a title. */
function countryBefore(r: Reading, title: number, start: number): string | null {
  const { s, lexicon } = r;
  let i = title;
  while (
    i >= start &&
    (lexicon.titles.has(s.key[i] as string) || lexicon.titleParts.has(s.key[i] as string) || s.key[i] === 's')
  )
    i--;
  return (i >= start && r.placeAt[i]?.place.country) || null;
}

function holderCountry(r: Reading, from: number, to: number): string | null {
  if (to - from < 2) return null;
  const line = r.lexicon.holders.get(r.s.key.slice(from, to).join(' '));
  return line ? line.slice(0, 3) : null;
}

function placeName(r: Reading, place: PlaceMention, i: number, start: number, stop: number): NameMention | null {
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
      return mention(r, 'organisation', i, end, { country: place.place.country || null, sure: true });
    if (PLACE_HEADS.has(nextKey))
      return mention(r, 'place', i, next + 1, { country: place.place.country || null, sure: true });
    // A place that is a given name too, before another name: "Chad Johnson".
    if (isGiven(r, i) && place.to - place.from === 1 && isName(r, next) && !lexicon.bodies.has(nextKey)) return null;
  }
  if (place.place.weak && !supported(r, place, i, start)) return null;
  // A surname that is a place: "Jack London".
  if (i > start && s.breaks[i - 1] === 0 && s.shape[i - 1] !== LOWER && isGiven(r, i - 1) && !r.placeAt[i - 1])
    return null;
  return mention(r, 'place', i, place.to, {
    country: place.place.country || null,
    alias: kind === 'name' && place.others.length === 0 ? place.place.country : null,
    sure: true,
  });
}

function supported(r: Reading, place: PlaceMention, i: number, start: number): boolean {
  const { s } = r;
  if (i > start && s.shape[i - 1] === LOWER && PLACE_BEFORE.has(s.key[i - 1] as string)) return true;
  return r.placeAt.some((p) => p && p !== place && p.place.country === place.place.country && !p.place.weak);
}

function runEnd(r: Reading, from: number, stop: number): number {
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
    else break;
  }
  while (i > from + 1 && s.shape[i - 1] === LOWER) i--;
  return i;
}

function isBody(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (r.s.shape[i] !== LOWER && r.lexicon.bodies.has(r.s.key[i] as string)) return true;
  return false;
}

function bodyEnd(r: Reading, from: number, end: number, stop: number): number {
  if (r.titled[r.s.sentence[from] as number]) return end;
  let i = end;
  while (i < stop && r.s.breaks[i - 1] === 0 && r.s.shape[i] !== LOWER && r.lexicon.bodies.has(r.s.key[i] as string))
    i++;
  return i;
}

function capitalRun(r: Reading, i: number, start: number, stop: number): NameMention | null {
  const { s, lexicon } = r;
  const sentence = s.sentence[i] as number;
  if (r.shouting[sentence]) return null;
  const end = runEnd(r, i, stop);
  const titled = r.titled[sentence] === true;
  if (!titled && isBody(r, i, end)) {
    let to = end;
    // The name ends with its last body word unless "of" goes on.
    const last = lastBody(r, i, end);
    if (last + 1 < end && !CONNECT_BODY.has(s.key[last + 1] as string)) to = last + 1;
    if (to - i > 1 || (s.key[i] as string).length < 4) return mention(r, 'organisation', i, to, { sure: true });
  }
  const person = personEnd(r, i, stop);
  const words = person - i;
  if (words >= 2) {
    const country = holderCountry(r, i, person);
    if (country) return mention(r, 'person', i, person, { country, role: 'GOV', sure: true });
    if (isGiven(r, i)) {
      const to = titled ? Math.min(person, i + 2) : person;
      if (!lexicon.bodies.has(s.key[to - 1] as string))
        return mention(r, 'person', i, to, {
          office: titled ? '?' : null,
          sure: !titled && lexicon.given.has(s.key[i] as string),
        });
    }
  }
  if (titled) return null;
  if (end < stop && s.breaks[end - 1] === 0 && PLACE_HEADS.has(s.key[end] as string) && s.shape[end] !== LOWER)
    return mention(r, 'place', i, end + 1, { sure: true });
  if (PLACE_HEADS.has(s.key[end - 1] as string) && end - i > 1) return mention(r, 'place', i, end, { sure: true });
  if (words >= 2 && words <= 4 && (s.key[i] as string).length > 1 && person === end) {
    const after = s.text.slice(s.end[person - 1], (s.end[person - 1] as number) + 6);
    const speaks = person < stop && SPEECH.has(s.key[person] as string);
    if (/^, \d\d,/.test(after) || speaks || hasParticle(s, i, person))
      return mention(r, 'person', i, person, { sure: speaks || /^, \d\d/.test(after) });
  }
  if (s.shape[i] === UPPER && end - i === 1 && /^\p{L}{3,6}$/u.test(s.key[i] as string))
    return mention(r, 'organisation', i, end, { sure: false });
  if (i > start && s.shape[i - 1] === LOWER && LOCATIVE.has(s.key[i - 1] as string) && end - i <= 2)
    return mention(r, 'place', i, end, { sure: false });
  return mention(r, 'person', i, Math.max(person, i + 1), { sure: false, office: '?' });
}

function lastBody(r: Reading, from: number, to: number): number {
  let last = from;
  for (let i = from; i < to; i++) if (r.s.shape[i] !== LOWER && r.lexicon.bodies.has(r.s.key[i] as string)) last = i;
  return last;
}

function hasParticle(s: Scan, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++)
    if (['al', 'bin', 'ibn', 'abu', 'el', 'van', 'von', 'ul'].includes(s.key[i] as string)) return true;
  return false;
}

/** After a dateline's place: its country or state, the agency, a dash. */
const DATELINE =
  /^(?:,\s?\p{Lu}[\p{L}. ]{1,22})?(?:,\s\p{Lu}[\p{L}]+\.?\s\d{1,2})?\s?(?:\([^()\n]{2,30}\)\s?)?\s?(?:--?|–|—|:)\s/u;
/** Words before a dateline: an agency's name and a dash at most. */
const DATELINE_REACH = 6;

/** "GULF SHORES, Ala. - ", "LORETO, Italy (Reuters) - ": the place that a report's first line names. */
function datelinePlace(r: Reading, i: number, start: number, stop: number): NameMention | null {
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
  return mention(r, 'place', i, end, { country: country || null, sure: true });
}

/** A name as the text writes it, with the full stop of an abbreviation ("U.S."). */
function written(s: Scan, from: number, to: number): string {
  const name = s.text.slice(s.start[from], s.end[to - 1]);
  return /\.\p{Lu}$/u.test(name) && s.text[s.end[to - 1] as number] === '.' ? `${name}.` : name;
}

function mention(
  r: Reading,
  type: NameMention['type'],
  from: number,
  to: number,
  more: {
    name?: string | undefined;
    office?: string | null;
    country?: string | null;
    role?: string | null;
    alias?: string | null;
    sure: boolean;
  },
): NameMention {
  return {
    type,
    from,
    to,
    name: more.name ?? written(r.s, from, to),
    office: more.office ?? null,
    country: more.country ?? null,
    role: more.role ?? null,
    alias: more.alias ?? null,
    sure: more.sure,
  };
}
