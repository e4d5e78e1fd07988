import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { addPostings, readPostings, removePostings } from '@wirewatch/shared/store/copies/postings.ts';
import { rulingsOn } from '@wirewatch/shared/store/copies/rulings.ts';
import { saveSyndication, standingRows, standOf } from '@wirewatch/shared/store/copies/standing.ts';
import { insertRow, listFor } from '@wirewatch/shared/store/database/prepared.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { withoutNul } from '@wirewatch/shared/store/database/store.ts';
import { addressKey } from '@wirewatch/shared/text/address-key.ts';
import { MARK_KEYS } from '@wirewatch/shared/text/posting-keys.ts';
import { and, count, eq, inArray, or, sql } from 'drizzle-orm';
import { type Article, type ArticleText, addressesOf, outletTimesOf } from './core/article.ts';
import type { Fingerprint } from './core/fingerprint.ts';
import type { Link } from './core/link.ts';
import { MAX_STORY_POSTINGS, markKeysOf } from './core/marks.ts';
import { packArticle, unpackArticle } from './core/packed.ts';
import type { Port } from './core/port.ts';
import { FIRST_POSTINGS, isOfMany, MAX_POSTINGS, ofLarge } from './core/posting-index.ts';
import type { Ruling } from './core/rulings.ts';
import {
  articlesById,
  enter,
  idsAt,
  idsOfNumbers,
  idsOfText,
  linksAt,
  placeAt,
  textsOf,
  withdraw,
} from './port-queries.ts';

/** Any number of ours: the advisory lock under which groups are settled in Postgres ("copy" in ASCII). */
export const SETTLE_LOCK = 0x636f7079;

/** The deduplicator's port over the database, for any number of workers. */
export function createStorePort(store: Store, version: string): StorePort {
  return new StorePort(store, store.db, version, (work) => store.write(work));
}

/** Carries a rehearsal's result past the rollback. */
class Rehearsed<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('rehearsed');
    this.result = result;
  }
}

class StorePort implements Port {
  readonly #store: Store;
  readonly #db: Db;
  readonly #version: string;
  /** What stood under a fingerprint's keys when its article was published: its candidates, which are asked for next. */
  readonly #sharing = new WeakMap<Fingerprint, Map<number, number[]>>();
  readonly #write: <T>(work: (tx: Db) => Promise<T>) => Promise<T>;

  constructor(store: Store, db: Db, version: string, write: <T>(work: (tx: Db) => Promise<T>) => Promise<T>) {
    this.#store = store;
    this.#db = db;
    this.#version = version;
    this.#write = write;
  }

  exclusively<T>(work: (port: Port) => Promise<T>): Promise<T> {
    return this.#write(async (tx) => {
      // What is asked first is sent along with the wish for the turn: the connection answers one after the other.
      const port = new StorePort(this.#store, tx, this.#version, (inner) => inner(tx));
      const [, result] = await Promise.all([waitForTurn(this.#store, tx), work(port)]);
      return result;
    });
  }

  /** Runs `work` on a port whose writes are all undone, and gives what it returned. */
  async rehearse<T>(work: (port: Port) => Promise<T>): Promise<T> {
    try {
      return await this.#write(async (tx) => {
        throw new Rehearsed(await work(new StorePort(this.#store, tx, this.#version, (inner) => inner(tx))));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.result as T;
      throw error;
    }
  }

  publish(article: ArticleText, print: Fingerprint): Promise<string[]> {
    const { dedupArticles, dedupPlaces } = this.#store.tables;
    const kept = withoutNul(article);
    const allKeys = [...print.keys, ...markKeysOf(article)];
    return this.#write(async (tx) => {
      // A later state takes a new number. Of the old one's postings those that the new text has too are taken out, which is
      // most of them: a page that changes every hour must not fill its own keys. The others lead nowhere.
      const [old] = await withdraw(this.#store, tx, { id: article.id });
      if (old) {
        await removePostings(this.#store, tx, old.number, allKeys);
        const places = placesOf(unpackArticle(article.id, old.article, []));
        await tx.delete(dedupPlaces).where(and(eq(dedupPlaces.number, old.number), inArray(dedupPlaces.key, places)));
      }
      const [row] = await enter(this.#store, tx, {
        id: article.id,
        hash: print.textKey,
        article: dedupArticles.article.mapToDriverValue(packArticle(kept)),
        common: dedupArticles.common.mapToDriverValue(article.common),
      });
      const { number } = row!;
      await placeAt(this.#store, tx, { keys: listFor(this.#store, placesOf(kept)), number });
      const before = await addPostings(
        this.#store,
        tx,
        allKeys.map((key): [number, number] => [key, number]),
        roomOf,
      );
      if (before) this.#sharing.set(print, before);
      if (!old) return [];
      const { dedupLinks } = this.#store.tables;
      const links = await tx
        .select({ newer: dedupLinks.newer, older: dedupLinks.older })
        .from(dedupLinks)
        .where(or(eq(dedupLinks.newer, article.id), eq(dedupLinks.older, article.id)));
      return links.map((link) => (link.newer === article.id ? link.older : link.newer));
    });
  }

  async candidates(id: string, print: Fingerprint): Promise<string[]> {
    const byKey = this.#sharing.get(print) ?? (await readPostings(this.#store, print.keys, this.#db));
    this.#sharing.delete(print);
    const sharing = new Set<number>();
    const postings = [...print.keys].flatMap((key) => {
      const numbers = byKey.get(key);
      return numbers ? [numbers] : [];
    });
    const full = postings.filter((numbers) => numbers.length > MAX_POSTINGS);
    for (const numbers of postings) {
      if (numbers.length <= MAX_POSTINGS) for (const number of numbers) sharing.add(number);
    }
    if (full.length > 0) {
      const hits = new Map<number, number>();
      for (const numbers of full) {
        for (const number of numbers.sort((a, b) => a - b).slice(0, FIRST_POSTINGS)) {
          hits.set(number, (hits.get(number) ?? 0) + 1);
        }
      }
      const ofMany = isOfMany(full.length, print.keys.length);
      for (const number of ofLarge(hits, print.keys.length, ofMany)) sharing.add(number);
    }
    const found = new Set<string>();
    if (sharing.size > 0) {
      const rows = await idsOfNumbers(this.#store, this.#db, { numbers: listFor(this.#store, [...sharing]) });
      for (const row of rows) found.add(row.id);
    }
    if (print.textKey) {
      for (const row of await idsOfText(this.#store, this.#db, { hash: print.textKey })) found.add(row.id);
    }
    found.delete(id);
    return [...found];
  }

  async atAddress(keys: string[]): Promise<string[]> {
    if (keys.length === 0) return [];
    const rows = await idsAt(this.#store, this.#db, { keys: listFor(this.#store, keys.map(addressKey)) });
    return rows.map((row) => row.id);
  }

  async read(ids: string[]): Promise<ArticleText[]> {
    const rows = await textsOf(this.#store, this.#db, { ids: listFor(this.#store, ids) });
    return rows.map((row) => ({ ...unpackArticle(row.id, row.article, row.common), text: row.text }));
  }

  async replaceLinks(id: string, before: readonly string[], links: Link[]): Promise<void> {
    const { dedupLinks } = this.#store.tables;
    const kept = new Set(links.map(pairOf));
    const gone = before.map((other) => pairOf({ newer: id, older: other })).filter((pair) => !kept.has(pair));
    await this.#write(async (tx) => {
      for (const pair of gone) await tx.delete(dedupLinks).where(eq(dedupLinks.pair, pair));
    });
    if (links.length > 0) await this.saveLinks(links);
  }

  async saveLinks(links: Link[]): Promise<void> {
    const { dedupLinks } = this.#store.tables;
    await this.#write(async (tx) => {
      for (const link of links) {
        const { newer, older, kind } = link;
        await insertRow(tx, dedupLinks, { pair: pairOf(link), newer, older, kind, link }, ['pair']);
      }
    });
  }

  async articlesOf(ids: string[]): Promise<Article[]> {
    const rows = await articlesById(this.#store, this.#db, { ids: listFor(this.#store, ids) });
    return rows.map(({ id, house, ...row }) => ({ ...unpackArticle(id, row.article, row.common), house }));
  }

  async linksOf(ids: string[]): Promise<Link[]> {
    const links = new Map<string, Link>();
    for (const row of await linksAt(this.#store, this.#db, { ids: listFor(this.#store, ids) }))
      links.set(row.pair, row.link as Link);
    return [...links.values()];
  }

  async saveCommon(common: Map<string, [number, number][]>): Promise<void> {
    const { dedupArticles } = this.#store.tables;
    await this.#write(async (tx) => {
      for (const [id, spans] of common) {
        await tx.update(dedupArticles).set({ common: spans }).where(eq(dedupArticles.articleId, id));
      }
    });
  }

  async standingOf(ids: string[]): Promise<Map<string, Syndication>> {
    const rows = await standingRows(this.#store, this.#db, ids);
    return new Map(rows.map((row) => [row.articleId, standOf(row)]));
  }

  rulingsOn(ids: string[]): Promise<Ruling[]> {
    return rulingsOn(this.#store, this.#db, ids);
  }

  async groupSize(group: string): Promise<number> {
    const { syndication } = this.#store.tables;
    const [row] = await this.#db.select({ size: count() }).from(syndication).where(eq(syndication.groupId, group));
    return row!.size;
  }

  async saveSyndication(rows: Map<string, Syndication>): Promise<void> {
    await this.#write((tx) => saveSyndication(this.#store, tx, rows, this.#version, Date.now()));
  }
}

/** Keys of the addresses and days under which an article is found. */
export function placesOf(article: Article): number[] {
  return [...new Set([...addressesOf(article), ...outletTimesOf(article)].map(addressKey))];
}

/** Texts that may stand under a key: one above the bound, and it is known to be common. */
export function roomOf(key: number): number {
  return key < MARK_KEYS ? MAX_POSTINGS + 1 : MAX_STORY_POSTINGS;
}

/** Lets no two workers say at once who belongs together. SQLite has one writer anyway; in Postgres the lock ends with the transaction. */
export async function waitForTurn(store: Store, tx: Db): Promise<void> {
  if (store.dialect === 'postgres') await store.rows(sql`select pg_advisory_xact_lock(${SETTLE_LOCK})`, tx);
}

/** The key of a link: of two articles there is one, whichever is the newer. */
function pairOf({ newer, older }: Pick<Link, 'newer' | 'older'>): string {
  return [newer, older].sort().join(' ');
}
