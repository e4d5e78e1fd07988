import { type Article, sameOutlet } from './article.ts';
import { type Interval, sizeOf, union } from './intervals.ts';
import type { Overlap } from './link.ts';

/** Other groups in which a stretch must recur to be boilerplate: across outlets, and within the article's own outlet. */
const FOREIGN_GROUPS = 3;
const HOME_GROUPS = 2;
/** Two texts are kin, whatever recurs elsewhere, when this much of the one stands in the other... */
const KIN_CONTAINED = 0.6;
/** ...or, at one outlet, where a page's frame alone can cover half of a short text, this much of both. */
const KIN_HOME = 0.75;

/** Whether two overlapping texts are so much one text that what they share counts once. */
export function isKin(overlap: Overlap, newer: Article, older: Article): boolean {
  if (overlap.exact) return true;
  const ours = sizeOf(union(overlap.spans.map((s) => [s.start, s.end]))) / Math.max(1, newer.tokenCount);
  const theirs =
    sizeOf(union(overlap.spans.map((s) => [s.originalStart, s.originalEnd]))) / Math.max(1, older.tokenCount);
  if (sameOutlet(newer, older)) return Math.min(ours, theirs) >= KIN_HOME;
  return Math.max(ours, theirs) >= KIN_CONTAINED;
}

/** The overlaps of each article. */
export function linksByArticle<T extends Overlap>(links: readonly T[]): Map<string, Map<string, T>> {
  const map = new Map<string, Map<string, T>>();
  const add = (id: string, other: string, link: T) => {
    const held = map.get(id);
    if (held) held.set(other, link);
    else map.set(id, new Map([[other, link]]));
  };
  for (const link of links) {
    add(link.newer, link.older, link);
    add(link.older, link.newer, link);
  }
  return map;
}

/**
 * The stretches of an article that recur in articles of other groups: frames, forms, standing paragraphs, statements that
 * everybody prints. A pure function of the overlaps around it.
 * @param around the overlaps of the article with others, and of those with one another, by article
 */
export function commonSpans(
  article: Article,
  around: ReadonlyMap<string, ReadonlyMap<string, Overlap>>,
  byId: ReadonlyMap<string, Article>,
): [number, number][] {
  const foreign = new Map<string, { home: boolean; spans: Interval[] }>();
  const heads = new Map<string, string>();
  const head = (id: string): string => {
    const up = heads.get(id);
    if (up === undefined || up === id) return id;
    const top = head(up);
    heads.set(id, top);
    return top;
  };
  for (const [other, overlap] of around.get(article.id) ?? []) {
    if (isKin(overlap, byId.get(overlap.newer)!, byId.get(overlap.older)!)) continue;
    const spans = overlap.spans.map(
      (s): Interval => (overlap.newer === article.id ? [s.start, s.end] : [s.originalStart, s.originalEnd]),
    );
    foreign.set(other, { home: sameOutlet(article, byId.get(other)!), spans });
  }
  if (foreign.size < HOME_GROUPS) return [];
  for (const id of foreign.keys()) {
    for (const [other, overlap] of around.get(id) ?? []) {
      if (!foreign.has(other) || head(id) === head(other)) continue;
      if (isKin(overlap, byId.get(overlap.newer)!, byId.get(overlap.older)!)) heads.set(head(id), head(other));
    }
  }
  const groups = Map.groupBy(foreign.entries(), ([id]) => head(id));
  const home = new Uint16Array(article.tokenCount);
  const all = new Uint16Array(article.tokenCount);
  for (const members of groups.values()) {
    const spans = union(members.flatMap(([, partner]) => partner.spans));
    const atHome = members.some(([, partner]) => partner.home);
    for (const [start, end] of spans) {
      for (let i = start; i < end; i += 1) {
        all[i]! += 1;
        if (atHome) home[i]! += 1;
      }
    }
  }
  const common: [number, number][] = [];
  for (let i = 0; i < all.length; i += 1) {
    if (all[i]! < FOREIGN_GROUPS && home[i]! < HOME_GROUPS) continue;
    const last = common.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else common.push([i, i + 1]);
  }
  return common;
}
