import type { Query } from '@wirewatch/shared/query/ast.ts';
import { parseChecked } from '@wirewatch/shared/query/parse.ts';
import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { Collapse } from '@wirewatch/shared/store/search/collapse.ts';
import { BadCursor } from '@wirewatch/shared/store/search/cursor.ts';
import { unknownValues } from '@wirewatch/shared/store/search/open-values.ts';
import {
  type FoundIds,
  type SearchPage,
  searchArticles,
  searchLinePage,
  searchLines,
  searchWithIds,
} from '@wirewatch/shared/store/search/search-articles.ts';

/** What was found, with a word on names that nothing has, or why the search cannot be made: in words, and where in the query (0-based) if it is the query. */
export type Found =
  | {
      page: SearchPage;
      query: Query;
      notes: string[] /** Of the first page only: what is surveyed. */;
      all: FoundIds | null;
    }
  | { problem: string; at: number | null };

export function collapseOf(text: string | null): Collapse | null | { problem: string } {
  if (text === null || text === '') return null;
  if (text === 'story' || text === 'group') return text;
  return { problem: `collapse=${text}: expected story or group.` };
}

/**
 * Searches by the grammar that watches and the command line use, too.
 * @param asked.most of the first page also the ids of so many articles that are found, and words on names that nothing has; 0: neither
 */
export async function search(
  store: Store,
  asked: { q: string; collapse: Collapse | null; after: string | null; limit: number; most: number },
  now: number,
): Promise<Found> {
  const parsed = parseChecked(asked.q);
  if (!parsed.ok) return { problem: parsed.error.message, at: parsed.error.at };
  const { collapse, after, limit, most } = asked;
  const { query } = parsed;
  try {
    if (after !== null || most === 0) {
      const page = await searchArticles(store, query, { collapse, after, limit, now });
      return { page, query, notes: [], all: null };
    }
    const [found, notes] = await Promise.all([
      searchWithIds(store, query, { collapse, limit, now }, most),
      unknownValues(store, query, now),
    ]);
    return { ...found, query, notes };
  } catch (error) {
    if (error instanceof BadCursor) return { problem: error.message, at: null };
    throw error;
  }
}

/** One page of what a query finds, without marking what matches. */
export async function searchPlain(
  store: Store,
  asked: { q: string; after: string | null; limit: number },
  now: number,
): Promise<{ rows: ArticleLine[]; next: string | null } | { problem: string }> {
  const parsed = parseChecked(asked.q);
  if (!parsed.ok) return { problem: parsed.error.message };
  try {
    return await searchLinePage(store, parsed.query, { after: asked.after, limit: asked.limit, now });
  } catch (error) {
    if (error instanceof BadCursor) return { problem: error.message };
    throw error;
  }
}

/** The newest articles that a query finds, each story once. */
export async function searchStories(
  store: Store,
  q: string,
  limit: number,
  now: number,
): Promise<ArticleLine[] | { problem: string }> {
  const parsed = parseChecked(q);
  if (!parsed.ok) return { problem: parsed.error.message };
  return searchLines(store, parsed.query, { collapse: 'story', limit, now });
}
