/** A stretch of one text found in another: word positions, ends exclusive. */
export interface Span {
  start: number;
  end: number;
  originalStart: number;
  originalEnd: number;
}

/**
 * What a comparison found between two articles. `copy`, `revision`: the newer repeats the older; `excerpt`: it quotes a
 * long part; `overlap`: they share words, but not so that one came from the other (kept, for what recurs is boilerplate).
 */
export type LinkKind = 'revision' | 'copy' | 'excerpt' | 'overlap';

/** A verified pair, with its evidence. `newer` and `older` by trusted time, ties by id. */
export interface Link {
  newer: string;
  older: string;
  kind: LinkKind;
  /** Share of the newer text found in the older, and of the older found in the newer. */
  coverage: number;
  originalCoverage: number;
  spans: Span[];
  /** Words inside the spans that differ, of both sides. */
  changedWords: number;
  basis: ('hash' | 'text' | 'credit' | 'canonical' | 'translation' | 'same-url' | 'same-outlet')[];
  confidence: number;
  reason: string;
}
