import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import type { PlaceMention } from '../find-places.ts';
import type { NameLexicon } from '../lexicon.ts';
import type { NameMention } from '../names/name-mention.ts';
import { type Scan, sentenceText } from '../scan.ts';
import { castActors } from './cast-actors.ts';
import { spokenDate } from './event-date.ts';
import { type AgentTrie, findActors } from './find-actors.ts';
import { bestTrigger, lemmas } from './find-trigger.ts';
import type { PatternIndex } from './patterns.ts';

/** What the events are read from. */
export interface EventReading {
  s: Scan;
  places: readonly PlaceMention[];
  names: readonly NameMention[];
  lexicon: NameLexicon;
  agents: AgentTrie;
  patterns: PatternIndex;
  /** The article's countries, best first: where an actor's own is not told. */
  countries: readonly string[];
  publishedAt: string | null | undefined;
}

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
  const words = lemmas(s);
  for (let n = 0; n + 1 < s.first.length; n++) {
    const start = s.first[n] as number;
    const stop = s.first[n + 1] as number;
    if (stop - start < LEAST_WORDS) continue;
    const event = readSentence(r, words, n, start, stop);
    if (event) addEvent(events, event);
  }
  return events.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_EVENTS);
}

function readSentence(r: EventReading, words: string[], n: number, start: number, stop: number): NewsEvent | null {
  const { s } = r;
  const trigger = bestTrigger(s, words, r.patterns, start, stop);
  if (!trigger) return null;
  const sentence = sentenceText(s, n);
  if (CAPTION.test(sentence)) return null;
  const actors = findActors(s, r.places, r.names, r.agents, r.lexicon, start, stop, trigger.hit.from);
  if (actors.length === 0) return null;
  const cast = castActors(s, words, trigger, actors, start, r.countries);
  const when = spokenDate(s.key.slice(start, stop), r.publishedAt, trigger.modality === 'planned');
  if (when.yearsAgo >= RECALLS_YEARS) return null;
  const { rule } = trigger.hit;
  if (rule.class === 'CONSULT' && NO_DIPLOMATS.has(cast.sourceRole ?? '')) return null;
  const told = (cast.source.length > 0 ? 0.15 : 0) + (cast.target.length > 0 ? 0.1 : 0);
  return {
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
