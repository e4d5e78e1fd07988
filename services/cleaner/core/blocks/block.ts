import type { ElementNode } from '../dom/node.ts';

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
  /** The kind of line that its words make it, from line-words.ts; null where they do not. */
  line: string | null;
  /** An image, video or embedded frame stands between this block and the one before. */
  afterImage: boolean;
  /** Elements above it. */
  depth: number;
  index: number;
}

/** Share of a block's characters that are links, 0 to 1. */
export function linkDensity(block: Block): number {
  return block.text.length === 0 ? 0 : Math.min(1, block.linkChars / block.text.length);
}

export function isHeading(block: Block): boolean {
  return /^h[1-6]$/.test(block.tag);
}
