import { LARGE_GROUP } from '@wirewatch/shared/contracts/syndication.ts';
import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { article, edit, randomOf, story } from './test-support/press.ts';

const random = randomOf(51);
const TEXT = story(random);
const MANY = LARGE_GROUP + 40;

/** A text carried by more outlets than a group is settled for anew: exact, and every tenth time edited. */
function carriers(): DedupArticle[] {
  return Array.from({ length: MANY }, (_, n) =>
    article(`c${n}`, `paper${n}.example`, n % 10 === 9 ? edit(random, TEXT, 0.04) : TEXT, 60 + n),
  );
}

test('a group over the limit goes on without being settled anew, tells of itself, and a late original takes all of it over', async () => {
  const port = new MemoryPort();
  const warned: string[] = [];
  const engine = new Engine(port, (group) => warned.push(group));
  const all = carriers();
  const first = all.slice(0, LARGE_GROUP);
  for (const one of first) await engine.publish(one);
  await engine.weigh(first.map((one) => one.id));
  await engine.settle(first.map((one) => one.id));
  expect(warned).toEqual([]);
  for (const one of all.slice(LARGE_GROUP)) await engine.deduplicate(one);
  expect(new Set(warned)).toEqual(new Set(['c0']));
  expect(warned).toHaveLength(MANY - LARGE_GROUP);
  const before = all.map(({ id }) => port.syndication.get(id)!);
  expect(before.filter((row) => row.group === 'c0' && row.relation !== 'unique')).toHaveLength(MANY);
  expect(before.at(-1)!.reason).toContain('one more of a very large group');

  await engine.deduplicate(article('late', 'wire.example', TEXT, 0));
  expect(port.syndication.get('late')).toMatchObject({ relation: 'original', group: 'late', originalId: null });
  for (const { id } of all) {
    const row = port.syndication.get(id)!;
    expect(row, id).toMatchObject({ relation: 'copy', group: 'late', originalId: 'late', original: 'wire.example' });
  }
  expect(port.syndication.get('c0')!.lagSeconds).toBe(3600);
});
