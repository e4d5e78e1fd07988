import type { Basis, Relation, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, creditedOutlet, credits, sameOutlet } from './article.ts';
import { elect } from './elect.ts';
import { rootsOf } from './groups.ts';
import { isBefore } from './instant.ts';
import type { Link } from './link.ts';
import { asRevision } from './revised.ts';

/**
 * Who stands where, for one connected component: a pure function of the set of articles and verified links, whatever the
 * order in which they are given. Every article joins its best earlier source (coverage, ties by time, then id); groups are
 * the trees of these choices, so that weak links do not chain; the original is elected in each group.
 */
export function resolve(articles: readonly Article[], links: readonly Link[]): Map<string, Syndication> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const known = links.filter((link) => link.kind !== 'overlap' && byId.has(link.newer) && byId.has(link.older));
  const byNewer = Map.groupBy(known, (link) => link.newer);
  const sources = new Map<string, Link | undefined>();
  const quotes = new Map<string, Link | undefined>();
  const named = new Map<string, Link | undefined>();
  for (const [id, own] of byNewer) {
    const kinds = Map.groupBy(own, (link) => (link.kind === 'revision' ? 'copy' : link.kind));
    sources.set(id, best(kinds.get('copy') ?? [], byId));
    quotes.set(id, best(kinds.get('excerpt') ?? [], byId));
    named.set(id, best(kinds.get('credit') ?? [], byId));
  }
  const roots = rootsOf(articles, sources, known);
  const groups = Map.groupBy(articles, (article) => roots.get(article.id)!);
  const originals = new Map<string, { article: Article; reason: string | null }>();
  for (const [root, members] of groups) originals.set(root, elect(members, byId.get(root)!));
  const direct = directLinks(known, roots, originals);
  const result = new Map<string, Syndication>();
  for (const [root, members] of groups) {
    const { article: original, reason } = originals.get(root)!;
    const rows = members.map((article) => {
      if (article.id === original.id)
        return standingOf(article, original.id, [named.get(article.id), quotes.get(article.id)], roots, originals);
      return memberOf(article, original, reason, sources.get(article.id), direct.get(article.id));
    });
    const copied = rows.some((row) => row.relation === 'copy');
    for (const [index, row] of rows.entries()) {
      if (copied && row.relation === 'unique') Object.assign(row, originalRow(members.length));
      result.set(members[index]!.id, asRevision(members[index]!, row));
    }
  }
  return result;
}

function originalRow(size: number): Partial<Syndication> {
  return { relation: 'original', reason: `the first of ${size} articles with this text` };
}

/** A source this close to the best is as good, and then the first in time is taken: an edited copy's copy is no closer to it by chance. */
const AS_GOOD = 0.85;

/** Of an article's links to earlier ones the best, by what it has of them; among those as good the first in time. */
function best(links: readonly Link[], byId: ReadonlyMap<string, Article>): Link | undefined {
  const most = links.reduce((max, link) => Math.max(max, weight(link)), 0);
  let first: Link | undefined;
  for (const link of links) {
    if (weight(link) < most * AS_GOOD) continue;
    if (!first || isBefore(byId.get(link.older)!, byId.get(first.older)!)) first = link;
  }
  return first;
}

function weight(link: Link): number {
  if (link.kind === 'credit') return link.confidence;
  return link.kind === 'excerpt' ? link.coverage : Math.max(link.coverage, link.originalCoverage * 0.9);
}

/**
 * The standing of a group's original: it may have its text by its credit from another group (told anew, or translated), or
 * from an outlet that is not in the store, or quote another group.
 */
function standingOf(
  article: Article,
  group: string,
  [source, quote]: [Link | undefined, Link | undefined],
  roots: ReadonlyMap<string, string>,
  originals: ReadonlyMap<string, { article: Article }>,
): Syndication {
  if (source && roots.get(source.older) !== roots.get(article.id)) {
    const from = originals.get(roots.get(source.older)!)!.article;
    const lagSeconds = lag(article, from);
    return row(group, 'copy', from.id, from.outlet, {
      ...evidence(source),
      coverage: null,
      originalCoverage: null,
      lagSeconds,
    });
  }
  const credited = creditedOutlet(article);
  if (credited) {
    return row(group, 'copy', null, credited, {
      basis: ['credit'],
      confidence: 0.8,
      reason: `credited to ${credited}, whose own article is not in the store`,
    });
  }
  if (quote && roots.get(quote.older) !== roots.get(article.id)) {
    const from = originals.get(roots.get(quote.older)!)!.article;
    return row(group, 'excerpt', from.id, from.outlet, { ...evidence(quote), lagSeconds: lag(article, from) });
  }
  return row(group, 'unique', null, null, { confidence: 0.9, reason: 'no other article in the store has this text' });
}

/** The link of each member of a group with the group's original, where the two were compared. */
function directLinks(
  links: readonly Link[],
  roots: ReadonlyMap<string, string>,
  originals: ReadonlyMap<string, { article: Article }>,
): Map<string, Link> {
  const direct = new Map<string, Link>();
  for (const link of links) {
    const root = roots.get(link.newer)!;
    if (roots.get(link.older) !== root) continue;
    const { id } = originals.get(root)!.article;
    if (link.older === id) direct.set(link.newer, link);
    else if (link.newer === id) direct.set(link.older, link);
  }
  return direct;
}

function memberOf(
  article: Article,
  original: Article,
  why: string | null,
  source: Link | undefined,
  direct: Link | undefined,
): Syndication {
  const link = direct && (direct.kind === 'copy' || direct.kind === 'revision') ? direct : (source ?? direct);
  const turned = link !== undefined && link.newer !== article.id;
  const relation: Relation = isRevision(article, original, source) ? 'revision' : 'copy';
  const facts = link ? evidence(link) : { basis: ['text'] as Basis[], confidence: 0.6, reason: 'of one group' };
  const basis = new Set<Basis>(facts.basis);
  if (credits(article, original)) basis.add('credit');
  return row(original.id, relation, original.id, original.outlet, {
    ...facts,
    ...(turned ? { coverage: link.originalCoverage, originalCoverage: link.coverage } : {}),
    basis: [...basis],
    lagSeconds: lag(article, original),
    reason: why ? `${facts.reason}; ${why}` : facts.reason,
  });
}

/** The standing of a newcomer to a group that is not settled anew for it. */
export function rowInLarge(article: Article, original: Article, group: string, link: Link): Syndication {
  const facts = evidence(link);
  const relation: Relation = isRevision(article, original, link) ? 'revision' : 'copy';
  return row(group, relation, original.id, original.outlet, {
    ...facts,
    lagSeconds: lag(article, original),
    reason: `${facts.reason}; one more of a very large group`,
  });
}

/** A newer state of the original's own piece, or of the very page that a copy stood on. */
function isRevision(article: Article, original: Article, source: Link | undefined): boolean {
  if (source?.kind !== 'revision') return false;
  return source.basis.includes('same-url') || sameOutlet(article, original);
}

function evidence(link: Link): Pick<Syndication, 'coverage' | 'originalCoverage' | 'basis' | 'confidence' | 'reason'> {
  const { coverage, originalCoverage, basis, confidence, reason } = link;
  return { coverage, originalCoverage, basis, confidence, reason };
}

function lag(article: Article, original: Article): number {
  return Math.round((article.instant.at - original.instant.at) / 1000);
}

function row(
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
    ...rest,
  };
}
