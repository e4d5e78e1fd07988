import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { type Block, isHeading } from '../blocks/block.ts';
import { proseWeight } from '../blocks/region.ts';
import { attribute, type ElementNode } from '../dom/node.ts';
import { Kind } from './container-kinds.ts';

/** Why a block of such an article is no text of the page's own. */
export const NEXT = 'another article below this one';
/** Prose by weight that the page's own article and another one have at least. */
const LEAST = 200;
/** A short line with a year or a time of day: when the other article appeared. */
const MAX_STAMP = 90;
const STAMP = /(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}:\d{2}(?!\d)/;
const ELSEWHERE = Kind.hidden | Kind.nav | Kind.related | Kind.footer;
/** Headings that are looked at: each costs the way up to the page's headline. */
const MOST = 200;

/**
 * Articles that a page shows below its own, as one that loads the next when a reader comes to the end: a headline with the
 * page's headline's tag at the same place of a box of the same shape, with a moment, a link or an `<article>` of its own.
 * A section of one article has none of these.
 * @param title the headline as the page shows it
 */
export function nextArticles(blocks: readonly Block[], title: string | null): Set<Block> {
  const found = new Set<Block>();
  const said = title ? tokenize(title).join(' ') : '';
  if (said === '') return found;
  const says = (b: Block): boolean => tokenize(b.text).join(' ') === said;
  const headings = blocks.filter((b) => isHeading(b) && !(b.kinds & ELSEWHERE)).slice(0, MOST);
  const own = headings.find((b) => b.tag === 'h1' && says(b)) ?? headings.find(says);
  if (!own) return found;
  for (const heading of headings) {
    if (heading.index <= own.index || heading.tag !== own.tag || found.has(heading) || says(heading)) continue;
    const pair = boxes(own.element, heading.element);
    if (!pair) continue;
    const [mine, others] = pair;
    const inside = blocks.filter((b) => b.index >= heading.index && isIn(b.element, others));
    if (weight(inside) < LEAST || !standsAlone(heading, inside, blocks, others)) continue;
    if (weight(blocks.filter((b) => isIn(b.element, mine))) < LEAST) continue;
    for (const block of blocks) if (isIn(block.element, others)) found.add(block);
  }
  return found;
}

/** Has it what only an article of its own has: the tag, a link to itself, or a moment before its text? */
function standsAlone(heading: Block, inside: readonly Block[], blocks: readonly Block[], box: ElementNode): boolean {
  if (box.tag === 'article' || heading.links.some((l) => /^(?:https?:|\/)/i.test(l.href))) return true;
  const text = inside.find((b) => proseWeight(b) >= LEAST / 2)?.index ?? heading.index;
  return blocks.some((b) => b.index <= text && isIn(b.element, box) && b.text.length < MAX_STAMP && STAMP.test(b.text));
}

/** The two boxes of one shape, side by side, that hold the headings at the same place; null where there are none. */
function boxes(a: ElementNode, b: ElementNode): [ElementNode, ElementNode] | null {
  let mine = a;
  let others = b;
  while (mine.parent && others.parent && mine.parent !== others.parent) {
    if (mine.tag !== others.tag) return null;
    mine = mine.parent;
    others = others.parent;
  }
  if (mine === a || !mine.parent || mine.parent !== others.parent) return null;
  return mine.tag === others.tag && sameClasses(mine, others) ? [mine, others] : null;
}

/** At least half of the classes are the same, numbers aside. */
function sameClasses(a: ElementNode, b: ElementNode): boolean {
  const [one, two] = [a, b].map((e) => new Set((attribute(e, 'class') ?? '').replace(/\d+/g, '0').split(/\s+/)));
  const shared = [...(one as Set<string>)].filter((c) => two?.has(c)).length;
  return shared * 2 >= Math.max(one?.size ?? 0, two?.size ?? 0);
}

function isIn(element: ElementNode, box: ElementNode): boolean {
  for (let e: ElementNode | null = element; e; e = e.parent) if (e === box) return true;
  return false;
}

function weight(blocks: readonly Block[]): number {
  return blocks.reduce((sum, b) => sum + proseWeight(b), 0);
}
