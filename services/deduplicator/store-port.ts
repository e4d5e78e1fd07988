import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { addPostings, readPostings, removePostings, replacePostings } from '@wirewatch/shared/store/copies/postings.ts';
import { rulingsOn } from '@wirewatch/shared/store/copies/rulings.ts';
import { saveSyndication, standingRows, standOf } from '@wirewatch/shared/store/copies/standing.ts';
import { insertRow, listFor } from '@wirewatch/shared/store/database/prepared.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { withoutNul } from '@wirewatch/shared/store/database/store.ts';
import { addressKey } from '@wirewatch/shared/text/address-key.ts';
import { and, count, eq, inArray, or } from 'drizzle-orm';
import type { Article, ArticleText } from './core/article.ts';
import type { Fingerprint } from './core/fingerprint.ts';
import { inOrder, movedOf, placesIn, type Sharing, sharersOf } from './core/first-texts.ts';
import type { Link } from './core/link.ts';
import { markKeysOf } from './core/marks.ts';
import { packArticle, unpackArticle } from './core/packed.ts';
import type { Port, Published, State } from './core/port.ts';
import type { Order } from './core/posting-index.ts';
import type { Ruling } from './core/rulings.ts';
import { type Listed, listedTexts, orderOf } from './listed-texts.ts';
import { pairOf, placesOf, roomOf } from './port-keys.ts';
import {
  articlesById,
  enter,
  laterThan,
  linksAt,
  numbersAt,
  numbersOfText,
  placeAt,
  stateOf,
  statesOf,
  textsOf,
  withdraw,
} from './port-queries.ts';
import { inTurn, keyOf, type Turn, waitAlone } from './turns.ts';

/** The deduplicator's port over the database, for any number of workers. */
export function createStorePort(store: Store, version: string): StorePort {
  return new StorePort(store, version, null);
}

/** What became of an article that was put in. */
interface Entered {
  number: number;
  lists: Map<number, number[]> | null;
  /** With whom its former state had links. */
  before: string[];
  /** Whether its text or its time is another than before. */
  isOther: boolean;
}

interface Known {
  sharing: Sharing;
  order: Order;
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
  /** The transaction in which all of it happens; null: each call is one of its own. */
  readonly #tx: Db | null;
  /** Whose articles are had by whom; null where nothing is settled. */
  readonly #turn: Turn | null;
  /** What stood under a fingerprint's keys when its article was published: its candidates, which are asked for next. */
  readonly #known = new WeakMap<Fingerprint, Known>();
  #displacements = 0;

  constructor(store: Store, version: string, tx: Db | null, turn: Turn | null = null) {
    this.#store = store;
    this.#db = tx ?? store.db;
    this.#version = version;
    this.#tx = tx;
    this.#turn = turn;
  }

  async exclusively<T>(work: (port: Port) => Promise<T>, about: readonly string[] | null = null): Promise<T> {
    const within = (tx: Db, turn: Turn | null) => work(new StorePort(this.#store, this.#version, tx, turn));
    if (!this.#tx) return inTurn(this.#store, about, within);
    // A rehearsal cannot begin again with what it finds on the way.
    const [, result] = await Promise.all([waitAlone(this.#store, this.#tx), within(this.#tx, null)]);
    return result;
  }

  /** Runs `work` on a port whose writes are all undone, and gives what it returned. */
  async rehearse<T>(work: (port: Port) => Promise<T>): Promise<T> {
    try {
      return await this.#write(async (tx) => {
        throw new Rehearsed(await work(new StorePort(this.#store, this.#version, tx)));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.result as T;
      throw error;
    }
  }

  #write<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return this.#tx ? work(this.#tx) : this.#store.write(work);
  }

  /** Asks for what belongs to some articles with these in hand. */
  async #holding<T>(ids: readonly string[], ask: () => Promise<T>): Promise<T> {
    if (!this.#turn) return ask();
    const [, answer] = await Promise.all([this.#turn.hold(ids), ask()]);
    return answer;
  }

  async publish(article: ArticleText, print: Fingerprint): Promise<Published> {
    const { number, lists, before, isOther } = await this.#enter(article, print);
    const known = await this.#knownOf(print, number, article, lists);
    this.#known.set(print, known);
    const { out, first, instead } = placesIn(known.sharing, known.order);
    if (instead.size > 0) await this.#write((tx) => replacePostings(this.#store, tx, number, instead));
    return { number, before, moved: isOther && out.size > 0 ? await this.#movedBy(out, first) : [] };
  }

  /** Puts an article and its keys in. `lists`: what then stands under these, where nobody else has added to them meanwhile. */
  #enter(article: ArticleText, print: Fingerprint): Promise<Entered> {
    const { dedupArticles, dedupPlaces } = this.#store.tables;
    const kept = withoutNul(article);
    const allKeys = [...print.keys, ...markKeysOf(article)];
    return this.#write(async (tx) => {
      const state = {
        id: article.id,
        hash: print.textKey,
        article: dedupArticles.article.mapToDriverValue(packArticle(kept)),
        common: dedupArticles.common.mapToDriverValue(article.common),
      };
      const [first] = await enter(this.#store, tx, state);
      // A later state takes a new number. Of the old one's postings those that the new text has too are taken out, which is
      // most of them: a page that changes every hour must not fill its own keys. The others lead nowhere.
      const turn = this.#tx ? null : keyOf(article.id);
      const [old] = first ? [] : await withdraw(this.#store, tx, { id: article.id, turn });
      const former = old ? unpackArticle(article.id, old.article, []) : null;
      if (old) {
        await removePostings(this.#store, tx, old.number, allKeys);
        const places = placesOf(former!);
        await tx.delete(dedupPlaces).where(and(eq(dedupPlaces.number, old.number), inArray(dedupPlaces.key, places)));
      }
      const { number } = first ?? (await enter(this.#store, tx, state))[0]!;
      await placeAt(this.#store, tx, { keys: listFor(this.#store, placesOf(kept)), number });
      const postings = allKeys.map((key): [number, number] => [key, number]);
      const lists = await addPostings(this.#store, tx, postings, roomOf);
      const isOther = former?.textKey !== article.textKey || former.instant.at !== article.instant.at;
      return { number, lists, before: old ? await this.#linkedWith(tx, article.id) : [], isOther };
    });
  }

  async #linkedWith(tx: Db, id: string): Promise<string[]> {
    const { newer, older } = this.#store.tables.dedupLinks;
    const links = await tx
      .select({ newer, older })
      .from(this.#store.tables.dedupLinks)
      .where(or(eq(newer, id), eq(older, id)));
    return links.map((link) => (link.newer === id ? link.older : link.newer));
  }

  /** What stands under a text's keys, and in what order those came out that share a full one with it. */
  async #knownOf(
    print: Fingerprint,
    self: number,
    own: Listed | null,
    given: Map<number, number[]> | null,
  ): Promise<Known> {
    const lists = given ?? (await readPostings(this.#store, print.keys, this.#db));
    const same = print.textKey ? await numbersOfText(this.#store, this.#db, { hash: print.textKey }) : [];
    const sharing = { self, keys: print.keys, lists, same: same.map(({ number }) => number) };
    const texts = await listedTexts(this.#store, this.#db, inOrder(sharing));
    if (own) texts.set(self, own);
    return { sharing, order: orderOf(texts) };
  }

  async displacements(): Promise<number | null> {
    return this.#store.dialect === 'sqlite' ? this.#displacements : null;
  }

  async #movedBy(out: ReadonlySet<number>, first: ReadonlySet<number>): Promise<State[]> {
    this.#displacements += 1;
    const states = await this.statesOf([...out, ...first]);
    const ids = states.flatMap(({ id, number }) => (first.has(number) ? id : []));
    const holders = ids.length > 0 ? await laterThan(this.#store, this.#db, { ids: listFor(this.#store, ids) }) : [];
    return movedOf(
      states.filter(({ number }) => out.has(number)),
      holders,
    );
  }

  async candidates(id: string, print: Fingerprint): Promise<number[]> {
    const known = this.#known.get(print) ?? (await this.#readKnown(id, print));
    this.#known.delete(print);
    return [...sharersOf(known.sharing, known.order)];
  }

  /** Of what was never published only the keys are known: it counts as later than all. */
  async #readKnown(id: string, print: Fingerprint): Promise<Known> {
    const [row] = await stateOf(this.#store, this.#db, { id });
    return this.#knownOf(print, row?.number ?? -1, row ? unpackArticle(id, row.article, []) : null, null);
  }

  async atAddress(keys: string[]): Promise<number[]> {
    if (keys.length === 0) return [];
    const rows = await numbersAt(this.#store, this.#db, { keys: listFor(this.#store, keys.map(addressKey)) });
    return rows.map(({ number }) => number);
  }

  async statesOf(numbers: readonly number[]): Promise<State[]> {
    return numbers.length > 0 ? statesOf(this.#store, this.#db, { numbers: listFor(this.#store, numbers) }) : [];
  }

  async read(numbers: readonly number[]): Promise<(ArticleText | undefined)[]> {
    if (numbers.length === 0) return [];
    const found = new Map<number, ArticleText>();
    for (const row of await textsOf(this.#store, this.#db, { numbers: listFor(this.#store, numbers) }))
      found.set(row.number, { ...unpackArticle(row.id, row.article, row.common), text: row.text });
    return numbers.map((number) => found.get(number));
  }

  async replaceLinks(id: string, before: readonly string[], links: Link[]): Promise<void> {
    const { dedupLinks } = this.#store.tables;
    const kept = new Set(links.map(pairOf));
    const gone = before.map((other) => pairOf({ newer: id, older: other })).filter((pair) => !kept.has(pair));
    await this.#holding([id, ...before], () =>
      this.#write(async (tx) => {
        for (const pair of gone) await tx.delete(dedupLinks).where(eq(dedupLinks.pair, pair));
      }),
    );
    if (links.length > 0) await this.saveLinks(links);
  }

  async saveLinks(links: Link[]): Promise<void> {
    const { dedupLinks } = this.#store.tables;
    const ends = links.flatMap(({ newer, older }) => [newer, older]);
    await this.#holding(ends, () =>
      this.#write(async (tx) => {
        for (const link of links) {
          const { newer, older, kind } = link;
          await insertRow(tx, dedupLinks, { pair: pairOf(link), newer, older, kind, link }, ['pair']);
        }
      }),
    );
  }

  async articlesOf(ids: string[]): Promise<Article[]> {
    const given = { ids: listFor(this.#store, ids) };
    const rows = await this.#holding(ids, () => articlesById(this.#store, this.#db, given));
    return rows.map(({ id, house, ...row }) => ({ ...unpackArticle(id, row.article, row.common), house }));
  }

  async linksOf(ids: string[]): Promise<Link[]> {
    const links = new Map<string, Link>();
    const given = { ids: listFor(this.#store, ids) };
    for (const row of await this.#holding(ids, () => linksAt(this.#store, this.#db, given)))
      links.set(row.pair, row.link as Link);
    return [...links.values()];
  }

  async saveCommon(common: Map<string, [number, number][]>): Promise<void> {
    const { dedupArticles } = this.#store.tables;
    await this.#holding([...common.keys()], () =>
      this.#write(async (tx) => {
        for (const [id, spans] of common) {
          await tx.update(dedupArticles).set({ common: spans }).where(eq(dedupArticles.articleId, id));
        }
      }),
    );
  }

  async standingOf(ids: string[]): Promise<Map<string, Syndication>> {
    const rows = await this.#holding(ids, () => standingRows(this.#store, this.#db, ids));
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
    await this.#holding([...rows.keys()], () =>
      this.#write((tx) => saveSyndication(this.#store, tx, rows, this.#version, Date.now())),
    );
  }
}
