import type { Scan } from '../scan.ts';
import type { Clause } from './clause.ts';
import type { Cast } from './event-reading.ts';
import type { Actor } from './find-actors.ts';
import type { Trigger } from './find-trigger.ts';
import { isAttribution, objects, subjects } from './subject-object.ts';

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
const POINTING = new Set(['that', 'this', 'it', 'them', 'these', 'those']);
/** Before a matter, a way or a place that is no party. */
const MATTERS = new Set('about over regarding to into through via concerning'.split(' '));

const TOPIC = new Set('about on over regarding concerning'.split(' '));
/** "They discussed Libya": what follows is the matter, unless "with" stands before it. */
const MATTER = new Set(['discussed', 'discuss', 'discusses', 'discussing']);
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
    const by = after.filter((a) => scanned.key.slice(from, a.from).includes('by'));
    object = subject;
    // "killed in Israeli shelling": whose deed it was stands before the deed.
    subject =
      by.length > 0 || rule.class !== 'ASSAULT'
        ? by.slice(0, 1)
        : after.filter((a) => !a.locative && !isAttribution(scanned, a)).slice(0, 1);
  } else if (giver) {
    object = subject;
    subject = [giver];
  } else if (subject.length === 0 && object.length > 1) {
    subject = object.slice(0, 1);
    object = object.slice(1);
  }
  if (OBLIGES.has(scanned.key[from] as string)) {
    // "London said that Tripoli must ...": the speaker asks it of the clause's own subject.
    const speaker = actors.filter(
      (a) => !subject.includes(a) && !a.locative && (a.to <= (subject[0]?.from ?? from) || isAttribution(scanned, a)),
    );
    object = subject;
    subject = speaker.slice(0, 1);
  }
  if (meeting && subject.length > 1) {
    object = subject.slice(1);
    subject = subject.slice(0, 1);
  }
  const fallback = { official: home ?? countries[0] ?? null, other: countries[0] ?? null };
  let source = codes(actors, subject, fallback);
  let target = codes(actors, object, fallback);
  // "Greece and Egypt condemned it, with the Egyptian minister ...": one of the sources is not the target.
  if (source.length > 1) target = target.filter((c) => !source.includes(c));
  const locatives = actors.filter((a) => a.country && a.locative).map((a) => a.country as string);
  if (source.length === 0 && subject.length === 0)
    source = [...new Set(locatives.filter((c) => !target.includes(c)))].slice(0, 1);
  if (target.length === 0 && rule.class !== 'CONSULT')
    target = [...new Set(locatives.filter((c) => !source.includes(c)))].slice(0, 1);
  // One visits a place; elsewhere the place of a meeting is no party to it.
  if (target.length === 0 && rule.cameo === '042') target = [...new Set(locatives)].slice(0, 1);
  let assumed = false;
  if (DOMESTIC.has(rule.class) && source.length + target.length > 0) {
    // "rejected that": of what, the sentence does not tell, and it may be anything.
    const between = BETWEEN_STATES.has(rule.class) && !passive && !POINTING.has(scanned.key[to] ?? '') ? pair : null;
    if (target.length === 0) {
      const other = otherParty(scanned, actors, subject, source, clause.reach, between);
      assumed = other === null;
      target = other ? [other] : source.slice(0, 1);
    } else if (source.length === 0) {
      // Somebody is accused or held, and nobody is said to do it: it is done at home.
      const other = passive ? null : otherParty(scanned, actors, object, target, clause.reach, between);
      assumed = other === null;
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

/** What one gets rather than does: "received aid from", "came under attack from", "was hit with sanctions by". */
const RECEIVING = new Set(
  'receive received receives receiving get got gets obtain obtained secured won face faces faced came come comes suffered drew draws under'.split(
    ' ',
  ),
);
const GIVERS = new Set(['from', 'by']);
/** Classes that one may be at the receiving end of; a mission or a guest received is what the receiver does. */
const RECEIVED = new Set(['AID', 'ASSAULT', 'ACCUSE', 'SUPPORT', 'REQUEST', 'THREATEN', 'COERCE']);

function isReceiving(scanned: Scan, from: number, giver: Actor): boolean {
  const at =
    scanned.key[giver.from - 1] === 'the' || scanned.key[giver.from - 1] === 'its' ? giver.from - 2 : giver.from - 1;
  return (
    GIVERS.has(scanned.key[at] ?? '') &&
    at > from &&
    (RECEIVING.has(scanned.key[from] as string) || RECEIVING.has(scanned.key[from - 1] ?? ''))
  );
}

/** "called for the release of two Chadians": what is asked for is no party, who is asked is. */
function isAsked(scanned: Scan, actor: Actor, from: number): boolean {
  const between = scanned.key.slice(from + 1, actor.from);
  const matter = between.lastIndexOf('for');
  if (matter < 0) return true;
  const after = between.slice(matter + 1);
  return after.length < 2 || after.includes('to') || after.includes('from') || after.includes('on');
}

const TOWARDS = new Set(['against', 'to', 'near', 'in', 'on', 'along', 'into', 'at']);

/** Who mobilises does so against one that is named as such; a country elsewhere in the sentence is none of it. */
function isMet(scanned: Scan, actor: Actor, from: number, plover: string): boolean {
  if (plover !== 'MOBILIZE') return true;
  return scanned.key.slice(Math.max(from + 1, actor.from - 3), actor.from).some((k) => TOWARDS.has(k));
}

const DEED =
  /^(?:kill|murder|attack|assault|bomb|arrest|detention|shoot|execution|strike|strikes|seizure|kidnap|abduct|raid|assassinat|beheading|shelling|imprison|jailing|deportation|expulsion)/;

/** "condemned the killing of Chad's envoy": whom the deed befell is not who is blamed; who did it is, where "by" tells. */
function culprits(scanned: Scan, object: readonly Actor[], after: readonly Actor[], to: number): Actor[] {
  const [first] = object as [Actor];
  const between = scanned.key.slice(to, first.from);
  const deed = between.findIndex((k) => DEED.test(k));
  if (deed < 0 || !between.slice(deed).some((k) => k === 'of' || k === 'on' || k === 'against')) return [...object];
  const by = after.find((a) => scanned.key[a.from - 1] === 'by' || scanned.key[a.from - 2] === 'by');
  return by ? [by] : [];
}

/** Whether an actor after a verb of consulting takes part rather than is its matter. */
function isParty(scanned: Scan, actor: Actor, from: number): boolean {
  const between = scanned.key.slice(Math.max(from + 1, actor.from - 4), actor.from);
  const link = between.findLastIndex((k) => TOPIC.has(k) || k === 'with' || k === 'between');
  if (link >= 0) return !TOPIC.has(between[link] as string);
  return !MATTER.has(scanned.key[from] as string);
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
