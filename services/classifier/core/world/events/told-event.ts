import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import type { Scan } from '../scan.ts';
import type { Form } from './clause.ts';

/** Who did it to whom. Countries best first. */
export interface Cast {
  source: string[];
  target: string[];
  sourceRole: string | null;
  targetRole: string | null;
  /** Whether the subject's own words tell its country. */
  known: boolean;
  /** One who only says that it happened: "Israel said ...". */
  teller: string | null;
  /** Whether a side was taken to be the other's own country because nothing tells another. */
  assumed: boolean;
  /** Whether a side was taken to be the other of the two that the article's news is between. */
  paired: boolean;
  /** Whether the other side stands in the verb's own reach. */
  near: boolean;
}

/** An event as one sentence tells it, before the article has its say. */
export interface ToldEvent {
  event: NewsEvent;
  cast: Cast;
  /** The words of its sentence, and the word that tells it. */
  start: number;
  stop: number;
  trigger: number;
  /** Whether it is told outright, see `isOutright`. */
  outright: boolean;
  /** Whether something speaks against it, see `doubtOf`. */
  doubted: boolean;
  form: Form;
  /** Its place among the events that its sentence may tell, 0 for the surest. */
  rank: number;
}

/** What an article says of itself. */
export interface ArticleFrame {
  scanned: Scan;
  hasTitle: boolean;
  /** Its countries, best first. */
  countries: readonly string[];
  /** The two that its news is between, see `articlePair`. */
  pair: readonly [string, string] | null;
  language: string;
  /** How probable it is that it is hard news at all, 0 to 1. */
  hardNews: number;
  /** How much of it is somebody's view rather than news, 0 to 1. */
  commentary: number;
}

/** Whether two tellings are of one event: of one class, and its sides the same as far as both name them. */
export function isSameEvent(one: ToldEvent, other: ToldEvent): boolean {
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

/** Whether two tellings are of one class with their sides the other way round: one of them is likely read wrongly. */
export function isTurned(one: ToldEvent, other: ToldEvent): boolean {
  const [source, target] = [one.event.source[0], one.event.target[0]];
  return (
    one.event.plover === other.event.plover &&
    source !== target &&
    source !== undefined &&
    target !== undefined &&
    other.event.source.includes(target) &&
    other.event.target.includes(source)
  );
}
