import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { type Scan, sentenceText } from '../scan.ts';
import { castActors } from './cast-actors.ts';
import { spokenDate } from './event-date.ts';
import type { Cast, EventReading, FoundEvent } from './event-reading.ts';
import { findActors } from './find-actors.ts';
import { bestTrigger, lemmas, type Trigger } from './find-trigger.ts';
import { type EventRule, type PatternIndex, ruleOf } from './patterns.ts';
import { foreignWords, readForeignSentence } from './read-foreign.ts';

/** Events of one class and one pair of countries that an article tells again count once. */
const MOST_EVENTS = 12;
/** A sentence that speaks of something this many years before the article only recalls it. */
const RECALLS_YEARS = 1;
const CAPTION =
  /\b(?:file photo|photo by|photo:|photograph:|image caption|getty images)\b|\((?:L|R|C|left|right|centre|center)\)/i;
/** Roles that hold no talks between states; their meetings and arrivals are other news. */
const NO_DIPLOMATS = new Set(['CVL', 'COP', 'UAF', 'BUS']);
/** Sentences shorter than this tell too little (section heads, labels). */
const LEAST_WORDS = 4;

/** The events of an article, surest first. */
export function readEvents(r: EventReading): NewsEvent[] {
  const events: NewsEvent[] = [];
  const { s } = r;
  const words = r.language === 'en' ? lemmas(s) : foreignWords(s, r.language);
  let last: Cast | null = null;
  for (let n = 0; n + 1 < s.first.length; n++) {
    const start = s.first[n] as number;
    const stop = s.first[n + 1] as number;
    if (stop - start < LEAST_WORDS) continue;
    const found: FoundEvent | null =
      r.language === 'en'
        ? readSentence(r, words, n, start, stop, last)
        : readForeignSentence(r, words, n, start, stop);
    if (!found) continue;
    last = found.cast;
    addEvent(events, found.event);
  }
  return events.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_EVENTS);
}

function readSentence(
  r: EventReading,
  words: string[],
  n: number,
  start: number,
  stop: number,
  last: Cast | null,
): FoundEvent | null {
  const { s } = r;
  const trigger = bestTrigger(s, words, r.patterns, start, stop);
  if (!trigger) return null;
  const sentence = sentenceText(s, n);
  if (CAPTION.test(sentence)) return null;
  const actors = findActors(r, start, stop, trigger.hit.from);
  if (actors.length === 0) return null;
  let cast = castActors(s, words, trigger, actors, start, r.countries);
  if (!cast.known && last) cast = resolve(s, start, cast, last);
  const when = spokenDate(s.key.slice(start, stop), r.publishedAt, trigger.modality === 'planned');
  if (when.yearsAgo >= RECALLS_YEARS) return null;
  const rule = accuses(cast, trigger, r.patterns);
  if (rule !== trigger.hit.rule) cast = { ...cast, source: [cast.teller as string], target: cast.source };
  if (rule.class === 'CONSULT' && NO_DIPLOMATS.has(cast.sourceRole ?? '')) return null;
  const told = (cast.source.length > 0 ? 0.15 : 0) + (cast.target.length > 0 ? 0.1 : 0);
  const event: NewsEvent = {
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
    confidence: Math.round(100 * Math.min(0.95, Math.max(0.05, 0.25 + 0.35 * trigger.score + told))) / 100,
  };
  return { event, cast };
}

const SINGULAR = new Set(['he', 'she']);
const PLURAL = new Set(['they', 'both']);

/** "He", "they", "the two" at the start of a sentence are those of the event before. */
function resolve(s: Scan, start: number, cast: Cast, last: Cast): Cast {
  const first = s.key[start] as string;
  if (SINGULAR.has(first)) return { ...cast, source: last.source, sourceRole: last.sourceRole };
  if (PLURAL.has(first) || (first === 'the' && s.key[start + 1] === 'two')) {
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

function addEvent(events: NewsEvent[], event: NewsEvent): void {
  const same = events.find(
    (e) =>
      e.plover === event.plover &&
      e.source[0] === event.source[0] &&
      e.target[0] === event.target[0] &&
      e.modality === event.modality,
  );
  if (!same) events.push(event);
  else if (event.confidence > same.confidence) Object.assign(same, event);
}
