import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Carrier } from '@wirewatch/shared/sources/texts.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq, inArray } from 'drizzle-orm';
import { compareTexts } from '../core/compare-texts.ts';

/** What can be checked of one article of a story. */
export interface Evidence {
  carrier: Carrier;
  /** SHA-256 of the page's bytes as its server sent them, and of the text's tokens. */
  rawHash: string | null;
  /** The WARC record in which those bytes stand, and its file; null where no archive was kept. */
  warc: { record: string; file: string } | null;
  contentHash: string | null;
  fetchedAt: number | null;
  /** The words of the page that credit another. */
  credit: string | null;
  versions: string;
  /** The longest stretch that it has word for word of the article that it is compared with, in both. */
  extract: { of: string; here: string; there: string } | null;
}

/** Characters of an extract: some four lines. */
const EXTRACT = 400;
/** Articles whose texts are compared for a report. */
const MOST = 200;
const AT_ONCE = 100;

/** The evidence of each article of a story, by its id. */
export async function evidenceOf(store: Store, { sources }: SourceCount): Promise<Map<string, Evidence>> {
  const carriers = sources.flatMap(({ texts }) => texts.flatMap((text) => text.carriers)).slice(0, MOST);
  const rows = await rowsOf(
    store,
    carriers.map(({ article }) => article.id),
  );
  const found = new Map<string, Evidence>();
  for (const carrier of carriers) {
    const { article, how } = carrier;
    const row = rows.get(article.id);
    if (!row) continue;
    const of = how === 'own' || how === 'translation' ? null : (article.sourceId ?? article.originalId);
    const other = of === null || of === article.id ? undefined : rows.get(of);
    found.set(article.id, {
      carrier,
      rawHash: row.rawHash,
      warc: row.warc,
      contentHash: row.contentHash,
      fetchedAt: row.fetchedAt,
      credit: row.credit?.evidence ?? null,
      versions: [`clean ${row.clean}`, `dedup ${row.dedup}`].join(', '),
      extract: other ? extractOf(other.id, other.text, row.text) : null,
    });
  }
  return found;
}

function extractOf(of: string, before: string, after: string): Evidence['extract'] {
  const kept = compareTexts(before, after);
  const longest = (stretches: typeof kept.before) =>
    stretches
      .filter(({ fate }) => fate === 'kept')
      .reduce((best, { text }) => (text.length > best.length ? text : best), '');
  const [there, here] = [longest(kept.before), longest(kept.after)];
  return here === '' ? null : { of, here: cut(here), there: cut(there) };
}

function cut(text: string): string {
  return text.length > EXTRACT ? `${text.slice(0, EXTRACT).trimEnd()}…` : text.trim();
}

async function rowsOf(store: Store, ids: readonly string[]) {
  const { articles, revisions, syndication } = store.tables;
  const found = new Map<string, Awaited<ReturnType<typeof read>>[number]>();
  const read = (part: readonly string[]) =>
    store.db
      .select({
        id: articles.id,
        rawHash: articles.rawHash,
        warc: articles.warc,
        fetchedAt: articles.fetchedAt,
        text: revisions.text,
        contentHash: revisions.contentHash,
        credit: revisions.credit,
        clean: revisions.version,
        dedup: syndication.version,
      })
      .from(articles)
      .innerJoin(revisions, eq(revisions.id, articles.revisionId))
      .innerJoin(syndication, eq(syndication.articleId, articles.id))
      .where(inArray(articles.id, [...part]));
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const row of await read(ids.slice(at, at + AT_ONCE))) found.set(row.id, row);
  return found;
}
