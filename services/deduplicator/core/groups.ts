import type { Article } from './article.ts';
import { isBefore } from './instant.ts';
import type { Link } from './link.ts';
import type { Parted } from './rulings.ts';

/** Both texts nearly whole in the other: then whoever copied the one copied the other as well. */
const ONE_TEXT = 0.8;
/** A page made of so many texts that have nothing in common is a digest, and joins none of them with another. */
const DIGEST = 3;
/** Two parts of a page are one when this much of the smaller lies in the other. */
const SAME_PART = 0.3;
/** A text of which so much stands in a page is one that the page may be made of; one that only took something from it is not. */
const WHOLE = 0.6;
/** Such texts make so much of a digest: a long report of which others print short pieces is none. */
const MADE_OF = 0.5;

/**
 * The links with those of digests turned into quotations: a page made of {@link DIGEST} texts or more, each in a part of its own, quotes
 * each of them and joins none with another.
 */
export function withoutDigests(links: readonly Link[]): readonly Link[] {
  const digests = digestsAmong(links);
  if (digests.size === 0) return links;
  return links.map((link) => {
    if (!isCopy(link) || !(digests.has(link.newer) || digests.has(link.older))) return link;
    if (link.exact || link.basis.includes('same-url') || (digests.has(link.newer) && digests.has(link.older)))
      return link;
    return Math.min(link.coverage, link.originalCoverage) >= ONE_TEXT ? link : { ...link, kind: 'excerpt' };
  });
}

function isCopy({ kind }: Link): boolean {
  return kind === 'copy' || kind === 'revision';
}

/**
 * The root of each article's group: every verified copy joins, for of two that carry parts of one text neither stands alone. Two that an
 * analyst has parted come into no one group: what would join them by way of others goes with the one that it has more of.
 */
export function rootsOf(
  articles: readonly Article[],
  links: readonly Link[],
  parted: Parted = [],
): Map<string, string> {
  const inOrder = [...articles].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const rank = new Map<string, number>();
  for (let i = 0; i < inOrder.length; i += 1) rank.set(inOrder[i]!.id, i);
  // By rank the rank above, the root's its own: the first in time of those that are joined.
  const up = Int32Array.from(inOrder, (_, i) => i);
  const top = (at: number): number => {
    let high = at;
    while (up[high] !== high) {
      up[high] = up[up[high]!]!;
      high = up[high]!;
    }
    return high;
  };
  const apart = parted.map(([a, b]) => [rank.get(a), rank.get(b)] as const);
  const join = (a: number, b: number) => {
    const x = top(a);
    const y = top(b);
    if (x === y || apart.some(([p, q]) => p !== undefined && q !== undefined && isPair(top(p), top(q), x, y))) return;
    up[Math.max(x, y)] = Math.min(x, y);
  };
  const copies = links.filter(isCopy);
  // Only where something is kept apart does it matter what was joined before.
  if (parted.length > 0) copies.sort((a, b) => strength(b) - strength(a) || (pairOf(a) < pairOf(b) ? -1 : 1));
  for (const link of copies) join(rank.get(link.newer)!, rank.get(link.older)!);
  // In a group larger than the index looks at, two equal texts may not have been compared with one another.
  const firstOfKey = new Map<string, number>();
  for (let i = 0; i < inOrder.length; i += 1) {
    const { textKey } = inOrder[i]!;
    if (!textKey) continue;
    const first = firstOfKey.get(textKey);
    if (first === undefined) firstOfKey.set(textKey, i);
    else join(i, first);
  }
  const roots = new Map<string, string>();
  for (let i = 0; i < inOrder.length; i += 1) roots.set(inOrder[i]!.id, inOrder[top(i)]!.id);
  return roots;
}

function isPair(p: number, q: number, x: number, y: number): boolean {
  return (p === x && q === y) || (p === y && q === x);
}

function strength({ exact, coverage, originalCoverage }: Link): number {
  return exact ? 2 : Math.max(coverage, originalCoverage);
}

function pairOf({ newer, older }: Link): string {
  return `${newer} ${older}`;
}

/** A stretch of a page that is another text, and how much of the page it is. */
interface Part {
  start: number;
  end: number;
  share: number;
}

/** The articles that are made of {@link DIGEST} texts or more, each in a part of its own. */
function digestsAmong(links: readonly Link[]): Set<string> {
  // Hardly any article holds so many, and only of those that do is it asked where.
  const held = new Map<string, number>();
  for (const link of links) {
    if (!isPart(link)) continue;
    if (holdsOlder(link)) held.set(link.newer, (held.get(link.newer) ?? 0) + 1);
    if (holdsNewer(link)) held.set(link.older, (held.get(link.older) ?? 0) + 1);
  }
  const parts = new Map<string, Part[]>();
  for (const link of links) {
    if (!isPart(link)) continue;
    const { newer, older, spans, coverage, originalCoverage } = link;
    if (holdsOlder(link) && held.get(newer)! >= DIGEST) {
      const [start, end] = [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))];
      add(parts, newer, { start, end, share: coverage });
    }
    if (holdsNewer(link) && held.get(older)! >= DIGEST) {
      const start = Math.min(...spans.map((span) => span.originalStart));
      const end = Math.max(...spans.map((span) => span.originalEnd));
      add(parts, older, { start, end, share: originalCoverage });
    }
  }
  return new Set([...parts].filter(([, own]) => isMadeOf(own)).map(([id]) => id));
}

/** Whether the one text of a link may be a part of the other. */
function isPart({ kind, spans }: Link): boolean {
  return (kind === 'copy' || kind === 'revision' || kind === 'excerpt') && spans.length > 0;
}

/** Whether most of the older text stands in the newer one. */
function holdsOlder(link: Link): boolean {
  return link.originalCoverage >= WHOLE;
}

function holdsNewer(link: Link): boolean {
  return link.coverage >= WHOLE;
}

function add(parts: Map<string, Part[]>, id: string, part: Part): void {
  const own = parts.get(id);
  if (own) own.push(part);
  else parts.set(id, [part]);
}

/** Whether enough parts lie apart from one another, and make most of the page: the shortest first, for a part may hold several. */
function isMadeOf(parts: readonly Part[]): boolean {
  const apart: Part[] = [];
  let share = 0;
  for (const part of [...parts].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    if (apart.some((other) => areOnePart(part, other))) continue;
    apart.push(part);
    share += part.share;
  }
  return apart.length >= DIGEST && share >= MADE_OF;
}

function areOnePart(a: Part, b: Part): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) >= SAME_PART * Math.min(a.end - a.start, b.end - b.start);
}
