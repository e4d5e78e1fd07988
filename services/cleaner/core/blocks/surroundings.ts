import { ElementNode } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import type { Block } from './block.ts';
import type { Region } from './region.ts';

/** The region's element and its ancestors, each with the number of steps up. */
export function regionLevels(region: Region): Map<ElementNode, number> {
  const levels = new Map<ElementNode, number>();
  let level = 0;
  for (let e: ElementNode | null = region.element; e; e = e.parent) {
    levels.set(e, level);
    level += 1;
  }
  return levels;
}

/** Where the way up from an element meets the region or its ancestors: steps up from there to the region, and down to the element. */
export function meetingPoint(
  element: ElementNode,
  levels: Map<ElementNode, number>,
): { element: ElementNode; level: number; below: number } {
  let below = 0;
  let e = element;
  while (!levels.has(e) && e.parent) {
    e = e.parent;
    below += 1;
  }
  return { element: e, level: levels.get(e) ?? 30, below };
}

/** Prose in the element's parent, and steps up to the first that holds a third of the region's. */
export function nearestHolder(element: ElementNode, region: Region): { prose: number; steps: number } {
  const parent = element.parent ?? element;
  const target = region.prose.get(region.element) ?? 0;
  let steps = 0;
  for (let e: ElementNode | null = element; e && steps < 12; e = e.parent) {
    if ((region.prose.get(e) ?? 0) > target * 0.3) break;
    steps += 1;
  }
  return { prose: region.prose.get(parent) ?? 0, steps };
}

interface Box {
  chars: number;
  links: number;
  blocks: number;
}

/** Characters, linked characters and blocks below each element. */
export function boxTotals(blocks: readonly Block[]): Map<ElementNode, Box> {
  const boxes = new Map<ElementNode, Box>();
  for (const block of blocks) {
    for (let e: ElementNode | null = block.element; e; e = e.parent) {
      let box = boxes.get(e);
      if (!box) {
        box = { chars: 0, links: 0, blocks: 0 };
        boxes.set(e, box);
      }
      box.chars += block.text.length;
      box.links += block.linkChars;
      box.blocks += 1;
    }
  }
  return boxes;
}

/** The nearest container that calls itself the text: how far up, and how much of the page's prose it holds. */
export function bodyContainer(
  row: number[],
  element: ElementNode,
  region: Region,
  bodies: Map<ElementNode, boolean>,
): void {
  let steps = 0;
  for (let e: ElementNode | null = element; e && steps < 15; e = e.parent) {
    let is = bodies.get(e);
    if (is === undefined) {
      is = (kindsOf(e) & Kind.body) !== 0;
      bodies.set(e, is);
    }
    if (is) {
      row.push(steps, (region.prose.get(e) ?? 0) / Math.max(1, region.total));
      return;
    }
    steps += 1;
  }
  row.push(20, 0);
}

/** How linked, how large and how many the blocks of the three containers above are. */
export function containerLinks(row: number[], block: Block, boxes: Map<ElementNode, Box>): void {
  let e: ElementNode | null = block.element.parent;
  for (let level = 0; level < 3; level += 1) {
    const box = e ? boxes.get(e) : undefined;
    row.push(
      (box?.links ?? 0) / Math.max(1, box?.chars ?? 1),
      Math.log1p(box?.chars ?? 0),
      Math.min(100, box?.blocks ?? 0),
    );
    e = e?.parent ?? null;
  }
}

/** Elements and paragraphs right below a parent. */
export function siblingFacts(
  parent: ElementNode,
  known: Map<ElementNode, { siblings: number; paragraphs: number }>,
): { siblings: number; paragraphs: number } {
  let fact = known.get(parent);
  if (!fact) {
    let siblings = 0;
    let paragraphs = 0;
    for (const child of parent.children) {
      if (!(child instanceof ElementNode)) continue;
      siblings += 1;
      if (child.tag === 'p') paragraphs += 1;
    }
    fact = { siblings, paragraphs };
    known.set(parent, fact);
  }
  return fact;
}
