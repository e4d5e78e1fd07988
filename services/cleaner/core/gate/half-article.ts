import { wallPhraseIn } from '@wirewatch/shared/text/wall-phrases.ts';
import { type Block, isHeading } from '../blocks/block.ts';
import { textSize } from '../blocks/text-size.ts';
import type { ElementNode } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import { ASKS_TO_GO_ON, BROKEN_BEFORE_LABEL, GOES_ON, GOES_ON_AT, MAY_GO_ON } from './go-on-words.ts';
import { leadsTo, type Target } from './own-address.ts';

/** A text of which the page shows the first part only. */
export interface HalfArticle {
  reason: string;
  /** What of the last block is no text but leads to the rest: its last characters; empty where that stands apart. */
  label: string;
}

/** Blocks behind the text's last in which the rest is offered: shares and dates may stand between. */
const NEAR = 6;
/** The longest label, in characters, and the longest block that may stand between the text and it. */
const LONGEST_LABEL = 100;
const LONGEST_BETWEEN = 120;
/** A link of so many Latin letters is another article's headline, and what stands behind it belongs to that. */
const HEADLINE = 20;
/** Latin letters from which a text without a break is there as a whole, and a button under it unfolds what we have read. */
const FOLDED = 2500;
/** Levels above a paragraph within which a button stands beside it. */
const LEVELS = 3;
/** Containers of which a button or a link leads to the rest of something else. */
const BESIDE =
  Kind.nav |
  Kind.footer |
  Kind.related |
  Kind.comments |
  Kind.author |
  Kind.consent |
  Kind.aside |
  Kind.newsletter |
  Kind.ad;
const BREAKS_OFF = /(?:…|\.{3}|\[\s?(?:…|\.{3})\s?\]|\(\s?(?:…|\.{3})\s?\))\s*$/;
/** A text that a machine cut for an overview says it so. */
const BRACKETED = /\[\s?(?:…|\.{3}|&hellip;)\s?\]\s*$/;
const SENTENCE_END = /[.!?…。！？؟।:][)"”»“'’」』\]]*\s*$/u;
/** Scripts that end no sentence with a mark. */
const UNMARKED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Does the page show only the first part of the article? Behind its text a label of its own says that it goes on ("Continue
 * reading") and leads to no other article of the site, or the text breaks off before a link. A page that ends with "Read more" and
 * other articles' headlines is whole.
 * @param kept the blocks taken for text
 * @param paid the page says that it is not free to read
 */
export function halfArticle(
  blocks: readonly Block[],
  kept: readonly Block[],
  pageUrl: string,
  title: string | null,
  paid: boolean,
): HalfArticle | null {
  const last = kept.findLast((b) => labelOf(b.text, title) === null);
  if (!last || isHeading(last)) return null;
  const within = labelWithin(last, pageUrl, title);
  if (within) return within;
  const broken = breaksOff(last);
  const folded = kept.reduce((size, b) => size + b.size, 0) > FOLDED;
  let first = true;
  for (const block of blocks.slice(last.index + 1, last.index + 1 + NEAR)) {
    if (above(block) & BESIDE) continue;
    const found = offered(block, last, pageUrl, title, { broken, first, paid, folded });
    if (found !== null) return isTeasers(block, blocks, last, pageUrl) ? null : { reason: found, label: '' };
    if (opensAnother(block)) break;
    first = false;
  }
  return BRACKETED.test(last.text) ? { reason: 'half an article: its text breaks off with "[…]"', label: '' } : null;
}

interface Standing {
  broken: boolean;
  first: boolean;
  paid: boolean;
  folded: boolean;
}

/** What a block behind the text offers of its rest, in words; null where nothing. */
function offered(block: Block, last: Block, pageUrl: string, title: string | null, at: Standing): string | null {
  const paged = block.links.find((l) => leadsTo(l.href, pageUrl) === 'next-page');
  if (paged) return `half an article: it goes on on another page (${paged.href.slice(0, 120)})`;
  if (block.text.length > LONGEST_LABEL) return null;
  if (at.broken || at.paid) {
    const asks = wallPhraseIn(block.text, ['paywall'])?.words ?? ASKS_TO_GO_ON.exec(block.text)?.[0];
    if (asks !== undefined) return `half an article: "${asks}" stands behind it`;
  }
  const link = block.links.at(-1);
  const target: Target = link ? leadsTo(link.href, pageUrl) : 'here';
  const label = labelOf(block.text, title);
  if (label === null || (link && link.text.length < block.text.length / 2)) return null;
  const own = block.tag === 'button' || link !== undefined || isButton(block.element);
  const beside = at.first && isBeside(block.element, last.element);
  const leads =
    target === 'another'
      ? at.broken
      : label === 'goes on'
        ? at.broken || (own && !(at.folded && target === 'here'))
        : at.broken || (beside && own && target === 'here');
  return leads ? `half an article: "${block.text.slice(0, 60)}" stands behind it` : null;
}

/** A label at the end of the text's own last block: "… Read more". */
function labelWithin(last: Block, pageUrl: string, title: string | null): HalfArticle | null {
  const link = last.links.at(-1);
  if (link && link.text !== '' && link.text.length < last.text.length && last.text.endsWith(link.text)) {
    const label = labelOf(link.text, title);
    const rest = last.text.slice(0, -link.text.length).trim();
    const broken = BREAKS_OFF.test(rest) || !SENTENCE_END.test(rest);
    const target = leadsTo(link.href, pageUrl);
    if (label !== null && BREAKS_OFF.test(rest.replace(/(?<![\s([])[\s([]+$/, '')))
      return { reason: `half an article: it breaks off before "${link.text.slice(0, 60)}"`, label: link.text };
    if (label === 'goes on' && target !== 'another' && !(broken && target === 'here'))
      return { reason: `half an article: "${link.text.slice(0, 60)}" stands at its end`, label: link.text };
    return null;
  }
  const tail = last.text.slice(-LONGEST_LABEL);
  const found = BROKEN_BEFORE_LABEL.exec(tail)?.[0];
  if (found === undefined) return null;
  const label = found.replace(/^(?:…|\.{3})\s*/, '');
  return { reason: `half an article: it breaks off before "${label.slice(0, 60)}"`, label };
}

/** How sure a label is that it leads to the rest; null where the text is no such label. */
function labelOf(text: string, title: string | null): 'goes on' | 'may' | null {
  if (text.length > LONGEST_LABEL + (title?.length ?? 0)) return null;
  const bare = title !== null && text.includes(title) ? text.replace(title, ' ').trim() : text;
  if (bare.length > LONGEST_LABEL) return null;
  if (GOES_ON.test(bare) || GOES_ON_AT.test(bare)) return 'goes on';
  return MAY_GO_ON.test(bare) ? 'may' : null;
}

function breaksOff({ text, tag }: Block): boolean {
  if (BREAKS_OFF.test(text)) return true;
  return tag === 'p' && text.length > LONGEST_BETWEEN && !SENTENCE_END.test(text) && !UNMARKED.test(text);
}

/** Does something else begin here: a heading, another article's linked headline, a paragraph? */
function opensAnother(block: Block): boolean {
  return (
    isHeading(block) || block.text.length > LONGEST_BETWEEN || block.links.some((l) => textSize(l.text) >= HEADLINE)
  );
}

/** A teaser of another article stands last in the text: its headline leads where the label does. */
function isTeasers(label: Block, blocks: readonly Block[], last: Block, pageUrl: string): boolean {
  const href = label.links.at(-1)?.href;
  if (href === undefined || leadsTo(href, pageUrl) === 'here') return false;
  return blocks
    .slice(Math.max(0, last.index - NEAR), label.index)
    .some((b) => b.links.some((l) => l.href === href && textSize(l.text) >= HEADLINE / 2));
}

/** The kinds of what lies round a block, not of itself: a label may well be called `more-link`. */
function above(block: Block): number {
  let kinds = 0;
  for (let e: ElementNode | null = block.element.parent; e; e = e.parent) kinds |= kindsOf(e);
  return kinds;
}

function isButton(element: ElementNode): boolean {
  return element.tag === 'button' || element.parent?.tag === 'button';
}

/** Do both lie within a box a few levels above the first one? */
function isBeside(label: ElementNode, paragraph: ElementNode): boolean {
  const boxes = new Set<ElementNode>();
  let box: ElementNode | null = paragraph.parent;
  for (let i = 0; i < LEVELS && box && box.tag !== 'body'; i += 1) {
    boxes.add(box);
    box = box.parent;
  }
  let e: ElementNode | null = label;
  for (let i = 0; i < LEVELS && e; i += 1) {
    if (boxes.has(e)) return true;
    e = e.parent;
  }
  return false;
}
