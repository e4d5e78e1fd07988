import type { Kit } from '../columns.ts';

/** What the deduplicator keeps to compare with. */
export function dedupTables(kit: Kit) {
  const { table, text, big, json, serial, index, unique, primaryKey } = kit;

  /** What the deduplicator keeps of an article, its text left out; `number` stands for this state of it in the postings. */
  const dedupArticles = table(
    'dedup_articles',
    {
      number: serial(),
      articleId: text().notNull(),
      contentHash: text(),
      article: json<unknown>().notNull(),
      common: json<[number, number][]>().notNull(),
    },
    (t) => [unique('dedup_articles_id').on(t.articleId), index('dedup_articles_hash').on(t.contentHash)],
  );

  /** Addresses under which an article is found: its own, and those it points to. */
  const dedupAddresses = table('dedup_addresses', { key: text().notNull(), articleId: text().notNull() }, (t) => [
    primaryKey({ columns: [t.key, t.articleId] }),
    index('dedup_addresses_article').on(t.articleId),
  ]);

  /** Verified overlaps of two articles, with their evidence. */
  const dedupLinks = table(
    'dedup_links',
    {
      /** Both ids in order: a pair has one link, whichever is the newer. */
      pair: text().primaryKey(),
      newer: text().notNull(),
      older: text().notNull(),
      kind: text().notNull(),
      link: json<unknown>().notNull(),
    },
    (t) => [index('dedup_links_newer').on(t.newer), index('dedup_links_older').on(t.older)],
  );

  /** The inverted index: which texts hold a sampled shingle. Made by hand-written migrations: its layout is each dialect's own. */
  const dedupPostings = table('dedup_postings', { key: big().notNull(), number: big().notNull() }, (t) => [
    primaryKey({ columns: [t.key, t.number] }),
  ]);

  return { dedupArticles, dedupAddresses, dedupLinks, dedupPostings };
}
