import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { houseOf } from '@wirewatch/shared/store/copies/house.ts';
import { readPostings } from '@wirewatch/shared/store/copies/postings.ts';
import { standingRows } from '@wirewatch/shared/store/copies/standing.ts';
import { isAmong, listFor, preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import { type Db, type Store, withoutNul } from '@wirewatch/shared/store/database/store.ts';
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { commonWords } from './common-words.ts';
import { type DedupArticle, instantOf } from './core/article.ts';
import { isBefore } from './core/instant.ts';
import { rarity } from './core/likeness.ts';
import { markKey, marksOf, WINDOW_MS } from './core/marks.ts';
import { unpackArticle } from './core/packed.ts';
import { mostLike, type Report } from './core/stories.ts';
import { inTurn } from './turns.ts';

/** Articles that share the rarest marks are looked up: many may be copies of one text. */
const MOST_SHARING = 64;
/** Texts, one a group, that are read and compared. */
const MOST_READ = 8;

type StandingRow = NonNullable<Awaited<ReturnType<typeof standingOf>>>;

/** A report with where its article stands. */
export type OwnReport = Omit<Report, 'story'> & Pick<StandingRow, 'relation' | 'originalId'>;

/** An article of another group of copies that tells the same event, and whether that group told it first: the first names the story. */
interface Other {
  id: string;
  group: string;
  isFirst: boolean;
}

/** Where an article stands as far as stories go. */
type Place = Pick<OwnReport, 'id' | 'group'>;

/**
 * Gives a settled article its story: that of its group of copies, else that of another outlet's own report of the event,
 * else none. All articles of a group have one story; the groups themselves are left as they are.
 * @param told what is to be read of it, where that is in hand
 */
export async function assignStory(store: Store, articleId: string, told?: OwnReport): Promise<void> {
  const { syndication } = store.tables;
  const own = told ?? (await readReports(store, [articleId]))[0];
  if (!own) return;
  const other = await otherOf(store, own);
  // Most articles are the only ones of their event: nothing is to be written. Whoever finds a story for their group later writes theirs.
  const expected = await beginningOf(store, store.db, own, other);
  if (!expected) return;
  const articles = [own.id, ...(other ? [other.id] : [])];
  // A group bears its original's name, and whoever brings an article into it or out of it holds its original.
  await inTurn(store, [...articles, ...expected.read], async (tx, turn) => {
    for (let held = expected.read; ; ) {
      const found = await beginningNow(store, tx, own, other);
      if (!found) return;
      if (found.read.some((group) => !held.includes(group))) {
        held = [...held, ...found.read];
        await turn.hold(found.read);
        continue;
      }
      const differs = or(isNull(syndication.storyId), ne(syndication.storyId, found.story));
      await tx
        .update(syndication)
        .set({ storyId: found.story })
        .where(and(inArray(syndication.groupId, found.groups), differs));
      return;
    }
  });
}

/** What there is to be read of an article that was settled just now. @param house the outlet's house, else its id */
export function reportOf(input: DedupArticle, house: string, { group, relation, originalId }: Syndication): OwnReport {
  const { id, title = null, language = null, text } = input;
  return withoutNul({ id, title, language, text, instant: instantOf(input), house, group, relation, originalId });
}

/** {@link beginningOf} by where the two stand now: others have been settled since they were read, and these with them. */
async function beginningNow(store: Store, tx: Db, own: Place, other: Other | null) {
  const rows = await places(store, tx, { ids: listFor(store, [own.id, ...(other ? [other.id] : [])]) });
  const here = rows.find(({ id }) => id === own.id);
  const there = rows.find(({ id }) => id === other?.id);
  if (!here) return null;
  const isApart = other && there && there.group !== here.group;
  return beginningOf(store, tx, here, isApart ? { ...other, group: there.group } : null);
}

/** The story of an article's group, the groups that join it, and those by which it was found; null where there is none. */
async function beginningOf(store: Store, db: Db, own: Place, other: Other | null) {
  const known = [own.group, ...(other ? [other.group] : [])];
  const rows = await storiesIn(store, db, { groups: listFor(store, known), id: own.id, group: own.group, own: own.id });
  const stories = new Map(
    rows.flatMap(({ group, story, isOwn }): [string, string][] => (story === null || isOwn ? [] : [[group, story]])),
  );
  const held = rows.find(({ isOwn }) => isOwn)?.story;
  const again = [...new Set(rows.flatMap(({ group, isRetold }) => (isRetold ? [group] : [])))];
  const groups = [...known, ...again];
  const theirs = other && (stories.get(other.group) ?? null);
  const first = other && (other.isFirst ? other.group : own.group);
  // A story that has begun keeps its name, and two that have begun are not made one: that would chain events.
  const begun = stories.get(own.group) ?? held ?? theirs ?? again.map((group) => stories.get(group)).find(Boolean);
  const story = begun ?? first ?? (again.length > 0 ? own.group : null);
  return story ? { story, groups: theirs ? [own.group, ...again] : groups, read: groups } : null;
}

const places = preparedQuery('story-places', (db, store) => {
  const { syndication } = store.tables;
  return db
    .select({ id: syndication.articleId, group: syndication.groupId })
    .from(syndication)
    .where(isAmong(store, syndication.articleId, 'ids'));
});

const standingOf = async (store: Store, id: string) => (await standingRows(store, store.db, [id]))[0] ?? null;

/** The stories of some groups and of those of texts that were translated or told anew after an article's; its own row is told apart. */
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
  const isOwn = sql`${syndication.articleId} = ${sql.placeholder('own')}`.mapWith(Boolean);
  return db
    .selectDistinct({ group: syndication.groupId, story: syndication.storyId, isRetold, isOwn })
    .from(syndication)
    .where(sql`${syndication.groupId} in (${groups} union ${retold})`);
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
  if (!source || source.groupId === own.group) return null;
  return { id: own.originalId, group: source.groupId, isFirst: true };
}

/** Looks for another house's own report of the event among those that share names, numbers or title words. */
async function findOther(store: Store, own: OwnReport): Promise<Other | null> {
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
  const found = mostLike({ ...own, story: null }, others, {
    texts: (mark) => (marks.has(mark) ? (holders.get(mark)?.length ?? 1) : null),
    common,
  });
  if (!found) return null;
  const { report } = found;
  return { id: report.id, group: report.group, isFirst: isBefore(report, own) };
}

/** Ids of the articles that share most, one of each group, none of the same group or house. */
async function likeliest(store: Store, own: OwnReport, scores: ReadonlyMap<number, number>): Promise<string[]> {
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

async function readReports(store: Store, ids: string[]): Promise<(OwnReport & Report)[]> {
  if (ids.length === 0) return [];
  const rows = await reports(store, store.db, { ids: listFor(store, ids) });
  return rows.map(({ article, ...row }) => {
    const { instant, language, title } = unpackArticle(row.id, article, []);
    return { instant, language, title, ...row };
  });
}
