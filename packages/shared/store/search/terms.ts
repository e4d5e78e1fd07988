import type { SQL } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import type { FullTextQuery } from '../../query/to-full-text.ts';
import type { Db, Store } from '../database/store.ts';

/** The words of an article as the index holds them, in order. */
export interface Words {
  title: readonly string[];
  text: readonly string[];
  labels: readonly string[];
}

/** A row as either driver gives it: Postgres sends large numbers as text. */
export interface FoundRow {
  docid: number | string;
  article_id: string;
}

/** The full-text index of one dialect: the table `search_terms`. */
export interface Terms {
  /** Puts an article's words in, in place of those that stand under its docid. */
  write(store: Store, tx: Db, docid: number, words: Words): Promise<void>;
  remove(store: Store, tx: Db, docid: number): Promise<void>;
  /** Empties the index, to be filled anew; `built` ends that. */
  clear(store: Store, tx: Db): Promise<void>;
  built(store: Store, tx: Db): Promise<void>;
  /** A query in the dialect's full-text language. */
  translate(query: Query): FullTextQuery;
  /**
   * The docids that such a text finds and for which all of `also` holds, newest first, with their articles.
   * @param also conditions on `search_docs`, and on a docid: which table's is for the dialect to say
   */
  newest(store: Store, text: string, also: (docid: SQL) => SQL[], limit: number): Promise<FoundRow[]>;
}
