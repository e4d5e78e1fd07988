import { eq } from 'drizzle-orm';
import type { Card } from '../../contracts/card.ts';
import { isAmong, listFor, preparedQuery } from '../database/prepared.ts';
import type { Store } from '../database/store.ts';

/** What a card is made of. */
interface Found {
  title: string | null;
  language: string;
  publishedAt: string | null;
  publishedMs: number | null;
  credit: { source: string } | null;
  countries: readonly string[] | null;
  topics: ReadonlyArray<{ code: string; label: string }> | null;
  events: ReadonlyArray<{ plover: string }> | null;
}

/** The card of an article by its row, text and labels. */
export function cardOf(article: Pick<Card, 'url' | 'outletId' | 'firstSeenAt'>, found: Found): Card {
  const { title, language, publishedAt, publishedMs, credit, countries, topics, events } = found;
  return {
    ...{ url: article.url, outletId: article.outletId, firstSeenAt: article.firstSeenAt },
    ...{ title, language, publishedAt, publishedMs },
    credit: credit?.source ?? null,
    countries: [...(countries ?? [])],
    topics: (topics ?? []).map(({ code, label }) => ({ code, label })),
    events: [...new Set((events ?? []).map(({ plover }) => plover))].sort(),
  };
}

const kept = preparedQuery('cards', (db, store) => {
  const { searchDocs } = store.tables;
  return db
    .select({ id: searchDocs.articleId, card: searchDocs.card })
    .from(searchDocs)
    .where(isAmong(store, searchDocs.articleId, 'ids'));
});

/** Of articles on their way the index has nothing yet. */
const made = preparedQuery('cards-made', (db, store) => {
  const { articles, revisions, classifications } = store.tables;
  return db
    .select({
      ...{ id: articles.id, url: articles.url, outletId: articles.outletId, firstSeenAt: articles.firstSeenAt },
      ...{ title: revisions.title, language: revisions.language, credit: revisions.credit },
      ...{ publishedAt: revisions.publishedAt, publishedMs: revisions.publishedMs },
      ...{ countries: classifications.countries, topics: classifications.topics, events: classifications.events },
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .leftJoin(classifications, eq(classifications.articleId, articles.id))
    .where(isAmong(store, articles.id, 'ids'));
});

/** The cards of articles that have a text, by id. */
export async function cardsOf(store: Store, ids: readonly string[]): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>();
  for (const { id, card } of await kept(store, store.db, { ids: listFor(store, ids) })) if (card) cards.set(id, card);
  const missing = ids.filter((id) => !cards.has(id));
  if (missing.length === 0) return cards;
  for (const { id, ...row } of await made(store, store.db, { ids: listFor(store, missing) }))
    cards.set(id, cardOf(row, row));
  return cards;
}
