const TOKEN = /[\p{L}\p{N}_]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const GRAM = 4;
/** A run that occurs more often says too little of where it belongs. */
const MAX_OCCURRENCES = 6;

export function tokensOf(text: string): string[] {
  return text.replace(UNSPACED, ' $& ').toLowerCase().match(TOKEN) ?? [];
}

/**
 * The share of each block's tokens that the true text holds at the fitting place: the longest chain of shared runs of four
 * tokens that keeps the order of both (so that a teaser of the same words elsewhere on the page does not count).
 */
export function matchedShares(blocks: readonly string[], truth: string): number[] {
  const page: string[] = [];
  const starts: number[] = [];
  for (const block of blocks) {
    starts.push(page.length);
    page.push(...tokensOf(block));
  }
  const real = tokensOf(truth);
  const where = new Map<string, number[]>();
  for (let i = 0; i + GRAM <= real.length; i += 1) {
    const key = real.slice(i, i + GRAM).join(' ');
    const list = where.get(key);
    if (list) list.push(i);
    else where.set(key, [i]);
  }
  const pairs: { page: number; real: number }[] = [];
  for (let i = 0; i + GRAM <= page.length; i += 1) {
    const list = where.get(page.slice(i, i + GRAM).join(' '));
    if (list && list.length <= MAX_OCCURRENCES)
      for (let k = list.length - 1; k >= 0; k -= 1) pairs.push({ page: i, real: list[k] as number });
  }
  const covered = new Uint8Array(page.length);
  for (const pair of longestChain(pairs)) covered.fill(1, pair.page, pair.page + GRAM);
  return blocks.map((_, b) => {
    const from = starts[b] as number;
    const to = starts[b + 1] ?? page.length;
    if (to === from) return 0;
    let hits = 0;
    for (let i = from; i < to; i += 1) hits += covered[i] as number;
    return hits / (to - from);
  });
}

/** The longest strictly increasing chain (patience sorting). */
function longestChain(pairs: { page: number; real: number }[]): { page: number; real: number }[] {
  const tails: number[] = [];
  const back = new Int32Array(pairs.length).fill(-1);
  for (let i = 0; i < pairs.length; i += 1) {
    const value = (pairs[i] as { real: number }).real;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((pairs[tails[mid] as number] as { real: number }).real < value) low = mid + 1;
      else high = mid;
    }
    if (low > 0) back[i] = tails[low - 1] as number;
    tails[low] = i;
  }
  const chain: { page: number; real: number }[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = back[i] as number)
    chain.push(pairs[i] as { page: number; real: number });
  return chain;
}
