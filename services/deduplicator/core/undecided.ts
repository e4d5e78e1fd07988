import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Article } from './article.ts';
import type { Election } from './elect.ts';
import type { Link } from './link.ts';
import { lag, NOTHING } from './row.ts';

/** How sure it is that an article quotes another that came out on one day with it. */
const OF_ONE_DAY = 0.7;

/**
 * Of two articles of one day that share a part the one that counts as the newer is said to quote the other. Where it has another source
 * to name, the other is said to quote it, or nobody would be told what the two share.
 */
export function nameUndecided(
  rows: ReadonlyMap<string, Syndication>,
  links: readonly Link[],
  byId: ReadonlyMap<string, Article>,
  originals: ReadonlyMap<string, Election>,
): void {
  const told = new Map<string, Link>();
  for (const link of links) {
    if (link.kind !== 'excerpt' || !link.undecided) continue;
    const [newer, older] = [rows.get(link.newer)!, rows.get(link.older)!];
    if (older.relation !== 'unique' || newer.group === older.group) continue;
    if (newer.originalId !== null && rows.get(newer.originalId)?.group === older.group) continue;
    const held = told.get(link.older);
    const more = held ? link.originalCoverage - held.originalCoverage || (link.newer < held.newer ? 1 : -1) : 1;
    if (more > 0) told.set(link.older, link);
  }
  for (const [id, link] of told) {
    const from = originals.get(rows.get(link.newer)!.group)?.article;
    if (!from) continue;
    const own = from.id === link.newer ? {} : { sourceId: link.newer };
    const part = Math.round(link.originalCoverage * 100);
    Object.assign(rows.get(id)!, {
      relation: 'excerpt',
      originalId: from.id,
      original: from.outlet,
      ...(from.id === link.newer ? { coverage: link.originalCoverage, originalCoverage: link.coverage } : NOTHING),
      ...own,
      basis: link.basis,
      confidence: OF_ONE_DAY,
      lagSeconds: lag(byId.get(id)!, from),
      reason: `of one day with another, ${part} % of it stands there; which of the two was first is not known`,
    });
  }
}
