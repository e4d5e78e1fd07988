import { syndicationOf } from '@wirewatch/shared/store/copies/standing.ts';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../tests/support/dialects.ts';
import type { DedupArticle } from './core/article.ts';
import type { Link } from './core/link.ts';
import type { Port, Published } from './core/port.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { createStorePort } from './store-port.ts';
import { clean } from './test-support/clean.ts';
import { article, edit, pick, randomOf, sentence, shuffled, story, wrap } from './test-support/press.ts';
import { standings } from './test-support/run.ts';

/** How many articles each of the crowds below has: more than texts of one key are compared. */
const CROWD = 26;

/**
 * Texts of which more share a stretch than are compared with one another: the frames of some outlets, which some of their pages have
 * with another beginning or end, a wire text in many houses, a notice that many print word for word, and copies inside the frames.
 */
function crowded(seed: number, outlets = 2): DedupArticle[] {
  const random = randomOf(seed);
  const all: DedupArticle[] = [];
  const add = (kind: string, host: string, body: string[], rest: Partial<DedupArticle> = {}) =>
    all.push(article(`${kind}${all.length}`, host, body, Math.floor(random() * 9000), rest));
  const frames = Array.from({ length: outlets }, () => story(random, 4).join(' '));
  const edges = ['Share this with a friend.', 'Read on below.', 'Our desk writes:', 'More of it in tonight’s letter.'];
  const framed = (n: number, body: string[]) => [
    ...body.slice(0, 2),
    `${pick(random, edges)} ${frames[n]} ${pick(random, edges)} ${pick(random, edges)}`,
    ...body.slice(2),
  ];
  const wire = story(random, 9);
  const notice = story(random, 5);
  for (let n = 0; n < CROWD; n += 1) {
    for (const outlet of frames.keys()) add('framed', `frame${outlet}.example`, framed(outlet, story(random, 4)));
    add('wire', `w${n}.example`, n % 3 === 0 ? wrap(random, wire) : edit(random, wire, n % 3 === 1 ? 0.04 : 0));
    if (n % 2 === 0) add('notice', `n${n}.example`, notice);
    if (n % 3 === 0)
      add('taken', `frame${n % outlets}.example`, framed(n % outlets, n % 2 === 0 ? wire : story(random, 3)));
    if (n % 5 === 0) add('quotes', `q${n}.example`, [...story(random, 4), ...wire.slice(2, 4), sentence(random)]);
  }
  return all;
}

async function oneByOne(port: Port, articles: readonly DedupArticle[]): Promise<void> {
  const engine = new Engine(port);
  for (const one of articles) await engine.deduplicate(one);
}

/** The links of articles by what they join, and what they mean. */
async function linksOf(port: Port, articles: readonly DedupArticle[]): Promise<Map<string, Link>> {
  const links = await port.linksOf(articles.map(({ id }) => id));
  return new Map(links.map((link) => [`${link.newer} ${link.older}`, link]));
}

test('twenty random orders, one by one, give the same rows and links, where more have a text than are compared', async () => {
  const articles = crowded(61);
  const before = await standings(articles);
  const inTime = [...articles].sort((a, b) => Date.parse(a.published!) - Date.parse(b.published!));
  const timely = new MemoryPort();
  await oneByOne(timely, inTime);
  const links = await linksOf(timely, articles);
  expect(new Set([...before.values()].map(({ relation }) => relation)).size).toBeGreaterThan(2);
  for (let order = 0; order < 20; order += 1) {
    const port = new MemoryPort();
    await oneByOne(port, order === 0 ? inTime.toReversed() : shuffled(randomOf(order), articles));
    for (const [id, row] of before) expect(port.syndication.get(id), `order ${order}, ${id}`).toEqual(row);
    const others = await linksOf(port, articles);
    expect([...others.keys()].sort(), `order ${order}`).toEqual([...links.keys()].sort());
    for (const [pair, link] of links) expect(others.get(pair), `order ${order}, ${pair}`).toEqual(link);
  }
}, 120_000);

test('pages of one frame that come last to first are compared anew within bounds', async () => {
  const random = randomOf(63);
  const frame = story(random, 3).join(' ');
  const pages = Array.from({ length: 170 }, (_, n) =>
    article(`page${n}`, 'frame.example', [sentence(random), frame], -n * 7000),
  );
  let asked = 0;
  const port = new Proxy(new MemoryPort(), {
    get(object, name) {
      if (name === 'candidates') asked += 1;
      const value: unknown = Reflect.get(object, name);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
  await oneByOne(port, pages);
  expect(asked).toBeGreaterThan(pages.length * 20);
  // Each with all of those before it would be twice as many.
  expect(asked).toBeLessThan(4000 + pages.length * 21);
}, 120_000);

test('who has nothing in common with others but a turn of phrase is compared with each of them once', async () => {
  const random = randomOf(64);
  const phrase = 'It is, as they say in these parts, neither here nor there when all is said';
  const pages = Array.from({ length: 60 }, (_, n) =>
    article(`page${n}`, `h${n}.example`, [sentence(random), phrase, sentence(random)], n * 60),
  );
  let read = 0;
  let moved = 0;
  const port = new Proxy(new MemoryPort(), {
    get(object, name) {
      const value: unknown = Reflect.get(object, name);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (name === 'read') read += (args[0] as number[]).length;
        const answer: unknown = await value.apply(object, args);
        if (name === 'publish') moved += (answer as Published).moved.length;
        return answer;
      };
    },
  });
  await oneByOne(port, shuffled(random, pages));
  expect(moved).toBeGreaterThan(0);
  expect(read - moved).toBeLessThanOrEqual((pages.length * (pages.length - 1)) / 2);
});

describe.each(DIALECTS)('in any order on %s', (dialect) => {
  const opened = useStore(dialect);

  test('the rows are those of memory, where more have a text than are compared', async () => {
    const articles = crowded(62, 1);
    const before = await standings(articles);
    const store = opened();
    for (const one of articles) await clean(store, one);
    await oneByOne(createStorePort(store, 'test'), shuffled(randomOf(3), articles));
    for (const [id, row] of before) expect(await syndicationOf(store, id), id).toEqual(row);
  }, 120_000);
});
