import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { ElementNode } from '../dom/node.ts';
import { tellsOfSomebody } from '../frame/site-voice/site-voice.ts';
import { isBylineLine } from '../junk/byline-line.ts';
import { Kind, kindNames } from '../junk/container-kinds.ts';
import { lineScore } from '../junk/line-score.ts';
import { type Block, isHeading, lineOf, linkDensity } from './block.ts';
import { isWithin, OUTSIDE, type Region } from './region.ts';
import { setPieces } from './set-pieces.ts';
import { shortPieces } from './short-pieces.ts';
import { likeliest, THRESHOLD, thresholdFor } from './threshold.ts';

export interface Cut {
  text: string;
  reason: string;
}

export interface Selection {
  kept: Block[];
  cut: Cut[];
  /** Blocks below the usual threshold were taken, for far more of the page is then read. */
  likeliest: boolean;
}

/** A line whose words say that it is junk has to look very much like text to stay. */
const SURE = 0.93;
/** Below this, a heading stays out even between paragraphs. */
const DOUBTFUL = 0.15;
/** How many blocks behind the first subhead the next one is looked for. */
const NEXT_SUBHEAD = 20;
/** Shorter lines (a refrain, a subhead, a figure in a table) may well come twice. */
const REPEAT_CHARS = 40;
/** Lines whose words leave no doubt, wherever they stand. */
const DECISIVE = new Set([
  'photo credit',
  'share bar',
  'published line',
  'related heading',
  'previous/next link',
  'machine value',
  'reading time',
]);
/** Why a block went by its wording alone: such a one may be the reposter's and name whose text it is. */
export const WORDED_AS_LINE = 'worded like a line round the text';
/** The longest block, in characters, that is read as a line. */
const MAX_LINE = 300;
/** The same where all else says that it is text: most paragraphs are longer, and need not be read again. */
const MAX_SURE_LINE = 160;
/** Log odds from which a line goes by its wording: where the block model is in doubt, and where it is sure that it is text. */
const WORDED = 0;
const WORDED_SURE = 0.5;
/** The same for a heading between paragraphs: it has few words to go by. */
const WORDED_HEADING = 1.5;
/** Below this a line is text although it has the words of a kind: "Published in 1962, the book …". */
const THE_TEXTS = -1.5;
/** A label that leads to another article, then its headline, link or not: "Read also: Strike ends". */
const LEADS_ON = /^[^\n:：→>»|]{3,32}\s?[:：→>»|]\s?(?=\S).*[^\s.!?…。！？؟।:"”»'’)]$/u;
/** But for a caption: it is worded like a text until the credit at its end. */
const CAPTIONED = 'photo credit';
const MAX_CUTS = 200;
const MAX_CUT_CHARS = 300;

/**
 * Which blocks are the article's text, and why the others of its region are not.
 * @param probabilities of each block, by the model
 * @param others blocks that are not the article's whatever they look like, and why
 * @param doubted too little was found before: the likeliest blocks are taken
 */
export function selectBlocks(
  blocks: readonly Block[],
  probabilities: readonly number[],
  region: Region,
  title: string | null,
  doubted: boolean,
  others: ReadonlyMap<Block, string>,
): Selection {
  const cut: Cut[] = [];
  const titleText = title ? tokenize(title).join(' ') : null;
  const likely: Block[] = [];
  const pieces = setPieces(blocks, probabilities);
  const threshold = doubted ? likeliest(blocks, probabilities) : thresholdFor(blocks, probabilities);
  const isTaken = (b: Block): boolean =>
    !others.has(b) && ((probabilities[b.index] as number) >= threshold || pieces.has(b));
  const short = shortPieces(blocks, isTaken, others);
  const first = blocks.findIndex((b) => b.tag === 'h1');
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    const other = others.get(block);
    if (other !== undefined) {
      note(cut, block, other);
      continue;
    }
    const p =
      short.has(block) || isSubhead(blocks, probabilities, i)
        ? Math.max(threshold, probabilities[i] as number)
        : (probabilities[i] as number);
    if (pieces.has(block) && !says(block, titleText)) {
      likely.push(block);
      continue;
    }
    if (p < threshold) {
      // Nobody is told why of a menu's entry.
      if (cut.length < MAX_CUTS && isWithin(block.element, region.element)) note(cut, block, whyUnlikely(block, p));
      continue;
    }
    const reason = whyJunk(block, p, titleText, blocks[i - 1], i === first);
    if (reason === null) likely.push(block);
    else note(cut, block, reason);
  }
  const headline = blocks.findIndex(
    (b) => (b.tag === 'h1' || b.tag === 'h2') && !(b.kinds & (Kind.hidden | Kind.nav)) && says(b, titleText),
  );
  const kept = withoutRepeats(withoutLead(withoutHidden(likely, cut), headline, cut), cut);
  return { kept: dropLoneHeadings(kept, cut), cut, likeliest: !doubted && threshold < THRESHOLD };
}

/** A heading is judged by what it heads: between two sure paragraphs of one container, a doubtful one is text; so is the first of several. */
function isSubhead(blocks: readonly Block[], probabilities: readonly number[], at: number): boolean {
  const block = blocks[at] as Block;
  if (!isHeading(block) || block.tag === 'h6' || block.kinds & OUTSIDE) return false;
  if ((probabilities[at] as number) < DOUBTFUL && block.tag !== 'h1') return false;
  const sure = (i: number): boolean =>
    (probabilities[i] ?? 0) >= SURE && blocks[i]?.element.parent === block.element.parent;
  const heads = (i: number): boolean => [1, 2, 3].some((d) => sure(i + d));
  if (!heads(at)) return false;
  const between = (i: number): boolean => heads(i) && [1, 2, 3].some((d) => sure(i - d));
  if (between(at)) return true;
  for (let i = at + 1; i < Math.min(blocks.length, at + NEXT_SUBHEAD); i += 1) {
    const other = blocks[i] as Block;
    if (other.tag === block.tag && other.element.parent === block.element.parent && between(i)) return true;
  }
  return false;
}

/** Does a block say the title, word by word? Most are told by their length alone. */
function says(block: Block, titleText: string | null): boolean {
  if (!titleText || block.text.length < titleText.length * 0.7 || block.text.length > titleText.length * 2 + 10)
    return false;
  return tokenize(block.text).join(' ') === titleText;
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

/** The second time that a block of some length says the same, and a pull quote: one that stands word by word in a longer block. */
function withoutRepeats(likely: Block[], cut: Cut[]): Block[] {
  const seen = new Set<string>();
  const once = likely.filter((block) => {
    if (block.text.length < REPEAT_CHARS) return true;
    const again = seen.has(block.text);
    seen.add(block.text);
    if (again) note(cut, block, 'said before');
    return !again;
  });
  let all: string | null = null;
  let looked = 0;
  return once.filter((block) => {
    if (block.text.length < REPEAT_CHARS || block.text.length > MAX_PULLED || !isApart(block)) return true;
    looked += 1;
    if (looked > MOST_PULLED) return true;
    all ??= once
      .filter((b) => b.text.length > REPEAT_CHARS)
      .map(unquoted)
      .join('\n');
    const pulled = unquoted(block);
    const at = all.indexOf(pulled);
    const again = at >= 0 && all.indexOf(pulled, at + 1) >= 0;
    if (again) note(cut, block, 'a pull quote');
    return !again;
  });
}

/** The longest pull quote, in characters. */
const MAX_PULLED = 300;
/** Blocks that are looked for in the text: each costs its length, and an article has a few pull quotes. */
const MOST_PULLED = 50;

/** Set apart from the running text: a quotation, bold as a whole, or in a box of its own. */
function isApart(block: Block): boolean {
  const { parent } = block.element;
  return (
    block.tag === 'blockquote' ||
    (block.kinds & (Kind.quote | Kind.infobox)) !== 0 ||
    block.strongChars > block.text.length * 0.8 ||
    block.tag === 'div' ||
    isBox(parent)
  );
}

/** White space stands between elements: two of them are up to five children. */
function isBox(parent: ElementNode | null): boolean {
  return (
    parent !== null &&
    parent.children.length <= 5 &&
    parent.children.filter((c) => c instanceof ElementNode).length <= 2
  );
}

const MARKS = /^[\s"'“”„«»‘’‹›「『]+|(?<![\s"'“”„«»‘’‹›」』.,…])[\s"'“”„«»‘’‹›」』.,…]+$/gu;

function unquoted(block: Block): string {
  return block.text.replace(MARKS, '').toLowerCase();
}

function whyUnlikely(block: Block, p: number): string {
  const line = lineOf(block);
  if (line) return line;
  const container = kindNames(block.kinds & OUTSIDE);
  if (container.length > 0) return `in a container of kind ${container.join(', ')}`;
  if (linkDensity(block) > 0.8) return 'nothing but links';
  return `by its form and place no text of the article (${Math.round(p * 100)} %)`;
}

function whyJunk(
  block: Block,
  p: number,
  titleText: string | null,
  before: Block | undefined,
  isFirstHeading: boolean,
): string | null {
  if (says(block, titleText)) return 'the headline repeated';
  if (isFirstHeading) return 'the headline';
  if (!WORDS.test(block.text)) return 'no words';
  if (isBylineLine(block.text)) return 'byline';
  if (isStep(block)) return 'previous/next link';
  if (isCutHeadline(block, before)) return "another article's cut headline";
  const line = lineOf(block);
  if (block.text.length > (p < SURE || line ? MAX_LINE : MAX_SURE_LINE)) return line && p < SURE ? line : null;
  const odds = lineScore(block);
  if (line === 'read more' && LEADS_ON.test(block.text)) return line;
  const isTexts = odds < THE_TEXTS && line !== CAPTIONED;
  if (line && !isTexts && (p < SURE || DECISIVE.has(line))) return line;
  if (odds > (isHeading(block) ? WORDED_HEADING : p < SURE ? WORDED : WORDED_SURE) && !tells(block))
    return WORDED_AS_LINE;
  return null;
}

/** A whole sentence that has a line's words and tells of somebody ("Every comment that he wrote was deleted"): no site speaks so. */
function tells({ tag, text, links }: Block): boolean {
  return tag === 'p' && links.length === 0 && SENTENCE.test(text) && tellsOfSomebody(text);
}

/** Four words and more, and the mark at their end. */
const SENTENCE = /^(?:\S+\s+){3,}\S*[.!?…。！？؟।]["”»'’)]*$/u;

const WORDS = /[\p{L}\p{N}]/u;

/** After a label like "Read more": a line without a sentence's end, or one that was cut off. */
function isCutHeadline(block: Block, before: Block | undefined): boolean {
  if (!before || before.text.length > 40 || block.text.length > 160 || lineOf(before) !== 'read more') return false;
  return /(?:\.{3}|…)$/.test(block.text) || !/[.!?。؟।]["”»'’)]*$/.test(block.text);
}

/** PREV and NEXT before another article's headline: as a link of its own, or as a label in capitals. */
const STEP =
  /^(?:[«»‹›←→<>]\s*)?(?:prev(?:ious)?|next|zurück|weiter|précédent|suivant|anterior|siguiente|próximo|önceki|sonraki|предыдущ\p{L}*|следующ\p{L}*|السابق|التالي|poprzedni|następny)(?:\s+(?:post|article|story|news|haber|запись|статья))?(?:\s*[«»‹›←→<>:])?$/iu;
const STEP_LABEL =
  /^(?:PREV|PREVIOUS|NEXT|ÖNCEKİ|SONRAKİ|ZURÜCK|WEITER|ПРЕДЫДУЩАЯ|СЛЕДУЮЩАЯ)(?:\s+\p{Lu}+)?[\s:»›→-]+\p{Lu}/u;

function isStep(block: Block): boolean {
  const first = block.links[0]?.text ?? '';
  return (
    block.text.length < 250 &&
    ((first !== '' && block.text.startsWith(first) && STEP.test(first)) || STEP_LABEL.test(block.text))
  );
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
