import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { attribute, type ElementNode } from '../dom/node.ts';
import { Kind } from '../junk/container-kinds.ts';
import { type Block, isHeading, lineOf, linkDensity } from './block.ts';
import { proseWeight } from './region.ts';
import type { Surroundings } from './surroundings.ts';
import { spaced } from './text-size.ts';

/** The kinds of lines by their number in a row: append only, for a trained model knows them by number. */
const LINES = [
  'share bar',
  'follow bar',
  'newsletter box',
  'consent notice',
  'read more',
  'related heading',
  'previous/next link',
  'published line',
  'reading time',
  'photo credit',
  'comment prompt',
  'video or script notice',
  'button',
  'tags',
  'author biography',
  'contact prompt',
  'copyright notice',
  'support prompt',
  'app prompt',
  'print or edition note',
  'machine value',
  'counter',
];
const LINE_NUMBERS: ReadonlyMap<string, number> = new Map(LINES.map((line, i) => [line, i + 1]));

/** What is asked of a block more than once; what most blocks are never asked is found when it first is. */
export class BlockFacts {
  readonly chars: number;
  readonly density: number;
  readonly prose: number;
  /** Its template slot's number on this page. */
  readonly slot: number;
  readonly #block: Block;
  #words: string[] | null = null;
  #said: string | null = null;

  constructor(block: Block, slot: number) {
    this.#block = block;
    this.chars = block.size;
    this.density = linkDensity(block);
    this.prose = proseWeight(block);
    this.slot = slot;
  }

  get tokens(): string[] {
    const { text, size } = this.#block;
    // A text whose size is its length has none of the characters that would have to be set apart.
    this.#words ??= tokenize(size === text.length ? text : spaced(text));
    return this.#words;
  }

  /** The tokens with blanks between: what the block says. */
  get says(): string {
    this.#said ??= this.tokens.join(' ');
    return this.#said;
  }

  /** The number of its line's kind, 0 for none. */
  get line(): number {
    return LINE_NUMBERS.get(lineOf(this.#block) ?? '') ?? 0;
  }
}

/** The facts of a page's blocks. */
export function factsOf(blocks: readonly Block[]): BlockFacts[] {
  const slots = new Slots();
  return blocks.map((block) => new BlockFacts(block, slots.of(block.element)));
}

/** Names of elements that are told apart on one page; four of these make one number that a double holds exactly. */
const MOST_NAMES = 8192;

/** Numbers for what an element and its three nearest ancestors are called: the blocks of one template slot share it. */
class Slots {
  readonly #names = new Map<string, number>();
  readonly #known = new Map<ElementNode, number>();

  of(element: ElementNode): number {
    let slot = 0;
    let e: ElementNode | null = element;
    for (let i = 0; i < 4; i += 1) {
      slot = slot * MOST_NAMES + (e ? this.#name(e) : 0);
      e = e?.parent ?? null;
    }
    return slot;
  }

  #name(element: ElementNode): number {
    const before = this.#known.get(element);
    if (before !== undefined) return before;
    const name = `${element.tag}.${(attribute(element, 'class') ?? '').replace(/\d+/g, '0').slice(0, 60)}`;
    let number = this.#names.get(name);
    if (number === undefined) {
      number = Math.min(MOST_NAMES - 1, this.#names.size + 1);
      this.#names.set(name, number);
    }
    this.#known.set(element, number);
    return number;
  }
}

/** What the blocks of one template slot have together. */
export interface SlotTotal {
  count: number;
  chars: number;
  links: number;
  prose: number;
}

/** Blocks, characters, linked characters and prose of each template slot. */
export function slotTotals(facts: readonly BlockFacts[]): Map<number, SlotTotal> {
  const totals = new Map<number, SlotTotal>();
  for (const fact of facts) {
    let total = totals.get(fact.slot);
    if (!total) {
      total = { count: 0, chars: 0, links: 0, prose: 0 };
      totals.set(fact.slot, total);
    }
    total.count += 1;
    total.chars += fact.chars;
    total.links += fact.chars * fact.density;
    total.prose += fact.prose;
  }
  return totals;
}

/** How often each text stands on the page, by what it says. */
export function repeats(facts: readonly BlockFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { says } of facts) counts.set(says, (counts.get(says) ?? 0) + 1);
  return counts;
}

/** The first and last block of running text within the region; -1 where there is none. */
export function proseSpan(
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  around: Surroundings,
): { first: number; last: number } {
  let first = -1;
  let last = -1;
  for (let i = 0; i < blocks.length; i += 1) {
    if ((facts[i]?.prose ?? 0) < 40 || around.levelOf((blocks[i] as Block).element) > 0) continue;
    if (first < 0) first = i;
    last = i;
  }
  return { first, last };
}

/** The headline's block: an h1 that repeats the title, else any block that does, else the first h1; -1 where there is none. */
export function headlineAt(blocks: readonly Block[], facts: readonly BlockFacts[], titleText: string): number {
  const visible = (i: number): boolean => !((blocks[i] as Block).kinds & (Kind.hidden | Kind.nav | Kind.related));
  const same = titleText === '' ? [] : [...facts.keys()].filter((i) => visible(i) && facts[i]?.says === titleText);
  return (
    same.find((i) => blocks[i]?.tag === 'h1') ??
    same.find((i) => isHeading(blocks[i] as Block)) ??
    blocks.findIndex((b, i) => b.tag === 'h1' && visible(i))
  );
}
