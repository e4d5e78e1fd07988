import type { Basis, Relation, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, creditedOutlet, credits, sameOutlet } from './article.ts';
import { type Election, elect } from './elect.ts';
import { rootsOf, withoutDigests } from './groups.ts';
import { isBefore } from './instant.ts';
import type { Link } from './link.ts';
import { asRevision } from './revised.ts';
import { withClaims } from './with-claims.ts';

/**
 * Who stands where, for one connected component: a pure function of the set of articles and verified links, whatever the
 * order in which they are given. Every article joins its best earlier source (coverage, ties by time, then id); groups are
 * the trees of these choices, so that weak links do not chain; the original is elected in each group.
 */
export function resolve(articles: readonly Article[], links: readonly Link[]): Map<string, Syndication> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const all = withoutDigests(links).filter((link) => byId.has(link.newer) && byId.has(link.older));
  const known = all.filter((link) => link.kind !== 'overlap' && link.kind !== 'shared');
  const byNewer = Map.groupBy(all, (link) => link.newer);
  const sources = new Map<string, Link | undefined>();
  const quotes = new Map<string, Link | undefined>();
  const named = new Map<string, Link | undefined>();
  for (const [id, own] of byNewer) {
    const kinds = Map.groupBy(own, (link) => (link.kind === 'revision' ? 'copy' : link.kind));
    sources.set(id, best(kinds.get('copy') ?? [], byId));
    quotes.set(id, best(kinds.get('excerpt') ?? [], byId));
    named.set(id, best(kinds.get('credit') ?? [], byId));
  }
  const roots = rootsOf(articles, known);
  const groups = Map.groupBy(articles, (article) => roots.get(article.id)!);
  const originals = new Map<string, Election>();
  for (const [root, members] of groups) originals.set(root, elect(members));
  const direct = directLinks(all, roots, originals);
  const inside = closestInGroup(known, roots);
  const nearest = (id: string) => sources.get(id) ?? inside.get(id);
  const result = new Map<string, Syndication>();
  for (const [root, members] of groups) {
    const election = originals.get(root)!;
    const original = election.article;
    const rows = members.map((article) => {
      if (article.id === original.id)
        return standingOf(
          article,
          original.id,
          [named.get(article.id), quotes.get(article.id)],
          roots,
          originals,
          byNewer.get(article.id) ?? [],
        );
      return memberOf(article, election, nearest(article.id), direct, members.length);
    });
    const copied = rows.some((row) => row.relation === 'copy');
    for (const [index, row] of rows.entries()) {
      if (copied && row.relation === 'unique') Object.assign(row, originalRow(members.length, election));
      result.set(members[index]!.id, asRevision(members[index]!, withClaims(row, members[index]!, election)));
    }
  }
  return result;
}

function originalRow(size: number, { article, reason, times }: Election): Partial<Syndication> {
  const seen = [...times.values()].some((told) => told.stated !== null) && times.get(article.id)!.basis === 'stated';
  const first = `the first of ${size} articles with this text${seen ? ', by what was seen' : ''}`;
  return { relation: 'original', reason: reason ?? first };
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
  all: readonly Link[],
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
    return row(group, 'excerpt', from.id, from.outlet, {
      ...quoted(article, from, quote, all),
      lagSeconds: lag(article, from),
    });
  }
  const reason = `no other article in the store has this text${pointingOf(all)}`;
  return row(group, 'unique', null, null, { confidence: 0.9, reason });
}

/** Where its link leads though it has nothing of that text. */
function pointingOf(links: readonly Link[]): string {
  const [first] = links.filter((link) => link.kind === 'points').sort((a, b) => (a.older < b.older ? -1 : 1));
  return first ? `; ${first.reason}` : '';
}

/** The evidence of a quotation, of the article that the row names; the carrier that it was found in is named beside. */
function quoted(article: Article, from: Article, quote: Link, links: readonly Link[]): Partial<Syndication> {
  if (quote.older === from.id) return evidence(quote);
  const own = links.find((link) => link.newer === article.id && link.older === from.id);
  if (own?.kind === 'excerpt') return evidence(own);
  return { ...evidence(quote), ...(own ? shares(own, article) : NOTHING), sourceId: quote.older };
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

/** For each article its best copy link with another of its group, newer ones too: what hangs two of them together. */
function closestInGroup(links: readonly Link[], roots: ReadonlyMap<string, string>): Map<string, Link> {
  const closest = new Map<string, Link>();
  for (const link of links) {
    if ((link.kind !== 'copy' && link.kind !== 'revision') || roots.get(link.newer) !== roots.get(link.older)) continue;
    for (const id of [link.newer, link.older]) {
      const held = closest.get(id);
      if (!held || weight(link) > weight(held) || (weight(link) === weight(held) && isEarlierPair(link, held)))
        closest.set(id, link);
    }
  }
  return closest;
}

function isEarlierPair(a: Link, b: Link): boolean {
  return a.older === b.older ? a.newer < b.newer : a.older < b.older;
}

/** Groups with more members than texts are looked at for one key: that two of them have no link says nothing. */
const ALL_COMPARED = 24;
/** How sure a row is of an original with which the article's own link is no copy. */
const BY_WAY = 0.9;

/**
 * The standing of a member of a group. Coverage, basis and confidence are of its link with the original that the row names; where it
 * has its text by way of another, that one is named beside.
 */
function memberOf(
  article: Article,
  { article: original, reason: why, times }: Election,
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
  return row(original.id, relation, original.id, original.outlet, {
    ...told,
    basis: [...basis],
    lagSeconds: Math.round((times.get(article.id)!.instant.at - times.get(original.id)!.instant.at) / 1000),
    reason: why ? `${told.reason}; ${why}` : told.reason,
  });
}

const NOTHING = { coverage: null, originalCoverage: null };

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

/** What two texts share, whatever recurs elsewhere. */
function shares(link: Link, { id }: Article): { coverage: number; originalCoverage: number } {
  const [coverage, originalCoverage] =
    link.newer === id ? [link.share, link.originalShare] : [link.originalShare, link.share];
  return { coverage, originalCoverage };
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
    timeBasis: 'stated',
    contested: false,
    contestedBy: [],
    sharedSources: [],
    ...rest,
  };
}
