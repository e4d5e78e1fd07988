import type { ElementNode } from '../dom/node.ts';
import { Kind } from '../junk/container-kinds.ts';
import { lineScore } from '../junk/line-score.ts';
import { withoutShortCodes } from '../junk/short-codes.ts';
import { type Block, isHeading, lineOf, linkDensity } from './block.ts';
import { OUTSIDE, proseWeight } from './region.ts';

/** At this probability a paragraph is text beyond doubt, and holds what stands between it and the next such one. */
const FIRM = 0.85;
/** Mean probability of a set piece's blocks from which it stays. */
const LEAST_MEAN = 0.15;
/** The same of a table, whose cells look least like text. */
const LEAST_OF_TABLE = 0.03;
/** More blocks between two paragraphs are a list of the site, or a table that no reader reads in a text. */
const MOST_BLOCKS = 30;
/** Share of a set piece's characters that may be links. */
const MOST_LINKS = 0.3;
/** Tags of which lists, tables, definitions and questions are made. */
const PIECES = new Set(['li', 'td', 'th', 'dt', 'dd', 'summary', 'caption', 'button', 'legend']);
/** Tags of what a reader clicks to see an answer. */
const UNFOLDS = new Set(['button', 'summary', 'dt', 'h2', 'h3', 'h4', 'h5']);
/** Answers of a row that are text, for the others to be. */
const LEAST_ANSWERS = 2;
const CELLS = new Set(['td', 'th', 'caption']);
/** A question unfolds its answer: the button is the answer's heading. */
const BUTTON = Kind.form;
/** A box beside the text, which has its own. */
const APART = (OUTSIDE & ~BUTTON) | Kind.infobox | Kind.aside | Kind.figure | Kind.embed;
const ASKS = /[?？؟;;]\s*$/;
const SAYS = /[\p{L}\p{N}]/u;
/** The model's own threshold. */
const TAKEN = 0.4;
/** Probability from which what stands behind a question answers it. */
const ANSWER = 0.75;
/** A paragraph of less is not doubted: it is no text. */
const DOUBTED = 0.3;
/** Share of a container's running text that is taken, for the rest to be doubted. */
const MOST = 0.6;
/** Log odds of a line's wording below which it is a text's. */
const WORDED_AS_TEXT = -6;
const NUMBER = /^[\p{Nd}\p{Sc}%.,:+\-–−/\s]+$/u;

/**
 * Lists, tables, definitions, questions and subheads that stand between two firm paragraphs of one container belong to the
 * text as a whole or not at all, however short their lines are. So do questions that are set as headings of one text, and a
 * paragraph among others of its container that is worded like text.
 * @param probabilities of each block, by the model
 * @returns the blocks that stay although the model doubts them
 */
export function setPieces(blocks: readonly Block[], probabilities: readonly number[]): Set<Block> {
  const doubted = new Set(doubtedProse(blocks, probabilities));
  const found = new Set<Block>([...questions(blocks, probabilities), ...unfolding(blocks, probabilities), ...doubted]);
  let from = -1;
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    const firm = (probabilities[i] as number) >= FIRM;
    if ((!firm && !doubted.has(block)) || isHeading(block) || PIECES.has(block.tag)) continue;
    const before = blocks[from];
    const between = i - from - 1;
    if (before && between > 0 && between <= MOST_BLOCKS && sameHolder(before, block))
      for (const piece of piecesOf(blocks.slice(from + 1, i), probabilities, block.element.parent)) found.add(piece);
    if (firm) from = i;
  }
  return found;
}

/** Headings of one kind and container that ask, with an answer behind each: an interview's or an explainer's. */
function questions(blocks: readonly Block[], probabilities: readonly number[]): Block[] {
  const asked = blocks.filter((b, i) => {
    const answer = blocks[i + 1];
    return (
      isHeading(b) &&
      ASKS.test(b.text) &&
      (b.kinds & APART) === 0 &&
      answer !== undefined &&
      sameHolder(b, answer) &&
      !isHeading(answer) &&
      (probabilities[i + 1] as number) >= ANSWER
    );
  });
  return asked.filter((b) => asked.some((other) => other !== b && other.tag === b.tag && sameHolder(other, b)));
}

/**
 * Questions that unfold, each with its answer in a box of its own: where two answers of a row are text, the others are. The last
 * one stands behind nothing firm.
 */
function unfolding(blocks: readonly Block[], probabilities: readonly number[]): Block[] {
  const rows = new Map<string, Map<ElementNode, [question: Block, answer: Block][]>>();
  for (const [i, question] of blocks.entries()) {
    const answer = blocks[i + 1];
    const { parent } = question.element;
    if (!answer || !parent?.parent || !UNFOLDS.has(question.tag) || !ASKS.test(question.text)) continue;
    if ((question.kinds | answer.kinds) & APART || answer.links.length > 0 || !isBelow(answer.element, parent))
      continue;
    const ofTag = rows.get(question.tag) ?? new Map<ElementNode, [Block, Block][]>();
    ofTag.set(parent.parent, [...(ofTag.get(parent.parent) ?? []), [question, answer]]);
    rows.set(question.tag, ofTag);
  }
  const probability = (b: Block): number => probabilities[b.index] as number;
  return [...rows.values()]
    .flatMap((ofTag) => [...ofTag.values()])
    .filter((row) => row.filter(([, answer]) => probability(answer) >= TAKEN).length >= LEAST_ANSWERS)
    .flatMap((row) => row.map(([, answer]) => answer).filter((answer) => probability(answer) >= LEAST_MEAN));
}

/** Running text that the model doubts, in a container most of whose running text it does not, and worded like text. */
function doubtedProse(blocks: readonly Block[], probabilities: readonly number[]): Block[] {
  const doubted = blocks.filter((b, i) => {
    const p = probabilities[i] as number;
    return (
      p >= DOUBTED &&
      p < TAKEN &&
      !isHeading(b) &&
      // What stands behind a picture, or in a short-code, is a caption, as likely as not.
      !b.afterImage &&
      withoutShortCodes(b.text) === b.text &&
      (b.kinds & APART) === 0 &&
      proseWeight(b) > 0 &&
      b.linkChars === 0
    );
  });
  if (doubted.length === 0) return [];
  // Counted once a container: a page can have thousands of doubted paragraphs in one.
  const holders = new Map<ElementNode, { all: number; taken: number }>();
  for (const { element } of doubted) if (element.parent) holders.set(element.parent, { all: 0, taken: 0 });
  for (const block of blocks) {
    const holder = block.element.parent && holders.get(block.element.parent);
    if (!holder) continue;
    const weight = proseWeight(block);
    holder.all += weight;
    if ((probabilities[block.index] as number) >= TAKEN) holder.taken += weight;
  }
  return doubted.filter((b) => {
    const holder = b.element.parent && holders.get(b.element.parent);
    return holder && holder.taken >= holder.all * MOST && lineScore(b) < WORDED_AS_TEXT;
  });
}

function sameHolder(a: Block, b: Block): boolean {
  return a.element.parent !== null && a.element.parent === b.element.parent;
}

/** The blocks of a run that are set pieces within the paragraphs' container; none where the run is links or furniture. */
function piecesOf(run: readonly Block[], probabilities: readonly number[], holder: ElementNode | null): Block[] {
  const pieces = run.filter((b) => (PIECES.has(b.tag) || isHeading(b)) && isBelow(b.element, holder));
  if (!pieces.some((b) => PIECES.has(b.tag))) return [];
  if (pieces.some((b) => (b.kinds & APART) !== 0 || (b.tag !== 'button' && b.kinds & OUTSIDE))) return [];
  if (pieces.some((b) => b.tag === 'button' && !ASKS.test(b.text))) return [];
  const chars = pieces.reduce((n, b) => n + b.text.length, 0);
  if (pieces.reduce((n, b) => n + b.linkChars, 0) > chars * MOST_LINKS) return [];
  const mean = pieces.reduce((n, b) => n + (probabilities[b.index] as number), 0) / pieces.length;
  if (mean < (pieces.every((b) => CELLS.has(b.tag)) ? LEAST_OF_TABLE : LEAST_MEAN)) return [];
  const answers = run.filter(
    (b, i) =>
      run[i - 1]?.tag === 'button' &&
      !PIECES.has(b.tag) &&
      (probabilities[b.index] as number) >= TAKEN &&
      (b.kinds & OUTSIDE) === 0,
  );
  const fit = pieces.filter(
    (b, i) =>
      linkDensity(b) < 0.8 &&
      SAYS.test(b.text) &&
      (lineOf(b) === null || NUMBER.test(b.text)) &&
      (!isHeading(b) || heads(b, pieces[i + 1])),
  );
  return [...fit, ...answers];
}

/** A heading is a list's or a table's where one follows it at once. */
function heads(heading: Block, next: Block | undefined): boolean {
  return next !== undefined && next.index === heading.index + 1 && PIECES.has(next.tag) && next.tag !== 'button';
}

function isBelow(element: ElementNode, holder: ElementNode | null): boolean {
  for (let e: ElementNode | null = element; e; e = e.parent) if (e === holder) return true;
  return false;
}
