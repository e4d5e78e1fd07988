import { type ElementNode, elementsOf } from '../dom/node.ts';
import { Kind } from '../junk/container-kinds.ts';
import { type Block, isHeading, linkDensity } from './block.ts';

/** Containers that hold no article text, whatever it looks like. */
export const OUTSIDE =
  Kind.nav |
  Kind.footer |
  Kind.comments |
  Kind.related |
  Kind.newsletter |
  Kind.consent |
  Kind.share |
  Kind.ad |
  Kind.hidden |
  Kind.tags |
  Kind.author |
  Kind.caption |
  Kind.form;

const SENTENCE_END = '.!?…。！？؟։।”"»)';

/** How much a block looks like running text: its characters, or 0 where it looks like something else. */
export function proseWeight(block: Block): number {
  const { text, size } = block;
  if (isHeading(block) || size < 25) return 0;
  if (linkDensity(block) > 0.5) return 0;
  const sentence = SENTENCE_END.includes(text.at(-1) as string);
  if (size < 60 && !sentence) return 0;
  let weight = Math.min(size, 1200) * (1 - linkDensity(block));
  if (!sentence) weight *= 0.5;
  if (block.tag === 'li' || block.tag === 'td') weight *= 0.5;
  if (block.kinds & OUTSIDE) weight *= 0.15;
  return weight;
}

export interface Region {
  element: ElementNode;
  /** Prose below each element, by weight and the element's place. */
  prose: Float64Array;
  total: number;
}

/** The share of a container's prose that a child must hold for the text to be looked for in that child alone. */
const DESCENT_SHARE = 0.8;

/**
 * The element that holds the article: prose votes for its containers, near ones most, and the winner is widened while
 * its parent holds more of the same.
 */
export function findRegion(body: ElementNode, blocks: readonly Block[], kindsOf: (e: ElementNode) => number): Region {
  const prose = new Float64Array(elementsOf(rootOf(body)).length);
  const near = new Map<ElementNode, number>();
  let total = 0;
  for (const block of blocks) {
    const weight = proseWeight(block);
    if (weight === 0) continue;
    total += weight;
    let share = 1;
    let level = 0;
    for (let e: ElementNode | null = block.element; e; e = e.parent) {
      prose[e.place] = (prose[e.place] as number) + weight;
      if (level > 0 && level < 6) {
        near.set(e, (near.get(e) ?? 0) + weight * share);
        share *= 0.6;
      } else if (level === 0 && block.tag !== 'p' && block.tag !== 'li' && block.tag !== 'blockquote') {
        near.set(e, (near.get(e) ?? 0) + weight);
      }
      level += 1;
    }
  }
  let best = body;
  let bestScore = 0;
  for (const [element, score] of near) {
    const kinds = kindsOf(element);
    let factor = 1;
    if (kinds & Kind.body) factor *= 1.5;
    if (kinds & Kind.article) factor *= 1.15;
    if (
      kinds & (Kind.comments | Kind.related | Kind.footer | Kind.nav | Kind.consent) &&
      !(kinds & (Kind.body | Kind.article))
    )
      factor *= 0.3;
    if (score * factor > bestScore) {
      bestScore = score * factor;
      best = element;
    }
  }
  let element = best;
  // Widen: siblings that hold real prose too (a text in several boxes) belong to the same article.
  for (let parent = element.parent; parent && parent !== body.parent; parent = parent.parent) {
    const inside = prose[element.place] as number;
    const around = prose[parent.place] as number;
    if (around > inside * 1.08 && inside < total * DESCENT_SHARE) element = parent;
    else if (around > inside * 1.6) break;
    else if (kindsOf(parent) & Kind.body) element = parent;
    else continue;
  }
  return { element, prose, total };
}

/** The topmost element of the tree that an element is of. */
export function rootOf(element: ElementNode): ElementNode {
  let root = element;
  while (root.parent) root = root.parent;
  return root;
}

export function isWithin(element: ElementNode, ancestor: ElementNode): boolean {
  for (let e: ElementNode | null = element; e; e = e.parent) if (e === ancestor) return true;
  return false;
}
