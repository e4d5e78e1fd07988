import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import type { Scan } from '../scan.ts';
import { articleEvents } from './article-events.ts';
import { articleHome, articlePair } from './article-parties.ts';
import { commentaryOf } from './commentary.ts';
import { afterDateline, withLead } from './dateline.ts';
import type { EventReading } from './event-reading.ts';
import { findActors } from './find-actors.ts';
import { lemmas } from './find-trigger.ts';
import { otherCasts } from './other-casts.ts';
import { type Context, readEnglishSentence } from './read-english.ts';
import { foreignWords, readForeignSentence } from './read-foreign.ts';
import type { ToldEvent } from './told-event.ts';

/** People are introduced in the first sentences. */
const INTRODUCES = 8;
/** Sentences in which whose officials the news is of is told. */
const OPENS = 2;
const OFFICIALS = new Set(['GOV', 'LEG', 'JUD']);
/** Words of a heading. */
const MOST_HEADING = 30;
/** Sentences shorter than this tell too little (section heads, labels). */
const LEAST_WORDS = 4;
const LEAST_OF_HEADLINE = 3;

/** The events of an article: the main ones first, then by what the article is about. */
export function readEvents(given: EventReading): NewsEvent[] {
  const told: ToldEvent[] = [];
  const headed = given.hasTitle || !isHeaded(given.scanned) ? given : { ...given, hasTitle: true };
  const reading = { ...headed, scanned: withLead(headed.scanned, headed.hasTitle) };
  const { scanned } = reading;
  const words = reading.language === 'en' ? lemmas(scanned) : foreignWords(scanned, reading.language);
  const context: Context = {
    last: null,
    pair: articlePair(scanned, reading.places, reading.names, reading.hasTitle),
    home: articleHome(reading.names, reading.countries),
  };
  for (let n = 0; n + 1 < scanned.first.length; n += 1) {
    const start = scanned.first[n] as number;
    const stop = scanned.first[n + 1] as number;
    if (stop - start < (n === 0 && reading.hasTitle ? LEAST_OF_HEADLINE : LEAST_WORDS)) continue;
    const found =
      reading.language === 'en'
        ? readEnglishSentence(reading, words, { n, start, stop }, context)
        : readForeignSentence(reading, words, { n, start, stop }, context);
    const [best] = found;
    if (!best && n < INTRODUCES) introduce(reading, start, stop);
    if (best) context.last = best.cast;
    // Whose official headline or lead tell of, the officials behind are of, too.
    if (best && n < OPENS && OFFICIALS.has(best.cast.sourceRole ?? '') && best.cast.known && !best.cast.assumed)
      context.home ??= best.cast.source[0] ?? null;
    told.push(...found);
  }
  const sentenceOf = (word: number) => scanned.sentence[word] as number;
  told.push(...otherCasts(told, context.pair, sentenceOf, reading.hasTitle, namedAhead(reading)));
  const frame = {
    scanned,
    hasTitle: reading.hasTitle,
    countries: reading.countries,
    pair: context.pair,
    language: reading.language,
    hardNews: reading.hardNews,
    commentary: commentaryOf(scanned, reading.hasTitle),
  };
  return articleEvents(told, frame, reading.weighed);
}

/** Without a headline, a short first sentence before a dateline is one. */
function isHeaded(scanned: Scan): boolean {
  const [first, second, third] = scanned.first;
  if (second === undefined || third === undefined || first === undefined) return false;
  return second - first <= MOST_HEADING && afterDateline(scanned, second, third) > second;
}

/** A sentence without an event may say who a person is that acts later. */
function introduce(reading: EventReading, start: number, stop: number): void {
  const unknown = reading.names.some(
    (n) => n.type === 'person' && n.country === null && n.from >= start && n.to <= stop,
  );
  if (unknown) reading.people.learn(reading.scanned, reading.names, findActors(reading, start, stop, stop));
}

/** Those of the article's countries that headline or lead name, best first. */
function namedAhead({ scanned, places, hasTitle, countries }: EventReading): string[] {
  const stop = scanned.first[Math.min(hasTitle ? 2 : 1, scanned.first.length - 1)] as number;
  return countries.filter((country) => places.some(({ from, place }) => from < stop && place.country === country));
}
