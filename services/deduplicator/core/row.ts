import type { Relation, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Article } from './article.ts';
import type { Link } from './link.ts';

/** Where nothing is known of what two texts share. */
export const NOTHING = { coverage: null, originalCoverage: null };

/** What two texts share, whatever recurs elsewhere. */
export function shares(link: Link, { id }: Article): { coverage: number; originalCoverage: number } {
  const [coverage, originalCoverage] =
    link.newer === id ? [link.share, link.originalShare] : [link.originalShare, link.share];
  return { coverage, originalCoverage };
}

/** The evidence of a link, as a row has it. */
export function evidence(
  link: Link,
): Pick<Syndication, 'coverage' | 'originalCoverage' | 'basis' | 'confidence' | 'reason'> {
  const { coverage, originalCoverage, basis, confidence, reason } = link;
  return { coverage, originalCoverage, basis, confidence, reason };
}

/** Seconds by which an article came after another. */
export function lag(article: Article, original: Article): number {
  return Math.round((article.instant.at - original.instant.at) / 1000);
}

/** A row in which nothing is said but what is given. */
export function row(
  group: string,
  relation: Relation,
  originalId: string | null,
  original: string | null,
  rest: Partial<Syndication>,
): Syndication {
  return {
    group,
    relation,
    originalId,
    original,
    coverage: null,
    originalCoverage: null,
    lagSeconds: null,
    basis: [],
    confidence: 0,
    reason: '',
    timeBasis: 'stated',
    contested: false,
    contestedBy: [],
    sharedSources: [],
    ...rest,
  };
}
