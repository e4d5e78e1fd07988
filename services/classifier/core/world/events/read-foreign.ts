import type { Scan } from '../scan.ts';
import { sentenceText } from '../scan.ts';
import { spokenDate } from './event-date.ts';
import type { EventReading } from './event-reading.ts';
import { findActors } from './find-actors.ts';
import { atHome, castForeign } from './foreign-cast.ts';
import { isInfinitive, openingEnd } from './foreign-clause.ts';
import { isByNature } from './foreign-nature.ts';
import { stanceOf } from './foreign-words.ts';
import { isLookalike } from './lookalikes.ts';
import { matchAt, type PatternHit } from './patterns.ts';
import type { Context } from './read-english.ts';
import type { ToldEvent } from './told-event.ts';

/** What longer phrases and earlier words weigh; Turkish puts its verb last. */
const LONGER = 0.08;
const LATER_WORD = 0.008;
/** Without the syntax that English is read with, an event of another language is less sure. */
const FAITH = 0.75;
/** A noun ("the attack") tells less surely than a verb that it happened. */
const IN_A_NOUN = 0.25;
/** What an opening circumstance tells, or one is only asked or said to do. */
const HANGING = 0.3;
/** A text of no more sentences tells its event whatever way it is put. */
const ALONE = 2;
/** Phrases of one sentence that are weighed against each other. */
const MOST_TRIGGERS = 3;
const JOINED = /^[\u0648\u0641](?=.{3})/u;

/** The words of a scan as the patterns of its language take them: folded, in Arabic without a joined "and". */
export function foreignWords(scanned: Scan, language: string): string[] {
  return language === 'ar' ? scanned.key.map((k) => k.replace(JOINED, '')) : scanned.key;
}

/** The event of a sentence in a language other than English: who stands first acts, the next country is the other party. */
export function readForeignSentence(
  reading: EventReading,
  words: readonly string[],
  span: Span,
  { pair, home }: Pick<Context, 'pair' | 'home'>,
): ToldEvent[] {
  const isAlone = reading.scanned.first.length - 1 <= ALONE;
  return bestHits(reading, words, span.start, span.stop)
    .slice(0, isAlone ? 1 : MOST_TRIGGERS)
    .flatMap((hit) => readHit(reading, hit, span, pair, home) ?? [])
    .map((one, rank) => ({ ...one, rank }));
}

/** The words from `start` to `stop`: sentence `n`. */
interface Span {
  n: number;
  start: number;
  stop: number;
}

/** A phrase that was found, and how well it stands. */
interface Found {
  hit: PatternHit;
  score: number;
  order: number;
}

function readHit(
  reading: EventReading,
  best: Found,
  { n, start, stop }: Span,
  pair: readonly [string, string] | null,
  home: string | null,
): ToldEvent | null {
  const { scanned } = reading;
  const { rule, from, to } = best.hit;
  const [first, last] = segmentOf(scanned, from, start, stop);
  const beside = findActors(reading, first, last, from);
  const actors = beside.length > 0 ? beside : findActors(reading, start, stop, from);
  const stance = stanceOf(scanned, reading.language, from, start, stop);
  const told = castForeign(reading, actors, best.hit, stance, { pair, home, start: first });
  const isAhead = n <= (reading.hasTitle ? 1 : 0);
  const cast = isAhead && !stance.untold ? atHome(told, rule.class, reading.countries) : told;
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
  if (rule.class === 'ASSAULT' && !isAlone && isByNature(scanned.key, from, start, stop))
    return note('nothing violent');
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
    outright: false,
    doubted: false,
    form: stance.noun ? 'noun' : stance.passive ? 'passive' : 'finite',
    rank: 0,
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

/** The phrases of a sentence, best first, each word's best one only and none within another. */
function bestHits(reading: EventReading, words: readonly string[], start: number, stop: number): Found[] {
  const found: Found[] = [];
  const isAlone = reading.scanned.first.length - 1 <= ALONE;
  const direction = reading.language === 'tr' ? 1 : -1;
  const opened = openingEnd(reading.scanned, reading.language, start, stop);
  for (let i = start; i < stop; i += 1) {
    const hits = matchAt(reading.patterns, words, i, stop);
    if (hits.length === 0 || isLookalike(words, reading.language, i)) continue;
    // A verb tells what happened, a noun beside it when or why.
    const hangs = i < opened || isInfinitive(reading.scanned, reading.language, i);
    const isNoun = !isAlone && stanceOf(reading.scanned, reading.language, i, start, stop).noun;
    let best: Found | null = null;
    for (const hit of hits) {
      const score = hit.rule.weight + LONGER * (hit.length - 1) + direction * LATER_WORD * Math.min(i - start, 30);
      const order = score - (isNoun ? IN_A_NOUN : 0) - (hangs ? HANGING : 0);
      if (!best || order > best.order) best = { hit, score, order };
    }
    if (best) found.push(best);
  }
  if (direction < 0 && (!isAlone || reading.language === 'zh')) governed(found);
  found.sort((one, other) => other.order - one.order);
  return found.filter(
    ({ hit }, n) => !found.slice(0, n).some(({ hit: better }) => hit.from < better.to && better.from < hit.to),
  );
}

/** Classes whose verbs have another act for their matter: "refused to impose sanctions". */
const GOVERNING = new Set(['REJECT', 'REQUEST', 'THREATEN', 'AGREE', 'ACCUSE']);
/** How far behind one its matter may stand. */
const MATTER_WITHIN = 7;

/** What stands behind a refusal, a demand or a charge is its matter: less likely what happened. */
function governed(found: Found[]): void {
  for (const one of found)
    for (const over of found) {
      const gap = one.hit.from - over.hit.to;
      if (one === over || gap < 0 || gap > MATTER_WITHIN || over.score < over.order) continue;
      if (!GOVERNING.has(over.hit.rule.class) || one.hit.rule.class === over.hit.rule.class) continue;
      one.score -= HANGING;
      one.order -= HANGING;
      break;
    }
}

/** What parts two headlines in one line; between Chinese characters a space does. */
const PARTS = /[;；]|[:：]\s|\s[–—-]\s|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;

/** The part of a sentence between dashes and semicolons in which the word `from` stands: two headlines in one line are two. */
function segmentOf(scanned: Scan, from: number, start: number, stop: number): [number, number] {
  const parts = (i: number) => PARTS.test(scanned.text.slice(scanned.end[i - 1]! - 1, scanned.start[i]! + 1));
  let first = from;
  while (first > start && !parts(first)) first -= 1;
  let last = from + 1;
  while (last < stop && !parts(last)) last += 1;
  return [first, last];
}
