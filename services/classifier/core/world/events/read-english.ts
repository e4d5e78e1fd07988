import { type Scan, sentenceText } from '../scan.ts';
import { behindFurniture } from './behind-furniture.ts';
import { castActors } from './cast-actors.ts';
import { readClause } from './clause.ts';
import { doubtOf, hasViolence, isFurniture, isOutright } from './doubts.ts';
import { eventConfidence, eventFactors } from './event-confidence.ts';
import { spokenDate } from './event-date.ts';
import type { EventNote, EventReading } from './event-reading.ts';
import { findActors } from './find-actors.ts';
import { findTriggers, inItsPlace, type Trigger } from './find-trigger.ts';
import { type EventRule, type PatternHit, type PatternIndex, ruleOf } from './patterns.ts';
import type { Cast, ToldEvent } from './told-event.ts';

/** A sentence that speaks of something this many years before the article only recalls it. */
const RECALLS_YEARS = 1;
const CAPTION =
  /\b(?:file photo|photo by|photo:|photograph:|image caption|getty images)\b|\((?:L|R|C|left|right|centre|center)\)/i;
/** Roles that hold no talks between states; their meetings and arrivals are other news. */
const NO_DIPLOMATS = new Set(['CVL', 'COP', 'UAF', 'BUS', 'MED']);
/** Below this an event is left out: of a text of a sentence or two, and of an article, which weighs it against its others. */
const LEAST_ALONE = 0.2;
const LEAST_IN_ARTICLE = 0.03;
/** Sentences to which a page's labels stick: the first ones. */
const LABELLED = 4;
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

/**
 * The events that one English sentence of an article may tell, surest first; of a text of a sentence or two the one of the word that stands
 * best.
 */
export function readEnglishSentence(
  reading: EventReading,
  words: string[],
  whole: Span,
  context: Context,
): ToldEvent[] {
  const { scanned, patterns } = reading;
  const span = {
    ...whole,
    start: whole.n < LABELLED ? behindFurniture(scanned, whole.start, whole.stop) : whole.start,
  };
  const triggers = findTriggers(scanned, words, patterns, span.start, span.stop);
  if (triggers.length === 0) return [];
  const isAlone = scanned.first.length - 1 <= ALONE;
  const sentence = sentenceText(scanned, span.n);
  const isHeadline = reading.hasTitle && span.n === 0;
  const text =
    span.start === whole.start ? sentence : scanned.text.slice(scanned.start[span.start]!, scanned.end[span.stop - 1]);
  const furniture = CAPTION.test(text)
    ? 'a caption'
    : !isAlone && !isHeadline && isFurniture(scanned, span.start, span.stop, text)
      ? 'words of the page'
      : null;
  const told: ToldEvent[] = [];
  let dropped: EventNote | null = null;
  for (const found of triggers.slice(0, isAlone || furniture !== null ? 1 : MOST_TRIGGERS)) {
    const trigger = isNamed(reading, found.hit.from) ? null : inItsPlace(scanned, words, patterns, span.start, found);
    if (!trigger) continue;
    const note: EventNote = {
      sentence,
      phrase: phraseOf(scanned, trigger.hit),
      plover: trigger.hit.rule.class,
      cameo: trigger.hit.rule.cameo,
      factors: null,
      dropped: furniture,
    };
    const event = furniture !== null ? null : readTrigger(reading, trigger, span, context, note);
    if (event) {
      told.push(event);
      reading.note?.(note);
    } else dropped ??= note;
  }
  if (told.length === 0 && dropped) reading.note?.(dropped);
  return told.sort(bySureness).map((one, rank) => ({ ...one, rank }));
}

/** "Ban Ki-moon": a word of somebody's name tells no event. */
function isNamed({ names }: EventReading, word: number): boolean {
  return names.some(
    ({ type, from, to, sure }) => type === 'person' && sure && to - from > 1 && from <= word && word < to,
  );
}

/** What is told outright is told surer than what a noun or a hanging verb beside it seems to tell. */
function bySureness(one: ToldEvent, other: ToldEvent): number {
  if (one.outright !== other.outright) return one.outright ? -1 : 1;
  return other.event.confidence - one.event.confidence;
}

/** The event of one trigger; null where it is none, and then the note says why. */
function readTrigger(
  reading: EventReading,
  trigger: Trigger,
  { n, start, stop }: Span,
  context: Context,
  note: EventNote,
): ToldEvent | null {
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
  // "The Danish leader said he was open to talks": he is the one who says so.
  if (clause.fit === 'pronoun' && clause.under === 'said' && cast.teller) cast = saidOfSelf(cast, cast.teller);
  else if (!isAlone && clause.fit === 'pronoun' && !cast.known && scanned.key[start] === 'it')
    return drop('whoever that is');
  if (!isAlone && cast.source.length + cast.target.length === 0) return drop('no party known');
  const when = spokenDate(scanned.key.slice(start, stop), reading.publishedAt, trigger.modality === 'planned');
  if (when.yearsAgo >= RECALLS_YEARS) return drop(`recalled: ${when.yearsAgo} years before the article`);
  const told = accuses(cast, trigger, reading.patterns);
  if (told !== trigger.hit.rule) cast = { ...cast, source: [cast.teller as string], target: cast.source };
  const rule = inWords(scanned, { start, stop }, told, cast, reading.patterns);
  note.plover = rule.class;
  note.cameo = rule.cameo;
  if (rule.class === 'CONSULT' && NO_DIPLOMATS.has(cast.sourceRole ?? '')) return drop('no diplomats');
  if (rule.class === 'CONSULT' && !isAlone && (cast.source.length === 0 || cast.target.length === 0)) {
    const met = n <= (hasTitle ? 1 : 0) ? metByPair(cast, context.pair) : null;
    if (!met) return drop('a meeting of one');
    cast = met;
  }
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
  if (confidence < (isAlone ? LEAST_ALONE : LEAST_IN_ARTICLE))
    return drop(`confidence ${confidence.toFixed(2)}${doubt ? `: ${doubt.why}` : ''}`);
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
  return {
    event,
    cast,
    start,
    stop,
    trigger: trigger.hit.from,
    outright,
    doubted: doubt !== null,
    form: clause.form,
    rank: 0,
  };
}

/** "Ministers resume talks", "France to resume talks": where headline or lead tell fewer than two, the two that the news is between meet. */
function metByPair(cast: Cast, pair: readonly [string, string] | null): Cast | null {
  if (!pair) return null;
  const own = cast.source[0] ?? cast.target[0] ?? pair[0];
  if (!pair.includes(own)) return null;
  return { ...cast, source: [own], target: pair.filter((country) => country !== own), assumed: false, paired: true };
}

/** A cast whose source is the one who tells it. */
function saidOfSelf(cast: Cast, teller: string): Cast {
  const others = [...cast.target, ...cast.source].filter((code) => code !== teller);
  return { ...cast, source: [teller], target: others.length > 0 ? [...new Set(others)] : cast.target };
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
