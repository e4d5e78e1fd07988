import type { PlaceMention } from '../find-places.ts';
import type { NameLexicon } from '../lexicon.ts';
import { LOWER, type Scan, UNCASED, UPPER } from '../scan.ts';
import { bodyMention, causeEnd, isArticle, isListedBody } from './body-mentions.ts';
import { chineseNames } from './chinese-names.ts';
import { foreignBody } from './foreign-bodies.ts';
import { leaderMention, wholeLeaderAt } from './leader-at.ts';
import { mention, type NameMention, type Reading } from './name-mention.ts';
import { bodyEnd, holderAt, isBody, lastBody, runEnd } from './organisation-names.ts';
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
import { datelinePlace, PLACE_HEADS, placeName } from './place-names.ts';
import { isToldPerson, officeAtBody } from './told-persons.ts';
import { uncasedName } from './uncased-names.ts';
import { allCapital, isGermanAddress, isGiven, isListedGiven, isName, isTitle } from './word-kinds.ts';

const SPEECH = new Set(
  'said says told adds added was is has had who will would announced warned insisted argued denied accused declared claimed called urged wrote tweeted testified resigned died met arrived visited vowed'.split(
    ' ',
  ),
);
const LOCATIVE = new Set('in near at outside'.split(' '));

/** Finds people, organisations and places, left to right, without overlaps. */
export function findNames(
  scanned: Scan,
  lexicon: NameLexicon,
  places: readonly PlaceMention[],
  shouting: boolean[],
  hasTitle: boolean,
  language: string,
): NameMention[] {
  const placeAt: (PlaceMention | undefined)[] = [];
  for (const place of places) for (let i = place.from; i < place.to; i += 1) placeAt[i] = place;
  const r: Reading = { scanned, lexicon, language, placeAt, shouting, titled: titledSentences(scanned, hasTitle) };
  if (language === 'zh') return chineseNames(r);
  const found: NameMention[] = [];
  for (let n = 0; n + 1 < scanned.first.length; n += 1) {
    const start = scanned.first[n] as number;
    const stop = scanned.first[n + 1] as number;
    let i = start;
    while (i < stop) {
      const hit = nameAt(r, i, start, stop, found.at(-1));
      if (hit) {
        found.push(hit);
        i = hit.to;
      } else i++;
    }
  }
  return found;
}

function titledSentences(scanned: Scan, hasTitle: boolean): boolean[] {
  const titled: boolean[] = [];
  for (let n = 0; n + 1 < scanned.first.length; n += 1) {
    let capital = 0;
    let words = 0;
    for (let i = scanned.first[n] as number; i < (scanned.first[n + 1] as number); i += 1) {
      if ((scanned.key[i] as string).length < 4) continue;
      words += 1;
      if (scanned.shape[i] !== LOWER) capital += 1;
    }
    // A sentence of names ("Deputy Prime Minister Jo Hill met ...") ends with a full stop, a headline in the text does not.
    const isSentence = scanned.text[scanned.end[(scanned.first[n + 1] as number) - 1] as number] === '.';
    titled.push(
      n === 0 && hasTitle ? words > 2 && capital > 0.65 * words : words > 5 && !isSentence && capital > 0.9 * words,
    );
  }
  return titled;
}

function nameAt(
  reading: Reading,
  i: number,
  start: number,
  stop: number,
  last: NameMention | undefined,
): NameMention | null {
  const { scanned, lexicon } = reading;
  const place = reading.placeAt[i];
  if (scanned.shape[i] === UNCASED) return uncasedName(reading, i, start, stop, last);
  if (isArticle(reading, i, start)) return null;
  const foreign = foreignBody(reading, i, stop);
  if (foreign > 0 && !isListedBody(reading, i, stop, foreign)) return bodyMention(reading, i, foreign);
  if (scanned.shape[i] === LOWER) {
    if (!isTitle(reading, scanned.key[i] as string)) return null;
    // "foreign minister Nabil Fahmy": a lower-case title before a capital name; "le ministre tchèque Radovan Hlaváček": whose minister he is.
    const people = reading.placeAt[i + 1];
    const next =
      people?.place.kind === 'people' && scanned.shape[i + 1] === LOWER && scanned.breaks[i] === 0 ? people.to : i + 1;
    const name = nameAfterOffice(reading, i, stop);
    // "υπουργός Εξωτερικών Γιώργος Παπαδάκης": the matter of an office may have a capital.
    const isMatter = reading.language !== 'en' && name !== null && lexicon.titleParts.has(scanned.key[next] as string);
    if (!isMatter && next < stop && scanned.breaks[next - 1] === 0 && isName(reading, next))
      return titledPerson(reading, i, next, start, stop);
    return name === null ? null : titledPerson(reading, i, name, start, stop);
  }
  const dateline = datelinePlace(reading, i, start, stop);
  if (dateline) return dateline;
  const leader = wholeLeaderAt(reading, i, stop);
  if (leader && allCapital(scanned, i, leader.end)) {
    const known = leader.values[0];
    const single = leader.end - i === 1;
    const followed =
      leader.end < stop &&
      scanned.breaks[leader.end - 1] === 0 &&
      scanned.shape[leader.end] !== LOWER &&
      !reading.titled[scanned.sentence[i] as number];
    const otherSurname =
      single &&
      followed &&
      !reading.placeAt[leader.end] &&
      !lexicon.bodies.has(scanned.key[leader.end] as string) &&
      lexicon.given.has(scanned.key[i] as string);
    const otherGiven =
      single &&
      i > start &&
      scanned.breaks[i - 1] === 0 &&
      scanned.shape[i - 1] !== LOWER &&
      isGiven(reading, i - 1) &&
      !known?.name.toLowerCase().startsWith(scanned.key[i - 1] as string);
    if (known && !otherSurname && !otherGiven && !(place && place.to > leader.end)) {
      return leaderMention(reading, known, i, leader.end, {
        name: leaderName(reading, known.name, i, leader.end),
        office: titleBefore(reading, i, start) ?? known.office,
      });
    }
  }
  const body = lexicon.organisations.longest(scanned.key, i, stop);
  if (body && (!place || body.end >= place.to)) {
    const known = body.values[0];
    if (known && (known.acronym ? scanned.shape[i] === UPPER : scanned.shape[i] !== LOWER)) {
      const end = bodyEnd(reading, i, body.end, stop);
      return mention(reading, 'organisation', i, end, {
        canonical: end === body.end ? known.canonical : null,
        country: known.country,
        role: known.role,
        alias: end === body.end ? known.canonical : null,
        rule: 'list of organisations',
        sure: true,
      });
    }
  }
  if (place?.place.kind === 'company' && place.from === i)
    return mention(reading, 'organisation', i, bodyEnd(reading, i, place.to, stop), {
      country: place.place.country,
      role: 'BUS',
      rule: 'list of companies',
      sure: true,
    });
  if (place) {
    const hit = placeName(reading, place, i, start, stop);
    if (hit) return hit;
    if (place.from === i && place.place.kind !== 'people') return null;
  }
  if (
    (isTitle(reading, scanned.key[i] as string) || isGermanAddress(reading, i)) &&
    i + 1 < stop &&
    titleGoesOn(scanned, i)
  ) {
    const name = reading.titled[scanned.sentence[i] as number] ? null : nameAfterOffice(reading, i, stop);
    if (name !== null) return titledPerson(reading, i, name, start, stop);
    if (isName(reading, i + 1)) return titledPerson(reading, i, i + 1, start, stop);
  }
  if (!isName(reading, i)) return null;
  const cause = causeEnd(reading, i, start, stop);
  if (cause > 0) return mention(reading, 'organisation', i, cause, { rule: 'word of organisations', sure: true });
  return capitalRun(reading, i, start, stop, last);
}

function capitalRun(
  reading: Reading,
  i: number,
  start: number,
  stop: number,
  last: NameMention | undefined,
): NameMention | null {
  const { scanned, lexicon } = reading;
  const sentence = scanned.sentence[i] as number;
  if (reading.shouting[sentence]) return null;
  const end = runEnd(reading, i, stop);
  const titled = reading.titled[sentence] === true;
  if (!titled && isBody(reading, i, end)) {
    let to = end;
    // The name ends with its last body word unless "of" goes on.
    const word = lastBody(reading, i, end);
    if (word + 1 < end && scanned.shape[word + 1] !== LOWER) to = word + 1;
    to = holderAt(reading, word, to);
    if (to - i > 1 || (scanned.key[i] as string).length < 4)
      return mention(reading, 'organisation', i, to, { rule: 'word of organisations', sure: true });
  }
  const person = personEnd(reading, i, stop);
  const words = person - i;
  if (words >= 2) {
    const country = holderCountry(reading, i, person);
    if (country)
      return mention(reading, 'person', i, person, {
        country,
        role: 'GOV',
        rule: 'list of office holders',
        sure: true,
      });
    if (isGiven(reading, i)) {
      const office = titled ? null : officeAtBody(reading, i, start, last);
      if (office !== null) return titledPerson(reading, office, i, start, stop);
      const to = titled ? Math.min(person, i + 2) : person;
      if (!lexicon.bodies.has(scanned.key[to - 1] as string))
        return mention(reading, 'person', i, to, {
          office: titled ? '?' : null,
          rule: 'given name',
          sure: !titled && isListedGiven(reading, scanned.key[i] as string),
        });
    }
  }
  if (titled) return null;
  if (
    end < stop &&
    scanned.breaks[end - 1] === 0 &&
    PLACE_HEADS.has(scanned.key[end] as string) &&
    scanned.shape[end] !== LOWER
  )
    return mention(reading, 'place', i, end + 1, { rule: 'word of places', sure: true });
  if (PLACE_HEADS.has(scanned.key[end - 1] as string) && end - i > 1)
    return mention(reading, 'place', i, end, { rule: 'word of places', sure: true });
  if (words >= 2 && words <= 4 && (scanned.key[i] as string).length > 1 && person === end) {
    const after = scanned.text.slice(scanned.end[person - 1], (scanned.end[person - 1] as number) + 6);
    const speaks = person < stop && SPEECH.has(scanned.key[person] as string);
    if (isToldPerson(reading, i, person, start, stop, last))
      return mention(reading, 'person', i, person, { rule: 'speech or particle', sure: true });
    if (/^, \d\d,/.test(after) || speaks || hasParticle(scanned, i, person))
      return mention(reading, 'person', i, person, {
        rule: 'speech or particle',
        sure: speaks || /^, \d\d/.test(after),
      });
  }
  if (scanned.shape[i] === UPPER && end - i === 1 && /^\p{L}{3,6}$/u.test(scanned.key[i] as string))
    return mention(reading, 'organisation', i, end, { rule: 'acronym', sure: false });
  if (i > start && scanned.shape[i - 1] === LOWER && LOCATIVE.has(scanned.key[i - 1] as string) && end - i <= 2)
    return mention(reading, 'place', i, end, { rule: 'preposition of place', sure: false });
  return mention(reading, 'person', i, Math.max(person, i + 1), { rule: 'capitals alone', sure: false, office: '?' });
}
