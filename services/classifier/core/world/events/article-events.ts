import type { EventRole, NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import type { NewsFactors } from './event-factors.ts';
import type { WeighedEvent } from './event-reading.ts';
import { judgedConfidence } from './judged-confidence.ts';
import { newsChance } from './news-chance.ts';
import { isAnchored, newsFactors } from './news-factors.ts';
import { type ArticleFrame, isSameEvent, isTurned, type ToldEvent } from './told-event.ts';

/** Events of one article: a desk notes few, and what stands far from the news is history or detail of it. */
const MOST_EVENTS = 4;
/** Main events at most, as a desk would note them. */
const MOST_MAIN = 3;
/** The least chance of being the article's news: of its first event, of one that neither headline nor lead speaks of, of those beside it. */
const LEAST_FIRST = 0.2;
const LEAST_UNANCHORED = 0.45;
const LEAST_BESIDE = 0.4;
/** What neither headline nor lead speaks of has to be told surely besides, in log odds. */
const LEAST_SURE = -1;
/** A text that is a view more than a report tells news only where it is plainly that. */
const MOSTLY_VIEW = 0.5;
const LEAST_IN_VIEW = 0.5;
/** The least chance of being as told: of the first event, of those beside it. */
const LEAST_RIGHT = 0.08;
const LEAST_RIGHT_BESIDE = 0.27;
/** A fuller telling gives the sides where it is not much less what the article is about. */
const NEAR_AS_MUCH = 0.5;
/** What an article recalls is not said surely as an event of it. */
const RECALLED_AT_MOST = 0.45;
/** Below this an article is no hard news at all: sport, culture, markets. */
const LEAST_HARD = 0.01;
/** Nothing below this chance is an event of a sentence or two. */
const LEAST_ALONE = 0.2;
const ALONE = 2;

/** The events of an article from those that its sentences may tell: each once, with its part, main ones first. */
export function articleEvents(
  told: readonly ToldEvent[],
  frame: ArticleFrame,
  note?: (weighed: WeighedEvent) => void,
): NewsEvent[] {
  const factors = newsFactors(told, frame);
  const weighed = told.map((one, n) => weigh(one, factors[n] as NewsFactors));
  if (note) for (const [n, { news, sure }] of weighed.entries()) note(noted(told[n]!, factors[n]!, news, sure));
  if (frame.scanned.first.length - 1 <= ALONE)
    return once(weighed.sort((one, other) => other.sure - one.sure))
      .filter(({ sure }) => chanceOf(sure) >= LEAST_ALONE)
      .slice(0, MOST_EVENTS)
      .map(({ told: { event }, sure }) => published(event, 'main', chanceOf(sure)));
  if (frame.hardNews < LEAST_HARD) return [];
  const events: NewsEvent[] = [];
  const kept: Weighed[] = [];
  let main = 0;
  for (const one of once(weighed.sort((a, b) => b.news - a.news))) {
    const isFirst = events.length === 0;
    if (one.news < (isFirst ? (one.anchored ? LEAST_FIRST : LEAST_UNANCHORED) : LEAST_BESIDE)) continue;
    if (!one.anchored && one.sure < LEAST_SURE) continue;
    if (kept.some((better) => isTurned(better.told, one.told) && !isToldApart(better.told, one.told))) continue;
    if (frame.commentary > MOSTLY_VIEW && one.news < LEAST_IN_VIEW) continue;
    if (one.right < (isFirst ? LEAST_RIGHT : LEAST_RIGHT_BESIDE)) continue;
    kept.push(one);
    const isMain = isFirst || (one.ahead && !one.recalled && !one.quoted && main < MOST_MAIN);
    if (isMain) main += 1;
    const role = isMain ? 'main' : one.recalled ? 'background' : one.quoted ? 'quoted' : 'detail';
    events.push(published(one.told.event, role, one.right));
  }
  return inOrder(events).slice(0, MOST_EVENTS);
}

/** Both ways round are told where each has a sentence of its own that tells it outright. */
function isToldApart(one: ToldEvent, other: ToldEvent): boolean {
  return one.start !== other.start && other.outright && !other.doubted;
}

const ORDER = { main: 0, detail: 1, quoted: 2, background: 3 } as const;

/** By part; within one the order stays, which is by what the article is about. */
function inOrder(events: readonly NewsEvent[]): NewsEvent[] {
  return [...events].sort((a, b) => ORDER[a.role ?? 'detail'] - ORDER[b.role ?? 'detail']);
}

interface Weighed {
  told: ToldEvent;
  /** The chance that it is what the article is about. */
  news: number;
  /** How sure it is as told, in log odds, by what speaks for and against it. */
  sure: number;
  /** The chance that it is as told, as readers judged such. */
  right: number;
  /** Headline or lead speak of it. */
  anchored: boolean;
  /** Told where the news stands: headline, lead, or in the headline's words. */
  ahead: boolean;
  recalled: boolean;
  quoted: boolean;
}

function weigh(told: ToldEvent, factors: NewsFactors): Weighed {
  const news = newsChance(factors);
  return {
    told,
    news,
    right: Math.min(judgedConfidence(factors, news), factors.recalled === 1 ? RECALLED_AT_MOST : 1),
    sure: factors.sure,
    anchored: isAnchored(factors),
    ahead: factors.title + factors.lead > 0 || factors.likeness > (factors.second === 1 ? 0.15 : 0.34),
    recalled: factors.recalled === 1,
    quoted: factors.quoted === 1,
  };
}

function noted({ event }: ToldEvent, factors: NewsFactors, news: number, sure: number): WeighedEvent {
  const { sentence, plover, source, target, modality } = event;
  return { sentence, plover, source, target, modality, factors, news, sure };
}

/** One event however often it is told, with the fuller telling's sides; the first telling is the one nearest to the news. */
function once(weighed: readonly Weighed[]): Weighed[] {
  const kept: Weighed[] = [];
  for (const one of weighed) {
    const same = kept.find((other) => isSameEvent(other.told, one.told));
    if (same) join(same, one);
    else kept.push({ ...one });
  }
  return kept;
}

function join(kept: Weighed, again: Weighed): void {
  kept.sure = Math.max(kept.sure, again.sure);
  kept.ahead ||= again.ahead;
  kept.anchored ||= again.anchored;
  const poor = ({ event, cast }: ToldEvent) => cast.assumed || event.source.length === 0 || event.target.length === 0;
  if (!poor(kept.told) || poor(again.told) || again.recalled || again.news < NEAR_AS_MUCH * kept.news) return;
  kept.told = again.told;
}

function published(event: NewsEvent, role: EventRole, confidence: number): NewsEvent {
  return { ...event, role, confidence: Math.round(100 * confidence) / 100 };
}

function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
