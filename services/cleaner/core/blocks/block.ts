import type { ElementNode } from '../dom/node.ts';
import { lineKind } from '../junk/line-kind.ts';
import { withoutShortCodes } from '../junk/short-codes.ts';

export interface BlockLink {
  href: string;
  text: string;
}

/** One run of text that a reader sees as a unit: a paragraph, a heading, a list item, a caption. */
export interface Block {
  /** White space collapsed; a single `<br>` is a line break. */
  text: string;
  /** Its length in Latin letters, see text-size.ts. */
  size: number;
  /** The tag of the nearest block-level element: `p`, `h2`, `li`, `td`, `div`, ... */
  tag: string;
  element: ElementNode;
  /** The kinds of all containers around it, see container-kinds.ts. */
  kinds: number;
  /** The kinds of the two nearest containers. */
  nearKinds: number;
  /** Characters inside links, and inside bold or italics. */
  linkChars: number;
  strongChars: number;
  links: BlockLink[];
  /** Undefined until it is asked for, see {@link lineOf}. */
  line: string | null | undefined;
  /** An image, video or embedded frame stands between this block and the one before. */
  afterImage: boolean;
  /** Elements above it. */
  depth: number;
  index: number;
}

/** A block this long is no line of furniture, also when its short-codes are taken out. */
const LONGEST_CODED = 5000;

/** The kind of line that a block's words make it, from line-words.ts; null where they do not. Found when first asked for: of most blocks it never is. */
export function lineOf(block: Block): string | null {
  if (block.line === undefined)
    block.line = block.text.length > LONGEST_CODED ? null : lineKind(withoutShortCodes(block.text));
  return block.line;
}

/** Share of a block's characters that are links, 0 to 1. */
export function linkDensity(block: Block): number {
  return block.text.length === 0 ? 0 : Math.min(1, block.linkChars / block.text.length);
}

export function isHeading(block: Block): boolean {
  const { tag } = block;
  if (tag.length !== 2 || tag.charCodeAt(0) !== 104 /* h */) return false;
  const level = tag.charCodeAt(1);
  return level >= 49 && level <= 54;
}
