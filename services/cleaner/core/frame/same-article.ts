import type { FrameBlockKey } from './frame-key.ts';

/** An article by its longest blocks: what shows that another text is mostly this one. */
export interface KnownArticle {
  number: number;
  /** Keys and characters of its longest blocks. */
  blocks: [key: string, length: number][];
}

/** Articles that are remembered so: a text is published again within days. */
const MAX_ARTICLES = 40;
/** Blocks of each: with fewer, two versions of an article may share none of them. */
const MAX_BLOCKS = 16;
/** Two texts that share so much of the shorter one are one article (its revision, its copy under another address). */
const SAME = 0.4;

/** The known articles with one more, the oldest forgotten. */
export function knownArticle(
  known: readonly KnownArticle[],
  number: number,
  blocks: readonly FrameBlockKey[],
): KnownArticle[] {
  return [...known, { number, blocks: longest(blocks) }].slice(-MAX_ARTICLES);
}

/**
 * Numbers of the known articles that are the same as a text.
 * @param frame keys that are known to be the site's: sharing them says nothing
 */
export function sameArticles(
  known: readonly KnownArticle[],
  blocks: readonly FrameBlockKey[],
  frame: ReadonlySet<string>,
): number[] {
  const own = new Map(longest(blocks).filter(([key]) => !frame.has(key)));
  const size = total(own.values());
  return known
    .filter((article) => {
      const others = article.blocks.filter(([key]) => !frame.has(key));
      const shared = total(others.filter(([key]) => own.has(key)).map(([, length]) => length));
      return shared > 0 && shared >= SAME * Math.min(size, total(others.map(([, length]) => length)));
    })
    .map((article) => article.number);
}

function longest(blocks: readonly FrameBlockKey[]): [string, number][] {
  const sorted = [...blocks].sort((x, y) => y.length - x.length).slice(0, MAX_BLOCKS);
  return sorted.map((b) => [b.key, b.length]);
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
