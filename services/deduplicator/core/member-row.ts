import type { Basis, Relation, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, credits, sameOutlet } from './article.ts';
import type { Election } from './elect.ts';
import type { Link } from './link.ts';
import { evidence, lag, NOTHING, row, shares } from './row.ts';

/** Groups with more members than texts are looked at for one key: that two of them have no link says nothing. */
const ALL_COMPARED = 24;
/** How sure a row is of an original with which the article's own link is no copy. */
const BY_WAY = 0.9;

/**
 * The standing of a member of a group. Coverage, basis and confidence are of its link with the original that the row names; where it
 * has its text by way of another, that one is named beside.
 */
export function memberOf(
  article: Article,
  { article: original, reason: why, times, ruling }: Election,
  source: Link | undefined,
  direct: ReadonlyMap<string, Link>,
  size: number,
): Syndication {
  const own = direct.get(article.id);
  const relation: Relation = isRevision(article, original, source) ? 'revision' : 'copy';
  const facts = own && (own.kind === 'copy' || own.kind === 'revision' || !source) ? shown(own, article) : null;
  const byWay = facts ? null : byWayOf(article, own, source, direct, size);
  const told = facts ?? byWay ?? { ...NOTHING, basis: ['text'] as Basis[], confidence: 0.6, reason: 'of one group' };
  const basis = new Set<Basis>(told.basis);
  if (credits(article, original)) basis.add('credit');
  if (ruling) basis.add('ruling');
  return row(original.id, relation, original.id, original.outlet, {
    ...told,
    basis: [...basis],
    lagSeconds: Math.round((times.get(article.id)!.instant.at - times.get(original.id)!.instant.at) / 1000),
    reason: why ? `${told.reason}; ${why}` : told.reason,
  });
}

/** What a link says of one of its two articles. */
function shown(link: Link, { id }: Article): ReturnType<typeof evidence> {
  const facts = evidence(link);
  return link.newer === id ? facts : { ...facts, coverage: link.originalCoverage, originalCoverage: link.coverage };
}

/** The evidence of an article that shares too little with its original to be a copy of it, but is one of another that is. */
function byWayOf(
  article: Article,
  own: Link | undefined,
  source: Link | undefined,
  direct: ReadonlyMap<string, Link>,
  size: number,
): (Partial<Syndication> & ReturnType<typeof evidence>) | null {
  if (!source) return null;
  const sourceId = source.newer === article.id ? source.older : source.newer;
  const near = shown(source, article);
  const said = { basis: near.basis, confidence: near.confidence * BY_WAY, sourceId };
  // A link that holds no text (the one credits the other) is found or not as the one or the other came first.
  if (own && own.share + own.originalShare > 0) {
    const far = shown(own, article);
    const reason = `by way of another: ${near.reason}; of its own ${percent(own.newer === article.id ? own.share : own.originalShare)} stands in the original`;
    return {
      ...said,
      ...(own.kind === 'overlap' || own.kind === 'shared'
        ? shares(own, article)
        : { coverage: far.coverage, originalCoverage: far.originalCoverage }),
      reason,
    };
  }
  const next = size > ALL_COMPARED ? direct.get(sourceId) : undefined;
  if (!next) {
    const coverage = size > ALL_COMPARED ? null : 0;
    return { ...said, coverage, originalCoverage: coverage, reason: `by way of another: ${near.reason}` };
  }
  const there = next.newer === sourceId ? next : { coverage: next.originalCoverage, originalCoverage: next.coverage };
  return {
    ...said,
    coverage: (near.coverage ?? 0) * there.coverage,
    originalCoverage: (near.originalCoverage ?? 0) * there.originalCoverage,
    reason: `by way of another: ${near.reason}`,
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The standing of a newcomer to a group that is not settled anew for it. */
export function rowInLarge(article: Article, original: Article, group: string, link: Link): Syndication {
  const facts = evidence(link);
  const relation: Relation = isRevision(article, original, link) ? 'revision' : 'copy';
  return row(group, relation, original.id, original.outlet, {
    ...facts,
    timeBasis: article.instant.from === 'seen' ? 'seen' : 'stated',
    lagSeconds: lag(article, original),
    reason: `${facts.reason}; one more of a very large group`,
  });
}

/** A newer state of the original's own piece, or of the very page that a copy stood on. */
function isRevision(article: Article, original: Article, source: Link | undefined): boolean {
  if (source?.kind !== 'revision') return false;
  return source.basis.includes('same-url') || sameOutlet(article, original);
}
