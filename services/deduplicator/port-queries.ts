import { isAmong, preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import { and, eq, or, sql } from 'drizzle-orm';
import { HOLDERS_ASKED } from './core/first-texts.ts';
import { MAX_AT_ADDRESS } from './core/port.ts';
import { hasTurn } from './turns.ts';

/** Articles with one text among which the first are looked for: those that came in first. */
const MOST_SAME_HASH = 64;

/** Takes an article out, when nobody settles by what it was; gives what it was. */
export const withdraw = preparedQuery('dedup-withdraw', (db, { dialect, tables: { dedupArticles } }) =>
  db
    .delete(dedupArticles)
    .where(
      and(eq(dedupArticles.articleId, sql.placeholder('id')), dialect === 'postgres' ? hasTurn('turn') : undefined),
    )
    .returning({ number: dedupArticles.number, article: dedupArticles.article }),
);

/** Puts an article in; gives its number, and nothing where a former state of it stands. */
export const enter = preparedQuery('dedup-enter', (db, { tables: { dedupArticles } }) => {
  const value = (name: string) => sql`${sql.placeholder(name)}`;
  return db
    .insert(dedupArticles)
    .values({ articleId: value('id'), contentHash: value('hash'), article: value('article'), common: value('common') })
    .onConflictDoNothing()
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

/** Whose states these are, by their numbers. */
export const statesOf = preparedQuery('dedup-states-of', (db, store) => {
  const { dedupArticles } = store.tables;
  return db
    .select({ id: dedupArticles.articleId, number: dedupArticles.number })
    .from(dedupArticles)
    .where(isAmong(store, dedupArticles.number, 'numbers'));
});

/** Articles with one text. */
export const numbersOfText = preparedQuery('dedup-numbers-of-text', (db, { tables: { dedupArticles } }) =>
  db
    .select({ number: dedupArticles.number })
    .from(dedupArticles)
    .where(eq(dedupArticles.contentHash, sql.placeholder('hash')))
    .orderBy(dedupArticles.number)
    .limit(MOST_SAME_HASH),
);

/** What is kept of articles, by their numbers. */
export const articlesOfNumbers = preparedQuery('dedup-articles-of-numbers', (db, store) => {
  const { dedupArticles } = store.tables;
  return db
    .select({ number: dedupArticles.number, id: dedupArticles.articleId, article: dedupArticles.article })
    .from(dedupArticles)
    .where(isAmong(store, dedupArticles.number, 'numbers'));
});

/** The number of an article's present state, and what is kept of it. */
export const stateOf = preparedQuery('dedup-state-of', (db, { tables: { dedupArticles } }) =>
  db
    .select({ number: dedupArticles.number, article: dedupArticles.article })
    .from(dedupArticles)
    .where(eq(dedupArticles.articleId, sql.placeholder('id'))),
);

/** Later articles that have links with these. */
export const laterThan = preparedQuery('dedup-later-than', (db, store) => {
  const { dedupArticles, dedupLinks } = store.tables;
  return db
    .selectDistinct({ id: dedupLinks.newer, number: dedupArticles.number })
    .from(dedupLinks)
    .innerJoin(dedupArticles, eq(dedupArticles.articleId, dedupLinks.newer))
    .where(isAmong(store, dedupLinks.older, 'ids'))
    .limit(HOLDERS_ASKED);
});

/** Numbers of the states that are found under keys of addresses and days. */
export const numbersAt = preparedQuery('dedup-numbers-at', (db, store) => {
  const { dedupPlaces } = store.tables;
  return db
    .selectDistinct({ number: dedupPlaces.number })
    .from(dedupPlaces)
    .where(isAmong(store, dedupPlaces.key, 'keys'))
    .limit(MAX_AT_ADDRESS);
});

/** Articles with their texts, by the numbers of their states. */
export const textsOf = preparedQuery('dedup-texts-of', (db, store) => {
  const { dedupArticles, articles, revisions } = store.tables;
  return db
    .select({
      number: dedupArticles.number,
      id: dedupArticles.articleId,
      article: dedupArticles.article,
      common: dedupArticles.common,
      text: revisions.text,
    })
    .from(dedupArticles)
    .innerJoin(articles, eq(articles.id, dedupArticles.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(isAmong(store, dedupArticles.number, 'numbers'));
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
