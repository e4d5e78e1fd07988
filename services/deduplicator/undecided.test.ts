import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { article, randomOf, shuffled, story } from './test-support/press.ts';
import { standings } from './test-support/run.ts';

const random = randomOf(91);
const wire = story(random, 9);
const shared = story(random, 3);
const day = { published: '2024-05-01', fetched: '2024-05-01T20:00:00Z' };
/** The second repeats the first and has a part in common with the third; by their ids the third counts as the older. */
const articles = [
  article('a', 'wire.example', wire, 0, day),
  article('z', 'portal.example', [...wire, ...shared], 0, day),
  article('m', 'daily.example', [...story(random, 7), ...shared], 0, day),
];

test('of one day with an article that names another source: what the two share is told where there is room for it', async () => {
  const rows = await standings(articles);
  expect(rows.get('z')).toMatchObject({ relation: 'copy', originalId: 'a' });
  expect(rows.get('m')).toMatchObject({ relation: 'excerpt', originalId: 'a', sourceId: 'z', coverage: null });
  expect(rows.get('m')!.reason).toMatch(/^of one day with another, \d+ % of it stands there/);
  expect(rows.get('m')!.confidence).toBeLessThan(0.9);
});

test('one by one and in any order it is told as well', async () => {
  const before = await standings(articles);
  for (let order = 0; order < 6; order += 1) {
    const port = new MemoryPort();
    const engine = new Engine(port);
    for (const one of shuffled(random, articles)) await engine.deduplicate(one);
    expect(port.syndication, `order ${order}`).toEqual(before);
  }
});

test('where the stamps tell who was first, nobody quotes a later one', async () => {
  const rows = await standings(
    articles.map((one, n) => ({ ...one, published: `2024-05-01T1${n === 2 ? 0 : n + 1}:00:00Z` })),
  );
  expect(rows.get('m')).toMatchObject({ relation: 'unique', originalId: null });
});
