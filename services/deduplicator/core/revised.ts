import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Article, Revised } from './article.ts';
import { compare, type Side } from './compare.ts';
import { readWords } from './words.ts';

/**
 * Under these shares of the shorter and of the longer text the page was written anew: the old state is no longer what one would compare
 * it with. A story that grows doubles its length and keeps what it had.
 */
const OF_SHORTER = 0.5;
const OF_LONGER = 0.3;

/** How a text continues the state that stood at its address before; null where it is another text altogether. */
export function revisedFrom(side: Side, before: string): Revised | null {
  const state = {
    article: { ...side.article, id: `${side.article.id} before` },
    words: readWords(before),
    text: before,
  };
  const overlap = compare(side, state, false);
  if (!overlap) return null;
  const isNewer = overlap.newer === side.article.id;
  const coverage = isNewer ? overlap.share : overlap.originalShare;
  const originalCoverage = isNewer ? overlap.originalShare : overlap.share;
  const kept = Math.max(coverage, originalCoverage) >= OF_SHORTER && Math.min(coverage, originalCoverage) >= OF_LONGER;
  return kept ? { coverage, originalCoverage } : null;
}

/**
 * The standing of an article whose page shows a newer state: of all that holds a revision comes first. Its group and the group's
 * original stay; one that stood alone or first is a revision of itself.
 */
export function asRevision(article: Article, row: Syndication): Syndication {
  if (!article.revised || row.relation === 'revision') return row;
  const { coverage, originalCoverage } = article.revised;
  const share = `${Math.round(coverage * 100)} % of it stood at this address before`;
  return {
    ...row,
    relation: 'revision',
    originalId: row.originalId ?? article.id,
    original: row.original ?? article.outlet,
    coverage: row.coverage ?? coverage,
    originalCoverage: row.originalCoverage ?? originalCoverage,
    basis: [...new Set<Syndication['basis'][number]>([...row.basis, 'same-url'])],
    reason: row.relation === 'unique' ? share : `${share}; ${row.relation}: ${row.reason}`,
  };
}
