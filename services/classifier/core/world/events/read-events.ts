import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { type Scan, sentenceText } from '../scan.ts';
import { articleEvents, type ToldEvent } from './article-events.ts';
import { articlePair } from './article-parties.ts';
import { castActors } from './cast-actors.ts';
import { commentaryOf } from './commentary.ts';
import { eventConfidence, eventFactors } from './event-confidence.ts';
import { spokenDate } from './event-date.ts';
import type { EventFactors } from './event-factors.ts';
import type { Cast, EventReading } from './event-reading.ts';
import { findActors } from './find-actors.ts';
import { bestTrigger, lemmas, type Trigger } from './find-trigger.ts';
import { type EventRule, type PatternHit, type PatternIndex, ruleOf } from './patterns.ts';
import { foreignWords, readForeignSentence } from './read-foreign.ts';

/** A sentence that speaks of something this many years before the article only recalls it. */
const RECALLS_YEARS = 1;
const CAPTION =
  /\b(?:file photo|photo by|photo:|photograph:|image caption|getty images)\b|\((?:L|R|C|left|right|centre|center)\)/i;
/** Roles that hold no talks between states; their meetings and arrivals are other news. */
const NO_DIPLOMATS = new Set(['CVL', 'COP', 'UAF', 'BUS']);
/** People are introduced in the first sentences. */
const INTRODUCES = 8;
/** Sentences of a text that may tell two events each. */
const LEADS = 2;
/** Below this an event is left out. */
const LEAST_CONFIDENCE = 0.2;
/** Sentences shorter than this tell too little (section heads, labels). */
const LEAST_WORDS = 4;

/** The events of an article: the main ones first, then by what the article is about. */
export function readEvents(reading: EventReading): NewsEvent[] {
  const told: ToldEvent[] = [];
  const { scanned } = reading;
  const words = reading.language === 'en' ? lemmas(scanned) : foreignWords(scanned, reading.language);
  const context: Context = {
    last: null,
    pair: articlePair(scanned, reading.places, reading.names, reading.hasTitle),
  };
  for (let n = 0; n + 1 < scanned.first.length; n += 1) {
    const start = scanned.first[n] as number;
    const stop = scanned.first[n + 1] as number;
    if (stop - start < LEAST_WORDS) continue;
    const found =
      reading.language === 'en'
        ? readSentence(reading, words, n, start, stop, context)
        : readForeignSentence(reading, words, n, start, stop, context.pair);
    if (!found && n < INTRODUCES) introduce(reading, start, stop);
    if (!found) continue;
    context.last = found.cast;
    told.push(found);
    // A lead often tells two things: "telephoned him, urging a truce".
    const lead =
      reading.language === 'en' && scanned.first.length - 1 > LEADS && n < LEADS + (reading.hasTitle ? 1 : 0);
    const second = lead ? readSentence(reading, words, n, start, stop, context, found.hit) : null;
    if (second) told.push({ ...second, second: true });
  }
  return articleEvents(told, {
    scanned,
    hasTitle: reading.hasTitle,
    countries: reading.countries,
    commentary: commentaryOf(scanned, reading.hasTitle),
  });
}

/** A sentence without an event may say who a person is that acts later. */
function introduce(reading: EventReading, start: number, stop: number): void {
  const unknown = reading.names.some(
    (n) => n.type === 'person' && n.country === null && n.from >= start && n.to <= stop,
  );
  if (unknown) reading.people.learn(reading.scanned, reading.names, findActors(reading, start, stop, stop));
}

/** What the sentences before tell for those that follow. */
interface Context {
  last: Cast | null;
  pair: [string, string] | null;
}

function readSentence(
  reading: EventReading,
  words: string[],
  n: number,
  start: number,
  stop: number,
  context: Context,
  besides?: PatternHit,
): (ToldEvent & { hit: PatternHit }) | null {
  const { scanned } = reading;
  const trigger = bestTrigger(scanned, words, reading.patterns, start, stop, besides);
  if (!trigger) return null;
  const sentence = sentenceText(scanned, n);
  const note = (rule: EventRule, dropped: string | null, factors: EventFactors | null = null): null => {
    reading.note?.({
      sentence,
      phrase: phraseOf(scanned, trigger.hit),
      plover: rule.class,
      cameo: rule.cameo,
      factors,
      dropped,
    });
    return null;
  };
  if (CAPTION.test(sentence)) return note(trigger.hit.rule, 'a caption');
  const actors = findActors(reading, start, stop, trigger.hit.from);
  reading.people.learn(scanned, reading.names, actors);
  if (actors.length === 0) return note(trigger.hit.rule, 'nobody who acts');
  let cast = castActors(scanned, words, trigger, actors, start, reading.countries, context.pair);
  if (!cast.known && context.last) cast = resolve(scanned, start, cast, context.last);
  const when = spokenDate(scanned.key.slice(start, stop), reading.publishedAt, trigger.modality === 'planned');
  if (when.yearsAgo >= RECALLS_YEARS)
    return note(trigger.hit.rule, `recalled: ${when.yearsAgo} years before the article`);
  const rule = accuses(cast, trigger, reading.patterns);
  if (rule !== trigger.hit.rule) cast = { ...cast, source: [cast.teller as string], target: cast.source };
  if (rule.class === 'CONSULT' && NO_DIPLOMATS.has(cast.sourceRole ?? '')) return note(rule, 'no diplomats');
  const factors = eventFactors(scanned, { start, stop, n }, trigger, cast, reading.hardNews);
  const confidence = eventConfidence(rule.class, factors);
  if (confidence < LEAST_CONFIDENCE) return note(rule, `confidence ${confidence.toFixed(2)}`, factors);
  note(rule, null, factors);
  const event = {
    plover: rule.class,
    cameo: rule.cameo,
    mode: rule.mode,
    source: cast.source,
    target: cast.target,
    sourceRole: cast.sourceRole,
    targetRole: cast.targetRole,
    date: when.date,
    modality: trigger.modality,
    sentence,
    confidence: Math.round(100 * confidence) / 100,
  };
  return { event, cast, start, stop, trigger: trigger.hit.from, hit: trigger.hit };
}

/** The words of a phrase as the text writes them. */
function phraseOf(scanned: Scan, { from, to }: PatternHit): string {
  return scanned.text.slice(scanned.start[from], scanned.end[to - 1]);
}

const SINGULAR = new Set(['he', 'she']);
const PLURAL = new Set(['they', 'both']);

/** "He", "they", "the two" at the start of a sentence are those of the event before. */
function resolve(scanned: Scan, start: number, cast: Cast, last: Cast): Cast {
  const first = scanned.key[start] as string;
  if (SINGULAR.has(first)) return { ...cast, source: last.source, sourceRole: last.sourceRole };
  if (PLURAL.has(first) || (first === 'the' && scanned.key[start + 1] === 'two')) {
    const [one, ...others] = [...last.source, ...last.target];
    if (one)
      return { ...cast, source: [one], target: others.length > 0 ? others : cast.target, sourceRole: last.sourceRole };
  }
  return cast;
}

/** "Israel said that mortars were fired from Gaza": a state that tells of another's violence accuses it (CAMEO 112). */
function accuses(cast: Cast, trigger: Trigger, patterns: PatternIndex): EventRule {
  const { rule } = trigger.hit;
  const other = cast.source[0];
  if (rule.class !== 'ASSAULT' || !cast.teller || !other || other === cast.teller) return rule;
  return ruleOf(patterns, 'accuse') ?? rule;
}
