import { UNREAD } from '@wirewatch/shared/store/copies/announced.ts';
import { houseOf } from '@wirewatch/shared/store/copies/house.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull } from 'drizzle-orm';
import { type Likeness, likenessOf, titleWords } from './core/announced.ts';
import { fingerprintOf } from './core/fingerprint.ts';
import { readWords } from './core/words.ts';
import { createStorePort } from './store-port.ts';

/** A page and the text that it carries are announced within this time of one another. */
const WINDOW_MS = 2 * 86_400_000;
/** Pages that could not be read, of which so many are looked at: the newest. */
const MOST_UNREAD = 2000;
/** Texts that are read for one page. */
const MOST_READ = 12;
/** Stands for a page that has no text. */
const NOBODY = '';

interface Unread {
  id: string;
  house: string;
  title: string | null;
  finishedAt: number | null;
}

interface Text {
  id: string;
  group: string;
  house: string;
  title: string | null;
  settledAt: number;
}

/**
 * Links pages that could not be read with the text that they probably carry, by what their feed said of them. Never a root, never a text:
 * they stand in a table of their own, and what is read after all is taken out.
 * @param since pages that ended before are compared only with what was settled since (epoch ms)
 * @returns how many were linked
 */
export async function linkAnnouncements(store: Store, version: string, since: number, now: number): Promise<number> {
  await dropRead(store);
  const unread = await unreadPages(store, now);
  if (unread.length === 0) return 0;
  const texts = await recentTexts(store, now);
  const byWord = new Map<string, Text[]>();
  for (const text of texts)
    for (const word of titleWords(text.title)) byWord.set(word, [...(byWord.get(word) ?? []), text]);
  let linked = 0;
  for (const page of unread) {
    const isNew = (page.finishedAt ?? now) > since;
    const found = await carriedBy(store, version, page, { byWord, from: isNew ? 0 : since, deep: isNew });
    if (!found) continue;
    const row = { carries: found.text, ...found.likeness, version, updatedAt: now };
    const { announcements } = store.tables;
    await store.write((tx) =>
      tx
        .insert(announcements)
        .values({ articleId: page.id, ...row })
        .onConflictDoUpdate({ target: announcements.articleId, set: row }),
    );
    linked += 1;
  }
  return linked;
}

/** What can be read after all needs no announcement. */
async function dropRead(store: Store): Promise<void> {
  const { announcements, articles } = store.tables;
  const read = store.db.select({ id: articles.id }).from(articles).where(isNotNull(articles.revisionId));
  await store.write((tx) => tx.delete(announcements).where(inArray(announcements.articleId, read)));
}

function unreadPages(store: Store, now: number): Promise<Unread[]> {
  const { articles, outlets, announcements } = store.tables;
  return store.db
    .select({ id: articles.id, house: houseOf(store), title: articles.title, finishedAt: articles.finishedAt })
    .from(articles)
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .leftJoin(announcements, eq(announcements.articleId, articles.id))
    .where(
      and(
        inArray(articles.outcome, [...UNREAD]),
        gte(articles.finishedAt, now - WINDOW_MS),
        isNull(articles.revisionId),
        isNull(announcements.articleId),
      ),
    )
    .orderBy(desc(articles.finishedAt))
    .limit(MOST_UNREAD);
}

function recentTexts(store: Store, now: number): Promise<Text[]> {
  const { articles, outlets, revisions, syndication } = store.tables;
  return store.db
    .select({
      id: articles.id,
      group: syndication.groupId,
      house: houseOf(store),
      title: revisions.title,
      settledAt: syndication.updatedAt,
    })
    .from(articles)
    .innerJoin(syndication, eq(syndication.articleId, articles.id))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .where(gt(articles.firstSeenAt, now - WINDOW_MS));
}

/** The text that a page carries by its announcement; null where none is, or several are as likely. */
async function carriedBy(
  store: Store,
  version: string,
  page: Unread,
  { byWord, from, deep }: { byWord: ReadonlyMap<string, readonly Text[]>; from: number; deep: boolean },
): Promise<{ text: string; likeness: Likeness } | null> {
  const { entries } = store.tables;
  const [said] = await store.db
    .select({ title: entries.title, summary: entries.summary })
    .from(entries)
    .where(eq(entries.articleId, page.id))
    .orderBy(asc(entries.firstSeenAt), asc(entries.id))
    .limit(1);
  const announced = { title: said?.title ?? page.title, summary: said?.summary ?? null };
  const shared = new Map<Text, number>();
  for (const word of titleWords(announced.title))
    for (const text of byWord.get(word) ?? [])
      if (text.settledAt >= from) shared.set(text, (shared.get(text) ?? 0) + 1);
  const ranked = [...shared].filter(([, n]) => n > 1).sort(([a, n], [b, m]) => m - n || (a.id < b.id ? -1 : 1));
  const port = createStorePort(store, version);
  const ids = new Set(ranked.slice(0, MOST_READ).map(([{ id }]) => id));
  if (deep && announced.summary) {
    const found = await port.candidates(NOBODY, fingerprintOf(readWords(announced.summary)));
    for (const { id } of await port.statesOf(found.slice(0, MOST_READ))) ids.add(id);
  }
  const best = new Map<string, { text: string; likeness: Likeness }>();
  for (const text of await readAll(store, [...ids])) {
    if (text.house === page.house) continue;
    const likeness = likenessOf(announced, text);
    const held = best.get(text.group);
    if (likeness && (!held || likeness.confidence > held.likeness.confidence))
      best.set(text.group, { text: text.id, likeness });
  }
  const [first, second] = [...best.values()].sort((a, b) => b.likeness.confidence - a.likeness.confidence);
  return first && (!second || first.likeness.confidence > second.likeness.confidence) ? first : null;
}

function readAll(store: Store, ids: string[]) {
  const { articles, outlets, revisions, syndication } = store.tables;
  if (ids.length === 0) return [];
  return store.db
    .select({
      id: articles.id,
      group: syndication.groupId,
      house: houseOf(store),
      title: revisions.title,
      text: revisions.text,
    })
    .from(articles)
    .innerJoin(syndication, eq(syndication.articleId, articles.id))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .where(inArray(articles.id, ids))
    .orderBy(asc(articles.firstSeenAt), asc(articles.id));
}
