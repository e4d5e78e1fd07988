import type { Basis } from '@wirewatch/shared/contracts/syndication.ts';
import type { Agreement } from './agreement.ts';
import type { Facts } from './facts.ts';

/** A stretch of one text found in another: word positions, ends exclusive. */
export interface Span extends Facts {
  start: number;
  end: number;
  originalStart: number;
  originalEnd: number;
  /** Stretches of equal words, three numbers each: place in the newer text, in the older, length. The rest was changed. */
  runs: number[];
  /** Words in the runs, and those of them that neither text has in quotation marks. */
  matched: number;
  unquoted: number;
}

/** What two texts have in common: found once, never judged again unless a text changes. `newer`, `older` by trusted time. */
export interface Overlap {
  newer: string;
  older: string;
  /** The texts are equal word by word. */
  exact: boolean;
  /** Share of the words of the newer text, and of the older, that the spans cover: all of them, whatever recurs elsewhere. */
  share: number;
  originalShare: number;
  spans: Span[];
  /** What else speaks for it where the newer credits the older. */
  agreement?: Agreement | null | undefined;
}

/**
 * What an overlap means. `copy`, `revision`: the newer repeats the older; `excerpt`: it quotes a long part; `overlap`:
 * they share words, but not so that one came from the other; `shared`: what they share is in quotation marks in both, somebody else's
 * words that either may have heard; `credit`: the newer names the older as its source, though the words do not show it; `points`: its
 * link names the older's page, and nothing shows that it has that text.
 */
export type LinkKind = 'revision' | 'copy' | 'excerpt' | 'credit' | 'points' | 'shared' | 'overlap';

export interface Verdict {
  kind: LinkKind;
  /** Share of the newer text found in the older, and of the older found in the newer; what recurs elsewhere left out. */
  coverage: number;
  originalCoverage: number;
  basis: Basis[];
  confidence: number;
  reason: string;
  /** A quotation of which the stamps do not tell who has it from whom. */
  undecided?: boolean | undefined;
}

/** A verified pair with its evidence. */
export interface Link extends Overlap, Verdict {}

/** The link of an overlap and what it means. Written out field by field: one is made for every pair that is compared. */
export function linkOf(overlap: Overlap, verdict: Verdict): Link {
  return {
    newer: overlap.newer,
    older: overlap.older,
    exact: overlap.exact,
    share: overlap.share,
    originalShare: overlap.originalShare,
    spans: overlap.spans,
    agreement: overlap.agreement,
    coverage: verdict.coverage,
    originalCoverage: verdict.originalCoverage,
    kind: verdict.kind,
    basis: verdict.basis,
    confidence: verdict.confidence,
    reason: verdict.reason,
    undecided: verdict.undecided,
  };
}
