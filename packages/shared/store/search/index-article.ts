import { isDeepStrictEqual } from 'node:util';
import { eq, type SQL, sql } from 'drizzle-orm';
import { prepareDocument, type QueryDocument } from '../../query/document.ts';
import { preparedQuery } from '../database/prepared.ts';
import type { Db, Store } from '../database/store.ts';
import { cardOf } from './cards.ts';
import { orderInstant, plausible, standsAt, wantedDocid } from './docid.ts';
import { cut, labelTokens } from './labels.ts';
import { termsOf } from './terms-of.ts';

/** Docids that are tried from the wanted one on; more than a few are taken only where thousands share a second. */
const TRIES = 10_000;

type ArticleKey = Pick<Store['tables']['articles']['$inferSelect'], 'id' | 'url' | 'outletId' | 'firstSeenAt'>;

const indexedById = preparedQuery('indexed-by-id', (db, store) =>
  readIndexed(store, db, eq(store.tables.revisions.id, sql.placeholder('id'))),
);
const docOf = preparedQuery('search-doc-of', (db, { tables: { searchDocs } }) =>
  db
    .select()
    .from(searchDocs)
    .where(eq(searchDocs.articleId, sql.placeholder('id'))),
);

/**
 * Puts an article into the search index as it is with this revision and its present labels; part of the transaction that makes it so.
 * @param told what there is to be read of it, where that is in hand
 */
export async function indexArticle(
  store: Store,
  tx: Db,
  article: ArticleKey,
  revisionId: string,
  told: Indexed | null = null,
): Promise<void> {
  const [found] = told ? [told] : await indexedById(store, tx, { id: revisionId });
  if (found) await putIndexed(store, tx, article, found);
}

/** What the index holds of articles, by a condition on their revisions. */
export function readIndexed(store: Pick<Store, 'tables'>, db: Db, condition: SQL | undefined) {
  const { revisions, classifications } = store.tables;
  return db
    .select({
      articleId: revisions.articleId,
      title: revisions.title,
      text: revisions.text,
      language: revisions.language,
      publishedAt: revisions.publishedAt,
      publishedMs: revisions.publishedMs,
      credit: revisions.credit,
      countries: classifications.countries,
      topics: classifications.topics,
      events: classifications.events,
      entities: classifications.entities,
    })
    .from(revisions)
    .leftJoin(classifications, eq(classifications.articleId, revisions.articleId))
    .where(condition);
}

/** Writes one article's words and dates, in place of what the index has of it. */
export async function putIndexed(store: Store, tx: Db, article: ArticleKey, found: Indexed): Promise<void> {
  const document = prepareDocument(documentOf(found, null));
  const span = plausible(document.publishedAt, article.firstSeenAt);
  const at = orderInstant(span, article.firstSeenAt);
  const shown = { dateFrom: span?.start ?? null, dateTo: span?.end ?? null, card: cardOf(article, found) };
  const docid = await standIn(store, tx, at, { articleId: article.id, ...shown });
  await termsOf(store).write(store, tx, docid, {
    title: document.title.tokens.map(cut),
    text: document.text.tokens.map(cut),
    labels: labelTokens(document.values, article.outletId),
  });
}

/** Puts an article's row where its instant is, and takes one that stood elsewhere away. @returns its docid */
async function standIn(store: Store, tx: Db, at: number, row: DocRow): Promise<number> {
  const { searchDocs } = store.tables;
  const wanted = wantedDocid(at, row.articleId);
  // Most are new, and their place is free.
  if (await takes(store, tx, wanted, row)) return wanted;
  const [held] = await docOf(store, tx, { id: row.articleId });
  if (!held) return takeDocid(store, tx, wanted + 1, row);
  const { dateFrom, dateTo, card } = held;
  const { articleId: _, ...shown } = row;
  if (standsAt(held.docid, at)) {
    if (!isDeepStrictEqual({ dateFrom, dateTo, card }, shown))
      await tx.update(searchDocs).set(shown).where(eq(searchDocs.docid, held.docid));
    return held.docid;
  }
  await tx.delete(searchDocs).where(eq(searchDocs.docid, held.docid));
  await termsOf(store).remove(store, tx, held.docid);
  return takeDocid(store, tx, wanted, row);
}

const takeDoc = preparedQuery('take-doc', (db, { tables: { searchDocs } }) => {
  const value = (name: keyof DocRow | 'docid') => sql`${sql.placeholder(name)}`;
  const [articleId, dateFrom, dateTo] = [value('articleId'), value('dateFrom'), value('dateTo')];
  const card = value('card');
  return db
    .insert(searchDocs)
    .values({ docid: value('docid'), articleId, dateFrom, dateTo, card })
    .onConflictDoNothing()
    .returning({ docid: searchDocs.docid });
});

type DocRow = Omit<Store['tables']['searchDocs']['$inferSelect'], 'docid'>;

async function takeDocid(store: Store, tx: Db, wanted: number, row: DocRow): Promise<number> {
  for (let docid = wanted; docid < wanted + TRIES; docid += 1) {
    if (await takes(store, tx, docid, row)) return docid;
  }
  throw new Error(`${TRIES} articles stand in one second of the search index`);
}

/** Whether a row got a docid: another may have it, or the article another. */
async function takes(store: Store, tx: Db, docid: number, row: DocRow): Promise<boolean> {
  return (await takeDoc(store, tx, { docid, ...row, card: JSON.stringify(row.card) })).length > 0;
}

/** What the index takes of an article. */
export interface Indexed extends Read {
  publishedMs: number | null;
}

interface Read {
  title: string | null;
  text: string;
  language: string;
  publishedAt: string | null;
  credit: { source: string } | null;
  countries: QueryDocument['countries'] | null;
  topics: QueryDocument['topics'] | null;
  events: QueryDocument['events'] | null;
  entities: QueryDocument['entities'] | null;
}

/** An article as queries look at it. The index holds its outlet by id, hence without a name. */
export function documentOf(found: Read, outlet: QueryDocument['outlet']): QueryDocument {
  const { title, text, language, publishedAt, countries, topics, events, entities } = found;
  return {
    title: title ?? '',
    text,
    language,
    publishedAt,
    outlet,
    countries: countries ?? [],
    topics: topics ?? [],
    events: events ?? [],
    entities: entities ?? [],
    credit: found.credit?.source ?? null,
  };
}
