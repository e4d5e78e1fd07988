import type { Link } from './link.ts';

/** How many words of two articles stand in equal runs; 0 where they were not compared. */
export type EqualWords = (a: string, b: string) => number;

/** Where nothing is known of what two have in common. */
export const EQUAL_WORDS_UNKNOWN: EqualWords = () => 0;

/** Equal words by the links of a component, given by their newer articles. */
export function equalWordsIn(byNewer: ReadonlyMap<string, readonly Link[]>): EqualWords {
  const wordsOf = (newer: string, older: string) =>
    byNewer
      .get(newer)
      ?.find((link) => link.older === older)
      ?.spans.reduce((sum, span) => sum + span.matched, 0);
  return (a, b) => wordsOf(a, b) ?? wordsOf(b, a) ?? 0;
}
