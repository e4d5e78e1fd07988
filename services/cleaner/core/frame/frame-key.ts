import { fold } from '@wirewatch/shared/text/tokens.ts';
import { speaksOfTheSite } from './reposter/reposter-frame.ts';

/** A sentence of this many tokens is running text. */
const PROSE_TOKENS = 18;
/** Blocks at a text's beginning and end that stand at its edge. */
const OPENING = 2;
const CLOSING = 3;

/** A block as a frame memory learns it: what the cleaner hands out, small enough to be stored with a result. */
export interface FrameBlockKey {
  key: string;
  /** Characters. */
  length: number;
  edge: boolean;
  /** Running text: asks for more evidence. */
  prose: boolean;
  /** Running text at an edge whose words could be the site's: two articles are evidence enough. */
  ofSite?: boolean;
}

/** The blocks of a text as the memory's keys. */
export function frameBlocks(texts: readonly string[], title: string | null): FrameBlockKey[] {
  const folded = foldedTitle(title);
  return texts.map((text, i) => {
    const tokens = frameTokens(text, folded);
    const block: FrameBlockKey = {
      key: hash(tokens.join(' ')),
      length: text.length,
      edge: i < OPENING || i >= texts.length - CLOSING,
      prose: tokens.length >= PROSE_TOKENS && /[.!?…。！？؟։।]["”»'’)\]]*\s*$/.test(text),
    };
    if (block.edge && block.prose && speaksOfTheSite(text)) block.ofSite = true;
    return block;
  });
}

/**
 * The key under which a block recurs: its tokens with numbers levelled, and with the article's own title levelled, for
 * frames quote it ("The post … appeared first on …").
 */
export function frameKey(text: string, title: string | null): string {
  return hash(frameTokens(text, foldedTitle(title)).join(' '));
}

function foldedTitle(title: string | null): string {
  const folded = title ? fold(title) : '';
  return folded.length >= 12 ? folded : '';
}

function frameTokens(text: string, title: string): string[] {
  let folded = fold(text);
  if (title !== '' && folded.includes(title)) folded = folded.replaceAll(title, ' ‹t› ');
  const tokens = folded.match(/‹t›|[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return tokens.map((t) => (isNumber(t) ? '0' : t));
}

function isNumber(token: string): boolean {
  const first = token.charCodeAt(0);
  return first < 128 ? first <= 57 /* 9 */ : /^\p{N}/u.test(token);
}

/** cyrb53: 53 bits, enough for some hundred entries an outlet. */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
