import { type Block, isHeading, linkDensity } from '../blocks/block.ts';
import { OUTSIDE, proseWeight } from '../blocks/region.ts';
import { textSize } from '../blocks/text-size.ts';

/** Why a block of such a row is no text of the article. */
export const TEASER = 'a teaser of another article';
/** Teasers that make a row; so many are enough where all of them are cut off. */
const LEAST = 3;
const LEAST_CUT_OFF = 2;
/** A headline is longer than a name or a menu's word, in Latin letters. */
const HEADLINE = 20;
/** The longest teaser, in characters, and blocks of one. */
const LONGEST = 400;
const MOST_BLOCKS = 3;
/** An entry of a list that an article is made of. */
const NUMBERED = /^\p{Nd}{1,3}[.)]\s/u;
const CUT_OFF = /(?:…|\.{3}|\[…\]|\[\.{3}\])\s*(?:[›»→]|\S{0,20})$/;

/** Share of the prose before a row that may stand behind it: a footer's. */
const LITTLE = 0.2;

interface Teaser {
  from: number;
  to: number;
  target: string;
  cutOff: boolean;
}

/**
 * Teasers of other articles that no class names: again and again another article's linked headline and a short text below it,
 * on a page whose own text is longer than all of them.
 */
export function teaserRows(blocks: readonly Block[], pageUrl: string): Set<Block> {
  const found = new Set<Block>();
  const teasers = teasersOf(blocks, pageUrl);
  for (let i = 0; i < teasers.length; ) {
    let j = i;
    while (j + 1 < teasers.length && (teasers[j + 1] as Teaser).from - (teasers[j] as Teaser).to <= 2) j += 1;
    const row = teasers.slice(i, j + 1);
    if (isRow(row, blocks)) for (const block of blocks.slice(row[0]?.from, (row.at(-1)?.to ?? 0) + 1)) found.add(block);
    i = j + 1;
  }
  return found;
}

/** A row stands behind the article's text or is cut off, and is the lesser part of the page's prose. */
function isRow(row: readonly Teaser[], blocks: readonly Block[]): boolean {
  const cutOff = row.filter((t) => t.cutOff).length;
  if (new Set(row.map((t) => t.target)).size < (cutOff === row.length ? LEAST_CUT_OFF : LEAST)) return false;
  const weight = (some: readonly Block[]): number => some.reduce((sum, b) => sum + proseWeight(b), 0);
  const from = row[0]?.from ?? 0;
  const to = (row.at(-1)?.to ?? 0) + 1;
  if (cutOff * 2 < row.length && isAmongParagraphs(row, blocks)) return false;
  const before = weight(blocks.slice(0, from));
  const after = weight(blocks.slice(to));
  const lesser = before + after > weight(blocks.slice(from, to)) || isBehindArticle(row, blocks);
  return lesser && (cutOff * 2 >= row.length || after < before * LITTLE);
}

/** Prose between the headline and a row, by weight, that is a short article: some forty words. */
const SHORT_ARTICLE = 250;

/**
 * A row that outweighs the text before it is no list of the page's own where that text is an article, however short: under the headline
 * stand paragraphs, and no text of the row is set as they are.
 */
function isBehindArticle(row: readonly Teaser[], blocks: readonly Block[]): boolean {
  const from = (row[0] as Teaser).from;
  const headline = blocks.findLastIndex((b, i) => i < from && b.tag === 'h1');
  if (headline < 0) return false;
  const paragraphs = blocks.slice(headline, from).filter((b) => proseWeight(b) > 0 && !(b.kinds & OUTSIDE));
  if (paragraphs.reduce((sum, b) => sum + proseWeight(b), 0) < SHORT_ARTICLE) return false;
  const holders = new Set(paragraphs.map((b) => b.element.parent));
  return row.every(({ from, to }) => blocks.slice(from, to + 1).every((b) => !holders.has(b.element.parent)));
}

/** Paragraphs of the article with links to others between them: the texts are set like those before the row. */
function isAmongParagraphs(row: readonly Teaser[], blocks: readonly Block[]): boolean {
  const first = row[0] as Teaser;
  const texts = blocks.slice(first.from, (row.at(-1) as Teaser).to + 1).filter((b) => linkDensity(b) < 0.5);
  const like = (b: Block): boolean =>
    proseWeight(b) > 0 && texts.every((t) => t.element.parent === b.element.parent && t.tag === b.tag);
  return (
    texts.length > row.length && blocks.slice(Math.max(0, first.from - PARAGRAPHS), first.from).filter(like).length >= 2
  );
}

/** Blocks before a row among which the article's paragraphs are looked for. */
const PARAGRAPHS = 6;

function teasersOf(blocks: readonly Block[], pageUrl: string): Teaser[] {
  const teasers: Teaser[] = [];
  let host: string;
  let own: string;
  try {
    ({ hostname: host, pathname: own } = new URL(pageUrl));
  } catch {
    return teasers;
  }
  const leadsTo = (href: string): string | null => {
    if (/^(?:#|mailto:|javascript:|tel:)/i.test(href)) return null;
    try {
      const target = new URL(href, pageUrl);
      const path = target.pathname + target.search;
      return target.hostname === host && path !== own && path.length > 1 ? path : null;
    } catch {
      return null;
    }
  };
  for (let i = 0; i < blocks.length; i += 1) {
    const teaser = teaserAt(blocks, i, leadsTo);
    if (teaser === null) continue;
    teasers.push(teaser);
    i = teaser.to;
  }
  return teasers;
}

/** @param leadsTo where a link goes, if to another page of the host: asked last, for an address costs more than all else here */
function teaserAt(blocks: readonly Block[], at: number, leadsTo: (href: string) => string | null): Teaser | null {
  const block = blocks[at] as Block;
  const link = block.links.find((l) => textSize(l.text) >= HEADLINE);
  if (!link || NUMBERED.test(link.text)) return null;
  const to = linkDensity(block) < 0.8 ? (isHeadAndText(block, link.text) ? at : -1) : textsBehind(blocks, at);
  const target = to < 0 ? null : leadsTo(link.href);
  if (target === null) return null;
  const texts = to === at ? [block] : blocks.slice(at + 1, to + 1);
  return { from: at, to, target, cutOff: texts.some((b) => CUT_OFF.test(b.text)) };
}

/** Headline and text in one block, a line break between them. */
function isHeadAndText({ text }: Block, headline: string): boolean {
  const end = text.indexOf('\n');
  return end >= 0 && text.slice(0, end).trim() === headline && text.length - end <= LONGEST;
}

/** The last block of the text below a linked headline, -1 where there is none. */
function textsBehind(blocks: readonly Block[], at: number): number {
  let to = at;
  while (to - at < MOST_BLOCKS && isTeaserText(blocks[to + 1])) to += 1;
  return to === at ? -1 : to;
}

function isTeaserText(block: Block | undefined): boolean {
  return block !== undefined && !isHeading(block) && linkDensity(block) < 0.5 && block.text.length <= LONGEST;
}
