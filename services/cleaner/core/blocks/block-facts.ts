import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { attribute, type ElementNode } from '../dom/node.ts';
import { Kind } from '../junk/container-kinds.ts';
import { type Block, isHeading, linkDensity } from './block.ts';
import { proseWeight } from './region.ts';
import { meetingPoint } from './surroundings.ts';
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

/** What is asked of a block more than once. */
export interface BlockFacts {
  tokens: string[];
  chars: number;
  density: number;
  prose: number;
  sentence: number;
  signature: string;
  line: number;
}

/** A block counted and measured, once for all features that use it. */
export function factsOf(block: Block): BlockFacts {
  const tokens = tokenize(spaced(block.text));
  return {
    tokens,
    chars: block.size,
    density: linkDensity(block),
    prose: proseWeight(block),
    sentence: /[.!?…。！？؟։।]["”»'’)\]]*\s*$/.test(block.text) ? 1 : 0,
    signature: signatureOf(block.element),
    line: LINES.indexOf(block.line ?? '') + 1,
  };
}

/** What an element and its three nearest ancestors are called: the blocks of one template slot share it. */
function signatureOf(element: ElementNode): string {
  const parts: string[] = [];
  let e: ElementNode | null = element;
  for (let i = 0; e && i < 4; i += 1) {
    parts.push(`${e.tag}.${(attribute(e, 'class') ?? '').replace(/\d+/g, '0').slice(0, 60)}`);
    e = e.parent;
  }
  return parts.join('<');
}

/** Blocks, characters, linked characters and prose of each template slot. */
export function signatureTotals(
  facts: readonly BlockFacts[],
): Map<string, { count: number; chars: number; links: number; prose: number }> {
  const totals = new Map<string, { count: number; chars: number; links: number; prose: number }>();
  for (const fact of facts) {
    const t = totals.get(fact.signature) ?? { count: 0, chars: 0, links: 0, prose: 0 };
    t.count += 1;
    t.chars += fact.chars;
    t.links += fact.chars * fact.density;
    t.prose += fact.prose;
    totals.set(fact.signature, t);
  }
  return totals;
}

/** How often each text stands on the page, by its tokens with spaces between. */
export function repeats(facts: readonly BlockFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const key = fact.tokens.join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The first and last block of running text within the region; -1 where there is none. */
export function proseSpan(
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  levels: Map<ElementNode, number>,
): { first: number; last: number } {
  let first = -1;
  let last = -1;
  for (let i = 0; i < blocks.length; i += 1) {
    if ((facts[i]?.prose ?? 0) < 40 || meetingPoint((blocks[i] as Block).element, levels).level > 0) continue;
    if (first < 0) first = i;
    last = i;
  }
  return { first, last };
}

/** The headline's block: an h1 that repeats the title, else any block that does, else the first h1; -1 where there is none. */
export function headlineAt(blocks: readonly Block[], facts: readonly BlockFacts[], titleText: string): number {
  const visible = (i: number): boolean => !((blocks[i] as Block).kinds & (Kind.hidden | Kind.nav | Kind.related));
  const same = facts
    .map((f, i) => (titleText !== '' && visible(i) && f.tokens.join(' ') === titleText ? i : -1))
    .filter((i) => i >= 0);
  return (
    same.find((i) => blocks[i]?.tag === 'h1') ??
    same.find((i) => isHeading(blocks[i] as Block)) ??
    blocks.findIndex((b, i) => b.tag === 'h1' && visible(i))
  );
}
