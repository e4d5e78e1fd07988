import { eq, inArray } from 'drizzle-orm';
import type { Query } from '../../query/ast.ts';
import { compileQuery, type QueryMatch } from '../../query/compile.ts';
import { prepareDocument } from '../../query/document.ts';
import { type ArticleLine, articleLines } from '../articles/list.ts';
import type { Store } from '../database/store.ts';
import { type Collapse, newestOfEach, toldTogether } from './collapse.ts';
import { cursorOf, readCursor } from './cursor.ts';
import { documentOf } from './index-article.ts';
import { type Marked, marked, passagesOf } from './passages.ts';
import { planOf, type Row } from './plan.ts';

export interface SearchOptions {
  /** Hits a page. */
  limit: number;
  /** The cursor of the page before. */
  after?: string | null;
  /** One hit a story, or a group of copies: the newest that matches. */
  collapse?: Collapse | null;
  /** Epoch ms; what `now-7d` is measured from. */
  now: number;
}

export interface SearchHit {
  article: ArticleLine;
  title: Marked;
  passages: Marked[];
  /** The words and labels of the article that the query names. */
  matched: string[];
  /** Other articles of its story or group, whether they match or not; 0 without `collapse`. */
  others: number;
}

export interface SearchPage {
  hits: SearchHit[];
  /** For the next page; null at the end. */
  next: string | null;
}

/** Ids that are read in one go where all are wanted. */
const PART = 500;
/** Rows that one page looks at where the index cannot answer alone; a page then comes up short and the next goes on from there. */
const MAX_LOOKED_AT = 4000;

/**
 * Searches the articles that have a text, newest first.
 * @throws BadCursor
 */
export async function searchArticles(store: Store, query: Query, options: SearchOptions): Promise<SearchPage> {
  const { shown, next, looked } = await searchRows(store, query, options);
  return { hits: await hitsOf(store, query, shown, looked, options), next };
}

/** Ids of the newest articles that a query finds, and whether there are more. */
export interface FoundIds {
  ids: string[];
  more: boolean;
}

/**
 * The first page of a search with the ids of up to `most` articles that it finds: where no story is shown once it is one look-up.
 * @throws BadCursor
 */
export async function searchWithIds(
  store: Store,
  query: Query,
  options: Omit<SearchOptions, 'after'>,
  most: number,
): Promise<{ page: SearchPage; all: FoundIds }> {
  const { limit, now, collapse } = options;
  if (collapse) {
    const all = await searchIds(store, query, { limit: most, now });
    return { page: await searchArticles(store, query, options), all };
  }
  const { shown, next, looked } = await searchRows(store, query, { limit: most, now });
  const first = shown.slice(0, limit);
  const further = shown.length > limit ? cursorOf(first.at(-1)!.docid, { query, collapse: null }) : next;
  return {
    page: { hits: await hitsOf(store, query, first, looked, options), next: further },
    all: { ids: shown.map((row) => row.articleId), more: next !== null },
  };
}

/**
 * The same without marking what matches, which takes as long as the search: for who shows whole texts.
 * @throws BadCursor
 */
export async function searchLines(store: Store, query: Query, options: SearchOptions): Promise<ArticleLine[]> {
  return (await searchLinePage(store, query, options)).rows;
}

/**
 * The same with the cursor of the next page.
 * @throws BadCursor
 */
export async function searchLinePage(
  store: Store,
  query: Query,
  options: SearchOptions,
): Promise<{ rows: ArticleLine[]; next: string | null }> {
  const { shown, next } = await searchRows(store, query, options);
  const ids = shown.map((row) => row.articleId);
  const lines = new Map((await articleLines(store, ids)).map((line) => [line.id, line]));
  return { rows: ids.flatMap((id) => lines.get(id) ?? []), next };
}

/** Ids of the newest articles that a query finds, up to a limit, and whether there are more. */
export async function searchIds(
  store: Store,
  query: Query,
  { limit, now }: { limit: number; now: number },
): Promise<FoundIds> {
  const { shown, next } = await searchRows(store, query, { limit, now });
  return { ids: shown.map((row) => row.articleId), more: next !== null };
}

/** Ids of all articles that a query finds, newest first, in parts. */
export async function* searchAllIds(store: Store, query: Query, now: number): AsyncGenerator<string[]> {
  let after: string | null = null;
  do {
    const { shown, next }: { shown: Row[]; next: string | null } = await searchRows(store, query, {
      limit: PART,
      after,
      now,
    });
    yield shown.map((row) => row.articleId);
    after = next;
  } while (after !== null);
}

async function searchRows(
  store: Store,
  query: Query,
  options: SearchOptions,
): Promise<{ shown: Row[]; next: string | null; looked: Map<string, Looked> }> {
  const { limit, now } = options;
  const collapse = options.collapse ?? null;
  const asked = { query, collapse };
  const plan = await planOf(store, query, now);
  const looked = new Map<string, Looked>();
  const fitting = async (rows: Row[]): Promise<Row[]> => {
    if (!plan.residual) return rows;
    for (const [id, found] of await lookAt(store, query, rows, now)) if (found.match) looked.set(id, found);
    return rows.filter((row) => looked.has(row.articleId));
  };
  const matches = async (docids: number[]): Promise<Set<number>> => {
    const rows = docids.length === 0 ? [] : await fitting(await plan.rows(null, docids, docids.length));
    return new Set(rows.map((row) => row.docid));
  };

  const chosen: Row[] = [];
  let below = options.after ? readCursor(options.after, asked) : null;
  let ended = false;
  const size = plan.residual || collapse ? Math.max(limit * 2, 50) : limit + 1;
  for (let seen = 0; chosen.length <= limit && !ended && seen < MAX_LOOKED_AT; seen += size) {
    const rows = await plan.rows(below, null, size);
    ended = rows.length < size;
    below = rows.at(-1)?.docid ?? below;
    const fit = await fitting(rows);
    chosen.push(...(collapse ? await newestOfEach(store, fit, collapse, matches) : fit));
  }
  const shown = chosen.slice(0, limit);
  const last = chosen.length > limit ? shown.at(-1)!.docid : ended ? null : below;
  return { shown, next: last === null ? null : cursorOf(last, asked), looked };
}

interface Looked {
  title: string;
  text: string;
  match: QueryMatch | null;
}

/** Reads articles and matches the query against each, by article id. */
async function lookAt(store: Store, query: Query, rows: Row[], now: number): Promise<Map<string, Looked>> {
  if (rows.length === 0) return new Map();
  const { articles, revisions, classifications, outlets, syndication } = store.tables;
  const ids = rows.map((row) => row.articleId);
  const found = await store.db
    .select({
      id: articles.id,
      title: revisions.title,
      text: revisions.text,
      language: revisions.language,
      publishedAt: revisions.publishedAt,
      name: outlets.name,
      host: outlets.host,
      house: outlets.house,
      credit: revisions.credit,
      relation: syndication.relation,
      group: syndication.groupId,
      story: syndication.storyId,
      original: syndication.original,
      countries: classifications.countries,
      topics: classifications.topics,
      events: classifications.events,
      entities: classifications.entities,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(classifications, eq(classifications.articleId, articles.id))
    .leftJoin(syndication, eq(syndication.articleId, articles.id))
    .where(inArray(articles.id, ids));
  const matcher = compileQuery(query);
  return new Map(
    found.map((row) => {
      const { name, host, house, relation, group, story, original } = row;
      const standing =
        relation === null || group === null
          ? null
          : { relation, group, story, house: house === null ? [name, host] : [house], first: [original ?? name] };
      const document = prepareDocument({ ...documentOf(row, { name, host }), standing });
      return [row.id, { title: row.title ?? '', text: row.text, match: matcher.match(document, now) }];
    }),
  );
}

async function hitsOf(
  store: Store,
  query: Query,
  rows: Row[],
  known: ReadonlyMap<string, Looked>,
  { collapse, now }: SearchOptions,
): Promise<SearchHit[]> {
  const ids = rows.map((row) => row.articleId);
  const unread = rows.filter((row) => !known.has(row.articleId));
  const looked = new Map([...known, ...(await lookAt(store, query, unread, now))]);
  const lines = new Map((await articleLines(store, ids)).map((line) => [line.id, line]));
  const told = collapse ? await toldTogether(store, ids, collapse) : new Map<string, unknown[]>();
  return ids.flatMap((id) => {
    const article = lines.get(id);
    const page = looked.get(id);
    if (!article || !page) return [];
    const matched = page.match?.matched ?? [];
    return [
      {
        article,
        title: marked(page.title, matched),
        passages: passagesOf(page.text, matched),
        matched,
        others: Math.max(0, (told.get(id)?.length ?? 1) - 1),
      },
    ];
  });
}
