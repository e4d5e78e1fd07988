import type { Link } from './link.ts';

/** How many words of two articles stand in equal runs; 0 where they were not compared. */
export type EqualWords = (a: string, b: string) => number;

/** Where nothing is known of what two have in common. */
export const EQUAL_WORDS_UNKNOWN: EqualWords = () => 0;

/** Equal words by the links of a component: gathered when they are first asked for, for hardly any group asks. */
export function equalWordsIn(links: readonly Link[]): EqualWords {
  let known: Map<string, number> | undefined;
  return (a, b) => {
    if (!known) {
      known = new Map();
      for (const { newer, older, spans } of links)
        known.set(
          pairOf(newer, older),
          spans.reduce((sum, span) => sum + span.matched, 0),
        );
    }
    return known.get(pairOf(a, b)) ?? 0;
  };
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
