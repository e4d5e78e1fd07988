import { ElementNode } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import type { Block } from './block.ts';
import type { Region } from './region.ts';

/** How far from the region an element stands that shares nothing with it. */
const APART = 30;

/** What stands around a page's blocks: where the region is from each, and what each container holds. */
export class Surroundings {
  readonly #region: Region;
  /** Steps up from the region to it or its ancestor, plus one; by the element's place. */
  readonly #levels: Uint16Array;
  readonly #chars: Float64Array;
  readonly #links: Float64Array;
  readonly #blocks: Int32Array;
  readonly #siblings = new Map<ElementNode, { siblings: number; paragraphs: number }>();

  constructor(blocks: readonly Block[], region: Region) {
    const size = region.prose.length;
    this.#region = region;
    this.#levels = new Uint16Array(size);
    this.#chars = new Float64Array(size);
    this.#links = new Float64Array(size);
    this.#blocks = new Int32Array(size);
    let level = 1;
    for (let e: ElementNode | null = region.element; e; e = e.parent) {
      this.#levels[e.place] = level;
      level += 1;
    }
    for (const block of blocks) {
      const chars = block.text.length;
      for (let e: ElementNode | null = block.element; e; e = e.parent) {
        const { place } = e;
        this.#chars[place] = (this.#chars[place] as number) + chars;
        this.#links[place] = (this.#links[place] as number) + block.linkChars;
        this.#blocks[place] = (this.#blocks[place] as number) + 1;
      }
    }
  }

  /** Where the way up from an element meets the region or its ancestors: steps up from there to the region, and down to the element. */
  meetingPoint(element: ElementNode): { element: ElementNode; level: number; below: number } {
    let below = 0;
    let e = element;
    while (this.#levels[e.place] === 0 && e.parent) {
      e = e.parent;
      below += 1;
    }
    const level = this.#levels[e.place] as number;
    return { element: e, level: level === 0 ? APART : level - 1, below };
  }

  levelOf(element: ElementNode): number {
    let e = element;
    while (this.#levels[e.place] === 0 && e.parent) e = e.parent;
    const level = this.#levels[e.place] as number;
    return level === 0 ? APART : level - 1;
  }

  proseOf(element: ElementNode): number {
    return this.#region.prose[element.place] as number;
  }

  /** Prose in the element's parent, and steps up to the first that holds a third of the region's. */
  nearestHolder(element: ElementNode): { prose: number; steps: number } {
    const target = this.proseOf(this.#region.element);
    let steps = 0;
    for (let e: ElementNode | null = element; e && steps < 12; e = e.parent) {
      if (this.proseOf(e) > target * 0.3) break;
      steps += 1;
    }
    return { prose: this.proseOf(element.parent ?? element), steps };
  }

  /** The nearest container that calls itself the text: how far up, and how much of the page's prose it holds. */
  bodyContainer(element: ElementNode): { steps: number; share: number } {
    let steps = 0;
    for (let e: ElementNode | null = element; e && steps < 15; e = e.parent) {
      if (kindsOf(e) & Kind.body) return { steps, share: this.proseOf(e) / Math.max(1, this.#region.total) };
      steps += 1;
    }
    return { steps: 20, share: 0 };
  }

  /** Characters, linked characters and blocks below an element. */
  boxOf(element: ElementNode | null): { chars: number; links: number; blocks: number } {
    if (!element) return { chars: 0, links: 0, blocks: 0 };
    const { place } = element;
    return {
      chars: this.#chars[place] as number,
      links: this.#links[place] as number,
      blocks: this.#blocks[place] as number,
    };
  }

  /** Elements and paragraphs right below an element. */
  childrenOf(parent: ElementNode): { siblings: number; paragraphs: number } {
    let fact = this.#siblings.get(parent);
    if (!fact) {
      let siblings = 0;
      let paragraphs = 0;
      for (const child of parent.children) {
        if (!(child instanceof ElementNode)) continue;
        siblings += 1;
        if (child.tag === 'p') paragraphs += 1;
      }
      fact = { siblings, paragraphs };
      this.#siblings.set(parent, fact);
    }
    return fact;
  }
}
