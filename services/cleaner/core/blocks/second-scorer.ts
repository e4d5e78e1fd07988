import type { ElementNode } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import { type Block, isHeading } from './block.ts';
import type { BlockFacts } from './block-facts.ts';
import type { Surroundings } from './surroundings.ts';

const AGAINST =
  Kind.comments |
  Kind.related |
  Kind.nav |
  Kind.footer |
  Kind.consent |
  Kind.form |
  Kind.ad |
  Kind.aside |
  Kind.share |
  Kind.tags |
  Kind.newsletter;
const FOR = Kind.body | Kind.article;
/** Levels above a paragraph that get of its vote: all of it, a half, then a third of the level's part. */
const LEVELS = 5;
/** A shorter block has no vote. */
const VOTES_FROM = 25;
/** What a name that speaks for or against a container is worth, in votes. */
const NAMED = 25;
/** The tags of which a block with words of its own votes for itself. */
const OF_THEMSELVES = new Set(['div', 'td', 'section', 'article']);
const COMMA = /[,،、，]/g;
/** Weight of a block that is running text. */
const RUNNING = 60;
const CLOSE = 8;

/** The container that the paragraphs' votes elect, as the reference does it: another opinion than the region's, which counts characters. */
export class SecondScorer {
  readonly top: ElementNode | null = null;
  readonly #scores = new Map<ElementNode, number>();
  readonly #best: number = 0;

  constructor(blocks: readonly Block[], facts: readonly BlockFacts[], around: Surroundings) {
    for (const [element, votes] of votesOf(blocks, facts)) {
      const kinds = kindsOf(element);
      const box = around.boxOf(element);
      const named = kinds & FOR ? NAMED : kinds & AGAINST ? -NAMED : 0;
      const score =
        (votes + named + (element.tag === 'div' ? 5 : 0)) * (1 - Math.min(1, box.links / Math.max(1, box.chars)));
      this.#scores.set(element, score);
      if (score <= this.#best) continue;
      this.#best = score;
      this.top = element;
    }
  }

  /** Whether an element lies in the elected container (2) or in one beside it that would be joined to it (1), steps up to where that is known, and the best score near above it as a share of the elected one's. */
  of(element: ElementNode): [inside: number, steps: number, share: number] {
    const { top } = this;
    let inside = 0;
    let steps = 0;
    for (let e: ElementNode | null = element; e; e = e.parent) {
      if (e === top) {
        inside = 2;
        break;
      }
      if (top?.parent && e.parent === top.parent) {
        if ((this.#scores.get(e) ?? 0) >= Math.max(10, this.#best * 0.2)) inside = 1;
        break;
      }
      steps += 1;
    }
    let share = 0;
    let above: ElementNode | null = element;
    for (let level = 0; above && level < 3; level += 1) {
      share = Math.max(share, (this.#scores.get(above) ?? 0) / Math.max(1, this.#best));
      above = above.parent;
    }
    return [inside, Math.min(20, steps), share];
  }
}

function votesOf(blocks: readonly Block[], facts: readonly BlockFacts[]): Map<ElementNode, number> {
  const votes = new Map<ElementNode, number>();
  blocks.forEach((block, i) => {
    const { chars, density } = facts[i] as BlockFacts;
    if (chars < VOTES_FROM || density > 0.5 || block.kinds & Kind.hidden || isHeading(block)) return;
    const vote = 1 + (block.text.match(COMMA)?.length ?? 0) + Math.min(3, Math.floor(chars / 100));
    let e = OF_THEMSELVES.has(block.tag) ? block.element : block.element.parent;
    for (let level = 0; e && level < LEVELS && e.tag !== 'body'; level += 1) {
      votes.set(e, (votes.get(e) ?? 0) + vote / (level === 0 ? 1 : level === 1 ? 2 : level * 3));
      e = e.parent;
    }
  });
  return votes;
}

/** Whether each block that is asked about stands among the paragraphs that come before and behind it: steps up to the parent of the one before, and of the one behind (-1: not above it, -2: there is none), and how many of the two are above it. */
export function amongProse(
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  asked: readonly boolean[],
): ([number, number, number] | null)[] {
  const parentOf = (at: number): ElementNode | null => (at < 0 ? null : (blocks[at] as Block).element.parent);
  const behind = new Int32Array(blocks.length).fill(-1);
  let last = -1;
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    behind[i] = last;
    if ((facts[i] as BlockFacts).prose >= RUNNING) last = i;
  }
  last = -1;
  return blocks.map((block, i) => {
    const before = asked[i] ? stepsUp(block.element, parentOf(last)) : 0;
    const after = asked[i] ? stepsUp(block.element, parentOf(behind[i] as number)) : 0;
    if ((facts[i] as BlockFacts).prose >= RUNNING) last = i;
    return asked[i] ? [before, after, (before >= 0 ? 1 : 0) + (after >= 0 ? 1 : 0)] : null;
  });
}

function stepsUp(element: ElementNode, to: ElementNode | null): number {
  if (!to) return -2;
  let steps = 0;
  for (let e: ElementNode | null = element; e && steps < CLOSE; e = e.parent) {
    if (e === to) return steps;
    steps += 1;
  }
  return -1;
}
