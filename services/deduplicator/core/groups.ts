import type { Article } from './article.ts';
import { isBefore } from './instant.ts';
import type { Link } from './link.ts';

/** Both texts nearly whole in the other: then whoever copied the one copied the other as well. */
const ONE_TEXT = 0.8;
/** A page made of so many texts that have nothing in common is a digest, and joins none of them with another. */
const DIGEST = 3;
/** Two parts of a page are one when this much of the smaller lies in the other. */
const SAME_PART = 0.3;

/**
 * The links with those of digests turned into quotations: a page made of {@link DIGEST} texts or more, each in a part of its own, quotes
 * each of them and joins none with another.
 */
export function withoutDigests(links: readonly Link[]): Link[] {
  const digests = digestsAmong(links.filter(isCopy));
  if (digests.size === 0) return [...links];
  return links.map((link) => {
    if (!isCopy(link) || !(digests.has(link.newer) || digests.has(link.older))) return link;
    if (link.exact || link.basis.includes('same-url')) return link;
    return Math.min(link.coverage, link.originalCoverage) >= ONE_TEXT ? link : { ...link, kind: 'excerpt' };
  });
}

function isCopy({ kind }: Link): boolean {
  return kind === 'copy' || kind === 'revision';
}

/** The root of each article's group: every verified copy joins, for of two that carry parts of one text neither stands alone. */
export function rootsOf(articles: readonly Article[], links: readonly Link[]): Map<string, string> {
  const inOrder = [...articles].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const rank = new Map(inOrder.map((article, index) => [article.id, index]));
  const roots = new Map<string, string>();
  const root = (id: string): string => {
    const up = roots.get(id) ?? id;
    if (up === id) return id;
    const top = root(up);
    roots.set(id, top);
    return top;
  };
  const join = (a: string, b: string) => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) roots.set(...(rank.get(x)! < rank.get(y)! ? ([y, x] as const) : ([x, y] as const)));
  };
  for (const link of links) if (isCopy(link)) join(link.newer, link.older);
  // In a group larger than the index looks at, two equal texts may not have been compared with one another.
  const firstOfKey = new Map<string, string>();
  for (const { id, textKey } of inOrder) {
    if (!textKey) continue;
    const first = firstOfKey.get(textKey);
    if (first === undefined) firstOfKey.set(textKey, id);
    else join(id, first);
  }
  for (const { id } of inOrder) roots.set(id, root(id));
  return roots;
}

/** The articles that hold {@link DIGEST} texts or more, each in a part of its own. */
function digestsAmong(copies: readonly Link[]): Set<string> {
  const parts = new Map<string, [number, number][]>();
  const inOrder = [...copies].sort((a, b) => compareIds(a.newer, b.newer) || compareIds(a.older, b.older));
  for (const { newer, older, spans } of inOrder) {
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) continue;
    add(parts, newer, [first.start, Math.max(...spans.map((span) => span.end))]);
    add(parts, older, [
      Math.min(...spans.map((span) => span.originalStart)),
      Math.max(...spans.map((span) => span.originalEnd)),
    ]);
  }
  return new Set([...parts].filter(([, own]) => own.length >= DIGEST).map(([id]) => id));
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Keeps the part unless one that is kept is the same: the larger stays. */
function add(parts: Map<string, [number, number][]>, id: string, part: [number, number]): void {
  const own = parts.get(id) ?? [];
  const apart = own.filter(([start, end]) => {
    const shared = Math.min(end, part[1]) - Math.max(start, part[0]);
    return shared < SAME_PART * Math.min(end - start, part[1] - part[0]);
  });
  const same = own.filter((one) => !apart.includes(one));
  const merged: [number, number] = [
    Math.min(part[0], ...same.map(([start]) => start)),
    Math.max(part[1], ...same.map(([, end]) => end)),
  ];
  parts.set(id, [...apart, merged]);
}
