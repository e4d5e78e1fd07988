import type { State } from './port.ts';
import {
  type Displaced,
  FIRST_POSTINGS,
  isOfMany,
  MAX_POSTINGS,
  MAX_SAME_HASH,
  type Order,
  ofLarge,
} from './posting-index.ts';

/** A text and what stands under its keys: for each the numbers of the texts that have it, itself or not, one more than the bound at most. */
export interface Sharing {
  self: number;
  keys: Iterable<number>;
  lists: ReadonlyMap<number, readonly number[]>;
  /** Texts equal to it. */
  same: readonly number[];
}

/** Whether more texts have a key than are all compared with one another. */
function isFull(held: readonly number[] | undefined): held is readonly number[] {
  return held !== undefined && held.length > MAX_POSTINGS;
}

/** Those of which it matters when they came out: who stands in full lists, and who has the same text where those are many. */
export function inOrder({ self, keys, lists, same }: Sharing): Set<number> {
  const numbers = new Set(same.length > MAX_SAME_HASH ? same : []);
  for (const key of keys) {
    const held = lists.get(key);
    if (isFull(held)) for (const number of held) numbers.add(number);
  }
  numbers.delete(self);
  return numbers;
}

/**
 * Where a text has its place in full lists: before those that came in earlier and out later.
 * @returns whom it displaces, and in whose stead it stands under the keys in whose lists it is not yet
 */
export function placesIn(
  { self, keys, lists, same }: Sharing,
  isBefore: Order,
): Displaced & { instead: Map<number, number> } {
  const found = { out: new Set<number>(), first: new Set<number>(), instead: new Map<number, number>() };
  for (const key of keys) {
    const held = lists.get(key);
    if (!isFull(held)) continue;
    const ranked = rankedOf(held, self, isBefore);
    const place = ranked.indexOf(self);
    if (place >= MAX_POSTINGS) continue;
    if (!held.includes(self)) found.instead.set(key, ranked.at(-1)!);
    found.out.add(ranked[MAX_POSTINGS]!);
    if (place < FIRST_POSTINGS) for (const one of ranked.slice(0, FIRST_POSTINGS + 1)) found.first.add(one);
  }
  const equal = rankedOf(same, self, isBefore);
  if (equal.indexOf(self) < MAX_SAME_HASH) for (const one of equal.slice(MAX_SAME_HASH)) found.out.add(one);
  found.first.delete(self);
  return found;
}

/**
 * The texts with which one is compared: a function of what was taken in, and not of the order in which it came. Of a key that more
 * have than the bound the earliest are compared with one another, all others with the first of them where they share many such keys.
 */
export function sharersOf({ self, keys, lists, same }: Sharing, isBefore: Order): Set<number> {
  const sharers = new Set(rankedOf(same, self, isBefore).slice(0, MAX_SAME_HASH));
  const hits = new Map<number, number>();
  let [all, full] = [0, 0];
  for (const key of keys) {
    all += 1;
    const held = lists.get(key);
    if (!isFull(held)) {
      for (const number of held ?? []) sharers.add(number);
      continue;
    }
    const ranked = rankedOf(held, self, isBefore);
    if (ranked.indexOf(self) < MAX_POSTINGS) {
      for (const number of ranked.slice(0, MAX_POSTINGS)) sharers.add(number);
      continue;
    }
    full += 1;
    for (const number of ranked.slice(0, FIRST_POSTINGS)) hits.set(number, (hits.get(number) ?? 0) + 1);
  }
  for (const number of ofLarge(hits, all, isOfMany(full, all), isBefore)) sharers.add(number);
  sharers.delete(self);
  return sharers;
}

function rankedOf(held: readonly number[], self: number, isBefore: Order): number[] {
  const all = [...new Set([...held, self])];
  // Where they are few nobody has asked for the order.
  return all.length <= MAX_SAME_HASH ? all : all.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** Articles that are compared anew for one that came in late, of those that have a link with the first texts. */
const MAX_MOVED = 1000;

/**
 * How many are compared anew for each article that comes in, on the mean, and how many such comparisons are saved for it at most. In a
 * random order eight are for each that has a frame; an archive that is read from its newest page to its oldest would have each page
 * compared with all others of the frame, and gets no more than these.
 */
const MOVED_AN_ARTICLE = 20;
const MOVED_SAVED = 4000;

/** What may be spent on comparing anew. */
export class Spare {
  #left = MOVED_SAVED;

  /**
   * Spends what the moved of an article cost. Without enough nothing is spent: they stay with whom they were compared with.
   * @param saved for it before
   */
  spend(moved: number, saved = MOVED_AN_ARTICLE): boolean {
    this.#left = Math.min(MOVED_SAVED, this.#left + saved);
    if (moved > this.#left) return false;
    this.#left -= moved;
    return true;
  }
}

/** How many of those who have a link with the first texts of keys are asked for: one above the bound, and it is known to be too many. */
export const HOLDERS_ASKED = MAX_MOVED + 1;

/**
 * Who is compared anew, once an article has displaced others.
 * @param out who has left the first of a key
 * @param holders who has a link with one of the first texts, where these have changed: where they are more than the bound, they stay with
 *   whom they were compared with
 */
export function movedOf(out: readonly State[], holders: readonly State[]): State[] {
  const all = new Map(holders.map((state) => [state.id, state]));
  const moved = new Map(out.map((state) => [state.id, state]));
  if (all.size <= MAX_MOVED) for (const [id, state] of all) moved.set(id, state);
  return [...moved.values()];
}
