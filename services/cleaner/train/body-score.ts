/** How much of a page's true text was found, and how much of what was found is of it. */
export interface BodyScore {
  /** Null where nothing was found, or nothing had to be. */
  precision: number | null;
  recall: number | null;
}

const TOKEN = /[\p{L}\p{N}_]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const RUN = 4;

/** The rule of the ScrapingHub benchmark: runs of four tokens, counted with multiplicity; case counts. */
export function bodyScore(truth: string, found: string, spaced: boolean): BodyScore {
  const real = runs(truth, spaced);
  const had = runs(found, spaced);
  let hits = 0;
  let all = 0;
  let given = 0;
  for (const [run, count] of real) {
    all += count;
    hits += Math.min(count, had.get(run) ?? 0);
  }
  for (const count of had.values()) given += count;
  return { precision: given > 0 ? hits / given : null, recall: all > 0 ? hits / all : null };
}

/** @param spaced each Chinese, Japanese or Thai character is a token of its own */
function runs(text: string, spaced: boolean): Map<string, number> {
  const tokens = (spaced ? text.replace(UNSPACED, ' $& ') : text).match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let i = 0; i < Math.max(1, tokens.length - RUN + 1); i += 1) {
    const run = tokens.slice(i, i + RUN).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Harmonic mean of two; 0 where one is missing. */
export function f1(precision: number | null, recall: number | null): number {
  return precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
}

/** The F1 of many pages: of the mean precision and the mean recall, so that every page weighs the same. */
export function f1OfMeans(scores: readonly BodyScore[]): number {
  return f1(mean(scores.map((s) => s.precision)), mean(scores.map((s) => s.recall)));
}

function mean(values: readonly (number | null)[]): number {
  const known = values.filter((v) => v !== null);
  return known.reduce((sum, v) => sum + v, 0) / Math.max(1, known.length);
}

/** Strings that must and must not be in the texts: hits and misses over many pages. */
export interface SegmentCount {
  found: number;
  lost: number;
  wrong: number;
}

export function countSegments(
  text: string,
  wanted: readonly string[],
  unwanted: readonly string[],
  count: SegmentCount,
): void {
  const body = squash(text);
  const found = wanted.filter((w) => body.includes(squash(w))).length;
  count.found += found;
  count.lost += wanted.length - found;
  count.wrong += unwanted.filter((w) => body.includes(squash(w))).length;
}

export function segmentF1({ found, lost, wrong }: SegmentCount): number {
  return f1(found / Math.max(1, found + wrong), found / Math.max(1, found + lost));
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
