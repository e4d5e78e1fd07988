import type { Block } from './block.ts';
import { OUTSIDE } from './region.ts';

/** At this probability a block is text. Below one half, for a lost paragraph costs more than a line too many (measured on held-out outlets). */
export const THRESHOLD = 0.4;
/** Below this nothing is text, however little the page has else: measured, such blocks are menus and notices. */
const LOWEST = 0.12;
/** Blocks of less are not counted among what the page may say. */
const NEVER = 0.02;

/**
 * The threshold for a page of which too little was found: half of the best F1 that can be expected of its blocks, which is where
 * a block more begins to cost. A page whose model is sure of nothing is read by what is likeliest.
 */
export function likeliest(blocks: readonly Block[], probabilities: readonly number[]): number {
  const order = [...blocks.keys()]
    .filter((i) => (probabilities[i] as number) > NEVER)
    .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number));
  let all = 0;
  for (const i of order) all += (probabilities[i] as number) * (blocks[i] as Block).size;
  let right = 0;
  let taken = 0;
  let best = 0;
  for (const i of order) {
    const { size } = blocks[i] as Block;
    right += (probabilities[i] as number) * size;
    taken += size;
    best = Math.max(best, (2 * right) / (taken + all));
  }
  return Math.min(THRESHOLD, Math.max(LOWEST, best / 2));
}

/** A second reading that finds so much more, by its share of the first one, is another reading of the page and not a line more. */
const MUCH_MORE = 0.3;

/**
 * The threshold for a page: the usual one, or what is likeliest where that finds far more. Two readings far apart mean a page of which
 * the model is sure nowhere, as one of many short pieces, and there half of the expected F1 is the better guess. Comments and menus in great number are no such pieces.
 */
export function thresholdFor(blocks: readonly Block[], probabilities: readonly number[]): number {
  const lower = likeliest(blocks, probabilities);
  if (lower === THRESHOLD) return THRESHOLD;
  let sure = 0;
  let more = 0;
  for (let i = 0; i < blocks.length; i += 1) {
    const p = probabilities[i] as number;
    const { size, kinds } = blocks[i] as Block;
    if (p >= THRESHOLD) sure += size;
    else if (p >= lower) more += kinds & OUTSIDE ? -size : size;
  }
  return sure > 0 && more > sure * MUCH_MORE ? lower : THRESHOLD;
}
