import { isAmong, preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import { eq, or, sql } from 'drizzle-orm';
import { MAX_AT_ADDRESS } from './core/port.ts';
import { MAX_SAME_HASH } from './core/posting-index.ts';

/** Takes an article out; gives what it was. */
export const withdraw = preparedQuery('dedup-withdraw', (db, { tables: { dedupArticles } }) =>
  db
    .delete(dedupArticles)
    .where(eq(dedupArticles.articleId, sql.placeholder('id')))
    .returning({ number: dedupArticles.number, article: dedupArticles.article }),
);

/** Puts an article in; gives its number. */
export const enter = preparedQuery('dedup-enter', (db, { tables: { dedupArticles } }) => {
  const value = (name: string) => sql`${sql.placeholder(name)}`;
  return db
    .insert(dedupArticles)
    .values({ articleId: value('id'), contentHash: value('hash'), article: value('article'), common: value('common') })
    .returning({ number: dedupArticles.number });
});

/** Puts an article's number under keys of addresses and days. */
export const placeAt = preparedQuery('dedup-place-at', (db, { dialect, tables: { dedupPlaces } }) => {
  const [keys, number] = [sql.placeholder('keys'), sql.placeholder('number')];
  const rows =
    dialect === 'sqlite'
      ? sql`select value, ${number} from json_each(${keys})`
      : sql`select key, ${number}::bigint from unnest(${keys}::bigint[]) key`;
  return db.insert(dedupPlaces).select(rows);
});

/** Articles by their numbers. */
export const idsOfNumbers = preparedQuery('dedup-ids-of-numbers', (db, store) => {
  const { dedupArticles } = store.tables;
  return db
    .select({ id: dedupArticles.articleId })
    .from(dedupArticles)
    .where(isAmong(store, dedupArticles.number, 'numbers'));
});

/** The first articles with one text. */
export const idsOfText = preparedQuery('dedup-ids-of-text', (db, { tables: { dedupArticles } }) =>
  db
    .select({ id: dedupArticles.articleId })
    .from(dedupArticles)
    .where(eq(dedupArticles.contentHash, sql.placeholder('hash')))
    .orderBy(dedupArticles.number)
    .limit(MAX_SAME_HASH),
);

/** Articles found under keys of addresses and days. */
export const idsAt = preparedQuery('dedup-ids-at', (db, store) => {
  const { dedupArticles, dedupPlaces } = store.tables;
  return db
    .selectDistinct({ id: dedupArticles.articleId })
    .from(dedupPlaces)
    .innerJoin(dedupArticles, eq(dedupArticles.number, dedupPlaces.number))
    .where(isAmong(store, dedupPlaces.key, 'keys'))
    .limit(MAX_AT_ADDRESS);
});

/** Articles with their texts. */
export const textsOf = preparedQuery('dedup-texts-of', (db, store) => {
  const { dedupArticles, articles, revisions } = store.tables;
  return db
    .select({
      id: dedupArticles.articleId,
      article: dedupArticles.article,
      common: dedupArticles.common,
      text: revisions.text,
    })
    .from(dedupArticles)
    .innerJoin(articles, eq(articles.id, dedupArticles.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(isAmong(store, dedupArticles.articleId, 'ids'));
});

/** Articles without their texts. */
export const articlesById = preparedQuery('dedup-articles-by-id', (db, store) => {
  const { dedupArticles, articles, outlets } = store.tables;
  return db
    .select({
      id: dedupArticles.articleId,
      article: dedupArticles.article,
      common: dedupArticles.common,
      house: outlets.house,
    })
    .from(dedupArticles)
    .leftJoin(articles, eq(articles.id, dedupArticles.articleId))
    .leftJoin(outlets, eq(outlets.id, articles.outletId))
    .where(isAmong(store, dedupArticles.articleId, 'ids'));
});

/** The links at either end of which one of these articles stands. */
export const linksAt = preparedQuery('dedup-links-at', (db, store) => {
  const { dedupLinks } = store.tables;
  return db
    .select()
    .from(dedupLinks)
    .where(or(isAmong(store, dedupLinks.newer, 'ids'), isAmong(store, dedupLinks.older, 'ids')));
});
