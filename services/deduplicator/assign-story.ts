import { houseOf } from '@wirewatch/shared/store/copies/house.ts';
import { readPostings } from '@wirewatch/shared/store/copies/postings.ts';
import { standingRows } from '@wirewatch/shared/store/copies/standing.ts';
import { isAmong, listFor, preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { commonWords } from './common-words.ts';
import { isBefore } from './core/instant.ts';
import { rarity } from './core/likeness.ts';
import { markKey, marksOf, WINDOW_MS } from './core/marks.ts';
import { unpackArticle } from './core/packed.ts';
import { mostLike, type Report } from './core/stories.ts';
import { waitForTurn } from './store-port.ts';

/** Articles that share the rarest marks are looked up: many may be copies of one text. */
const MOST_SHARING = 64;
/** Texts, one a group, that are read and compared. */
const MOST_READ = 8;

type StandingRow = NonNullable<Awaited<ReturnType<typeof standingOf>>>;

/** A report with where its article stands. */
type OwnReport = Report & Pick<StandingRow, 'relation' | 'originalId'>;

/** The group of copies that tells the same event, and which of the two groups told it first: that names the story. */
interface Other {
  group: string;
  first: string;
}

/**
 * Gives a settled article its story: that of its group of copies, else that of another outlet's own report of the event,
 * else none. All articles of a group have one story; the groups themselves are left as they are.
 */
export async function assignStory(store: Store, articleId: string): Promise<void> {
  const { syndication } = store.tables;
  const [own] = await readReports(store, [articleId]);
  if (!own) return;
  const other = await otherOf(store, own);
  // Most articles are the only ones of their event: nothing is to be written. Whoever finds a story for their group later writes theirs.
  if (!(await beginningOf(store, store.db, own, other))) return;
  await store.write(async (tx) => {
    await waitForTurn(store, tx);
    const found = await beginningOf(store, tx, own, other);
    if (!found) return;
    const differs = or(isNull(syndication.storyId), ne(syndication.storyId, found.story));
    await tx
      .update(syndication)
      .set({ storyId: found.story })
      .where(and(inArray(syndication.groupId, found.groups), differs));
  });
}

/** The story of an article's group, and the groups that join it; null where there is none. */
async function beginningOf(store: Store, db: Db, own: OwnReport, other: Other | null) {
  const known = [own.group, ...(other ? [other.group] : [])];
  const rows = await storiesIn(store, db, { groups: listFor(store, known), id: own.id, group: own.group, but: own.id });
  const stories = new Map(
    rows.flatMap(({ group, story }): [string, string][] => (story === null ? [] : [[group, story]])),
  );
  const again = [...new Set(rows.flatMap(({ group, isRetold }) => (isRetold ? [group] : [])))];
  const groups = [...known, ...again];
  const theirs = other && (stories.get(other.group) ?? null);
  // A story that has begun keeps its name, and two that have begun are not made one: that would chain events.
  const begun = stories.get(own.group) ?? own.story ?? theirs ?? again.map((group) => stories.get(group)).find(Boolean);
  const story = begun ?? other?.first ?? (again.length > 0 ? own.group : null);
  return story ? { story, groups: theirs ? [own.group, ...again] : groups } : null;
}

const standingOf = async (store: Store, id: string) => (await standingRows(store, store.db, [id]))[0] ?? null;

/** The stories of some groups and of those of texts that were translated or told anew after an article's. */
const storiesIn = preparedQuery('stories-in', (db, store) => {
  const { syndication } = store.tables;
  const given = sql.placeholder('groups');
  const groups =
    store.dialect === 'sqlite' ? sql`select value from json_each(${given})` : sql`select unnest(${given}::text[])`;
  const retold = db
    .select({ group: syndication.groupId })
    .from(syndication)
    .where(
      and(
        eq(syndication.originalId, sql.placeholder('id')),
        eq(syndication.relation, 'copy'),
        ne(syndication.groupId, sql.placeholder('group')),
      ),
    )
    .getSQL();
  const isRetold = sql`${syndication.groupId} in (${retold})`.mapWith(Boolean);
  return db
    .selectDistinct({ group: syndication.groupId, story: syndication.storyId, isRetold })
    .from(syndication)
    .where(
      and(
        sql`${syndication.groupId} in (${groups} union ${retold})`,
        ne(syndication.articleId, sql.placeholder('but')),
      ),
    );
});

const sharers = preparedQuery('story-sharers', (db, store) => {
  const { dedupArticles, syndication, articles, outlets } = store.tables;
  return db
    .select({
      id: syndication.articleId,
      number: dedupArticles.number,
      group: syndication.groupId,
      house: houseOf(store),
    })
    .from(dedupArticles)
    .innerJoin(syndication, eq(syndication.articleId, dedupArticles.articleId))
    .innerJoin(articles, eq(articles.id, dedupArticles.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .where(isAmong(store, dedupArticles.number, 'numbers'));
});

const reports = preparedQuery('story-reports', (db, store) => {
  const { dedupArticles, syndication, articles, outlets, revisions } = store.tables;
  return db
    .select({
      id: dedupArticles.articleId,
      article: dedupArticles.article,
      group: syndication.groupId,
      story: syndication.storyId,
      relation: syndication.relation,
      originalId: syndication.originalId,
      house: houseOf(store),
      text: revisions.text,
    })
    .from(dedupArticles)
    .innerJoin(syndication, eq(syndication.articleId, dedupArticles.articleId))
    .innerJoin(articles, eq(articles.id, dedupArticles.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(isAmong(store, dedupArticles.articleId, 'ids'));
});

async function otherOf(store: Store, own: OwnReport): Promise<Other | null> {
  const repeats = own.relation === 'copy' || own.relation === 'revision';
  if (!repeats || own.originalId === null) return findOther(store, own);
  const source = await standingOf(store, own.originalId);
  // A text that was translated or told anew after its source stands in a group of its own.
  return source && source.groupId !== own.group ? { group: source.groupId, first: source.groupId } : null;
}

/** Looks for another house's own report of the event among those that share names, numbers or title words. */
async function findOther(store: Store, own: Report): Promise<Other | null> {
  const byKey = new Map<number, string>();
  const marks = new Set(marksOf(own).keys());
  for (const mark of marks) {
    for (const days of [-WINDOW_MS, 0, WINDOW_MS]) byKey.set(markKey(mark, own.language, own.instant.at + days), mark);
  }
  if (byKey.size === 0) return null;
  const holders = new Map<string, number[]>();
  for (const [key, numbers] of await readPostings(store, byKey.keys(), store.db)) {
    const mark = byKey.get(key)!;
    holders.set(mark, [...(holders.get(mark) ?? []), ...numbers]);
  }
  const scores = new Map<number, number>();
  for (const held of holders.values()) {
    const weight = rarity(held.length);
    for (const number of held) scores.set(number, (scores.get(number) ?? 0) + weight);
  }
  const others = await readReports(store, await likeliest(store, own, scores));
  if (others.length === 0) return null;
  const common = await commonWords(store, own.language);
  const found = mostLike(own, others, {
    texts: (mark) => (marks.has(mark) ? (holders.get(mark)?.length ?? 1) : null),
    common,
  });
  if (!found) return null;
  const { report } = found;
  return { group: report.group, first: isBefore(report, own) ? report.group : own.group };
}

/** Ids of the articles that share most, one of each group, none of the same group or house. */
async function likeliest(store: Store, own: Report, scores: ReadonlyMap<number, number>): Promise<string[]> {
  const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, MOST_SHARING);
  if (best.length === 0) return [];
  const numbers = best.map(([number]) => number);
  const rows = await sharers(store, store.db, { numbers: listFor(store, numbers) });
  const groups = new Map<string, string>();
  for (const row of rows.sort((a, b) => scores.get(b.number)! - scores.get(a.number)! || a.number - b.number)) {
    if (row.group === own.group || row.house === own.house || groups.has(row.group)) continue;
    groups.set(row.group, row.id);
    if (groups.size === MOST_READ) break;
  }
  return [...groups.values()];
}

async function readReports(store: Store, ids: string[]): Promise<OwnReport[]> {
  if (ids.length === 0) return [];
  const rows = await reports(store, store.db, { ids: listFor(store, ids) });
  return rows.map(({ article, ...row }) => {
    const { instant, language, title } = unpackArticle(row.id, article, []);
    return { instant, language, title, ...row };
  });
}
