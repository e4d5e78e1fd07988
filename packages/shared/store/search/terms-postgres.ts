import { sql } from 'drizzle-orm';
import { toTsquery } from '../../query/to-tsquery.ts';
import type { FoundRow, Terms, Words } from './terms.ts';

/** Postgres keeps positions up to 16,383, and 255 of a word; the labels take what the text leaves. */
const TEXT_WORDS = 14_000;
const POSITIONS = 255;
/**
 * Matches that are read whole and sorted. The statistics know the thousand commonest words only; of any other Postgres thinks that one in
 * 200 articles holds it, and walks all of them backwards for one that none does (1.5 s among 100,000). Only where there are more matches than
 * this is that walk short.
 */
const FEW = 4000;
/** Words between title, text and labels that no phrase can step over. */
const GAP = 2;

/** Postgres's tsvector. The vector is written out by us: a server's locale would cut Indic words at their vowel signs. */
export const postgresTerms: Terms = {
  async write(store, tx, docid, words) {
    const vector = toVector(words);
    await store.rows(
      sql`insert into search_terms (docid, terms) values (${docid}, ${vector}::tsvector)
          on conflict (docid) do update set terms = excluded.terms`,
      tx,
    );
  },
  async remove(store, tx, docid) {
    await store.rows(sql`delete from search_terms where docid = ${docid}`, tx);
  },
  async clear(store, tx) {
    // One build of the index at the end is several times quicker than adding to it row by row.
    await store.rows(sql`drop index if exists search_terms_words`, tx);
    await store.rows(sql`truncate search_terms`, tx);
  },
  async built(store, tx) {
    await store.rows(sql`create index if not exists search_terms_words on search_terms using gin (terms)`, tx);
  },
  translate: toTsquery,
  async newest(store, text, also, limit) {
    const join = sql`search_terms join search_docs on search_docs.docid = search_terms.docid`;
    const conditions = [sql`search_terms.terms @@ ${text}::tsquery`, ...also(sql`search_terms.docid`)];
    const where = sql.join(conditions, sql` and `);
    const few = await store.rows<FoundRow & { many: number | string }>(
      sql`with hits as materialized (
            select search_docs.docid, search_docs.article_id from ${join} where ${where} limit ${FEW}
          ) select (select count(*) from hits) as many, docid, article_id from hits order by docid desc limit ${limit}`,
    );
    if (few.length === 0 || Number(few[0]!.many) < FEW) return few;
    return store.rows<FoundRow>(
      sql`select search_docs.docid, search_docs.article_id from ${join} where ${where} order by search_terms.docid desc limit ${limit}`,
    );
  },
};

/** `'word':3A,17B ...`: weight A in the title, B in the text, none (D) for labels. */
function toVector({ title, text, labels }: Words): string {
  const positions = new Map<string, string[]>();
  let at = 0;
  const put = (words: readonly string[], weight: string) => {
    for (const word of words) {
      at += 1;
      const held = positions.get(word);
      if (!held) positions.set(word, [`${at}${weight}`]);
      else if (held.length < POSITIONS) held.push(`${at}${weight}`);
    }
    at += GAP;
  };
  put(title.slice(0, 1000), 'A');
  put(text.slice(0, TEXT_WORDS), 'B');
  put(labels, '');
  return Array.from(positions, ([word, where]) => `'${word}':${where.join(',')}`).join(' ');
}
