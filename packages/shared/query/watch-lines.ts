import type { WatchLineText } from '../contracts/watch.ts';

/** What of a watch's lists by comma does not fit its queries. */
export interface LinesProblem {
  list: 'weights' | 'languages';
  given: number;
}

/**
 * A watch's lines from its queries and two lists by comma in the same order: one value for all queries, or one for each.
 * @param languages codes, or `any`
 * @returns lines whose weight is NaN where it is no number: the reader of watches says so
 */
export function watchLines(
  queries: readonly string[],
  { weights, languages }: { weights: string; languages: string },
): { lines: WatchLineText[] } | { problem: LinesProblem } {
  const each = (text: string) => {
    const parts = text.split(',').map((part) => part.trim());
    return parts.length === 1 ? queries.map(() => parts[0]!) : parts;
  };
  const weight = each(weights);
  const language = each(languages);
  if (weight.length !== queries.length) return { problem: { list: 'weights', given: weight.length } };
  if (language.length !== queries.length) return { problem: { list: 'languages', given: language.length } };
  return {
    lines: queries.map((query, at) => {
      const code = language[at]!.toLowerCase();
      const amount = weight[at] === '' ? Number.NaN : Number(weight[at]);
      return { query, weight: amount, language: code === 'any' ? null : code };
    }),
  };
}
