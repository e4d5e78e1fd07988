import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import type { ElementNode } from '../dom/node.ts';
import { Kind } from '../junk/container-kinds.ts';
import { type Block, isHeading, linkDensity } from './block.ts';
import { type BlockFacts, factsOf, headlineAt, proseSpan, repeats, signatureTotals } from './block-facts.ts';
import type { Region } from './region.ts';
import { gramShare, grams, share } from './shared-words.ts';
import {
  bodyContainer,
  boxTotals,
  containerLinks,
  meetingPoint,
  nearestHolder,
  regionLevels,
  siblingFacts,
} from './surroundings.ts';
import { spaced } from './text-size.ts';

/** What the page says of its text outside of it. */
export interface PageEvidence {
  title: string | null;
  /** JSON-LD articleBody, where there is one. */
  articleBody: string | null;
  description: string | null;
  byline: readonly string[];
}

const KIND_BITS = Object.values(Kind);
const TAGS = ['p', 'li', 'div', 'td', 'blockquote', 'span', 'figcaption', 'section', 'article', 'dd', 'a', 'pre'];
/** A menu's or a footer's link: no model is asked. Half of a page's blocks are of this kind. */
function isPlainLink(block: Block): boolean {
  return block.text.length < 80 && !isHeading(block) && (block.kinds & LINKED) !== 0 && linkDensity(block) >= 0.9;
}

const LINKED = Kind.nav | Kind.footer | Kind.share | Kind.related | Kind.tags | Kind.list;

/**
 * The features of each block, one row a block, null for one that is no text beyond doubt; columns are the same for every
 * page. Numbers only, NaN never.
 */
export function blockFeatures(
  blocks: readonly Block[],
  region: Region,
  evidence: PageEvidence,
): (Float32Array | null)[] {
  const facts = blocks.map(factsOf);
  const signatures = signatureTotals(facts);
  const repeated = repeats(facts);
  const titleTokens = new Set(evidence.title ? tokenize(spaced(evidence.title)) : []);
  const titleText = evidence.title ? tokenize(spaced(evidence.title)).join(' ') : '';
  const bodyGrams = grams(evidence.articleBody, 60);
  const descriptionGrams = grams(evidence.description, 6);
  const byline = new Set(evidence.byline.flatMap((n) => tokenize(n)));
  const levels = regionLevels(region);
  const boxes = boxTotals(blocks);
  const bodies = new Map<ElementNode, boolean>();
  const spans = proseSpan(blocks, facts, levels);
  const headline = headlineAt(blocks, facts, titleText);
  const paths = new Map<ElementNode, { siblings: number; paragraphs: number }>();
  let heading = -1;
  let headingLine = 0;
  const rows: (Float32Array | null)[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    const fact = facts[i] as BlockFacts;
    if (isHeading(block)) {
      heading = i;
      headingLine = fact.line;
    }
    if (isPlainLink(block)) {
      rows.push(null);
      continue;
    }
    const row: number[] = [];
    own(row, block, fact);
    // Where it stands.
    const meeting = meetingPoint(block.element, levels);
    const around = region.prose.get(meeting.element) ?? 0;
    const regionProse = region.prose.get(region.element) ?? 0;
    const holder = nearestHolder(block.element, region);
    row.push(
      meeting.level,
      meeting.below,
      around / Math.max(1, region.total),
      regionProse / Math.max(1, around),
      holder.prose / Math.max(1, regionProse),
      holder.steps,
      block.depth,
      i / Math.max(1, blocks.length),
      clamp(i - spans.first, 30),
      clamp(spans.last - i, 30),
      headline < 0 ? -41 : clamp(i - headline, 40),
      heading < 0 ? 40 : Math.min(40, i - heading),
      headingLine,
      blocks.length,
    );
    const parent = block.element.parent;
    const siblings = parent ? siblingFacts(parent, paths) : { siblings: 0, paragraphs: 0 };
    row.push(Math.min(60, siblings.siblings), Math.min(60, siblings.paragraphs));
    containerLinks(row, block, boxes);
    bodyContainer(row, block.element, region, bodies);
    row.push(block.afterImage ? 1 : 0, blocks[i + 1]?.afterImage ? 1 : 0);
    const signature = signatures.get(fact.signature);
    row.push(
      Math.min(100, signature?.count ?? 0),
      Math.log1p(signature?.chars ?? 0),
      (signature?.links ?? 0) / Math.max(1, signature?.chars ?? 1),
      (signature?.prose ?? 0) / Math.max(1, region.total),
      Math.min(10, repeated.get(fact.tokens.join(' ')) ?? 0),
    );
    // What the page says of it elsewhere.
    const text = fact.tokens.join(' ');
    row.push(
      titleText !== '' && text === titleText ? 1 : 0,
      share(fact.tokens, titleTokens),
      bodyGrams === null ? -1 : gramShare(fact.tokens, bodyGrams),
      descriptionGrams === null ? -1 : gramShare(fact.tokens, descriptionGrams),
      share(fact.tokens, byline),
    );
    for (const offset of [-2, -1, 1, 2])
      neighbour(row, blocks, facts, i + offset, levels, fact.signature, Math.abs(offset) === 1);
    rows.push(Float32Array.from(row));
  }
  return rows;
}

function own(row: number[], block: Block, fact: BlockFacts): void {
  const { text } = block;
  row.push(
    Math.min(400, fact.tokens.length),
    Math.min(2000, fact.chars),
    fact.density,
    block.links.length,
    Math.min(1, block.strongChars / Math.max(1, fact.chars)),
    fact.sentence,
    fact.prose,
    count(text, /\p{N}/gu) / Math.max(1, fact.chars),
    count(text, /\p{Lu}/gu) / Math.max(1, fact.chars),
    count(text, /[,،、;]/g),
    count(text, /[.!?。！？؟।…]/g),
    count(text, /[|/•·>»]/g),
    text.includes('\n') ? 1 : 0,
    /^[\p{Ll}]/u.test(text) ? 1 : 0,
    /:\s*$/.test(text) ? 1 : 0,
    /[©@]|https?:|www\./.test(text) ? 1 : 0,
    /\b(?:19|20)\d\d\b/.test(text) ? 1 : 0,
    /\d{1,2}[:.]\d{2}/.test(text) ? 1 : 0,
    /["“”«»„]/.test(text) ? 1 : 0,
    /^[([]|[)\]]$/.test(text) ? 1 : 0,
    fact.line,
    isHeading(block) ? Number(block.tag[1]) : 0,
    TAGS.indexOf(block.tag),
  );
  for (const bit of KIND_BITS) row.push(block.nearKinds & bit ? 2 : block.kinds & bit ? 1 : 0);
}

function neighbour(
  row: number[],
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  at: number,
  levels: Map<ElementNode, number>,
  signature: string,
  near: boolean,
): void {
  const block = blocks[at];
  const fact = facts[at];
  if (!block || !fact) {
    row.push(-1, -1, -1, -1);
    if (near) row.push(-1, -1, -1);
    return;
  }
  row.push(Math.min(400, fact.tokens.length), fact.density, fact.prose, fact.signature === signature ? 1 : 0);
  if (near) row.push(fact.line, isHeading(block) ? 1 : 0, meetingPoint(block.element, levels).level);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function clamp(n: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, n));
}
