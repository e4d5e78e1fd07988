/** An article that has the same text, or a long part of it. */
export interface TextMatch {
  id: string;
  kind: 'copy' | 'excerpt';
  /** Share of the text that stands in the article, and of the article that stands in the text. */
  ofText: number;
  ofArticle: number;
  reason: string;
}

/** What the store has of a text. */
export interface ComparedText {
  words: number;
  /** Most of the text first. */
  matches: TextMatch[];
}

/** Compares a text with the store without keeping it: the deduplicator's work, handed in by who starts a service. */
export type CompareText = (text: string) => Promise<ComparedText>;
