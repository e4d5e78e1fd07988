import { LOWER, type Scan } from '../scan.ts';
import type { NewsFactors } from './event-factors.ts';
import { lemma } from './lemma.ts';
import { isOld, isQuoted, isRecalled } from './recalled.ts';
import type { ArticleFrame, ToldEvent } from './told-event.ts';

/** Sentences after this many are all alike. */
const DEEP = 12;
const MOST_RETOLD = 3;
/** Words of a sentence after which all are late alike. */
const LATE = 25;

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** The factors of each of the events that an article's sentences may tell. */
export function newsFactors(told: readonly ToldEvent[], frame: ArticleFrame): NewsFactors[] {
  const { scanned, hasTitle, countries, pair } = frame;
  const title = hasTitle ? content(scanned, 0, scanned.first[1] ?? 0) : null;
  const bodyOf = ({ start }: ToldEvent) => (scanned.sentence[start] as number) - (hasTitle ? 1 : 0);
  return told.map((one) => {
    const { event, cast } = one;
    const [source, target] = [event.source[0], event.target[0]];
    const body = bodyOf(one);
    const parties = [...event.source, ...event.target];
    const isApart = source !== undefined && target !== undefined && source !== target;
    const same = told.filter((other) => other.start !== one.start && mayBeSame(one, other));
    const sentences = new Set(same.map(({ start }) => start)).size;
    const factors = {
      sure: 0,
      title: flag(body === -1),
      lead: flag(body === 0),
      second: flag(body === 1),
      depth: Math.min(Math.max(body, 0), DEEP) / DEEP,
      likeness: title && body >= 0 ? shared(scanned, one, title) : 0,
      rank: Math.min(one.rank, 2),
      outright: flag(one.outright),
      doubted: flag(one.doubted),
      noun: flag(one.form === 'noun'),
      // What the lead itself tells is the news, also with its year.
      recalled: flag((body > 0 || isOld(scanned, one.start, one.stop)) && isRecalled(scanned, one)),
      quoted: flag(isQuoted(scanned, one)),
      apart: flag(isApart && !cast.assumed),
      home: flag(source !== undefined && source === target),
      homeAmong: flag(source !== undefined && source === target && countries.length > 1),
      assumed: flag(cast.assumed),
      assumedAmong: flag(cast.assumed && countries.length > 1),
      oneSided: flag(source === undefined || target === undefined),
      topCountry: flag(countries[0] !== undefined && parties.includes(countries[0])),
      pair: flag(pair?.every((country) => parties.includes(country)) === true),
      offPair: flag(pair !== null && isApart && !pair.every((country) => parties.includes(country))),
      paired: flag(cast.paired),
      retold: Math.min(sentences, MOST_RETOLD) / MOST_RETOLD,
      sidesRetold: Math.min(sidesTold(told, one), MOST_RETOLD) / MOST_RETOLD,
      late: Math.min(one.trigger - one.start, LATE) / LATE,
      ahead: flag(
        told.some((other) => other.start !== one.start && bodyOf(other) <= 0 && other.event.plover === event.plover),
      ),
      unreal: flag(event.modality !== 'happened'),
      commentary: frame.commentary,
      hardNews: frame.hardNews,
      foreign: flag(frame.language !== 'en'),
    };
    return { ...factors, sure: sureness(one, factors) };
  });
}

/** Log odds by where and how an event is told, set by hand on one half of the labelled articles and checked on the other. */
const IN_LEAD = 0.3;
const IN_SECOND = 0.17;
const IN_TITLE = 0.07;
const LIKE_TITLE = 0.53;
const TOP_COUNTRY = 0.1;
const FAR_DOWN = -0.17;
const PAIR_KNOWN = 0.4;
const ASSUMED = -1.1;
const RECALLED = -1.2;
const LATER = -0.5;
const QUOTED = -0.9;
const COMMENTARY = -4;
/** Sentences after this many stand far down. */
const FAR = 6;

/** Log odds that an event is as told: what its own sentence gives, and what speaks for and against it in the article. */
function sureness({ event }: ToldEvent, factors: NewsFactors): number {
  return (
    Math.log(event.confidence / (1 - Math.min(event.confidence, 0.99))) +
    RECALLED * factors.recalled +
    LATER * factors.rank +
    QUOTED * factors.quoted +
    ASSUMED * factors.assumedAmong +
    PAIR_KNOWN * factors.apart +
    COMMENTARY * factors.commentary +
    IN_TITLE * factors.title +
    IN_LEAD * factors.lead +
    IN_SECOND * factors.second +
    FAR_DOWN * flag(factors.depth * DEEP > FAR) +
    LIKE_TITLE * factors.likeness +
    TOP_COUNTRY * factors.topCountry
  );
}

/** Whether headline or lead speak of it: they tell it, one of its class, or the sentence has the headline's words. */
export function isAnchored({ title, lead, likeness, ahead }: NewsFactors): boolean {
  return title + lead + ahead > 0 || likeness > LIKE_HEADLINE;
}

const LIKE_HEADLINE = 0.34;

/** Whether two tellings may be of one event: of one class, and the sides the same as far as both tell them. */
function mayBeSame(one: ToldEvent, other: ToldEvent): boolean {
  if (one.event.plover !== other.event.plover) return false;
  const side = (x: readonly string[], y: readonly string[]) =>
    x.length === 0 || y.length === 0 || x.some((country) => y.includes(country));
  return side(one.event.source, other.event.source) || side(one.event.target, other.event.target);
}

/** How many other sentences tell an event of any class from one's source to its target. */
function sidesTold(told: readonly ToldEvent[], one: ToldEvent): number {
  const shared = (x: readonly string[], y: readonly string[]) => x.some((country) => y.includes(country));
  const sentences = new Set<number>();
  for (const { start, event } of told)
    if (start !== one.start && shared(event.source, one.event.source) && shared(event.target, one.event.target))
      sentences.add(start);
  return sentences.size;
}

function content(scanned: Scan, from: number, to: number): Set<string> {
  const words = new Set<string>();
  for (let i = from; i < to; i += 1) {
    const key = scanned.key[i] as string;
    if (key.length > 3 || scanned.shape[i] !== LOWER) words.add(lemma(key));
  }
  return words;
}

/** The part of the headline's words that a sentence has. */
function shared(scanned: Scan, { start, stop }: ToldEvent, title: ReadonlySet<string>): number {
  if (title.size === 0) return 0;
  let n = 0;
  for (const word of content(scanned, start, stop)) if (title.has(word)) n += 1;
  return n / title.size;
}
