import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { articleEvents, type ToldEvent } from './article-events.ts';
import { articleHome, articlePair } from './article-parties.ts';
import { commentaryOf } from './commentary.ts';
import type { EventReading } from './event-reading.ts';
import { findActors } from './find-actors.ts';
import { lemmas } from './find-trigger.ts';
import { type Context, readEnglishSentence } from './read-english.ts';
import { foreignWords, readForeignSentence } from './read-foreign.ts';

/** People are introduced in the first sentences. */
const INTRODUCES = 8;
/** Sentences of a text that may tell two events each. */
const LEADS = 2;
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
    home: articleHome(reading.names, reading.countries),
  };
  for (let n = 0; n + 1 < scanned.first.length; n += 1) {
    const start = scanned.first[n] as number;
    const stop = scanned.first[n + 1] as number;
    if (stop - start < LEAST_WORDS) continue;
    const found =
      reading.language === 'en'
        ? readEnglishSentence(reading, words, { n, start, stop }, context)
        : readForeignSentence(reading, words, n, start, stop, context.pair);
    if (!found && n < INTRODUCES) introduce(reading, start, stop);
    if (!found) continue;
    context.last = found.cast;
    told.push(found);
    // A lead often tells two things: "telephoned him, urging a truce".
    const lead =
      reading.language === 'en' && scanned.first.length - 1 > LEADS && n < LEADS + (reading.hasTitle ? 1 : 0);
    const second = lead ? readEnglishSentence(reading, words, { n, start, stop }, context, found.hit) : null;
    if (second?.outright) told.push({ ...second, second: true });
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
