import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eachPosting } from '@wirewatch/shared/store/copies/posting-lists.ts';
import { syndicationOf } from '@wirewatch/shared/store/copies/standing.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowOf } from '../../tests/support/given.ts';
import type { DedupArticle } from './core/article.ts';
import type { Port } from './core/port.ts';
import { Engine } from './engine.ts';
import { inputOf } from './input-of.ts';
import { MemoryPort } from './memory-port.ts';
import { createStorePort } from './store-port.ts';
import { clean } from './test-support/clean.ts';
import { article, edit, randomOf, shuffled, story, wrap } from './test-support/press.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-dedup-'));
  store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function family(seed: number): DedupArticle[] {
  const random = randomOf(seed);
  const text = story(random);
  const other = story(random);
  const frame = story(random, 4);
  return [
    article('a', 'a.example', text, 0),
    article('b', 'b.example', wrap(random, text), 20),
    article('c', 'c.example', edit(random, text.slice(0, 11), 0.07), 40),
    article('d', 'd.example', [...other.slice(0, 6), ...text.slice(2, 5), ...other.slice(6)], 70),
    article('e', 'e.example', other, 90, { credit: { source: 'Absent Agency', kind: 'whole' } }),
    article('g', 'g.example', text, -30, { unshown: true }),
    ...Array.from({ length: 4 }, (_, i) => article(`f${i}`, 'f.example', [...frame, ...story(random, 4)], i * 500)),
  ];
}

test('the database gives what memory gives, in any order and by several workers', async () => {
  const articles = family(31);
  const memory = new MemoryPort();
  const engine = new Engine(memory);
  for (const one of articles) await engine.deduplicate(one);
  for (const one of articles) await clean(store, one);
  const queue = shuffled(randomOf(5), articles);
  const worker = async () => {
    const own = new Engine(createStorePort(store, 'test'));
    for (let job = queue.shift(); job; job = queue.shift()) await own.deduplicate(job);
  };
  await Promise.all([worker(), worker(), worker()]);
  for (const { id } of articles) expect(await syndicationOf(store, id), id).toEqual(memory.syndication.get(id));
});

test('what the cleaner says of a text that its page does not show reaches the comparison', async () => {
  for (const one of family(31)) await clean(store, one);
  expect((await inputOf(store, await rowOf(store, 'g'))).input.unshown).toBe(true);
  expect((await inputOf(store, await rowOf(store, 'a'))).input.unshown).toBeUndefined();
});

test('a replay and a new text leave the index as large as it was', async () => {
  const articles = family(32);
  const engine = new Engine(createStorePort(store, 'test'));
  const size = async () => {
    let postings = 0;
    for (const { bucket, list } of await store.db.select().from(store.tables.dedupLists))
      eachPosting(bucket, list, () => {
        postings += 1;
      });
    const places = await store.db.select().from(store.tables.dedupPlaces);
    return [postings, places.length];
  };
  for (const one of articles) {
    await clean(store, one);
    await engine.deduplicate(one);
  }
  const before = await size();
  const rows = await Promise.all(articles.map(({ id }) => syndicationOf(store, id)));
  for (const one of articles) await engine.deduplicate(one);
  expect(await size()).toEqual(before);
  expect(await Promise.all(articles.map(({ id }) => syndicationOf(store, id)))).toEqual(rows);
  const changed = { ...articles[1]!, text: story(randomOf(33)).join('\n\n') };
  await clean(store, changed);
  await engine.deduplicate(changed);
  expect(await syndicationOf(store, 'b')).toMatchObject({ relation: 'unique', group: 'b' });
});

test('a rehearsal leaves nothing behind, not even the time of a text whose number another takes', async () => {
  const random = randomOf(34);
  const frame = story(random, 4).join(' ');
  const page = (id: string, at: number) => article(id, 'frame.example', [...story(random, 3), frame], at);
  const pages = Array.from({ length: 30 }, (_, n) => page(`p${n}`, n * 7000));
  const [tried, late, next] = [page('tried', -9000), page('late', 15 * 7000 + 1), page('next', 40 * 7000)];
  const port = createStorePort(store, 'test');
  const engine = new Engine(port);
  for (const one of [...pages, tried, late, next]) await clean(store, one);
  for (const one of pages) await engine.deduplicate(one);
  await port.rehearse((trial) => new Engine(trial).deduplicate(tried));
  const memory = new MemoryPort();
  const beside = new Engine(memory);
  for (const one of [...pages, late, next]) await beside.deduplicate(one);
  for (const one of [late, next]) await engine.deduplicate(one);
  const met = async (of: Port, id: string) => (await of.linksOf([id])).map(({ newer, older }) => `${newer} ${older}`);
  for (const id of ['late', 'next']) expect((await met(port, id)).sort(), id).toEqual((await met(memory, id)).sort());
});
