import type { CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';

/**
 * A result for a page that could not be read at all. A file of its own: who asks only for this must not load the parser,
 * the model and the language tables (90 MB).
 */
export function failed(outcome: Outcome, reason: string): CleanResult {
  return {
    title: null,
    byline: [],
    text: '',
    language: 'und',
    publishedAt: null,
    publishedFrom: null,
    updatedAt: null,
    canonicalUrl: null,
    siteName: null,
    credit: null,
    quality: { score: 0, reasons: [reason] },
    outcome,
    reason,
    cuts: [],
  };
}
