import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { Kind, kindNames } from '../junk/container-kinds.ts';
import { LINE_KINDS } from '../junk/line-words.ts';
import { type Block, isHeading, linkDensity } from './block.ts';
import { isWithin, OUTSIDE, proseWeight, type Region } from './region.ts';

export interface Cut {
  text: string;
  reason: string;
}

export interface Selection {
  kept: Block[];
  cut: Cut[];
}

/** Which blocks of the region are the article's text, and why the others are not. */
export function selectBlocks(blocks: readonly Block[], region: Region, title: string | null): Selection {
  const kept: Block[] = [];
  const cut: Cut[] = [];
  const first = blocks.findIndex((b) => isWithin(b.element, region.element));
  let last = first;
  for (let i = first; i >= 0 && i < blocks.length; i += 1)
    if (isWithin((blocks[i] as Block).element, region.element)) last = i;
  const regionProse = region.prose.get(region.element) ?? 0;
  const titleTokens = title ? tokenize(title).join(' ') : null;
  for (let i = Math.max(0, first); i <= last && i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    if (!isWithin(block.element, region.element)) continue;
    const reason = whyCut(block, region, regionProse, titleTokens);
    if (reason) cut.push({ text: block.text, reason });
    else kept.push(block);
  }
  return { kept: dropLoneHeadings(kept, cut), cut };
}

function whyCut(block: Block, region: Region, regionProse: number, titleTokens: string | null): string | null {
  const outside = block.kinds & OUTSIDE & ~kindsAbove(region);
  if (outside && !holdsTheText(block, region, regionProse))
    return `in a container of kind ${kindNames(outside).join(', ')}`;
  const aside =
    block.kinds & (Kind.aside | Kind.figure | Kind.credit | Kind.embed | Kind.paywall) & ~kindsAbove(region);
  if (aside) return `in a container of kind ${kindNames(aside).join(', ')}`;
  if (titleTokens && tokenize(block.text).join(' ') === titleTokens) return 'the headline repeated';
  if (block.tag === 'h1') return 'the headline';
  const density = linkDensity(block);
  if (block.kinds & Kind.meta & ~kindsAbove(region) && block.text.length < 200 && proseWeight(block) === 0)
    return 'in a container of kind meta';
  if (block.kinds & Kind.widget & ~kindsAbove(region) && block.text.length < 200 && proseWeight(block) === 0)
    return 'in a container of kind widget';
  if (density > 0.8 && block.text.length < 250 && block.tag !== 'p') return 'nothing but links';
  if (density > 0.9 && block.text.length < 200) return 'nothing but a link';
  return junkLine(block.text);
}

/** The kind of a line that is no text, or null. */
export function junkLine(text: string): string | null {
  for (const { kind, max, pattern } of LINE_KINDS) if (text.length <= max && pattern.test(text)) return kind;
  return null;
}

function kindsAbove(region: Region): number {
  return regionKinds.get(region) ?? 0;
}
const regionKinds = new WeakMap<Region, number>();
export function rememberRegionKinds(region: Region, kinds: number): void {
  regionKinds.set(region, kinds);
}

/** A container that holds a third of the region's prose is the text, whatever its class says. */
function holdsTheText(block: Block, region: Region, regionProse: number): boolean {
  for (let e = block.element; e !== region.element && e.parent; e = e.parent) {
    if ((region.prose.get(e) ?? 0) > regionProse * 0.34 && regionProse > 0) return true;
  }
  return false;
}

/** Headings with no text after them before the next heading of the same rank or the end go. */
function dropLoneHeadings(kept: Block[], cut: Cut[]): Block[] {
  const result: Block[] = [];
  for (let i = 0; i < kept.length; i += 1) {
    const block = kept[i] as Block;
    const next = kept[i + 1];
    if (isHeading(block) && (!next || (isHeading(next) && next.tag <= block.tag)))
      cut.push({ text: block.text, reason: 'a heading with no text below it' });
    else result.push(block);
  }
  return result;
}
