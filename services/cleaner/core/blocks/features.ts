import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { attribute, ElementNode } from '../dom/node.ts';
import { withoutTags } from '../dom/tags-out.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import { type Block, isHeading, linkDensity } from './block.ts';
import { proseWeight, type Region } from './region.ts';
import { spaced } from './text-size.ts';

/** What the page says of its text outside of it. */
export interface PageEvidence {
  title: string | null;
  /** JSON-LD articleBody, where there is one. */
  articleBody: string | null;
  description: string | null;
  byline: readonly string[];
}

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
const KIND_BITS = Object.values(Kind);
const TAGS = ['p', 'li', 'div', 'td', 'blockquote', 'span', 'figcaption', 'section', 'article', 'dd', 'a', 'pre'];

interface BlockFacts {
  tokens: string[];
  chars: number;
  density: number;
  prose: number;
  sentence: number;
  signature: string;
  line: number;
}

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

function factsOf(block: Block): BlockFacts {
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

function signatureTotals(
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

function repeats(facts: readonly BlockFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const key = fact.tokens.join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The region's element and its ancestors, each with the number of steps up. */
function regionLevels(region: Region): Map<ElementNode, number> {
  const levels = new Map<ElementNode, number>();
  let level = 0;
  for (let e: ElementNode | null = region.element; e; e = e.parent) {
    levels.set(e, level);
    level += 1;
  }
  return levels;
}

function meetingPoint(
  element: ElementNode,
  levels: Map<ElementNode, number>,
): { element: ElementNode; level: number; below: number } {
  let below = 0;
  let e = element;
  while (!levels.has(e) && e.parent) {
    e = e.parent;
    below += 1;
  }
  return { element: e, level: levels.get(e) ?? 30, below };
}

function nearestHolder(element: ElementNode, region: Region): { prose: number; steps: number } {
  const parent = element.parent ?? element;
  const target = region.prose.get(region.element) ?? 0;
  let steps = 0;
  for (let e: ElementNode | null = element; e && steps < 12; e = e.parent) {
    if ((region.prose.get(e) ?? 0) > target * 0.3) break;
    steps += 1;
  }
  return { prose: region.prose.get(parent) ?? 0, steps };
}

function proseSpan(
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

interface Box {
  chars: number;
  links: number;
  blocks: number;
}

/** Characters, linked characters and blocks below each element. */
function boxTotals(blocks: readonly Block[]): Map<ElementNode, Box> {
  const boxes = new Map<ElementNode, Box>();
  for (const block of blocks) {
    for (let e: ElementNode | null = block.element; e; e = e.parent) {
      let box = boxes.get(e);
      if (!box) {
        box = { chars: 0, links: 0, blocks: 0 };
        boxes.set(e, box);
      }
      box.chars += block.text.length;
      box.links += block.linkChars;
      box.blocks += 1;
    }
  }
  return boxes;
}

/** The nearest container that calls itself the text: how far up, and how much of the page's prose it holds. */
function bodyContainer(row: number[], element: ElementNode, region: Region, bodies: Map<ElementNode, boolean>): void {
  let steps = 0;
  for (let e: ElementNode | null = element; e && steps < 15; e = e.parent) {
    let is = bodies.get(e);
    if (is === undefined) {
      is = (kindsOf(e) & Kind.body) !== 0;
      bodies.set(e, is);
    }
    if (is) {
      row.push(steps, (region.prose.get(e) ?? 0) / Math.max(1, region.total));
      return;
    }
    steps += 1;
  }
  row.push(20, 0);
}

/** The headline's block: an h1 that repeats the title, else any block that does, else the first h1; -1 where there is none. */
function headlineAt(blocks: readonly Block[], facts: readonly BlockFacts[], titleText: string): number {
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

/** How linked, how large and how many the blocks of the three containers above are. */
function containerLinks(row: number[], block: Block, boxes: Map<ElementNode, Box>): void {
  let e: ElementNode | null = block.element.parent;
  for (let level = 0; level < 3; level += 1) {
    const box = e ? boxes.get(e) : undefined;
    row.push(
      (box?.links ?? 0) / Math.max(1, box?.chars ?? 1),
      Math.log1p(box?.chars ?? 0),
      Math.min(100, box?.blocks ?? 0),
    );
    e = e?.parent ?? null;
  }
}

function siblingFacts(
  parent: ElementNode,
  known: Map<ElementNode, { siblings: number; paragraphs: number }>,
): { siblings: number; paragraphs: number } {
  let fact = known.get(parent);
  if (!fact) {
    let siblings = 0;
    let paragraphs = 0;
    for (const child of parent.children) {
      if (!(child instanceof ElementNode)) continue;
      siblings += 1;
      if (child.tag === 'p') paragraphs += 1;
    }
    fact = { siblings, paragraphs };
    known.set(parent, fact);
  }
  return fact;
}

const GRAM = 4;

function grams(text: string | null, least: number): Set<string> | null {
  if (!text) return null;
  const tokens = tokenize(spaced(withoutTags(text)));
  if (tokens.length < least) return null;
  const set = new Set<string>();
  for (let i = 0; i + GRAM <= tokens.length; i += 1) set.add(tokens.slice(i, i + GRAM).join(' '));
  return set;
}

function gramShare(tokens: readonly string[], set: ReadonlySet<string>): number {
  if (tokens.length < GRAM) return -0.5;
  let hits = 0;
  for (let i = 0; i + GRAM <= tokens.length; i += 1) if (set.has(tokens.slice(i, i + GRAM).join(' '))) hits += 1;
  return hits / (tokens.length - GRAM + 1);
}

function share(tokens: readonly string[], set: ReadonlySet<string>): number {
  if (tokens.length === 0 || set.size === 0) return 0;
  let hits = 0;
  for (const token of tokens) if (set.has(token)) hits += 1;
  return hits / tokens.length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function clamp(n: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, n));
}
