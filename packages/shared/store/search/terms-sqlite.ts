import { type SQL, sql } from 'drizzle-orm';
import { toFts5 } from '../../query/to-fts5.ts';
import type { Db } from '../database/store.ts';
import type { Terms } from './terms.ts';

/** SQLite's FTS5. Rows come in the order of their docid by themselves, so that the newest matches of a common word cost nothing. */
export const sqliteTerms: Terms = {
  async write(_store, tx, docid, { title, text, labels }) {
    run(
      tx,
      sql`insert or replace into search_terms (rowid, title, text, labels)
          values (${docid}, ${title.join(' ')}, ${text.join(' ')}, ${labels.join(' ')})`,
    );
  },
  async remove(_store, tx, docid) {
    run(tx, sql`delete from search_terms where rowid = ${docid}`);
  },
  async clear(_store, tx) {
    run(tx, sql`insert into search_terms (search_terms) values ('delete-all')`);
  },
  async built() {},
  translate: toFts5,
  newest: (store, text, also, limit) =>
    store.rows(
      sql`select search_terms.rowid as docid, search_docs.article_id as article_id
          from search_terms join search_docs on search_docs.docid = search_terms.rowid
          where ${sql.join([sql`search_terms match ${text}`, ...also(sql`search_terms.rowid`)], sql` and `)}
          order by search_terms.rowid desc limit ${limit}`,
    ),
};

/** Virtual tables give no rows back when they are written, which is what `Store.rows` asks for. */
function run(tx: Db, query: SQL): void {
  (tx as unknown as { run(query: SQL): void }).run(query);
}
