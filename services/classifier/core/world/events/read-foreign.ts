import type { Scan } from '../scan.ts';
import { sentenceText } from '../scan.ts';
import type { ToldEvent } from './article-events.ts';
import { spokenDate } from './event-date.ts';
import type { Cast, EventReading } from './event-reading.ts';
import { type Actor, findActors } from './find-actors.ts';
import { isBy, type Stance, stanceOf } from './foreign-words.ts';
import { matchAt, type PatternHit } from './patterns.ts';

/** What longer phrases and earlier words weigh; Turkish puts its verb last. */
const LONGER = 0.08;
const LATER_WORD = 0.008;
/** Without the syntax that English is read with, an event of another language is less sure. */
const FAITH = 0.75;
/** A noun ("the attack") tells less surely than a verb that it happened. */
const IN_A_NOUN = 0.25;
/** A text of no more sentences tells its event whatever way it is put. */
const ALONE = 2;
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
const JOINED = /^[\u0648\u0641](?=.{3})/u;

/** The words of a scan as the patterns of its language take them: folded, in Arabic without a joined "and". */
export function foreignWords(scanned: Scan, language: string): string[] {
  return language === 'ar' ? scanned.key.map((k) => k.replace(JOINED, '')) : scanned.key;
}

/** The event of a sentence in a language other than English: who stands first acts, the next country is the other party. */
export function readForeignSentence(
  reading: EventReading,
  words: readonly string[],
  n: number,
  start: number,
  stop: number,
  pair: readonly [string, string] | null,
): (ToldEvent & { hit: PatternHit }) | null {
  const { scanned } = reading;
  const best = bestHit(reading, words, start, stop);
  if (!best) return null;
  const { rule, from, to } = best.hit;
  const [first, last] = segmentOf(scanned, from, start, stop);
  const beside = findActors(reading, first, last, from);
  const actors = beside.length > 0 ? beside : findActors(reading, start, stop, from);
  const stance = stanceOf(scanned, reading.language, from, start, stop);
  const cast = castForeign(reading, actors, best.hit, stance, pair);
  const sentence = sentenceText(scanned, n);
  const note = (dropped: string | null): null => {
    const phrase = scanned.text.slice(scanned.start[from], scanned.end[to - 1]);
    reading.note?.({ sentence, phrase, plover: rule.class, cameo: rule.cameo, factors: null, dropped });
    return null;
  };
  if (cast.source.length + cast.target.length === 0 && cast.sourceRole === null && cast.targetRole === null)
    return note('nobody who acts');
  const isAlone = scanned.first.length - 1 <= ALONE;
  if (cast.source.length + cast.target.length === 0 && !isAlone) return note('no party known');
  if (rule.class === 'CONSULT' && cast.source.length === 0 && !isAlone) return note('nobody known meets');
  if (stance.untold && !isAlone) return note('not told as so');
  const when = spokenDate(scanned.key.slice(start, stop), reading.publishedAt, false);
  if (when.yearsAgo >= 1) return note(`recalled: ${when.yearsAgo} years before the article`);
  note(null);
  const sure =
    0.2 +
    0.3 * best.score +
    (cast.source.length > 0 ? 0.1 : 0) +
    (cast.target.length > 0 ? 0.15 : 0) -
    (stance.noun && !isAlone ? IN_A_NOUN : 0);
  const { source, target, sourceRole, targetRole } = cast;
  return {
    cast,
    start,
    stop,
    trigger: from,
    hit: best.hit,
    event: {
      plover: rule.class,
      cameo: rule.cameo,
      mode: rule.mode,
      source,
      target,
      sourceRole,
      targetRole,
      date: when.date,
      modality: stance.intended
        ? 'planned'
        : rule.class === 'REQUEST'
          ? 'requested'
          : rule.class === 'THREATEN'
            ? 'planned'
            : 'happened',
      sentence,
      confidence: Math.round(100 * FAITH * Math.min(1, sure)) / 100,
    },
  };
}

function bestHit(
  reading: EventReading,
  words: readonly string[],
  start: number,
  stop: number,
): { hit: PatternHit; score: number } | null {
  let best: { hit: PatternHit; score: number } | null = null;
  let bestOrder = 0;
  const isAlone = reading.scanned.first.length - 1 <= ALONE;
  const direction = reading.language === 'tr' ? 1 : -1;
  for (let i = start; i < stop; i += 1) {
    for (const hit of matchAt(reading.patterns, words, i, stop)) {
      const score = hit.rule.weight + LONGER * (hit.length - 1) + direction * LATER_WORD * Math.min(i - start, 30);
      // A verb tells what happened, a noun beside it when or why.
      const isNoun = !isAlone && stanceOf(reading.scanned, reading.language, i, start, stop).noun;
      const order = score - (isNoun ? IN_A_NOUN : 0);
      if (best && order <= bestOrder) continue;
      best = { hit, score };
      bestOrder = order;
    }
  }
  return best;
}

/** The part of a sentence between dashes and semicolons in which the word `from` stands: two headlines in one line are two. */
function segmentOf(scanned: Scan, from: number, start: number, stop: number): [number, number] {
  const parts = (i: number) => /;|:\s|\s[–—-]\s/.test(scanned.text.slice(scanned.end[i - 1], scanned.start[i]));
  let first = from;
  while (first > start && !parts(first)) first -= 1;
  let last = from + 1;
  while (last < stop && !parts(last)) last += 1;
  return [first, last];
}

function castForeign(
  { scanned, language, countries }: EventReading,
  actors: readonly Actor[],
  hit: PatternHit,
  stance: Stance,
  pair: readonly [string, string] | null,
): Cast {
  const acting = actors.filter((a) => !a.locative && (a.country !== null || a.role !== null));
  const code = (actor: Actor | undefined): string | null => (actor ? (actor.country ?? countries[0] ?? null) : null);
  // "von Mali angegriffen", "invasion de l'Ukraine par la Russie": who does it is told after the word for "by".
  const by = stance.passive || stance.noun ? actors.find((a) => isBy(scanned, language, a.from)) : undefined;
  const first = by ?? acting[0];
  const doer = stance.passive && !by ? undefined : first;
  const victim = by ? actors.find((a) => a !== by && a.country !== null) : doer ? undefined : first;
  const source = code(doer);
  const second = victim ?? acting.find((a) => a !== first && a.country !== null && a.country !== source);
  const place = actors.find((a) => a.locative && a.country !== null && a.country !== source);
  const visited = hit.rule.cameo === '042' ? place : undefined;
  const told = code(second) ?? visited?.country ?? null;
  const known = source ?? told;
  const other = known && pair?.includes(known) && !stance.passive ? pair.find((c) => c !== known) : undefined;
  const filled = other ?? (DOMESTIC.has(hit.rule.class) ? known : null);
  const sides = { source: source ?? filled, target: told ?? filled };
  return {
    source: sides.source ? [sides.source] : [],
    target: sides.target ? [sides.target] : [],
    sourceRole: doer?.role ?? null,
    targetRole: second?.role ?? null,
    known: doer?.country != null,
    teller: null,
    assumed: (told === null && sides.target !== null) || (source === null && sides.source !== null),
    near: second !== undefined,
  };
}
