import type { Relation, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, creditedOutlet } from './article.ts';
import { type Election, elect } from './elect.ts';
import { equalWordsIn } from './equal-words.ts';
import { rootsOf, withoutDigests } from './groups.ts';
import { isBefore } from './instant.ts';
import type { Link } from './link.ts';
import { memberOf } from './member-row.ts';
import { asRevision } from './revised.ts';
import { evidence, lag, NOTHING, row, shares } from './row.ts';
import { partedBy, type Ruling, withoutParted, withRulings } from './rulings.ts';
import { nameUndecided } from './undecided.ts';
import { withClaims } from './with-claims.ts';

/**
 * Who stands where, for one connected component: a pure function of the set of articles and verified links, whatever the
 * order in which they are given. Every article joins its best earlier source (coverage, ties by time, then id); groups are
 * the trees of these choices, so that weak links do not chain; the original is elected in each group.
 */
export function resolve(
  articles: readonly Article[],
  links: readonly Link[],
  rulings: readonly Ruling[] = [],
): Map<string, Syndication> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const parted = partedBy(rulings);
  const found = withoutDigests(links).filter((link) => byId.has(link.newer) && byId.has(link.older));
  const joining = withoutParted(found, parted);
  const roots = rootsOf(articles, joining, parted);
  const all = parted.length === 0 ? joining : joining.map((link) => withinGroups(link, roots));
  const byNewer = Map.groupBy(all, (link) => link.newer);
  const sources = new Map<string, Link | undefined>();
  const quotes = new Map<string, Link | undefined>();
  const named = new Map<string, Link | undefined>();
  for (const [id, own] of byNewer) {
    // Most links are mere overlaps.
    if (!own.some(({ kind }) => kind !== 'overlap' && kind !== 'shared')) continue;
    sources.set(id, best(own, 'copy', byId));
    quotes.set(id, best(own, 'excerpt', byId));
    named.set(id, best(own, 'credit', byId));
  }
  const groups = Map.groupBy(articles, (article) => roots.get(article.id)!);
  const originals = new Map<string, Election>();
  const equal = equalWordsIn(byNewer);
  for (const [root, members] of groups) originals.set(root, elect(members, rulings, equal));
  const direct = directLinks(all, roots, originals);
  const inside = closestInGroup(all, roots);
  const nearest = (id: string) => sources.get(id) ?? inside.get(id);
  const result = new Map<string, Syndication>();
  for (const [root, members] of groups) {
    const election = originals.get(root)!;
    const original = election.article;
    const rows = members.map((article) => {
      if (article.id === original.id && election.ruling) return ruledRow(original, election, members.length);
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
      const article = members[index]!;
      result.set(article.id, withRulings(asRevision(article, withClaims(row, article, election)), article.id, rulings));
    }
  }
  nameUndecided(result, all, byId, originals);
  return result;
}

/** A copy of what an analyst has put into another group is none: what they share is told no more. */
function withinGroups(link: Link, roots: ReadonlyMap<string, string>): Link {
  const isCopy = link.kind === 'copy' || link.kind === 'revision';
  return isCopy && roots.get(link.newer) !== roots.get(link.older) ? { ...link, kind: 'overlap' } : link;
}

/** The standing of an article that an analyst has ruled to be the first with its text. */
function ruledRow({ id }: Article, { reason }: Election, size: number): Syndication {
  const relation: Relation = size > 1 ? 'original' : 'unique';
  return row(id, relation, null, null, { basis: ['ruling'], confidence: 0.99, reason: reason ?? '' });
}

function originalRow(size: number, { article, reason, times }: Election): Partial<Syndication> {
  const seen = [...times.values()].some((told) => told.stated !== null) && times.get(article.id)!.basis === 'stated';
  const first = `the first of ${size} articles with this text${seen ? ', by what was seen' : ''}`;
  return { relation: 'original', reason: reason ?? first };
}

/** A source this close to the best is as good, and then the first in time is taken: an edited copy's copy is no closer to it by chance. */
const AS_GOOD = 0.85;

/** Of an article's links of a kind to earlier ones the best, by what it has of them; among those as good the first in time. */
function best(
  links: readonly Link[],
  kind: 'copy' | 'excerpt' | 'credit',
  byId: ReadonlyMap<string, Article>,
): Link | undefined {
  let most = 0;
  for (const link of links) if (isOfKind(link, kind)) most = Math.max(most, weight(link));
  let first: Link | undefined;
  for (const link of links) {
    if (!isOfKind(link, kind) || weight(link) < most * AS_GOOD) continue;
    if (!first || isBefore(byId.get(link.older)!, byId.get(first.older)!)) first = link;
  }
  return first;
}

/** A revision is a copy here. */
function isOfKind(link: Link, kind: string): boolean {
  return link.kind === kind || (kind === 'copy' && link.kind === 'revision');
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
