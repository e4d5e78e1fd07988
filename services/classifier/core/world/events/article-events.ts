import type { EventRole, NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { LOWER, type Scan } from '../scan.ts';
import type { Cast } from './event-reading.ts';
import { judgedConfidence } from './judged-confidence.ts';
import { lemma } from './lemma.ts';

/** An event as one sentence tells it, before the article has its say. */
export interface ToldEvent {
  event: NewsEvent;
  cast: Cast;
  /** The words of its sentence, and the word that tells it. */
  start: number;
  stop: number;
  trigger: number;
  /** Whether the sentence tells another event before this one. */
  second?: boolean;
}

/** What an article says of itself. */
export interface ArticleFrame {
  scanned: Scan;
  hasTitle: boolean;
  /** Its countries, best first. */
  countries: readonly string[];
  /** How much of it is somebody's view rather than news, 0 to 1. */
  commentary: number;
}

/** Events of one article: a desk notes few, and what stands far from the news is history or detail of it. */
const MOST_EVENTS = 6;
/** Main events at most, as a desk would note them. */
const MOST_MAIN = 3;
/** Nothing below this is an event of the article, of several sentences or of one or two. */
const LEAST = 0.45;
const LEAST_FIRST = 0.25;
const LEAST_ALONE = 0.2;
/** What stands beside the main event has to be surer. */
const LEAST_BESIDE = 0.5;
const ALONE = 2;

/** Log odds by where and how an event is told, set by hand on one half of the labelled articles and checked on the other. */
const IN_LEAD = 0.9;
const IN_SECOND = 0.5;
const IN_TITLE = 0.2;
const LIKE_TITLE = 1.6;
const TOP_COUNTRY = 0.3;
const PAIR_KNOWN = 0.4;
const ASSUMED = -1.1;
const RECALLED = -1.2;
const SECOND = -0.5;
const QUOTED = -0.9;
const COMMENTARY = -4;
const DEEP = -0.5;

/** The events of an article from those of its sentences: each once, with its part, main ones first. */
export function articleEvents(told: readonly ToldEvent[], frame: ArticleFrame): NewsEvent[] {
  const sentences = frame.scanned.first.length - 1;
  const title = frame.hasTitle ? titleWords(frame.scanned) : null;
  const weighed = told.map((one) => weigh(one, frame, title)).sort((a, b) => b.about - a.about);
  const kept: Weighed[] = [];
  for (const one of weighed) {
    const same = kept.find((other) => isSame(other.told, one.told));
    if (same) join(same, one);
    else kept.push(one);
  }
  if (sentences <= ALONE)
    return kept
      .filter(({ sure }) => sure >= LEAST_ALONE)
      .slice(0, MOST_EVENTS)
      .map((one) => published(one, 'main'));
  const events: NewsEvent[] = [];
  let main = 0;
  for (const one of kept) {
    const isFirst = events.length === 0;
    const isMain = isFirst || (one.ahead && !one.recalled && !one.quoted && main < MOST_MAIN);
    if (one.sure < (isFirst ? LEAST_FIRST : isMain ? LEAST : LEAST_BESIDE)) continue;
    if (isMain) main += 1;
    events.push(judged(one, isMain ? 'main' : one.recalled ? 'background' : one.quoted ? 'quoted' : 'detail'));
  }
  return inOrder(events).slice(0, MOST_EVENTS);
}

const ORDER = { main: 0, detail: 1, quoted: 2, background: 3 } as const;

/** By part; within one the order stays, which is by what the article is about. */
function inOrder(events: readonly NewsEvent[]): NewsEvent[] {
  return [...events].sort((a, b) => ORDER[a.role ?? 'detail'] - ORDER[b.role ?? 'detail']);
}

interface Weighed {
  told: ToldEvent;
  /** How near it is to what the article is about, in log odds. */
  about: number;
  /** The chance that it is as told. */
  sure: number;
  /** Told where the news stands: headline, lead, or in the headline's words. */
  ahead: boolean;
  recalled: boolean;
  quoted: boolean;
}

function weigh(told: ToldEvent, frame: ArticleFrame, title: ReadonlySet<string> | null): Weighed {
  const { scanned, hasTitle, countries } = frame;
  const { event, cast, start, stop } = told;
  const n = scanned.sentence[start] as number;
  const body = hasTitle ? n - 1 : n;
  const likeness = title && n > 0 ? shared(scanned, start, stop, title) : 0;
  // What the lead itself tells is the news, also with its year.
  const recalled = (body > 0 || isOld(scanned, start, stop)) && isRecalled(scanned, told);
  const quoted = isQuoted(scanned, told);
  const parties = [...event.source, ...event.target];
  const spoken =
    (recalled ? RECALLED : 0) +
    (told.second ? SECOND : 0) +
    (quoted ? QUOTED : 0) +
    (cast.assumed && countries.length > 1 ? ASSUMED : 0) +
    (event.source[0] && event.target[0] && event.source[0] !== event.target[0] && !cast.assumed ? PAIR_KNOWN : 0) +
    COMMENTARY * frame.commentary;
  const placed =
    (body === -1 ? IN_TITLE : body === 0 ? IN_LEAD : body === 1 ? IN_SECOND : body > 6 ? DEEP : 0) +
    LIKE_TITLE * likeness +
    (countries[0] !== undefined && parties.includes(countries[0]) ? TOP_COUNTRY : 0);
  const odds = Math.log(event.confidence / (1 - Math.min(event.confidence, 0.99)));
  return {
    told,
    about: odds + spoken + placed,
    sure: 1 / (1 + Math.exp(-(odds + spoken + placed / 3))),
    ahead: body <= 0 || likeness > 0.34 || (body === 1 && likeness > 0.15),
    recalled,
    quoted,
  };
}

function published({ told, sure }: Weighed, role: EventRole): NewsEvent {
  return { ...told.event, role, confidence: Math.round(100 * sure) / 100 };
}

/** An event of a whole article, with the confidence that events of such are worth. */
function judged(one: Weighed, role: EventRole): NewsEvent {
  return published({ ...one, sure: judgedConfidence(one.sure, one.told.event) }, role);
}

/** One event however often it is told: of one class, and its sides the same as far as both tellings name them. */
function isSame(one: ToldEvent, other: ToldEvent): boolean {
  if (one.event.plover !== other.event.plover) return false;
  const side = (x: readonly string[], y: readonly string[]) =>
    x.length === 0 || y.length === 0 || x.some((c) => y.includes(c));
  if (
    side(one.event.source, other.event.source) &&
    (side(one.event.target, other.event.target) || one.cast.assumed || other.cast.assumed)
  )
    return true;
  return (
    one.event.plover === 'CONSULT' &&
    side(one.event.source, other.event.target) &&
    side(one.event.target, other.event.source)
  );
}

/** The fuller telling gives the sides; the sentence stays the one that is nearer to the news. */
function join(kept: Weighed, again: Weighed): void {
  kept.sure = Math.max(kept.sure, again.sure);
  kept.ahead ||= again.ahead;
  const poor = ({ event, cast }: ToldEvent) => cast.assumed || event.source.length === 0 || event.target.length === 0;
  if (!poor(kept.told) || poor(again.told) || again.recalled) return;
  kept.told = again.told;
}

function content(scanned: Scan, from: number, to: number): Set<string> {
  const words = new Set<string>();
  for (let i = from; i < to; i += 1) {
    const key = scanned.key[i] as string;
    if (key.length > 3 || scanned.shape[i] !== LOWER) words.add(lemma(key));
  }
  return words;
}

function titleWords(scanned: Scan): Set<string> {
  return content(scanned, 0, scanned.first[1] ?? 0);
}

/** The part of the headline's words that a sentence has. */
function shared(scanned: Scan, start: number, stop: number, title: ReadonlySet<string>): number {
  if (title.size === 0) return 0;
  let n = 0;
  for (const word of content(scanned, start, stop)) if (title.has(word)) n++;
  return n / title.size;
}

const PAST = new Set(
  'ago previously formerly decades historically anniversary jadis autrefois naguere anniversaire damals einst jahrestag antano aniversario назад некогда onceki'.split(
    ' ',
  ),
);
const LAST = new Set('year month decade century summer spring autumn fall winter'.split(' '));
const BEFORE_YEAR = new Set(
  'in since of during early late from until en depuis annee des fin debut im seit jahr jahre anfang ende desde ano de c в с года'.split(
    ' ',
  ),
);
/** "vor drei Jahren", "il y a trente ans", "hace tres años": the word before and the word for years. */
const AGO = [
  ['vor', /^jahr/],
  ['y', /^ans?$/],
  ['hace', /^anos?$/],
] as const;
/** A year before this one is history to any article that is read today. */
const HISTORY = 1995;
const MONTHS = new Set('january february march april june july august september october november december'.split(' '));

/** What is told with its year or month, as long ago, or in the past perfect is recalled. */
function isRecalled(scanned: Scan, { start, stop, trigger }: ToldEvent): boolean {
  for (let i = start; i < stop; i += 1) {
    const key = scanned.key[i] as string;
    const before = scanned.key[i - 1] ?? '';
    if (PAST.has(key) || (before === 'last' && LAST.has(key))) return true;
    if (/^(?:1[0-9]|20)\d\d$/.test(key) && (BEFORE_YEAR.has(before) || (/^19/.test(key) && Number(key) < HISTORY)))
      return true;
    if (AGO.some(([word, years]) => years.test(key) && scanned.key.slice(Math.max(start, i - 4), i).includes(word)))
      return true;
    if (before === 'in' && MONTHS.has(key) && !/^\d/.test(scanned.key[i + 1] ?? '')) return true;
  }
  for (let i = Math.max(start, trigger - 2); i < trigger; i += 1) if (scanned.key[i] === 'had') return true;
  return false;
}

/** Whether a year is named that is long past: that no lead makes news. */
function isOld(scanned: Scan, start: number, stop: number): boolean {
  for (let i = start; i < stop; i += 1) {
    const key = scanned.key[i] as string;
    if (/^1[0-9]\d\d$/.test(key) && Number(key) < HISTORY) return true;
  }
  return false;
}

/** Whether the word that tells it stands within quotation marks. */
function isQuoted(scanned: Scan, { start, trigger }: ToldEvent): boolean {
  const before = scanned.text.slice(scanned.start[start], scanned.start[trigger]);
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0;
  const lead =
    (scanned.start[start] as number) > 0 &&
    /["“«„]$/.test(scanned.text.slice(Math.max(0, scanned.start[start]! - 1), scanned.start[start]));
  return (
    (count(/"/g) + (lead && scanned.text[scanned.start[start]! - 1] === '"' ? 1 : 0)) % 2 === 1 ||
    count(/[“«„]/g) + (lead && scanned.text[scanned.start[start]! - 1] !== '"' ? 1 : 0) > count(/[”»]/g)
  );
}
