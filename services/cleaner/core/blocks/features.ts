import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { Kind } from '../junk/container-kinds.ts';
import { type Block, isHeading, linkDensity } from './block.ts';
import { type BlockFacts, factsOf, headlineAt, proseSpan, repeats, type SlotTotal, slotTotals } from './block-facts.ts';
import { pageContext } from './page-context.ts';
import type { Region } from './region.ts';
import { amongProse, SecondScorer } from './second-scorer.ts';
import { gramShare, grams, share } from './shared-words.ts';
import { Surroundings } from './surroundings.ts';
import { endsSentence, shapeOf } from './text-shape.ts';
import { spaced } from './text-size.ts';

/** What the page says of its text outside of it. */
export interface PageEvidence {
  title: string | null;
  /** JSON-LD articleBody, where there is one. */
  articleBody: string | null;
  description: string | null;
  byline: readonly string[];
}

/** The columns that say nothing of where a block stands among all of its page's; those that do come behind. */
export const PLAIN_COLUMNS = 114;

const KIND_BITS = Object.values(Kind);
const TAGS = ['p', 'li', 'div', 'td', 'blockquote', 'span', 'figcaption', 'section', 'article', 'dd', 'a', 'pre'];
/** A menu's or a footer's link: no model is asked. Half of a page's blocks are of this kind. */
function isPlainLink(block: Block): boolean {
  return block.text.length < 80 && !isHeading(block) && (block.kinds & LINKED) !== 0 && linkDensity(block) >= 0.9;
}

const LINKED = Kind.nav | Kind.footer | Kind.share | Kind.related | Kind.tags | Kind.list;

/** A row that is being written: room for twice as many features as there are. */
class Row {
  readonly #values = new Float32Array(256);
  #length = 0;

  add(value: number): void {
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  take(): Float32Array {
    const row = this.#values.slice(0, this.#length);
    this.#length = 0;
    return row;
  }
}

/**
 * The features of each block, one row a block, null for one that is no text beyond doubt; columns are the same for every
 * page. Numbers only, NaN never.
 */
export function blockFeatures(
  blocks: readonly Block[],
  region: Region,
  evidence: PageEvidence,
): (Float32Array | null)[] {
  const facts = factsOf(blocks);
  const slots = slotTotals(facts);
  const repeated = repeats(facts);
  const titleTokens = evidence.title ? tokenize(spaced(evidence.title)) : [];
  const titleWords = new Set(titleTokens);
  const titleText = titleTokens.join(' ');
  const bodyGrams = grams(evidence.articleBody, 60);
  const descriptionGrams = grams(evidence.description, 6);
  const byline = new Set(evidence.byline.flatMap((n) => tokenize(n)));
  const around = new Surroundings(blocks, region);
  const regionProse = around.proseOf(region.element);
  const spans = proseSpan(blocks, facts, around);
  const headline = headlineAt(blocks, facts, titleText);
  const asked = blocks.map((block) => !isPlainLink(block));
  const context = pageContext(blocks, facts, headline, region.total, asked);
  const second = new SecondScorer(blocks, facts, around);
  const among = amongProse(blocks, facts, asked);
  const topProse = second.top ? around.proseOf(second.top) / Math.max(1, region.total) : 0;
  const agree = second.top ? around.levelOf(second.top) : -1;
  const page: PageFacts = {
    blocks,
    facts,
    around,
    total: region.total,
    regionProse,
    first: spans.first,
    last: spans.last,
    headline,
    slots,
    repeated,
    titleText,
    titleWords,
    bodyGrams,
    descriptionGrams,
    byline,
  };
  let heading = -1;
  const row = new Row();
  const rows: (Float32Array | null)[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    if (isHeading(block)) heading = i;
    if (!asked[i]) {
      rows.push(null);
      continue;
    }
    own(row, block, facts[i] as BlockFacts);
    place(row, page, i, heading);
    containers(row, block, around);
    beside(row, page, i);
    for (const value of context[i] as number[]) row.add(value);
    for (const value of second.of(block.element)) row.add(value);
    for (const value of among[i] as number[]) row.add(value);
    row.add(topProse);
    row.add(agree);
    rows.push(row.take());
  }
  return rows;
}

/** What of a page the features of a block are told by. */
interface PageFacts {
  blocks: readonly Block[];
  facts: readonly BlockFacts[];
  around: Surroundings;
  /** Prose of the region, and of its element. */
  total: number;
  regionProse: number;
  /** The first and the last block of running text, and the headline's. */
  first: number;
  last: number;
  headline: number;
  slots: ReadonlyMap<number, SlotTotal>;
  repeated: ReadonlyMap<string, number>;
  titleText: string;
  titleWords: ReadonlySet<string>;
  bodyGrams: ReturnType<typeof grams>;
  descriptionGrams: ReturnType<typeof grams>;
  byline: ReadonlySet<string>;
}

/** Where the block stands. @param heading the last heading up to it, -1 where there is none */
function place(row: Row, page: PageFacts, i: number, heading: number): void {
  const { blocks, facts, around, total, regionProse, headline } = page;
  const block = blocks[i] as Block;
  const meeting = around.meetingPoint(block.element);
  const atMeeting = around.proseOf(meeting.element);
  const holder = around.nearestHolder(block.element);
  row.add(meeting.level);
  row.add(meeting.below);
  row.add(atMeeting / Math.max(1, total));
  row.add(regionProse / Math.max(1, atMeeting));
  row.add(holder.prose / Math.max(1, regionProse));
  row.add(holder.steps);
  row.add(block.depth);
  row.add(i / Math.max(1, blocks.length));
  row.add(clamp(i - page.first, 30));
  row.add(clamp(page.last - i, 30));
  row.add(headline < 0 ? -41 : clamp(i - headline, 40));
  row.add(heading < 0 ? 40 : Math.min(40, i - heading));
  row.add(heading < 0 ? 0 : (facts[heading] as BlockFacts).line);
  row.add(blocks.length);
}

/** What stands beside it and in the same slot, and what the page says of it elsewhere. */
function beside(row: Row, page: PageFacts, i: number): void {
  const { blocks, facts, around, bodyGrams, descriptionGrams } = page;
  const fact = facts[i] as BlockFacts;
  row.add((blocks[i] as Block).afterImage ? 1 : 0);
  row.add(blocks[i + 1]?.afterImage ? 1 : 0);
  const slot = page.slots.get(fact.slot);
  row.add(Math.min(100, slot?.count ?? 0));
  row.add(Math.log1p(slot?.chars ?? 0));
  row.add((slot?.links ?? 0) / Math.max(1, slot?.chars ?? 1));
  row.add((slot?.prose ?? 0) / Math.max(1, page.total));
  row.add(Math.min(10, page.repeated.get(fact.says) ?? 0));
  row.add(page.titleText !== '' && fact.says === page.titleText ? 1 : 0);
  row.add(share(fact.tokens, page.titleWords));
  row.add(bodyGrams === null ? -1 : gramShare(fact.tokens, bodyGrams));
  row.add(descriptionGrams === null ? -1 : gramShare(fact.tokens, descriptionGrams));
  row.add(share(fact.tokens, page.byline));
  for (const offset of [-2, -1, 1, 2])
    neighbour(row, blocks[i + offset], facts[i + offset], fact.slot, Math.abs(offset) === 1 ? around : null);
}

/** What the block is by itself. */
function own(row: Row, block: Block, fact: BlockFacts): void {
  const { text } = block;
  const shape = shapeOf(text);
  const chars = Math.max(1, fact.chars);
  row.add(Math.min(400, fact.tokens.length));
  row.add(Math.min(2000, fact.chars));
  row.add(fact.density);
  row.add(block.links.length);
  row.add(Math.min(1, block.strongChars / chars));
  row.add(endsSentence(text) ? 1 : 0);
  row.add(fact.prose);
  row.add(shape.digits / chars);
  row.add(shape.capitals / chars);
  row.add(shape.commas);
  row.add(shape.stops);
  row.add(shape.dividers);
  row.add(text.includes('\n') ? 1 : 0);
  row.add(shape.smallFirst ? 1 : 0);
  row.add(text.endsWith(':') ? 1 : 0);
  row.add(shape.signed ? 1 : 0);
  row.add(shape.digits > 3 && /\b(?:19|20)\d\d\b/.test(text) ? 1 : 0);
  row.add(shape.digits > 2 && /\d{1,2}[:.]\d{2}/.test(text) ? 1 : 0);
  row.add(shape.quoted ? 1 : 0);
  row.add(/^[([]|[)\]]$/.test(text) ? 1 : 0);
  row.add(fact.line);
  row.add(isHeading(block) ? Number(block.tag[1]) : 0);
  row.add(TAGS.indexOf(block.tag));
  for (const bit of KIND_BITS) row.add(block.nearKinds & bit ? 2 : block.kinds & bit ? 1 : 0);
}

/** How linked, how large and how many the blocks of the three containers above are, and the container that calls itself the text. */
function containers(row: Row, { element }: Block, around: Surroundings): void {
  const among = element.parent ? around.childrenOf(element.parent) : { siblings: 0, paragraphs: 0 };
  row.add(Math.min(60, among.siblings));
  row.add(Math.min(60, among.paragraphs));
  let above = element.parent;
  for (let level = 0; level < 3; level += 1) {
    const box = around.boxOf(above);
    row.add(box.links / Math.max(1, box.chars));
    row.add(Math.log1p(box.chars));
    row.add(Math.min(100, box.blocks));
    above = above?.parent ?? null;
  }
  const body = around.bodyContainer(element);
  row.add(body.steps);
  row.add(body.share);
}

/** @param near where a block right beside it stands; null for one that is two away, of which less counts */
function neighbour(
  row: Row,
  block: Block | undefined,
  fact: BlockFacts | undefined,
  slot: number,
  near: Surroundings | null,
): void {
  if (!block || !fact) {
    for (let i = near ? 7 : 4; i > 0; i -= 1) row.add(-1);
    return;
  }
  row.add(Math.min(400, fact.tokens.length));
  row.add(fact.density);
  row.add(fact.prose);
  row.add(fact.slot === slot ? 1 : 0);
  if (!near) return;
  row.add(fact.line);
  row.add(isHeading(block) ? 1 : 0);
  row.add(near.levelOf(block.element));
}

function clamp(n: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, n));
}
