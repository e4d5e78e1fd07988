import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../tests/support/dialects.ts';
import { shelve } from '../../tests/support/shelf.ts';
import { assignStory } from './assign-story.ts';
import type { DedupArticle } from './core/article.ts';
import type { Port } from './core/port.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { createStorePort } from './store-port.ts';
import { article, edit, pick, randomOf, shuffled, story, wrap } from './test-support/press.ts';

const PROCESSES = 4;
/** Articles that one process works on at a time, as in the service. */
const AT_ONCE = 2;
/** On Postgres each takes seconds; many more orders of events are gone through in `schedules.test.ts`. */
const SEEDS = 12;
/** Two halves make a name that hardly any other story has. */
const NAMES = 'Gorm Hald Ister Jolv Kestr Lomb Morv Nesk Orl Prax Quill Rusk'.split(' ');
const ENDINGS = 'adal eby ivo onen ulka arre osk inde'.split(' ');

/** As many as there are processes, each with connections of its own to one Postgres; and a SQLite, which settles one at a time. */
let stores: Store[];
let serial: Store;
const drops: Array<() => Promise<void>> = [];
beforeAll(async () => {
  const [database, alone] = [await emptyDatabase('postgres'), await emptyDatabase('sqlite')];
  drops.push(database.drop, alone.drop);
  stores = [await openStore(database.url, 'migrate')];
  while (stores.length < PROCESSES) stores.push(await openStore(database.url, 'require'));
  serial = await openStore(alone.url, 'migrate');
});
afterAll(async () => {
  for (const store of [...stores, serial]) await store.close();
  for (const drop of drops) await drop();
});
beforeEach(() => empty(stores[0]!));

async function empty(store: Store): Promise<void> {
  const { meta: _, ...tables } = store.tables;
  await store.write(async (tx) => {
    for (const table of Object.values(tables)) await tx.delete(table);
  });
}

/**
 * What comes at one moment: families of copies (whole, edited, in part, in a frame), quotations, what hangs on two families, pages of one
 * frame, and an event that two houses tell in their own words, with a copy of each.
 */
function arrivals(seed: number): DedupArticle[] {
  const random = randomOf(seed);
  const all: DedupArticle[] = [];
  const frame = story(random, 3);
  const texts: string[][] = [];
  const add = (name: string, body: string[], rest: Partial<DedupArticle> = {}) => {
    const id = `s${seed}${name}${all.length}`;
    all.push(article(id, `h${Math.floor(random() * 9)}.example`, body, Math.floor(random() * 5000), rest));
  };
  for (let f = 0; f < 4; f += 1) {
    const text = story(random, 8 + Math.floor(random() * 6));
    texts.push(text);
    add(`f${f}n`, text);
    const kinds = [
      () => add(`f${f}n`, text, { published: null }),
      () => add(`f${f}n`, wrap(random, text)),
      () => add(`f${f}n`, text.slice(0, Math.ceil(text.length * 0.6))),
      () => add(`f${f}n`, edit(random, text, 0.1)),
      () => add(`f${f}n`, [...frame, ...text]),
      () => add(`f${f}n`, [...story(random, 6), ...text.slice(2, 5), ...story(random, 4)]),
      () => add(`f${f}n`, [...pick(random, texts).slice(0, 3), ...text.slice(0, 7)]),
      () => add(`f${f}n`, [...frame, ...story(random, 5)]),
    ];
    for (let k = 0; k < 3; k += 1) pick(random, kinds)();
  }
  // Neighbours in it are copies of one another, those further off share little or nothing: what is settled at one end is found from the other.
  const long = story(random, 42);
  for (let from = 0; from <= 32; from += 4) add('chain', long.slice(from, from + 10));
  const name = () => pick(random, NAMES) + pick(random, ENDINGS);
  const [place, rower, captain] = [name(), name(), name()];
  const reports = [
    `A ferry with ${rower} at the helm took nineteen hikers off a sandbank near ${place} on Monday, before the flood had covered it. ${captain} of the harbour office praised ${rower}, who had counted torches in the fog at 5.40 and turned without asking. Nobody had to see a doctor, and the hikers went home by bus.`,
    `Nineteen people who had walked out from ${place} at low water were brought back dry by ${rower}, whose ferry was the only one at sea. The fog came within minutes, said ${captain}, and with it the tide. All nineteen hikers got tea and a lecture on timetables, and none needed a doctor.`,
  ];
  const titles = [`Ferry saves nineteen hikers off ${place}`, `Nineteen hikers of ${place} saved by ferry`];
  for (const [n, host] of ['anchor', 'mirror', 'lantern', 'gazette'].entries()) {
    const told = { title: titles[n % 2]!, language: 'en' };
    all.push(article(`s${seed}e${n}`, `${host}.example`, reports[n % 2]!, 60 * n, told));
  }
  return all;
}

async function shelved(store: Store, articles: readonly DedupArticle[]): Promise<DedupArticle[]> {
  const given: DedupArticle[] = [];
  for (const one of articles) {
    const { url, title, text, language } = one;
    given.push({
      ...one,
      id: await shelve(store, null, { url, title: title!, texts: [text], language: language ?? 'en' }),
    });
  }
  return given;
}

/** The port of one who is slow, so that others come between whatever he does. */
function slow(port: Port, random: () => number): Port {
  return new Proxy(port, {
    get(object, name) {
      const value = Reflect.get(object, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        if (random() < 0.3) await sleep(random() * 4);
        if (name !== 'exclusively') return value.apply(object, args);
        const [work, about] = args as Parameters<Port['exclusively']>;
        return object.exclusively((inner) => work(slow(inner, random)), about);
      };
    },
  });
}

/** The pages of some of these as they are read again later: edited, or with another text under their address. */
function laterStates(random: () => number, articles: readonly DedupArticle[]): DedupArticle[] {
  const last = new Map(articles.map((one) => [one.id, one]));
  for (let n = 0; n < 10; n += 1) {
    const { id } = pick(random, articles);
    const one = last.get(id)!;
    const other = pick(random, articles).text.split('\n\n').slice(0, 5);
    const body = random() < 0.5 ? edit(random, one.text.split('\n\n'), 0.2) : [...story(random, 4), ...other];
    last.set(id, { ...one, text: body.join('\n\n') });
  }
  return [...last.values()].filter((one) => !articles.includes(one));
}

async function takeIn(store: Store, engine: Engine, one: DedupArticle): Promise<void> {
  const { articles, revisions } = store.tables;
  const shown = store.db.select({ id: articles.revisionId }).from(articles).where(eq(articles.id, one.id));
  await store.db.update(revisions).set({ text: one.text }).where(inArray(revisions.id, shown));
  await engine.deduplicate(one);
  await assignStory(store, one.id);
}

async function outcomeOf(store: Store) {
  const { syndication, dedupLinks } = store.tables;
  const rows = await store.db.select().from(syndication).orderBy(syndication.articleId);
  const links = await store.db.select().from(dedupLinks).orderBy(dedupLinks.pair);
  return { standings: rows.map(({ updatedAt: _, storyId: __, ...row }) => row), links, rows };
}

test('what arrives at one moment and is settled side by side stands as if it had come one after the other', async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    await empty(stores[0]!);
    await empty(serial);
    const random = randomOf(seed * 77);
    const articles = await shelved(stores[0]!, arrivals(seed));
    await shelved(serial, arrivals(seed));
    const engine = new Engine(createStorePort(serial, 'test'));
    const events = new Set(articles.slice(-4).map(({ id }) => id));
    const later = seed % 2 === 0 ? laterStates(random, articles.slice(0, -4)) : [];
    for (const one of [...articles, ...later]) await takeIn(serial, engine, one);
    const queue = [...shuffled(random, articles), ...shuffled(random, later)];
    const busy = new Set<string>();
    const worker = async (store: Store) => {
      const own = new Engine(slow(createStorePort(store, 'test'), random));
      while (queue.length > 0) {
        // One article is worked on by one at a time, as its claim has it.
        const next = queue.findIndex(({ id }) => !busy.has(id));
        if (next < 0) await sleep(2);
        else {
          const [job] = queue.splice(next, 1);
          busy.add(job!.id);
          await takeIn(store, own, job!);
          busy.delete(job!.id);
        }
      }
    };
    await Promise.all(stores.flatMap((store) => Array.from({ length: AT_ONCE }, () => worker(store))));
    const [found, expected] = [await outcomeOf(stores[0]!), await outcomeOf(serial)];
    expect(found.links, `links, seed ${seed}`).toEqual(expected.links);
    expect(found.standings, `standings, seed ${seed}`).toEqual(expected.standings);
    const groups = Map.groupBy(found.rows, (row) => row.groupId);
    for (const of of groups.values()) expect(new Set(of.map((row) => row.storyId)).size, `seed ${seed}`).toBe(1);
    const told = found.rows.filter(({ articleId }) => events.has(articleId));
    expect(new Set(told.map((row) => row.storyId)).size, `stories, seed ${seed}`).toBe(1);
    expect(told[0]!.storyId).not.toBeNull();
    expect(new Set(told.map((row) => row.groupId)).size, `texts of the story, seed ${seed}`).toBe(2);
  }
}, 240_000);

/** The port of one who stops in the midst of settling, before he writes where articles stand, until he is told. */
function stopped(port: Port): { port: Port; reached: Promise<void>; goOn: () => void } {
  const [reached, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = (inner: Port): Port =>
    new Proxy(inner, {
      get(object, name) {
        const value = Reflect.get(object, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          if (name === 'saveSyndication') {
            reached.resolve();
            await told.promise;
          }
          if (name !== 'exclusively') return value.apply(object, args);
          const [work, about] = args as Parameters<Port['exclusively']>;
          return object.exclusively((settling) => work(held(settling)), about);
        };
      },
    });
  return { port: held(port), reached: reached.promise, goOn: told.resolve };
}

/** A long text of which each of seven has a window: those at its ends share nothing, and hang together by the others. */
function windows(): DedupArticle[] {
  const long = story(randomOf(8), 34);
  return Array.from({ length: 7 }, (_, n) =>
    article(`w${n}`, `w${n}.example`, long.slice(n * 4, n * 4 + 10), 100 - n * 10),
  );
}

test('who settles one text waits for nobody who settles another', async () => {
  const [one, another] = await shelved(stores[0]!, [
    article('one', 'a.example', story(randomOf(1)), 0),
    article('another', 'b.example', story(randomOf(2)), 0),
  ]);
  const slowly = stopped(createStorePort(stores[0]!, 'test'));
  const first = new Engine(slowly.port).deduplicate(one!);
  await slowly.reached;
  expect(await new Engine(createStorePort(stores[1]!, 'test')).deduplicate(another!)).toMatchObject({
    relation: 'unique',
  });
  slowly.goOn();
  await first;
});

test('who settles one end of what hangs together waits for who settles the other', async () => {
  const given = await shelved(stores[0]!, windows());
  const memory = new MemoryPort();
  const alone = new Engine(memory);
  for (const one of given) await alone.deduplicate(one);
  expect(new Set([...memory.syndication.values()].map(({ group }) => group)).size).toBe(1);
  const [begin, ...middle] = given as [DedupArticle, ...DedupArticle[]];
  const end = middle.pop()!;
  const engine = new Engine(createStorePort(stores[1]!, 'test'));
  for (const one of middle) await engine.deduplicate(one);
  const slowly = stopped(createStorePort(stores[0]!, 'test'));
  const first = new Engine(slowly.port).deduplicate(begin);
  await slowly.reached;
  const second = engine.deduplicate(end);
  await Promise.race([second, sleep(500)]);
  slowly.goOn();
  await Promise.all([first, second]);
  const rows = await createStorePort(stores[0]!, 'test').standingOf(given.map(({ id }) => id));
  expect(rows).toEqual(memory.syndication);
});

test('two copies that arrive at one moment see each other, whoever is settled first', async () => {
  const text = story(randomOf(4));
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    await empty(stores[0]!);
    const two = await shelved(stores[0]!, [
      article('early', 'a.example', text, 0),
      article('late', 'b.example', edit(randomOf(5), text, 0.05), 30),
    ]);
    const [first, second] = order.map((n) => two[n]!) as [DedupArticle, DedupArticle];
    const slowly = stopped(createStorePort(stores[0]!, 'test'));
    // Settled before the other is published, and not committed before the other wants its turn.
    const begun = new Engine(slowly.port).deduplicate(first);
    await slowly.reached;
    const followed = new Engine(createStorePort(stores[1]!, 'test')).deduplicate(second);
    await Promise.race([followed, sleep(300)]);
    slowly.goOn();
    await Promise.all([begun, followed]);
    const rows = await createStorePort(stores[0]!, 'test').standingOf(two.map(({ id }) => id));
    expect([...rows.values()].map(({ group }) => group)).toEqual([two[0]!.id, two[0]!.id]);
  }
});
