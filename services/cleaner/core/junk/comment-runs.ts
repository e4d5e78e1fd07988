import { type Block, isHeading, linkDensity } from '../blocks/block.ts';
import { proseWeight } from '../blocks/region.ts';
import type { ElementNode } from '../dom/node.ts';
import { whoAndWhen } from './moments.ts';

/** Why a block of such a run is no text of the article. */
export const READERS = "readers' comments";
/** Blocks from one comment's head to the next. */
const MOST_BETWEEN = 12;
/** Comments that tell by the names and moments of their heads; with a word for replying, so many are enough. */
const LEAST = 3;
const LEAST_WITH_REPLY = 2;
/** Blocks of running text that stand before the readers': an article's. */
const ARTICLE = 2;
/** Share of the heads that have a text. */
const TEXTS = 0.8;
const LONGEST_LABEL = 60;
const LONGEST_NAME = 40;
const LONGEST_REPLY = 40;
const SENTENCE = /[.!?…。！？؟।]["”»'’)\]]*$/;
/** "Dale W." */
const ABBREVIATED = /^\S+(?:\s\S+)?\s\S{1,3}\.$/u;
const REPLY_WORDS =
  'reply répondre responder rispondi antworten reageer reageren beantwoorden svar svara vastaa odpowiedz odpovědět odpovedať válasz răspunde răspundeți yanıtla cevapla ответить відповісти отговори одговори odgovori απάντηση رد الرد پاسخ השב הגב תגובה जवाब उत्तर 回复 回覆 返信 답글 답글쓰기 ตอบกลับ balas trả vastata atbildēt atsakyti vasta respondre erantzun'.split(
    ' ',
  );
const REPLY = new RegExp(
  `^[^\\p{L}]*(?:${REPLY_WORDS.join('|')})(?:\\s(?:lời|दें|to this|ke|auf diesen kommentar))?[^\\p{L}]*$`,
  'iu',
);

interface Head {
  /** Blocks of who wrote and when. */
  from: number;
  to: number;
  who: string;
  /** The comment's text begins in the same block. */
  whole: boolean;
  element: ElementNode;
}

/**
 * Comments of readers that no class names, told by their pattern: a name and a moment, or a name and a word for replying,
 * again and again behind the article's text.
 */
export function commentRuns(blocks: readonly Block[]): Set<Block> {
  const found = new Set<Block>();
  const heads = headsOf(blocks);
  for (let i = 0; i < heads.length; ) {
    let j = i;
    while (j + 1 < heads.length && continues(heads[j] as Head, heads[j + 1] as Head)) j += 1;
    for (const block of runOf(blocks, heads.slice(i, j + 1))) found.add(block);
    i = j + 1;
  }
  return found;
}

function isName(text: string): boolean {
  return (
    text.length <= LONGEST_NAME && /\p{L}[\p{L}\p{M}]/u.test(text) && (!SENTENCE.test(text) || ABBREVIATED.test(text))
  );
}

function continues(a: Head, b: Head): boolean {
  return b.from - a.to <= MOST_BETWEEN && a.element.tag === b.element.tag;
}

function headsOf(blocks: readonly Block[]): Head[] {
  const heads: Head[] = [];
  for (const [i, block] of blocks.entries()) {
    if (isHeading(block)) continue;
    const lines = block.text.split('\n', 3);
    const said = whoAndWhen((lines[0] as string).replace(/[:：]\s*$/, ''));
    if (said === null) continue;
    const before = blocks[i - 1];
    const named = said === '' && before && isName(before.text) ? before.text : null;
    heads.push({
      from: named === null ? i : i - 1,
      to: i,
      who: (named ?? said).toLowerCase(),
      whole: lines.length > 1,
      element: block.element,
    });
  }
  return heads;
}

function runOf(blocks: readonly Block[], heads: readonly Head[]): readonly Block[] {
  const first = heads[0];
  const last = heads.at(-1);
  if (!first || !last || heads.length < LEAST_WITH_REPLY) return [];
  const length = medianGap(heads);
  // A comment ends where the next begins; the last one at its word for replying, or as long as the others are.
  let end = last.to;
  for (let i = last.to + 1; i < Math.min(blocks.length, last.to + MOST_BETWEEN); i += 1) {
    const block = blocks[i] as Block;
    if (isReply(block)) {
      end = i;
      break;
    }
    if (!last.whole && i <= last.to + Math.max(1, length - (last.to - last.from))) end = i;
  }
  const run = blocks.slice(first.from, end + 1);
  if (run.some((b) => isHeading(b))) return [];
  const headed = new Set(heads.flatMap((h) => [h.from, h.to]));
  const said = run.filter((b) => !headed.has(b.index) && !isReply(b)).length + heads.filter((h) => h.whole).length;
  if (said < heads.length * TEXTS) return [];
  const replies = run.filter(isReply).length + run.filter((b) => isReply(lastLine(b))).length;
  const names = new Set(heads.map((h) => h.who).filter((who) => who !== ''));
  const told = replies * 2 >= heads.length ? names.size >= 1 : heads.length >= LEAST && names.size >= 2;
  if (!told || isTeasers(run, heads.length)) return [];
  const prose = blocks.slice(0, first.from).filter((b) => proseWeight(b) > 0).length;
  if (prose < ARTICLE) return [];
  const label = blocks[first.from - 1];
  return label && label.text.length <= LONGEST_LABEL && !SENTENCE.test(label.text) && proseWeight(label) === 0
    ? [label, ...run]
    : run;
}

/** A reader links to a profile; a teaser links its headline. */
function isTeasers(run: readonly Block[], heads: number): boolean {
  return run.filter((b) => b.links.some((l) => l.text.length > 30) && linkDensity(b) > 0.5).length >= heads / 2;
}

function medianGap(heads: readonly Head[]): number {
  const gaps = heads.slice(1).map((h, i) => h.from - (heads[i] as Head).from);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1;
}

function isReply(block: { text: string }): boolean {
  return block.text.length <= LONGEST_REPLY && REPLY.test(block.text);
}

function lastLine({ text }: Block): { text: string } {
  return { text: text.includes('\n') ? text.slice(text.lastIndexOf('\n') + 1) : '' };
}
