import type { Block } from '../blocks/block.ts';
import { textSize } from '../blocks/text-size.ts';
import { Kind } from '../junk/container-kinds.ts';
import type { DateCandidate } from './date-candidate.ts';
import { PUBLISHED_WORDS, UPDATED_WORDS } from './date-words.ts';

/** A year, a numeric date, or a numeral of another script: what a line needs before it is read at all. */
const DATE_LIKE =
  /(?:19|20|25)\d\d|\d[./-]\s?\d{1,2}\s?[./-]\s?\d\d|\d\s?[월月]|\d\s?\p{sc=Thai}|(?<!\d)1[34]\d\d(?!\d)|(?![0-9])\p{Nd}/u;
const OPENING_DATE = /^\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}\b/;
const WORD = /\p{L}+/gu;
/** Characters of a line with a date; a longer block is prose. */
const MAX_LINE = 220;
/** Words of a line that is a date and little else ("Wednesday, 3 March 2021, 4 min read"), and of one that is a sentence with a date in it. */
const FEW_WORDS = 6;
const MANY_WORDS = 12;
/** Blocks after the headline in which a bare date line is the article's own. */
const AT_HEADLINE = 8;
const ELSEWHERE = Kind.related | Kind.comments | Kind.footer | Kind.nav | Kind.aside;
/** Letters of a link that can be another article's headline. */
const HEADLINE = 25;

/** The dates of the page's visible lines, by how near the headline they stand, what word is before them, and what else is in the line. */
export function datesInText(blocks: readonly Block[], bodyStart: number): DateCandidate[] {
  const found: DateCandidate[] = [];
  const heading = blocks.findIndex((b) => b.element.tag === 'h1');
  for (const block of blocks) {
    const { text } = block;
    if (text.length > MAX_LINE) {
      // "27.1.2022 - At the memorial …": a date that opens the text.
      if (OPENING_DATE.test(text) && block.index >= bodyStart && block.index < bodyStart + AT_HEADLINE)
        found.push({ raw: text.slice(0, 24), from: 'text', role: 'published', weight: 45 });
      // Old pages part their paragraphs by line breaks: the stamp is the first line of the text.
      const [line] = text.slice(0, MAX_LINE).split('\n', 1) as [string];
      const at = block.index - (heading >= 0 ? heading : bodyStart);
      if (at >= 0 && at <= AT_HEADLINE && line.length < MAX_LINE && isStamp(line))
        found.push({ raw: line, from: 'text', role: 'published', weight: 50 });
      continue;
    }
    if (!DATE_LIKE.test(text)) continue;
    const at = block.index - (heading >= 0 ? heading : bodyStart);
    const listed = (block.kinds & (Kind.related | Kind.comments)) !== 0 && block.links.length > 0;
    if (listed || ((at < 0 || at > AT_HEADLINE) && isTeaser(block))) continue;
    const published = PUBLISHED_WORDS.exec(text);
    const updated = UPDATED_WORDS.exec(text);
    const weight = weightOf(block, heading, bodyStart, published !== null);
    const parts = partsOf(text, published?.index ?? -1, updated?.index ?? -1);
    const shown = isShown(block, heading, published !== null && updated === null);
    if (parts.published !== null) found.push({ raw: parts.published, from: 'text', role: 'published', weight, shown });
    if (parts.updated !== null) found.push({ raw: parts.updated, from: 'text', role: 'updated', weight });
  }
  return found;
}

/** A date with little else. */
function isStamp(line: string): boolean {
  return DATE_LIKE.test(line) && (line.match(WORD)?.length ?? 0) <= FEW_WORDS;
}

/**
 * The parts of a line that say when it was published and updated: each from its word on, or up to it where the dates stand
 * before their words ("2024年5月7日 公開 2024年5月8日 更新", "7 Mart 2021 yayınlandı").
 */
function partsOf(
  text: string,
  published: number,
  updated: number,
): { published: string | null; updated: string | null } {
  if (published < 0 && updated < 0) return { published: text, updated: null };
  const last = Math.max(published, updated);
  const first = published < 0 || updated < 0 ? last : Math.min(published, updated);
  const datesFirst = !DATE_LIKE.test(text.slice(last)) && DATE_LIKE.test(text.slice(0, first));
  const part = (at: number, other: number): string => {
    if (datesFirst) return text.slice(other >= 0 && other < at ? other : 0, at);
    const own = other > at ? text.slice(at, other) : '';
    // "Published and updated 3 March": one date for both.
    return DATE_LIKE.test(own) ? own : text.slice(at);
  };
  const alone =
    updated >= 0 && published < 0 && !datesFirst && DATE_LIKE.test(text.slice(0, updated))
      ? text.slice(0, updated)
      : null;
  return {
    published: published >= 0 ? part(published, updated) : alone,
    updated: updated >= 0 ? part(updated, published) : null,
  };
}

/** At the headline, and a date with little else or with a word of publishing. */
function isShown(block: Block, heading: number, published: boolean): boolean {
  const distance = block.index - heading;
  if (heading < 0 || distance <= 0 || distance > AT_HEADLINE || block.kinds & (ELSEWHERE | Kind.caption)) return false;
  return published || (block.text.match(WORD)?.length ?? 0) <= FEW_WORDS;
}

/** A date beside the link to another article, away from the headline. */
function isTeaser({ text, tag, links, linkChars }: Block): boolean {
  if (tag === 'li' && links.length > 0) return true;
  return links.some((l) => textSize(l.text) >= HEADLINE) && linkChars >= text.length / 4;
}

function weightOf(block: Block, heading: number, bodyStart: number, published: boolean): number {
  const distance = block.index - (heading >= 0 ? heading : bodyStart);
  const words = block.text.match(WORD)?.length ?? 0;
  let weight = 60 - Math.min(30, Math.abs(distance)) * 0.5;
  if (published) weight += 12;
  if (block.kinds & Kind.meta) weight += 6;
  if (words <= FEW_WORDS && heading >= 0 && distance > 0 && distance <= AT_HEADLINE) weight += 16;
  if (words > MANY_WORDS && !published) weight -= 20;
  if (block.kinds & Kind.caption) weight -= 20;
  if (block.kinds & ELSEWHERE) weight -= 30;
  if (heading >= 0 && distance < -6) weight -= 12;
  return weight;
}
