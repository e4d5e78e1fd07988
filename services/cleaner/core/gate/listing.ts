import { type Block, isHeading, linkDensity } from '../blocks/block.ts';
import { textSize } from '../blocks/text-size.ts';

/** Teasers that make a page a list of articles. */
const LEAST = 3;
/** Share of the kept prose that stands under a link to another article. */
const MOST = 0.7;
/** A teaser's link is a headline: longer than a menu's word. */
const HEADLINE = 12;

/** Characters beside a headline that are no text of their own: a date, a section. */
const BESIDE = 30;
const SENTENCE_END = /[.!?…。！？؟।]["”»'’)\]]*$/;

/**
 * Is the text a row of teasers: paragraphs that each stand alone under another article's linked headline of the same site?
 * @param kept the blocks taken for text
 * @returns how many, or 0 where the text is no such row
 */
export function teasersIn(blocks: readonly Block[], kept: readonly Block[], pageUrl: string): number {
  const taken = new Set(kept);
  const targets = new Set<string>();
  let prose = 0;
  let under = 0;
  for (const block of kept) {
    if (isHeading(block) || linkDensity(block) > 0.8) continue;
    prose += block.size;
    const before = blocks[block.index - 1];
    const after = blocks[block.index + 1];
    const target = before ? headlineLink(before, pageUrl) : null;
    const alone = !after || !taken.has(after) || headlineLink(after, pageUrl) !== null;
    if (target === null || !alone) continue;
    under += block.size;
    targets.add(target);
  }
  return targets.size >= LEAST && under >= prose * MOST ? targets.size : 0;
}

/** Where a block leads that is another article's headline, with no more than its date or section beside it. */
function headlineLink(block: Block, pageUrl: string): string | null {
  const link = block.links.find((l) => textSize(l.text) >= HEADLINE);
  if (!link || /^(?:#|mailto:|javascript:)/i.test(link.href)) return null;
  const beside = block.text.length - block.linkChars;
  if (linkDensity(block) < 0.8 && (beside > BESIDE || beside > block.linkChars * 1.5 || SENTENCE_END.test(block.text)))
    return null;
  try {
    const target = new URL(link.href, pageUrl);
    return target.hostname === new URL(pageUrl).hostname ? target.pathname + target.search : null;
  } catch {
    return null;
  }
}
