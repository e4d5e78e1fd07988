import type { Scan } from '../scan.ts';
import type { Clause } from './clause.ts';
import type { Actor } from './find-actors.ts';
import type { Trigger } from './find-trigger.ts';
import { nounParties } from './noun-parties.ts';
import { culprits, isAsked, isMet, isParty, isReceiving, RECEIVED } from './party-words.ts';
import { isAttribution, objects, subjects } from './subject-object.ts';
import type { Cast } from './told-event.ts';

/** Classes that mostly happen inside one country: where only one is told, it is both. */
const DOMESTIC = new Set([
  'PROTEST',
  'COERCE',
  'ASSAULT',
  'CONCEDE',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'MOBILIZE',
  'AGREE',
  'SUPPORT',
]);

/** Classes whose other side may be told elsewhere: what a state does alone or at home is not. */
const BETWEEN_STATES = new Set(['ASSAULT', 'ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'SUPPORT']);
/** What two do together they do with each other, where no third is named. */
const MUTUAL = new Set(['AGREE', 'COOPERATE']);
/** What happens where it befalls somebody: "air strikes in Chad", "pulls its troops out of Mali". */
const ON_THE_SPOT = new Set(['ASSAULT', 'MOBILIZE', 'AID', 'RETREAT', 'COERCE', 'SANCTION']);
/** A release: where the prisoners are is who lets them go. */
const PRISONERS = new Set(['0841']);
const POINTING = new Set(['that', 'this', 'it', 'them', 'these', 'those']);
/** Before a matter, a way or a place that is no party. */
const MATTERS = new Set('about over regarding to into through via concerning'.split(' '));

const OBLIGES = new Set(['must', 'should']);

/** What the article tells of who may be meant. */
export interface Surroundings {
  /** The article's countries, best first. */
  countries: readonly string[];
  /** The two that the article is on, see `articlePair`. */
  pair: readonly [string, string] | null;
  /** Whose officials the article mostly names: whose "the senators" are, where nothing tells. */
  home: string | null;
  /** Whether the text is no more than a sentence or two. */
  isShort: boolean;
}

/** Gives the actors of a sentence their parts in its event. */
export function castActors(
  scanned: Scan,
  trigger: Trigger,
  actors: readonly Actor[],
  clause: Clause,
  start: number,
  { countries, pair, home, isShort }: Surroundings,
): Cast {
  const { from, to, rule } = trigger.hit;
  // A phrase may begin with its own subject ("troops withdrew").
  const before = actors.filter((a) => a.from <= from && a.to <= to && !(a.from === from && a.to <= from));
  const after = actors.filter((a) => a.from >= from && !before.includes(a));
  const meeting = rule.class === 'CONSULT' || rule.cameo === '036';
  const passive = clause.form === 'passive';
  let subject = clause.subject.length > 0 ? clause.subject : subjects(scanned, before, from, start);
  // "He criticised it": whoever else stands before is not he.
  if (clause.fit === 'pronoun') subject = subject.filter((a) => a.role !== 'IGO' && !a.bare);
  const parties = after.filter((a) =>
    meeting
      ? isParty(scanned, a, from)
      : rule.class === 'REQUEST'
        ? isAsked(scanned, a, from)
        : isMet(scanned, a, from, rule.class),
  );
  const near = objects(
    scanned,
    parties.filter((a) => a.from < clause.reach),
    to,
  );
  // One meets whom the verb itself names; a country further on is another matter.
  let object = near.length > 0 || (meeting && !isShort) ? near : objects(scanned, parties, to);
  if (rule.class === 'ACCUSE' && object[0]) object = culprits(scanned, object, parties, to);
  const giver = RECEIVED.has(rule.class)
    ? after.find((a) => a.from < clause.reach && isReceiving(scanned, from, a))
    : undefined;
  if (passive) {
    const by = after.filter((a) => a.from < clause.reach && scanned.key.slice(from, a.from).includes('by'));
    object = subject;
    // "killed in Israeli shelling": whose deed it was stands before the deed.
    subject =
      by.length > 0 || rule.class !== 'ASSAULT'
        ? by.slice(0, 1)
        : after.filter((a) => a.from < clause.reach && !a.locative && !isAttribution(scanned, a)).slice(0, 1);
  } else if (clause.form === 'gerund' && doerBefore(scanned, before)) {
    // "was struck by a Danish drone, killing six": the first verb's doer does what follows, to its subject.
    if (object.length === 0) object = subject.filter((a) => a !== doerBefore(scanned, before));
    subject = [doerBefore(scanned, before) as Actor];
  } else if (giver) {
    object = subject;
    subject = [giver];
  } else if (subject.length === 0 && object.length > 1 && rule.class !== 'PROTEST') {
    subject = object.slice(0, 1);
    object = object.slice(1);
  }
  const told = clause.form === 'noun' ? nounParties(scanned, actors, from) : null;
  if (told) {
    subject = [told.doer];
    object = [told.other];
  }
  if (OBLIGES.has(scanned.key[from] as string)) {
    // "London said that Tripoli must ...": the speaker asks it of the clause's own subject.
    const speaker = actors.filter(
      (a) => !subject.includes(a) && !a.locative && (a.to <= (subject[0]?.from ?? from) || isAttribution(scanned, a)),
    );
    object = subject;
    subject = speaker.slice(0, 1);
  }
  if (subject.length > 1 && (meeting || (MUTUAL.has(rule.class) && object.length === 0))) {
    object = subject.slice(1);
    subject = subject.slice(0, 1);
  }
  subject = subject.map((actor) => ownedBefore(scanned, before, actor, from));
  const fallback = { official: home ?? countries[0] ?? null, other: countries[0] ?? null };
  let source = codes(actors, subject, fallback);
  let target = codes(actors, object, fallback);
  // "Greece and Egypt condemned it, with the Egyptian minister ...": one of the sources is not the target.
  if (source.length > 1) target = target.filter((c) => !source.includes(c));
  const locatives = actors.filter((a) => a.country && a.locative).map((a) => a.country as string);
  // A crowd is of the place where it gathers.
  if (rule.class === 'PROTEST' && !subject.some((a) => a.country !== null)) {
    const place = locatives.find((c) => !target.includes(c));
    if (place) source = [place];
  }
  if (source.length === 0 && subject.length === 0)
    source = [...new Set(locatives.filter((c) => !target.includes(c)))].slice(0, 1);
  if (target.length === 0 && ON_THE_SPOT.has(rule.class))
    target = [...new Set(locatives.filter((c) => !source.includes(c)))].slice(0, 1);
  else if (
    ON_THE_SPOT.has(rule.class) &&
    !passive &&
    !PRISONERS.has(rule.cameo) &&
    target.every((c) => source.includes(c))
  )
    target =
      visited(
        actors.filter((a) => a.from < clause.reach),
        from,
        source,
      ) ?? target;
  // One visits a place; elsewhere the place of a meeting is no party to it.
  if (rule.cameo === '042' && target.every((c) => source.includes(c))) target = visited(actors, from, source) ?? target;
  let assumed = false;
  let paired = false;
  if (DOMESTIC.has(rule.class) && source.length + target.length > 0) {
    // "rejected that": of what, the sentence does not tell, and it may be anything.
    const between = BETWEEN_STATES.has(rule.class) && !passive && !POINTING.has(scanned.key[to] ?? '') ? pair : null;
    // "Chad attacked militants", "threatened to use its navy": whose they are is a guess, and between two states no good one.
    if (between && target.length > 0 && isGuessed(actors, object) && target.every((c) => source.includes(c)))
      target = [];
    if (target.length === 0) {
      const other = otherParty(scanned, actors, subject, source, clause.reach, between);
      assumed = other === null;
      paired = other !== null && !actors.some((a) => a.country === other);
      target = other ? [other] : source.slice(0, 1);
    } else if (source.length === 0) {
      // Somebody is accused or held, and nobody is said to do it: it is done at home.
      const other = passive ? null : otherParty(scanned, actors, object, target, clause.reach, between);
      assumed = other === null;
      paired = other !== null && !actors.some((a) => a.country === other);
      source = other ? [other] : target.slice(0, 1);
    }
  }
  return {
    source,
    target,
    sourceRole: subject[0]?.role ?? null,
    targetRole: object[0]?.role ?? null,
    known: subject.some((a) => a.country !== null),
    teller: teller(scanned, before, from)?.country ?? null,
    assumed,
    paired,
    near: near.length > 0,
  };
}

/**
 * The other side where the sentence gives it no part: another country that acts in it in the verb's reach or before it, or the other of the
 * two that the article is on. What stands as a matter or a way ("about", "to", "through") is no party.
 */
function otherParty(
  scanned: Scan,
  actors: readonly Actor[],
  used: readonly Actor[],
  own: readonly string[],
  reach: number,
  pair: readonly [string, string] | null,
): string | null {
  const other = actors.find(
    (a) =>
      !used.includes(a) &&
      !a.locative &&
      a.country !== null &&
      !own.includes(a.country) &&
      a.from < reach &&
      !MATTERS.has(scanned.key[a.from - 1] ?? '') &&
      !(MATTERS.has(scanned.key[a.from - 2] ?? '') && scanned.key[a.from - 1] === 'the'),
  );
  if (other?.country) return other.country;
  if (!pair || own.length !== 1) return null;
  return own[0] === pair[0] ? pair[1] : own[0] === pair[1] ? pair[0] : null;
}

/** The last one before a word that stands behind "by" or after it with an article: who did what was told before. */
function doerBefore(scanned: Scan, before: readonly Actor[]): Actor | undefined {
  return before.findLast(
    ({ from, locative, country }) =>
      !locative && country !== null && (scanned.key[from - 1] === 'by' || scanned.key[from - 2] === 'by'),
  );
}

/** The country that a visit goes to: the first place behind the word, or any, that is not the visitor's own. */
function visited(actors: readonly Actor[], from: number, source: readonly string[]): string[] | null {
  const places = actors.filter((a) => a.locative && a.country !== null && !source.includes(a.country));
  const place = places.find((a) => a.from > from) ?? places[0];
  return place ? [place.country as string] : null;
}

const TELLING = new Set('said says claimed claims alleged alleges'.split(' '));

/** The actor that opens the sentence and is followed by a verb of saying before word `from`. */
function teller(scanned: Scan, before: readonly Actor[], from: number): Actor | null {
  const first = before.find((a) => !a.locative && a.country !== null);
  if (!first) return null;
  for (let i = first.to; i < Math.min(from, first.to + 3); i += 1)
    if (TELLING.has(scanned.key[i] as string)) return first;
  return null;
}

/** How far behind somebody the place that tells whose he is may stand: "police in Kenya". */
const PLACE_WITHIN = 4;

/** What stands between a weapon or men and whose they are. */
const OWNED = new Set(
  'sent operated flown launched fired dispatched deployed backed ordered led armed trained run commanded'.split(' '),
);

/** "Warplanes sent by Cairo bombed ...": whose they are is told between them and their verb. */
function ownedBefore(scanned: Scan, before: readonly Actor[], actor: Actor, verb: number): Actor {
  if (actor.country !== null || !OWNED.has(scanned.key[actor.to] ?? '')) return actor;
  const owner = before.find(
    (a) =>
      a.country !== null &&
      a.from > actor.to &&
      a.from < verb &&
      a.from - actor.to < PLACE_WITHIN &&
      scanned.key.slice(actor.to, a.from).some((k) => k === 'by' || k === 'from'),
  );
  return owner ? { ...actor, country: owner.country } : actor;
}

/** Those who may be of the other side, where nothing tells whose they are. */
const OF_EITHER = new Set(['REB', 'MIL', 'GOV', 'UAF', 'SPY']);

function isGuessed(all: readonly Actor[], side: readonly Actor[]): boolean {
  return side.every(
    ({ country, role, to }) =>
      country === null &&
      OF_EITHER.has(role ?? '') &&
      !all.some((a) => a.locative && a.country !== null && a.from >= to && a.from - to < PLACE_WITHIN),
  );
}

/** Who speaks or decides for a state, where the army or a crowd may be of the country that the article is on. */
const STATESMEN = new Set(['GOV', 'LEG', 'JUD', 'OPP', 'PTY']);

function codes(
  all: readonly Actor[],
  side: readonly Actor[],
  fallback: { official: string | null; other: string | null },
): string[] {
  const found: string[] = [];
  for (const actor of side) {
    const place = all.find(
      (a) => a.locative && a.country !== null && a.from >= actor.to && a.from - actor.to < PLACE_WITHIN,
    );
    const own = STATESMEN.has(actor.role ?? '') ? fallback.official : fallback.other;
    const code = actor.country ?? place?.country ?? own;
    if (code && !found.includes(code)) found.push(code);
  }
  return found;
}
