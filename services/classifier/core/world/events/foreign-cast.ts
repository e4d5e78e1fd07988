import type { Scan } from '../scan.ts';
import type { EventReading } from './event-reading.ts';
import type { Actor } from './find-actors.ts';
import { isAgainst, isTeller, isVenue, jointWith, openingEnd } from './foreign-clause.ts';
import { isBy, type Stance } from './foreign-words.ts';
import type { PatternHit } from './patterns.ts';
import type { Cast } from './told-event.ts';
import { isOwner, isSpokenOf, opensFrom } from './turkish-cases.ts';

/** Classes that mostly happen inside one country. */
const DOMESTIC = new Set([
  'PROTEST',
  'COERCE',
  'ASSAULT',
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'CONCEDE',
  'RETREAT',
  'MOBILIZE',
  'SUPPORT',
]);
/** What befalls whoever is where it happens. */
const ON_THE_SPOT = new Set(['ASSAULT', 'MOBILIZE', 'AID']);
/** What is done to somebody by those where he is. */
const HELD = new Set(['COERCE', 'ACCUSE', 'RETREAT']);

/** What headline or lead tell without naming anybody's country is done at home. */
export function atHome(cast: Cast, plover: string, [home]: readonly string[]): Cast {
  if (cast.source.length + cast.target.length > 0 || home === undefined || !DOMESTIC.has(plover)) return cast;
  return { ...cast, source: [home], target: [home], assumed: true };
}

/** Of a verb that another one speaks of, those who stand with it: "X condemned Y's bombing of Z". */
function nearItsVerb(scanned: Scan, acting: readonly Actor[], { from, to, rule }: PatternHit): readonly Actor[] {
  const before = acting.filter((a) => a.from < from);
  const [, owner] = before;
  if (!owner || !isOwner(scanned, owner)) return acting;
  const last = scanned.key[to - 1] as string;
  // "Ankara'dan İsrail'in Lübnan saldırısına tepki": whose attack it is stands right before it.
  return isSpokenOf(last) || (rule.class === 'ASSAULT' && /[sm][iu]n[iua]$/.test(last)) ? acting.slice(1) : acting;
}

/** Whether a comma sets somebody off whom no ending binds: the subject of a Turkish sentence, and no first of a list. */
function isApart(scanned: Scan, { to }: Actor): boolean {
  return /^\s*,/.test(scanned.text.slice(scanned.end[to - 1], (scanned.end[to - 1] as number) + 2));
}

/** How far behind somebody the place that tells whose he is may stand: "die Regierung in Libyen". */
const PLACE_WITHIN = 3;

/** What comes from somebody: "Kritik aus Oslo", "Hilfe aus Togo". */
const SENT = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'THREATEN', 'REJECT', 'AID']);

function isSentFrom(scanned: Scan, language: string, at: number): boolean {
  return language === 'de' && scanned.key[at - 1] === 'aus';
}

/** Who speaks or decides for a state: of the one whose officials the article has named. */
const SPEAKS = new Set(['GOV', 'LEG', 'JUD']);

function whereabouts(actors: readonly Actor[], actor: Actor): string | null {
  return actors.find((a) => a.locative && a.from >= actor.to && a.from - actor.to < PLACE_WITHIN)?.country ?? null;
}

/** Gives the actors of a sentence their parts in the event of a phrase. */
export function castForeign(
  { scanned, language, countries }: EventReading,
  actors: readonly Actor[],
  hit: PatternHit,
  stance: Stance,
  { pair, home, start }: { pair: readonly [string, string] | null; home: string | null; start: number },
): Cast {
  const turkish = language === 'tr';
  const all = actors.filter(
    (a) =>
      (!a.locative || (turkish && opensFrom(scanned, a, start))) &&
      (a.country !== null || a.role !== null) &&
      !isTeller(scanned, language, a.from) &&
      !(a.country === 'IGO' && isVenue(scanned, a.from)),
  );
  const acting = turkish ? nearItsVerb(scanned, all, hit) : all;
  const code = (actor: Actor | undefined): string | null =>
    actor
      ? (actor.country ??
        whereabouts(actors, actor) ??
        (SPEAKS.has(actor.role ?? '') ? home : null) ??
        countries[0] ??
        null)
      : null;
  // "von Mali angegriffen", "invasion de l'Ukraine par la Russie": who does it is told after the word for "by".
  const by =
    stance.passive || stance.noun
      ? actors.find(
          (a) => isBy(scanned, language, a.from) || (SENT.has(hit.rule.class) && isSentFrom(scanned, language, a.from)),
        )
      : undefined;
  const opened = openingEnd(scanned, language, start, hit.from);
  const doers = acting.filter((a) => !isAgainst(scanned, a, hit.from));
  const first = by ?? doers.find((a) => a.from >= opened && (a.from < hit.from || opened > start)) ?? doers[0];
  const joint = first && !(turkish && isApart(scanned, first)) ? jointWith(scanned, acting, first) : [];
  const doer = stance.passive && !by ? undefined : first;
  const crowd = hit.rule.class === 'PROTEST' && doer?.country === null;
  const victim = by ? actors.find((a) => a !== by && a.country !== null) : doer ? undefined : first;
  // A crowd is of the place where it gathers.
  const gathered = crowd ? actors.find((a) => a.locative && a.country !== null)?.country : undefined;
  const source = gathered ?? code(doer);
  const third = acting.find(
    (a) =>
      a !== first && !joint.includes(a) && a.country !== null && a.country !== source && a.from > (first?.from ?? 0),
  );
  // "Chad and Mali call on Niger": both do; without a third what they do they do with each other.
  const together = third && doer ? joint.flatMap((a) => a.country ?? []) : [];
  const second =
    victim ??
    third ??
    joint.find((a) => a.country !== source) ??
    acting.find((a) => a !== first && a.country !== null && a.country !== source);
  const place = actors.find((a) => a.locative && a.country !== null && a.country !== source);
  const isThere =
    hit.rule.cameo === '042' || (ON_THE_SPOT.has(hit.rule.class) && !stance.passive && hit.from >= opened);
  const told = code(second) ?? (isThere ? place?.country : undefined) ?? null;
  // "In Nordkorea festgenommen": by whom, the place tells.
  const holder =
    stance.passive && !by && HELD.has(hit.rule.class) && told !== null && place?.country !== told
      ? place?.country
      : null;
  const known = source ?? told;
  const other = known && pair?.includes(known) && !stance.passive ? pair.find((c) => c !== known) : undefined;
  const filled = other ?? (DOMESTIC.has(hit.rule.class) ? known : null);
  const sides = { source: source ?? holder ?? filled, target: told ?? filled };
  return {
    source: sides.source ? [...new Set([sides.source, ...together.filter((c) => c !== told)])] : [],
    target: sides.target ? [sides.target] : [],
    sourceRole: doer?.role ?? null,
    targetRole: second?.role ?? null,
    known: doer?.country != null,
    teller: null,
    assumed: (told === null && sides.target !== null) || (source === null && !holder && sides.source !== null),
    paired: filled !== null && filled === other && (told === null || source === null),
    near: second !== undefined,
  };
}
