import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { Kind, kindNames } from '../junk/container-kinds.ts';
import { LINE_KINDS } from '../junk/line-words.ts';
import { type Block, isHeading, linkDensity } from './block.ts';
import { type BlockModel, probability } from './model.ts';
import { isWithin, OUTSIDE, type Region } from './region.ts';

export interface Cut {
  text: string;
  reason: string;
}

export interface Selection {
  kept: Block[];
  cut: Cut[];
}

/** At this probability a block is text. Below one half, for a lost paragraph costs more than a line too many (measured on held-out outlets). */
const THRESHOLD = 0.4;
/** A line whose words say that it is junk has to look very much like text to stay. */
const SURE = 0.93;
/** Shorter lines (a refrain, a subhead, a figure in a table) may well come twice. */
const REPEAT_CHARS = 40;
const MAX_CUTS = 200;
const MAX_CUT_CHARS = 300;

/**
 * Which blocks are the article's text, and why the others of its region are not.
 * @param rows the blocks' features, see features.ts
 */
export function selectBlocks(
  blocks: readonly Block[],
  rows: readonly Float32Array[],
  region: Region,
  title: string | null,
  model: BlockModel,
): Selection {
  const cut: Cut[] = [];
  const titleText = title ? tokenize(title).join(' ') : null;
  const likely: Block[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    const p = probability(model, rows[i] as Float32Array);
    const reason = p < THRESHOLD ? whyUnlikely(block, p) : whyJunk(block, p, titleText);
    if (reason === null) likely.push(block);
    else if (p >= THRESHOLD || isWithin(block.element, region.element)) note(cut, block, reason);
  }
  const headline = blocks.findIndex(
    (b) =>
      titleText !== null &&
      titleText !== '' &&
      /^h[12]$/.test(b.tag) &&
      !(b.kinds & (Kind.hidden | Kind.nav)) &&
      tokenize(b.text).join(' ') === titleText,
  );
  const kept = withoutRepeats(withoutLead(withoutHidden(likely, cut), headline, cut), cut);
  return { kept: dropLoneHeadings(kept, cut), cut };
}

function note(cut: Cut[], block: Block, reason: string): void {
  if (cut.length < MAX_CUTS) cut.push({ text: block.text.slice(0, MAX_CUT_CHARS), reason });
}

function charsOf(blocks: readonly Block[]): number {
  return blocks.reduce((total, b) => total + b.text.length, 0);
}

/** A text that a reader sees is the article; what is hidden beside it is a copy for machines, unless it is by far the longer. */
function withoutHidden(likely: Block[], cut: Cut[]): Block[] {
  const seen = likely.filter((b) => !(b.kinds & Kind.hidden));
  if (seen.length === likely.length || charsOf(seen) < charsOf(likely) * 0.3) return likely;
  for (const block of likely) if (block.kinds & Kind.hidden) note(cut, block, 'hidden from readers');
  return seen;
}

/** What stands far before the headline belongs to another article, where the headline has a text below it. */
function withoutLead(likely: Block[], headline: number, cut: Cut[]): Block[] {
  if (headline < 0) return likely;
  const after = likely.filter((b) => b.index >= headline - 2);
  if (after.length === likely.length || charsOf(after) < charsOf(likely) * 0.3) return likely;
  for (const block of likely) if (block.index < headline - 2) note(cut, block, 'before the headline');
  return after;
}

/** The second time that a block of some length says the same. */
function withoutRepeats(likely: Block[], cut: Cut[]): Block[] {
  const seen = new Set<string>();
  return likely.filter((block) => {
    if (block.text.length < REPEAT_CHARS) return true;
    const again = seen.has(block.text);
    seen.add(block.text);
    if (again) note(cut, block, 'said before');
    return !again;
  });
}

function whyUnlikely(block: Block, p: number): string {
  const line = junkLine(block.text);
  if (line) return line;
  const container = kindNames(block.kinds & OUTSIDE);
  if (container.length > 0) return `in a container of kind ${container.join(', ')}`;
  if (linkDensity(block) > 0.8) return 'nothing but links';
  return `by its form and place no text of the article (${Math.round(p * 100)} %)`;
}

function whyJunk(block: Block, p: number, titleText: string | null): string | null {
  if (titleText && tokenize(block.text).join(' ') === titleText) return 'the headline repeated';
  if (block.tag === 'h1') return 'the headline';
  const line = p < SURE ? junkLine(block.text) : null;
  return line;
}

/** The kind of a line that is no text, or null. */
export function junkLine(text: string): string | null {
  for (const { kind, max, pattern } of LINE_KINDS) if (text.length <= max && pattern.test(text)) return kind;
  return null;
}

/** Headings with no text after them before the end go. */
function dropLoneHeadings(kept: Block[], cut: Cut[]): Block[] {
  const result = [...kept];
  for (let last = result.at(-1); last && isHeading(last); last = result.at(-1)) {
    cut.push({ text: last.text, reason: 'a heading with no text below it' });
    result.pop();
  }
  return result;
}
