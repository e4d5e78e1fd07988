import { expect, test } from 'vitest';
import type { Port } from './core/port.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { carriedStory } from './test-support/carried-story.ts';
import { article, randomOf, shuffled, story } from './test-support/press.ts';
import { areJoined, standings } from './test-support/run.ts';
import { takeInWhole } from './whole-set.ts';

test('a text carried whole inside own articles is found, however many carry it and in whatever order they arrive', async () => {
  const random = randomOf(5);
  for (const carriers of [1, 2, 3, 5, 8, 20]) {
    const articles = carriedStory(random, `c${carriers}`, { carriers, sentences: 12, share: 1, apart: 30 });
    const rows = await standings(shuffled(random, articles));
    for (const { id } of articles)
      expect(areJoined(rows, id, `c${carriers}-wire`), `${id}: ${rows.get(id)!.reason}`).toBe(true);
    expect(rows.get(`c${carriers}-wire`)!.relation).toBe('original');
  }
});

test('they are found while they arrive: each as soon as it is there', async () => {
  const articles = carriedStory(randomOf(6), 'w', { carriers: 9, sentences: 10, share: 1, apart: 45 });
  const port = new MemoryPort();
  const engine = new Engine(port);
  for (const one of articles) {
    await engine.deduplicate(one);
    for (const id of port.syndication.keys()) expect(areJoined(port.syndication, id, 'w-wire'), id).toBe(true);
  }
});

test('a part of a wire text that eight carry, each other paragraphs of it, is found', async () => {
  const random = randomOf(7);
  let found = 0;
  let all = 0;
  for (let s = 0; s < 10; s += 1) {
    const articles = carriedStory(random, `p${s}`, { carriers: 8, sentences: 14, share: 0.55, apart: 60 });
    const rows = await standings(shuffled(random, articles));
    for (const { id } of articles.slice(1)) {
      all += 1;
      if (areJoined(rows, id, `p${s}-wire`)) found += 1;
    }
  }
  expect(found / all).toBeGreaterThanOrEqual(0.92);
});

test('a hundred words of a wire text in articles of two hundred, at three, eight and twenty carriers', async () => {
  const random = randomOf(17);
  for (const carriers of [3, 8, 20]) {
    const articles = carriedStory(random, `s${carriers}`, { carriers, sentences: 5, share: 1, apart: 30 });
    const rows = await standings(shuffled(random, articles));
    for (const { id } of articles)
      expect(areJoined(rows, id, `s${carriers}-wire`), `${id}: ${rows.get(id)!.reason}`).toBe(true);
  }
});

test('what closes the articles of many outlets, and is no text of its own, stays a frame', async () => {
  const random = randomOf(8);
  const notice = story(random, 3);
  const articles = Array.from({ length: 6 }, (_, i) =>
    article(`n${i}`, `paper${i}.example`, [...story(random, 7), ...notice], i * 1440),
  );
  const rows = await standings(articles);
  for (const { id } of articles) expect(rows.get(id)!.relation, rows.get(id)!.reason).toBe('unique');
});

test('eight hundred carriers: each is compared with a bounded number of texts, and most of them are found', async () => {
  const articles = carriedStory(randomOf(9), 'many', { carriers: 800, sentences: 8, share: 1, apart: 1 });
  let compared = 0;
  const memory = new MemoryPort();
  const port = new Proxy<Port>(memory, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (name === 'read') compared += (args[0] as string[]).length;
        return value.apply(target, args);
      };
    },
  });
  await takeInWhole(new Engine(port), articles);
  // With 52 on the mean; with 400 where the bounds of `posting-index.ts` are gone.
  expect(compared).toBeLessThan(articles.length * 60);
  const joined = articles.filter(({ id }) => areJoined(memory.syndication, id, 'many-wire'));
  expect(joined.length).toBeGreaterThan(760);
}, 120_000);
