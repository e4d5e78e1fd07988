import { type SQL, sql } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import { toTsquery } from '../../query/to-tsquery.ts';
import type { FoundRow, Terms, Words } from './terms.ts';

/** Postgres keeps positions up to 16,383, and 255 of a word; the labels take what the text leaves. */
const TEXT_WORDS = 14_000;
const TITLE_WORDS = 500;
const POSITIONS = 255;
/**
 * Begins a word of the title, which stands in the vector once more with it: GIN keeps no weights, and to find `title:word` by weight
 * every article with the word would be read (0.4 s for a common one).
 */
const TITLE = '\uE00A';
/**
 * Articles that are looked at from the newest on, before the index is asked: words that one in a hundred articles holds fill a page
 * from these (some 40 ms), and of rarer ones all matches are read and sorted. Left to itself Postgres guesses wrongly which is better:
 * it counts the thousand commonest words only, and walks all vectors backwards for a word that none holds (1.5 s among 100,000).
 */
const WALK = 2000;
/** For more than a page the walk seldom finds enough (a thousand of two thousand), and costs more than all matches (32 ms against 17). */
const PAGE = 200;
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
  translate: (query) => toTsquery(titlesMarked(query)),
  async newest(store, text, also, limit) {
    const match = (table: SQL) => sql`${table}.terms @@ ${text}::tsquery`;
    if (limit <= PAGE) {
      const walked = also(sql`w.docid`);
      const ranged = walked.length > 0 ? sql`where ${sql.join(walked, sql` and `)}` : sql``;
      const near = await store.rows<FoundRow>(
        sql`select docid, article_id from (
              select w.docid, w.terms, search_docs.article_id
              from search_terms w join search_docs on search_docs.docid = w.docid ${ranged}
              order by w.docid desc limit ${WALK}
            ) newest where ${match(sql`newest`)} order by docid desc limit ${limit}`,
      );
      if (near.length === limit) return near;
    }
    const filters = also(sql`search_terms.docid`);
    const where = sql.join([match(sql`search_terms`), ...filters], sql` and `);
    // Filters may ask of the article; without one the articles are looked up of those alone that are given back.
    const docs = filters.length > 0 ? sql`join search_docs on search_docs.docid = search_terms.docid` : sql``;
    return store.rows<FoundRow>(
      sql`with hits as materialized (select search_terms.docid from search_terms ${docs} where ${where}),
            newest as materialized (select docid from hits order by docid desc limit ${limit})
          select newest.docid, search_docs.article_id
          from newest join search_docs on search_docs.docid = newest.docid order by newest.docid desc`,
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
  put(title.slice(0, TITLE_WORDS), 'A');
  put(text.slice(0, TEXT_WORDS), 'B');
  put(labels, '');
  put(
    title.slice(0, TITLE_WORDS).map((word) => TITLE + word),
    '',
  );
  return Array.from(positions, ([word, where]) => `'${word}':${where.join(',')}`).join(' ');
}

/** Words of the title as they stand in the vector by themselves. */
function titlesMarked(query: Query): Query {
  switch (query.type) {
    case 'term':
      return query.field === 'title' ? { ...query, field: null, word: TITLE + query.word } : query;
    case 'phrase':
      return query.field === 'title'
        ? { ...query, field: null, words: query.words.map((word) => TITLE + word) }
        : query;
    case 'not':
      return { type: 'not', clause: titlesMarked(query.clause) };
    case 'or':
      return { type: 'or', clauses: query.clauses.map(titlesMarked) };
    case 'and':
      return { ...query, clauses: query.clauses.map(titlesMarked) };
    default:
      return query;
  }
}
