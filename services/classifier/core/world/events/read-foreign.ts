import type { Scan } from '../scan.ts';
import { sentenceText } from '../scan.ts';
import type { ToldEvent } from './article-events.ts';
import { spokenDate } from './event-date.ts';
import type { Cast, EventReading } from './event-reading.ts';
import { type Actor, findActors } from './find-actors.ts';
import { matchAt, type PatternHit } from './patterns.ts';

/** What longer phrases and earlier words weigh; Turkish puts its verb last. */
const LONGER = 0.08;
const LATER_WORD = 0.008;
/** Without the syntax that English is read with, an event of another language is less sure. */
const FAITH = 0.75;
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
  const actors = findActors(reading, start, stop, best.hit.from);
  const cast = castForeign(actors, best.hit, reading.countries, pair);
  const { rule, from, to } = best.hit;
  const sentence = sentenceText(scanned, n);
  const note = (dropped: string | null): null => {
    const phrase = scanned.text.slice(scanned.start[from], scanned.end[to - 1]);
    reading.note?.({ sentence, phrase, plover: rule.class, cameo: rule.cameo, factors: null, dropped });
    return null;
  };
  if (cast.source.length === 0 && cast.sourceRole === null) return note('nobody who acts');
  const when = spokenDate(scanned.key.slice(start, stop), reading.publishedAt, false);
  if (when.yearsAgo >= 1) return note(`recalled: ${when.yearsAgo} years before the article`);
  note(null);
  const sure = 0.2 + 0.3 * best.score + (cast.source.length > 0 ? 0.1 : 0) + (cast.target.length > 0 ? 0.15 : 0);
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
      modality: 'happened',
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
  const direction = reading.language === 'tr' ? 1 : -1;
  for (let i = start; i < stop; i += 1) {
    for (const hit of matchAt(reading.patterns, words, i, stop)) {
      const score = hit.rule.weight + LONGER * (hit.length - 1) + direction * LATER_WORD * Math.min(i - start, 30);
      if (!best || score > best.score) best = { hit, score };
    }
  }
  return best;
}

function castForeign(
  actors: readonly Actor[],
  hit: PatternHit,
  countries: readonly string[],
  pair: readonly [string, string] | null,
): Cast {
  const acting = actors.filter((a) => !a.locative && (a.country !== null || a.role !== null));
  const code = (actor: Actor | undefined): string | null => (actor ? (actor.country ?? countries[0] ?? null) : null);
  const first = acting[0];
  const source = code(first);
  const second = acting.find((a) => a !== first && a.country !== null && a.country !== source);
  const place = actors.find((a) => a.locative && a.country !== null && a.country !== source);
  const visited = hit.rule.cameo === '042' ? place : undefined;
  const told = second?.country ?? visited?.country ?? null;
  const other = source && pair?.includes(source) ? pair.find((c) => c !== source) : undefined;
  const target = told ?? other ?? (DOMESTIC.has(hit.rule.class) ? source : null);
  return {
    source: source ? [source] : [],
    target: target ? [target] : [],
    sourceRole: first?.role ?? null,
    targetRole: second?.role ?? null,
    known: first?.country != null,
    teller: null,
    assumed: told === null && target !== null,
    near: second !== undefined,
  };
}
