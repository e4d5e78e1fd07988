import type { Block } from '../blocks/block.ts';
import { type Cut, WORDED_AS_LINE } from '../blocks/select.ts';
import type { FrameBlockKey } from '../frame/frame-key.ts';
import type { FrameKeys } from '../frame/frame-memory.ts';
import { type FramedBlock, framedLine, reposterFrame } from '../frame/reposter/reposter-frame.ts';
import { siteParagraphs } from '../frame/site-voice/closing-voice.ts';
import { withoutEdgeLines } from '../junk/edge-lines.ts';
import { withoutShortCodes } from '../junk/short-codes.ts';

/** Tags of a list's and a table's parts. */
const ITEMS = new Set(['li', 'dt', 'dd', 'td', 'th']);

/** Why a paragraph went that the site says to its readers. */
const SITES_VOICE = "the site's own voice";

export interface Paragraphs {
  texts: string[];
  /** What was the reposter's: where it may name whose text it is. */
  reposted: FramedBlock[];
}

/**
 * Kept blocks to paragraphs: short-codes out, credit lines out, the reposter's sentences at both ends out.
 * @param label what the last block ends with that is no text but leads to its rest; empty where there is none
 */
export function paragraphsOf(
  kept: readonly Block[],
  creditLines: ReadonlySet<Block>,
  own: readonly string[],
  cuts: Cut[],
  label: string,
): Paragraphs {
  const texts: string[] = [];
  const items = new Set<number>();
  for (const block of kept) {
    if (creditLines.has(block)) {
      cuts.push({ text: block.text, reason: 'credit' });
      continue;
    }
    const text = withoutShortCodes(block.text);
    if (text !== block.text) cuts.push({ text: block.text.slice(0, 200), reason: 'short-codes' });
    const lines = withoutEdgeLines(text);
    for (const line of lines.cut) cuts.push({ text: line, reason: WORDED_AS_LINE });
    if (lines.text === '') continue;
    if (ITEMS.has(block.tag)) items.add(texts.length);
    texts.push(lines.text);
  }
  const last = texts.at(-1);
  if (label !== '' && last?.endsWith(label)) {
    texts[texts.length - 1] = last.slice(0, -label.length).trim();
    cuts.push({ text: label, reason: 'leads to the rest of the text' });
  }
  const lines = cuts.filter((cut) => cut.reason === WORDED_AS_LINE).map((cut) => framedLine(cut.text));
  const frame = reposterFrame(texts, own, items);
  for (const { cut, reason } of frame.values())
    for (const text of cut) cuts.push({ text, reason: `the reposter's frame: ${reason}` });
  const went = (at: number): boolean => frame.get(at)?.kept === '';
  const isItem = (at: number): boolean => items.has(at);
  const voiced = siteParagraphs(texts, went, isItem);
  for (const at of voiced) cuts.push({ text: texts[at] as string, reason: SITES_VOICE });
  return {
    texts: texts.flatMap((text, i) => (voiced.has(i) ? [] : (frame.get(i)?.kept ?? text))).filter((t) => t !== ''),
    reposted: [...frame.values(), ...lines.filter((line) => line !== null)],
  };
}

/** Without the blocks that recur across the outlet's articles, told by their keys. */
export function withoutSiteFrame(
  texts: readonly string[],
  keys: readonly FrameBlockKey[],
  frame: FrameKeys | null,
  cuts: Cut[],
): string[] {
  if (!frame || frame.keys.size === 0) return [...texts];
  return texts.filter((text, i) => {
    if (!frame.keys.has(keys[i]?.key ?? '')) return true;
    cuts.push({ text, reason: "the site's frame: recurs across this outlet's articles" });
    return false;
  });
}
