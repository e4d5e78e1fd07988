import { isBylineLine } from './byline-line.ts';
import { lineKind } from './line-kind.ts';
import { lineScore } from './line-score.ts';

/** Lines from each end of a block that are asked, and the longest that is, in characters. */
const MOST = 4;
const LONGEST = 160;
/** Fewer characters beside the lines are no text that they could stand round. */
const LEAST_TEXT = 200;
/** Log odds from which a line goes by its wording alone, and above which by the words of its kind. */
const WORDED = 0.5;
const KIND = -1.5;

/**
 * A text whose paragraphs are parted by single line breaks, without the lines round it: a stamp, who edited, a share bar
 * before its first paragraph or behind its last.
 */
export function withoutEdgeLines(text: string): { text: string; cut: string[] } {
  const cut: string[] = [];
  if (!text.includes('\n') || text.length < LEAST_TEXT) return { text, cut };
  const lines = text.split('\n');
  if (lines.length < 3) return { text, cut };
  let from = 0;
  let to = lines.length;
  while (from < MOST && to - from > 1 && isFrame(lines[from] as string)) from += 1;
  while (lines.length - to < MOST && to - from > 1 && isFrame(lines[to - 1] as string)) to -= 1;
  const kept = lines.slice(from, to).join('\n');
  if (kept.length < LEAST_TEXT / 2 || kept.length === text.length) return { text, cut };
  cut.push(...lines.slice(0, from), ...lines.slice(to));
  return { text: kept, cut };
}

function isFrame(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (isBylineLine(line)) return true;
  const odds = lineScore({ text: line, tag: 'p', links: [], linkChars: 0, strongChars: 0 });
  return odds > WORDED || (odds > KIND && lineKind(line) !== null);
}
