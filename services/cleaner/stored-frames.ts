import { insertRow, preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import { type Db, forUpdate, type Store } from '@wirewatch/shared/store/database/store.ts';
import { startJourneys } from '@wirewatch/shared/store/journey/journey.ts';
import { and, asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { FrameBlockKey } from './core/frame/frame-key.ts';
import type { FrameLesson } from './core/frame/frame-memory.ts';

/** What an outlet's frame memory is, as it is stored; its inside is the cleaner's own. */
export interface StoredFrame {
  memory: unknown;
  version: string;
}

/** Articles of an outlet that a change of its frame can send to be cleaned again. */
const RECENT = 400;

/** The version of an outlet's frame, or null: of a memory that is held already nothing else need be read. */
export async function readFrameVersion(store: Store, outletId: string): Promise<string | null> {
  const [row] = await versionOf(store, store.db, { outletId });
  return row?.version ?? null;
}

/** The frame memory of an outlet, or null. Inside a write transaction the row is locked until its end. */
export async function readFrame(store: Store, outletId: string, db: Db = store.db): Promise<StoredFrame | null> {
  const [row] = await (db === store.db ? frameOf : frameToChange)(store, db, { outletId });
  return row ?? null;
}

const select = (db: Db, { tables: { frames } }: Pick<Store, 'tables'>) =>
  db
    .select({ memory: frames.memory, version: frames.version })
    .from(frames)
    .where(eq(frames.outletId, sql.placeholder('outletId')));
const frameOf = preparedQuery('frame-of', select);
const frameToChange = preparedQuery('frame-to-change', (db, store) => forUpdate(store, select(db, store)));
const versionOf = preparedQuery('frame-version', (db, { tables: { frames } }) =>
  db
    .select({ version: frames.version })
    .from(frames)
    .where(eq(frames.outletId, sql.placeholder('outletId'))),
);

/** Keeps an outlet's frame memory. */
export async function saveFrame(
  store: Store,
  tx: Db,
  outletId: string,
  frame: StoredFrame,
  now: number,
): Promise<void> {
  const { frames } = store.tables;
  const row = { ...frame, updatedAt: now };
  await insertRow(tx, frames, { outletId, ...row }, ['outletId']);
}

const newsOf = preparedQuery('frame-news-of', (db, { tables: { frameNews } }) =>
  db
    .select({ news: count() })
    .from(frameNews)
    .where(eq(frameNews.outletId, sql.placeholder('outletId'))),
);

/** Puts an article aside for the memory to learn; one that lies there already stays as it is. Gives how many do. */
export async function addNews(store: Store, tx: Db, outletId: string, news: FrameLesson, now: number): Promise<number> {
  await insertRow(tx, store.tables.frameNews, { outletId, ...news, blocks: [...news.blocks], at: now }, 'nothing');
  const [row] = await newsOf(store, tx, { outletId });
  return row!.news;
}

/** What was put aside for an outlet's memory, oldest first; it lies there no more. To be asked once its frame is locked. */
export async function takeNews(store: Store, tx: Db, outletId: string): Promise<FrameLesson[]> {
  const { frameNews } = store.tables;
  const rows = await tx
    .select()
    .from(frameNews)
    .where(eq(frameNews.outletId, outletId))
    .orderBy(asc(frameNews.at), asc(frameNews.articleId));
  await tx.delete(frameNews).where(eq(frameNews.outletId, outletId));
  return rows.map(({ articleId, blocks, url }) => ({ articleId, blocks: blocks as FrameBlockKey[], url }));
}

/**
 * Sends the outlet's recent articles that hold one of these blocks to be cleaned again, in the batch lane: the frame has learnt, or
 * unlearnt, them. Articles on their way are left alone but for `again`.
 * @returns how many
 */
export async function cleanAgainWith(
  store: Store,
  tx: Db,
  outletId: string,
  keys: ReadonlySet<string>,
  now: number,
): Promise<number> {
  const { articles, revisions } = store.tables;
  const rows = await tx
    .select({ id: articles.id, frameKeys: revisions.frameKeys })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(and(eq(articles.outletId, outletId), isNotNull(revisions.frameKeys)))
    .orderBy(desc(articles.firstSeenAt))
    .limit(RECENT);
  const ids = rows.filter((row) => row.frameKeys?.some((key) => keys.has(key))).map((row) => row.id);
  await startJourneys(store, tx, ids, 'clean', { lane: 'batch', now });
  return ids.length;
}
