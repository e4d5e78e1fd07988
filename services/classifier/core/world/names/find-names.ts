import type { PlaceMention } from '../find-places.ts';
import type { NameLexicon } from '../lexicon.ts';
import { LOWER, type Scan, UNCASED, UPPER } from '../scan.ts';
import { mention, type NameMention, type Reading } from './name-mention.ts';
import { bodyEnd, isBody, lastBody, runEnd } from './organisation-names.ts';
import {
  hasParticle,
  holderCountry,
  leaderName,
  nameAfterOffice,
  personEnd,
  titleBefore,
  titledPerson,
  titleGoesOn,
} from './person-names.ts';
import { datelinePlace, listedPlace, PLACE_HEADS, placeName } from './place-names.ts';
import { allCapital, isGiven, isName } from './word-kinds.ts';

const SPEECH = new Set(
  'said says told adds added was is has had who will would announced warned insisted argued denied accused declared claimed called urged wrote tweeted testified resigned died met arrived visited vowed'.split(
    ' ',
  ),
);
const LOCATIVE = new Set('in near at outside'.split(' '));

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
    titled.push(n === 0 && hasTitle ? words > 2 && capital > 0.65 * words : words > 5 && capital > 0.9 * words);
  }
  return titled;
}

function nameAt(r: Reading, i: number, start: number, stop: number): NameMention | null {
  const { s, lexicon } = r;
  const place = r.placeAt[i];
  if (s.shape[i] === UNCASED) return listedName(r, i, stop);
  if (s.shape[i] === LOWER) {
    if (!lexicon.titles.has(s.key[i] as string)) return null;
    // "foreign minister Nabil Fahmy": a lower-case title before a capital name.
    const next = i + 1;
    if (next < stop && s.breaks[i] === 0 && isName(r, next)) return titledPerson(r, i, next, start, stop);
    const name = nameAfterOffice(r, i, stop);
    return name === null ? null : titledPerson(r, i, name, start, stop);
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
        rule: 'list of leaders',
        sure: true,
      };
    }
  }
  const body = lexicon.organisations.longest(s.key, i, stop);
  if (body && (!place || body.end >= place.to)) {
    const known = body.values[0];
    if (known && (known.acronym ? s.shape[i] === UPPER : s.shape[i] !== LOWER)) {
      const end = bodyEnd(r, i, body.end, stop);
      return mention(r, 'organisation', i, end, {
        country: known.country,
        role: known.role,
        rule: 'list of organisations',
        sure: true,
      });
    }
  }
  if (place?.place.kind === 'company' && place.from === i)
    return mention(r, 'organisation', i, bodyEnd(r, i, place.to, stop), {
      country: place.place.country,
      role: 'BUS',
      rule: 'list of companies',
      sure: true,
    });
  if (place) {
    const hit = placeName(r, place, i, start, stop);
    if (hit) return hit;
    if (place.from === i && place.place.kind !== 'people') return null;
  }
  if (lexicon.titles.has(s.key[i] as string) && i + 1 < stop && titleGoesOn(s, i)) {
    const name = r.titled[s.sentence[i] as number] ? null : nameAfterOffice(r, i, stop);
    if (name !== null) return titledPerson(r, i, name, start, stop);
    if (isName(r, i + 1)) return titledPerson(r, i, i + 1, start, stop);
  }
  if (!isName(r, i)) return null;
  return capitalRun(r, i, start, stop);
}

/** In a script without capitals only the lists tell names. */
function listedName(r: Reading, i: number, stop: number): NameMention | null {
  const leader = r.lexicon.leaders.longest(r.s.key, i, stop);
  const known = leader?.values[0];
  if (leader && known) {
    const { name, office, country } = known;
    return mention(r, 'person', i, leader.end, {
      name,
      office,
      country,
      role: 'GOV',
      rule: 'list of leaders',
      sure: true,
    });
  }
  const place = r.placeAt[i];
  return place?.from === i && place.place.kind !== 'people' ? listedPlace(r, place) : null;
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
    if (last + 1 < end && s.shape[last + 1] !== LOWER) to = last + 1;
    if (to - i > 1 || (s.key[i] as string).length < 4)
      return mention(r, 'organisation', i, to, { rule: 'word of organisations', sure: true });
  }
  const person = personEnd(r, i, stop);
  const words = person - i;
  if (words >= 2) {
    const country = holderCountry(r, i, person);
    if (country)
      return mention(r, 'person', i, person, { country, role: 'GOV', rule: 'list of office holders', sure: true });
    if (isGiven(r, i)) {
      const to = titled ? Math.min(person, i + 2) : person;
      if (!lexicon.bodies.has(s.key[to - 1] as string))
        return mention(r, 'person', i, to, {
          office: titled ? '?' : null,
          rule: 'given name',
          sure: !titled && lexicon.given.has(s.key[i] as string),
        });
    }
  }
  if (titled) return null;
  if (end < stop && s.breaks[end - 1] === 0 && PLACE_HEADS.has(s.key[end] as string) && s.shape[end] !== LOWER)
    return mention(r, 'place', i, end + 1, { rule: 'word of places', sure: true });
  if (PLACE_HEADS.has(s.key[end - 1] as string) && end - i > 1)
    return mention(r, 'place', i, end, { rule: 'word of places', sure: true });
  if (words >= 2 && words <= 4 && (s.key[i] as string).length > 1 && person === end) {
    const after = s.text.slice(s.end[person - 1], (s.end[person - 1] as number) + 6);
    const speaks = person < stop && SPEECH.has(s.key[person] as string);
    if (/^, \d\d,/.test(after) || speaks || hasParticle(s, i, person))
      return mention(r, 'person', i, person, { rule: 'speech or particle', sure: speaks || /^, \d\d/.test(after) });
  }
  if (s.shape[i] === UPPER && end - i === 1 && /^\p{L}{3,6}$/u.test(s.key[i] as string))
    return mention(r, 'organisation', i, end, { rule: 'acronym', sure: false });
  if (i > start && s.shape[i - 1] === LOWER && LOCATIVE.has(s.key[i - 1] as string) && end - i <= 2)
    return mention(r, 'place', i, end, { rule: 'preposition of place', sure: false });
  return mention(r, 'person', i, Math.max(person, i + 1), { rule: 'capitals alone', sure: false, office: '?' });
}
