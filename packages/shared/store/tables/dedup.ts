import type { RulingKind } from '../../contracts/ruling.ts';
import type { Kit } from './columns.ts';

/** What the deduplicator keeps to compare with. */
export function dedupTables(kit: Kit) {
  const { table, text, big, real, json, bytes, serial, index, unique, primaryKey } = kit;

  /** What the deduplicator keeps of an article, its text left out; `number` stands for this state of it in the postings. */
  const dedupArticles = table(
    'dedup_articles',
    {
      number: serial(),
      articleId: text().notNull(),
      /** The key by which equal texts are found (16 hexadecimal digits): not the record's content hash, for matching folds more. */
      contentHash: text(),
      article: json<unknown>().notNull(),
      common: json<[number, number][]>().notNull(),
    },
    (t) => [unique('dedup_articles_id').on(t.articleId), index('dedup_articles_hash').on(t.contentHash)],
  );

  /**
   * Addresses under which a state of an article is found, its own and those it points to, by 48 bits of their hash
   * (`addressKey`). Made by hand-written migrations, like the lists: the layout is each dialect's own.
   */
  const dedupPlaces = table('dedup_places', { key: big().notNull(), number: big().notNull() }, (t) => [
    primaryKey({ columns: [t.key, t.number] }),
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

  /** The inverted index: which texts hold a sampled shingle. A row holds the postings of some thousand keys: `posting-lists.ts`. */
  const dedupLists = table('dedup_lists', { bucket: big().primaryKey(), list: bytes().notNull() });

  /** What an analyst has said of texts and outlets, against what was found: kept whatever is done again. */
  const rulings = table(
    'rulings',
    {
      id: serial(),
      /** `apart`: two articles have not the same text; `first`: this article was first; `house`: two outlets are of one house. */
      kind: text().$type<RulingKind>().notNull(),
      /** An article's id, or an outlet's. */
      subject: text().notNull(),
      other: text(),
      note: text(),
      /** Of two outlets: the house that each was in before. */
      before: json<Record<string, string | null>>(),
      who: text().notNull(),
      at: big().notNull(),
      takenBackBy: text(),
      takenBackAt: big(),
    },
    (t) => [index('rulings_subject').on(t.subject), index('rulings_other').on(t.other)],
  );

  /** Pages that could not be read, and whose text they probably carry by what their feed said of them. */
  const announcements = table(
    'announcements',
    {
      articleId: text().primaryKey(),
      /** The article whose text it is. */
      carries: text().notNull(),
      confidence: real().notNull(),
      reason: text().notNull(),
      version: text().notNull(),
      updatedAt: big().notNull(),
    },
    (t) => [index('announcements_carries').on(t.carries)],
  );

  return { rulings, announcements, dedupArticles, dedupPlaces, dedupLinks, dedupLists };
}
