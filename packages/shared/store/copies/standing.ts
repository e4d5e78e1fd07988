import { isDeepStrictEqual } from 'node:util';
import type { Syndication } from '../../contracts/syndication.ts';
import { insertNew, insertRow, isAmong, listFor, preparedQuery, updateRow } from '../database/prepared.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';

/**
 * Writes where articles stand among the copies. Rows that say the same are left alone; a result of another version that is replaced
 * is kept in previous_results.
 */
export async function saveSyndication(
  store: Store,
  tx: Db,
  rows: ReadonlyMap<string, Syndication>,
  version: string,
  now: number,
): Promise<void> {
  const { syndication, previousResults } = store.tables;
  const rowOf = (id: string) => {
    const { group, contested: _, ...stand } = withoutNul(rows.get(id)!);
    return { groupId: group, ...stand, sourceId: stand.sourceId ?? null, version };
  };
  const ids = [...rows.keys()];
  // Most are the only ones of their group, and new.
  const only = ids.length === 1 ? ids[0]! : null;
  if (only && (await insertNew(tx, syndication, { articleId: only, ...rowOf(only), updatedAt: now }, 'articleId')))
    return;
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500);
    const held = await standingRows(store, tx, part);
    const before = new Map(held.map((row) => [row.articleId, row]));
    for (const id of part) {
      const row = rowOf(id);
      const old = before.get(id);
      if (!old) {
        await insertRow(tx, syndication, { articleId: id, ...row, updatedAt: now });
        continue;
      }
      if (Object.entries(row).every(([name, value]) => isDeepStrictEqual(old[name as keyof typeof old], value)))
        continue;
      if (old.version !== version) {
        await tx
          .insert(previousResults)
          .values({ articleId: id, stage: 'dedup', version: old.version, result: old, replacedAt: now });
      }
      await updateRow(tx, syndication, 'articleId', id, { ...row, updatedAt: now });
    }
  }
}

const standings = preparedQuery('standings', (db, store) => {
  const { syndication } = store.tables;
  return db
    .select()
    .from(syndication)
    .where(isAmong(store, syndication.articleId, 'ids'));
});

/** The rows of articles that have one. */
export function standingRows(store: Store, db: Db, ids: readonly string[]) {
  return standings(store, db, { ids: listFor(store, ids) });
}

/** Where an article stands, or null. */
export async function syndicationOf(store: Store, articleId: string): Promise<Syndication | null> {
  const [row] = await standingRows(store, store.db, [articleId]);
  return row ? standOf(row) : null;
}

/** A row as the record says it. */
export function standOf(row: Store['tables']['syndication']['$inferSelect']): Syndication {
  const { groupId, relation, originalId, original, coverage, originalCoverage, lagSeconds, basis, confidence, reason } =
    row;
  return {
    group: groupId,
    relation,
    originalId,
    original,
    coverage,
    originalCoverage,
    lagSeconds,
    basis,
    confidence,
    reason,
    timeBasis: row.timeBasis,
    contested: (row.contestedBy ?? []).length > 0,
    contestedBy: row.contestedBy ?? [],
    sharedSources: row.sharedSources ?? [],
    ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
  };
}
