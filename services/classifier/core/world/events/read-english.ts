import { type Scan, sentenceText } from '../scan.ts';
import type { ToldEvent } from './article-events.ts';
import { castActors } from './cast-actors.ts';
import { readClause } from './clause.ts';
import { doubtOf, hasViolence, isFurniture, isOutright } from './doubts.ts';
import { eventConfidence, eventFactors } from './event-confidence.ts';
import { spokenDate } from './event-date.ts';
import type { Cast, EventNote, EventReading } from './event-reading.ts';
import { findActors } from './find-actors.ts';
import { findTriggers, inItsPlace, type Trigger } from './find-trigger.ts';
import { type EventRule, type PatternHit, type PatternIndex, ruleOf } from './patterns.ts';

/** A sentence that speaks of something this many years before the article only recalls it. */
const RECALLS_YEARS = 1;
const CAPTION =
  /\b(?:file photo|photo by|photo:|photograph:|image caption|getty images)\b|\((?:L|R|C|left|right|centre|center)\)/i;
/** Roles that hold no talks between states; their meetings and arrivals are other news. */
const NO_DIPLOMATS = new Set(['CVL', 'COP', 'UAF', 'BUS', 'MED']);
/** Below this an event is left out. */
const LEAST_CONFIDENCE = 0.2;
/** Words of one sentence that are weighed against each other. */
const MOST_TRIGGERS = 4;
/** A text of no more sentences than this was written to tell its event: the word that stands best tells it. */
const ALONE = 2;

/** What the sentences before tell for those that follow. */
export interface Context {
  last: Cast | null;
  pair: [string, string] | null;
  home: string | null;
}

/** The words from `start` to `stop`: sentence `n`. */
interface Span {
  n: number;
  start: number;
  stop: number;
}

type Told = ToldEvent & { hit: PatternHit; outright: boolean };

/**
 * The event of one English sentence. In an article it is the one of its triggers that is told most surely; null where none is sure
 * enough. `besides`: apart from this one, where a sentence tells two things.
 */
export function readEnglishSentence(
  reading: EventReading,
  words: string[],
  span: Span,
  context: Context,
  besides?: PatternHit,
): Told | null {
  const { scanned, patterns } = reading;
  const triggers = findTriggers(scanned, words, patterns, span.start, span.stop, besides);
  const first = triggers[0];
  if (!first) return null;
  const isAlone = scanned.first.length - 1 <= ALONE;
  const sentence = sentenceText(scanned, span.n);
  const isHeadline = reading.hasTitle && span.n === 0;
  const furniture = CAPTION.test(sentence)
    ? 'a caption'
    : !isAlone && !isHeadline && isFurniture(scanned, span.start, span.stop, sentence)
      ? 'words of the page'
      : null;
  let best: Told | null = null;
  let bestNote: EventNote | null = null;
  for (const found of triggers.slice(0, isAlone || furniture !== null ? 1 : MOST_TRIGGERS)) {
    const trigger = inItsPlace(scanned, words, patterns, span.start, found);
    if (!trigger) continue;
    const note: EventNote = {
      sentence,
      phrase: phraseOf(scanned, trigger.hit),
      plover: trigger.hit.rule.class,
      cameo: trigger.hit.rule.cameo,
      factors: null,
      dropped: furniture,
    };
    const told = furniture !== null ? null : readTrigger(reading, trigger, span, context, note);
    if (told ? !best || isSurer(told, best) : !bestNote) bestNote = note;
    if (told && (!best || isSurer(told, best))) best = told;
  }
  if (bestNote) reading.note?.(bestNote);
  return best;
}

/** What is told outright is told surer than what a noun or a hanging verb beside it seems to tell. */
function isSurer(one: Told, other: Told): boolean {
  return one.outright === other.outright ? one.event.confidence > other.event.confidence : one.outright;
}

/** The event of one trigger; null where it is none, and then the note says why. */
function readTrigger(
  reading: EventReading,
  trigger: Trigger,
  { n, start, stop }: Span,
  context: Context,
  note: EventNote,
): Told | null {
  const { scanned, countries, hasTitle, hardNews } = reading;
  const { sentence } = note;
  const drop = (why: string): null => {
    note.dropped = why;
    return null;
  };
  const actors = findActors(reading, start, stop, trigger.hit.from);
  reading.people.learn(scanned, reading.names, actors);
  if (actors.length === 0) return drop('nobody who acts');
  const clause = readClause(scanned, actors, trigger.hit, start, stop);
  const isAlone = scanned.first.length - 1 <= ALONE;
  let cast = castActors(scanned, trigger, actors, clause, start, {
    countries,
    pair: context.pair,
    home: context.home,
    isShort: isAlone,
  });
  if (context.last && (!cast.known || (clause.fit === 'pronoun' && cast.sourceRole === null)))
    cast = resolve(scanned, start, cast, context.last);
  if (!isAlone && cast.source.length + cast.target.length === 0) return drop('no party known');
  const when = spokenDate(scanned.key.slice(start, stop), reading.publishedAt, trigger.modality === 'planned');
  if (when.yearsAgo >= RECALLS_YEARS) return drop(`recalled: ${when.yearsAgo} years before the article`);
  const told = accuses(cast, trigger, reading.patterns);
  if (told !== trigger.hit.rule) cast = { ...cast, source: [cast.teller as string], target: cast.source };
  const rule = inWords(scanned, { start, stop }, told, cast, reading.patterns);
  note.plover = rule.class;
  note.cameo = rule.cameo;
  if (rule.class === 'CONSULT' && NO_DIPLOMATS.has(cast.sourceRole ?? '')) return drop('no diplomats');
  if (rule.class === 'CONSULT' && !isAlone && (cast.source.length === 0 || cast.target.length === 0))
    return drop('a meeting of one');
  const doubt = doubtOf(scanned, trigger, clause, cast, { start, stop, isHeadline: hasTitle && n === 0 });
  if (doubt?.certain && !isAlone) return drop(doubt.why);
  const outright = isOutright(scanned, trigger, clause, reading.sure);
  const factors = eventFactors(scanned, { start, stop, n }, trigger, cast, clause, {
    hardNews,
    hasTitle,
    outright,
    doubt: doubt !== null,
  });
  note.factors = factors;
  const confidence = eventConfidence(rule.class, factors);
  if (confidence < LEAST_CONFIDENCE) return drop(`confidence ${confidence.toFixed(2)}${doubt ? `: ${doubt.why}` : ''}`);
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
  return { event, cast, start, stop, trigger: trigger.hit.from, hit: trigger.hit, outright };
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

/** Who fights with words only: politicians. */
const SPEAKERS = new Set(['GOV', 'LEG', 'OPP', 'PTY']);

/** "attacked his rival": between politicians, and with nothing else violent told, words are meant. */
function inWords(
  scanned: Scan,
  { start, stop }: { start: number; stop: number },
  rule: EventRule,
  cast: Cast,
  patterns: PatternIndex,
): EventRule {
  if (rule.class !== 'ASSAULT' || !SPEAKERS.has(cast.sourceRole ?? '') || !SPEAKERS.has(cast.targetRole ?? ''))
    return rule;
  return hasViolence(scanned.key.slice(start, stop)) ? rule : (ruleOf(patterns, 'criticize') ?? rule);
}
