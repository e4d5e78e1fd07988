import type { Block } from '../blocks/block.ts';
import { proseWeight } from '../blocks/region.ts';
import { commentRuns, READERS } from './comment-runs.ts';
import { Kind, kindsOf } from './container-kinds.ts';
import { TEASER, teaserRows } from './teaser-rows.ts';

/** Prose from the headline on, by weight, below which nothing of an article is left: two lines. */
const NOTHING = 100;
const BESIDE = Kind.nav | Kind.footer | Kind.related | Kind.aside | Kind.hidden | Kind.consent;

/**
 * What readers wrote and what leads to other articles, where no name says so; their elements are named by it from here on. Where
 * next to nothing would be left of the page the article itself was taken for them, and it stays.
 */
export function othersIn(blocks: readonly Block[], url: string): Map<Block, string> {
  const others = new Map<Block, string>();
  for (const block of teaserRows(blocks, url)) others.set(block, TEASER);
  for (const block of commentRuns(blocks)) others.set(block, READERS);
  if (others.size === 0 || leftOf(blocks, others) < NOTHING) return new Map();
  for (const [block, why] of others) setApart(block, why, others);
  return others;
}

/** Notes that a block is another's; its element is named by it from here on. */
export function setApart(block: Block, why: string, others: Map<Block, string>): void {
  const kind = why === READERS ? Kind.comments : Kind.related;
  others.set(block, why);
  block.kinds |= kind;
  block.nearKinds |= kind;
  block.element.kinds = kindsOf(block.element) | kind;
}

/** The weight of the prose from the headline on, or of all where there is none. */
function leftOf(blocks: readonly Block[], others: ReadonlyMap<Block, string>): number {
  const headline = Math.max(
    0,
    blocks.findIndex((b) => b.tag === 'h1'),
  );
  return blocks
    .slice(headline)
    .filter((b) => !others.has(b) && !(b.kinds & BESIDE))
    .reduce((sum, b) => sum + proseWeight(b), 0);
}
