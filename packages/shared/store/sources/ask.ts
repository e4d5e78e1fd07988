import { inArray } from 'drizzle-orm';
import { parseChecked } from '../../query/parse.ts';
import type { CompareText, TextMatch } from '../../sources/compared-text.ts';
import { countSources, type SourceCount } from '../../sources/count.ts';
import type { Store } from '../database/store.ts';
import { searchIds } from '../search/search-articles.ts';
import { type Addresses, lookUp } from './addresses.ts';
import { readStandings } from './standings.ts';

/** Addresses that one may ask about at once. */
export const MOST_ADDRESSES = 100;
/** Articles of a search that are counted, the newest: 2,000 take a third of a second. */
const MOST_FOUND = 2000;
/** A longer text is a book or a data file. */
const MOST_CHARACTERS = 1_000_000;
/** A shorter text says too little for its words to tell whose it is: the deduplicator's own floor. */
const LEAST_WORDS = 30;

/** One of the three ways to ask how many sources something has. */
export type Asked = { urls: readonly string[] } | { text: string } | { query: string };

/** How many sources it is, and what was done to know. */
export interface SourcesAnswer {
  count: SourceCount;
  /** What became of each address. */
  addresses: Addresses | null;
  /** How many of the articles that a query finds were counted, and whether there are more. */
  query: { counted: number; cut: boolean } | null;
  /** How the text was compared. */
  text: { words: number; matches: TextMatch[] } | null;
  /** Articles that are not counted for they have not been compared with others yet. */
  uncompared: number;
}

/** Why nothing was counted, and where in the query (0-based) if it is the query. */
export interface SourcesProblem {
  problem: string;
  at?: number;
}

/** How many sources some addresses, a text or a search are. */
export async function askSources(
  store: Store,
  asked: Asked,
  tools: { compareText: CompareText; now: number /** Articles of a search that are counted. */; most?: number },
): Promise<SourcesAnswer | SourcesProblem> {
  const answer: Omit<SourcesAnswer, 'count' | 'uncompared'> = { addresses: null, query: null, text: null };
  let ids: string[];
  if ('urls' in asked) {
    if (asked.urls.length === 0) return { problem: 'no address given' };
    if (asked.urls.length > MOST_ADDRESSES)
      return { problem: `${asked.urls.length} addresses: at most ${MOST_ADDRESSES} at once; nothing was counted` };
    answer.addresses = await lookUp(store, asked.urls);
    ids = answer.addresses.found.map(({ id }) => id);
  } else if ('query' in asked) {
    const parsed = parseChecked(asked.query);
    if (!parsed.ok) return { problem: parsed.error.message, at: parsed.error.at };
    const found = await searchIds(store, parsed.query, { limit: tools.most ?? MOST_FOUND, now: tools.now });
    answer.query = { counted: found.ids.length, cut: found.more };
    ids = found.ids;
  } else {
    const compared = await compareLong(asked.text, tools.compareText);
    if ('problem' in compared) return compared;
    answer.text = compared;
    ids = await carriersOf(store, compared.matches);
  }
  const { asked: standings, context } = await readStandings(store, ids);
  return { ...answer, count: countSources(standings, context), uncompared: ids.length - standings.length };
}

async function compareLong(text: string, compareText: CompareText) {
  if (text.trim() === '') return { problem: 'no text given' };
  if (text.length > MOST_CHARACTERS) {
    const size = `${text.length.toLocaleString('en')} characters`;
    return { problem: `the text has ${size}: at most ${MOST_CHARACTERS.toLocaleString('en')}; nothing was compared` };
  }
  const compared = await compareText(text);
  if (compared.words >= LEAST_WORDS) return compared;
  return {
    problem: `the text has ${compared.words} words: under ${LEAST_WORDS} too many texts have the same ones; nothing was compared`,
  };
}

/** All who carry one of the texts that were found. */
async function carriersOf(store: Store, matches: readonly TextMatch[]): Promise<string[]> {
  const { syndication } = store.tables;
  if (matches.length === 0) return [];
  const own = matches.slice(0, MOST_FOUND).map(({ id }) => id);
  const groups = await store.db
    .selectDistinct({ group: syndication.groupId })
    .from(syndication)
    .where(inArray(syndication.articleId, own));
  const rows = await store.db
    .select({ id: syndication.articleId })
    .from(syndication)
    .where(
      inArray(
        syndication.groupId,
        groups.map(({ group }) => group),
      ),
    )
    .limit(MOST_FOUND);
  return [...new Set([...own, ...rows.map(({ id }) => id)])];
}
