import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import type { Port } from './core/port.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { carriedStory } from './test-support/carried-story.ts';
import { article, edit, pick, randomOf, shuffled, story, wrap } from './test-support/press.ts';
import { misread } from './test-support/reading-errors.ts';
import { standings } from './test-support/run.ts';

/** Families of copies of every kind, quotations, frames and bulletins: what hangs together in more than one way. */
function corpus(seed: number): DedupArticle[] {
  const random = randomOf(seed);
  const all: DedupArticle[] = [];
  const frame = story(random, 3);
  const texts: string[][] = [];
  for (let f = 0; f < 7; f += 1) {
    const text = story(random, 8 + Math.floor(random() * 8));
    texts.push(text);
    const add = (body: string[], rest: Partial<DedupArticle> = {}) => {
      const id = `f${f}n${all.length}`;
      all.push(article(id, `h${Math.floor(random() * 9)}.example`, body, Math.floor(random() * 5000), rest));
    };
    add(text);
    const kinds = [
      () => add(text, { published: null }),
      () => add(wrap(random, text)),
      () => add(text.slice(0, Math.ceil(text.length * 0.6))),
      () => add(edit(random, text, 0.1)),
      () => add([...frame, ...text]),
      () => add(text, { credit: { source: `h${Math.floor(random() * 9)}.example`, kind: 'whole' } }),
      () => add([...story(random, 6), ...text.slice(2, 5), ...story(random, 4)]),
      () => add([...pick(random, texts).slice(0, 3), ...text.slice(0, 7)]),
      () => add([...frame, ...story(random, 5)]),
    ];
    for (let k = 0; k < 5; k += 1) pick(random, kinds)();
  }
  return all;
}

class Killed extends Error {}

/**
 * The port with a wait of random length before each call, and now and then a death before or after it. What runs in
 * `exclusively` comes in one piece or not at all, as in a database's transaction.
 */
function unruly(port: Port, random: () => number): Port {
  const pause = async () => {
    for (let wait = Math.floor(random() * 4); wait > 0; wait -= 1) await Promise.resolve();
  };
  const mayDie = () => {
    if (random() < 0.02) throw new Killed();
  };
  const hooked = (target: Port, mortal: boolean): Port =>
    new Proxy(target, {
      get(object, name) {
        const value: unknown = Reflect.get(object, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          await pause();
          if (mortal) mayDie();
          const work = args[0] as (inner: Port) => Promise<unknown>;
          const given = name === 'exclusively' ? [(inner: Port) => work(hooked(inner, false))] : args;
          const result: unknown = await value.apply(object, given);
          if (mortal) mayDie();
          return result;
        };
      },
    });
  return hooked(port, true);
}

/** Eight workers take from one queue; a killed worker's job goes back to it, and a new worker with an empty memory takes over. */
async function crowd(articles: DedupArticle[], seed: number): Promise<MemoryPort> {
  const random = randomOf(seed);
  const port = new MemoryPort();
  const queue = shuffled(random, articles);
  const worker = async () => {
    let engine = new Engine(unruly(port, random));
    for (let job = queue.shift(); job; job = queue.shift()) {
      try {
        await engine.deduplicate(job);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        queue.push(job);
        engine = new Engine(unruly(port, random));
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return port;
}

test('any order, eight workers and random kills give the groups of one worker in order', async () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const articles = corpus(seed);
    const alone = new MemoryPort();
    const engine = new Engine(alone);
    for (const one of articles) await engine.deduplicate(one);
    const together = await crowd(articles, seed * 77);
    for (const { id } of articles)
      expect(together.syndication.get(id), `seed ${seed}, ${id}`).toEqual(alone.syndication.get(id));
    expect(new Set([...alone.syndication.values()].map((row) => row.relation)).size).toBeGreaterThan(2);
  }
});

test('a replay changes nothing', async () => {
  const articles = corpus(99);
  const port = new MemoryPort();
  const engine = new Engine(port);
  for (const one of articles) await engine.deduplicate(one);
  const before = new Map(port.syndication);
  for (const one of articles) await engine.deduplicate(one);
  expect(port.syndication).toEqual(before);
});

/** A port that first does what is named for a call. */
function between(port: Port, before: Partial<Record<keyof Port, () => Promise<void>>>): Port {
  return new Proxy(port, {
    get(object, name) {
      const value = Reflect.get(object, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        await before[name as keyof Port]?.();
        return value.apply(object, args);
      };
    },
  });
}

test('a copy that is settled while another worker does its original once more stands with it', async () => {
  const text = story(randomOf(5), 8);
  const [first, copy] = [
    article('first', 'a.example', text, 0),
    article('copy', 'b.example', edit(randomOf(6), text, 0.1), 60),
  ];
  const port = new MemoryPort();
  await new Engine(port).deduplicate(first);
  const published = Promise.withResolvers<void>();
  const settled = Promise.withResolvers<void>();
  const again = new Engine(
    between(port, {
      async candidates() {
        published.resolve();
        await settled.promise;
      },
    }),
  );
  let repeated: Promise<unknown> = Promise.resolve();
  const other = new Engine(
    between(port, {
      async exclusively() {
        repeated = again.deduplicate(first);
        await published.promise;
      },
    }),
  );
  expect(await other.deduplicate(copy)).toMatchObject({ group: 'first', relation: 'copy' });
  settled.resolve();
  await repeated;
  expect(port.syndication.get('copy')).toMatchObject({ group: 'first', relation: 'copy' });
});

test('twenty random orders, whether settled one by one or in one piece, give the same standings', async () => {
  const random = randomOf(51);
  const texts = Array.from({ length: 4 }, () => story(random, 7));
  const articles = [
    ...corpus(7),
    ...carriedStory(random, 'wire', { carriers: 6, sentences: 9, share: 0.55, apart: 50 }),
    article('digest', 'digest.example', texts.flat(), 200),
    ...texts.map((text, i) => article(`of${i}`, `of${i}.example`, text, i * 90)),
    article('scan', 'scan.example', misread(random, texts[1]!.join('\n\n'), 0.06), 900),
  ];
  const before = await standings(articles);
  for (let order = 0; order < 20; order += 1) {
    const mixed = shuffled(random, articles);
    let rows = await standings(mixed);
    if (order % 4 === 0) {
      const port = new MemoryPort();
      const engine = new Engine(port);
      for (const one of mixed) await engine.deduplicate(one);
      rows = port.syndication;
    }
    for (const [id, row] of before) expect(rows.get(id), `order ${order}, ${id}`).toEqual(row);
  }
});
