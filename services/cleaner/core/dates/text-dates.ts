import type { Block } from '../blocks/block.ts';
import { Kind } from '../junk/container-kinds.ts';
import type { DateCandidate } from './date-candidate.ts';
import { PUBLISHED_WORDS, UPDATED_WORDS } from './date-words.ts';

/** A year, a numeric date, or a numeral of another script: what a line needs before it is read at all. */
const DATE_LIKE =
  /(?:19|20)\d\d|\d[./-]\s?\d{1,2}\s?[./-]\s?\d\d|\d\s?[월月]|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/;
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
      continue;
    }
    if (!DATE_LIKE.test(text)) continue;
    const published = PUBLISHED_WORDS.exec(text);
    const updated = UPDATED_WORDS.exec(text);
    const weight = weightOf(block, heading, bodyStart, published !== null);
    const before = updated !== null && (!published || updated.index < published.index);
    if (!before)
      found.push({
        raw: published ? text.slice(published.index) : text,
        from: 'text',
        role: 'published',
        weight,
      });
    if (updated) found.push({ raw: text.slice(updated.index), from: 'text', role: 'updated', weight });
    if (before && published) found.push({ raw: text.slice(published.index), from: 'text', role: 'published', weight });
  }
  return found;
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
