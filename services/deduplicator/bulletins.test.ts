import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { BULLETINS } from './test-support/bulletins.ts';
import { article, randomOf, wrap } from './test-support/press.ts';

/** Days of one bulletin, with copies of two of them by another outlet; how many days were joined, how many copies missed. */
async function days(name: string, seed: number, count: number): Promise<{ joined: number; missed: number }> {
  const random = randomOf(seed);
  const port = new MemoryPort();
  const engine = new Engine(port);
  const ids: string[] = [];
  let missed = 0;
  for (let day = 1; day <= count; day += 1) {
    const text = BULLETINS[name]!(random, day).split('\n\n');
    ids.push(`${name}${day}`);
    await engine.deduplicate(article(`${name}${day}`, `${name}.example`, text, day * 1440));
    if (day !== 2 && day !== 5) continue;
    const body = day === 2 ? text : wrap(random, text);
    await engine.deduplicate(article(`copy${day}`, 'town.example', body, day * 1440 + 90));
  }
  for (const day of [2, 5]) {
    if (day <= count && port.syndication.get(`copy${day}`)!.originalId !== `${name}${day}`) missed += 1;
  }
  return { joined: ids.length - new Set(ids.map((id) => port.syndication.get(id)!.group)).size, missed };
}

test('bulletins of twelve forms in six languages stay apart, and their copies are found', async () => {
  const few = { joined: 0, missed: 0 };
  const many = { joined: 0, missed: 0 };
  for (const name of Object.keys(BULLETINS)) {
    for (let seed = 1; seed <= 6; seed += 1) {
      const short = await days(name, seed, 3);
      few.joined += short.joined;
      few.missed += short.missed;
    }
    const long = await days(name, 7, 12);
    many.joined += long.joined;
    many.missed += long.missed;
  }
  // The first days of a form are judged by their facts alone, and three words of weather may agree by chance.
  expect(few.joined).toBeLessThanOrEqual(216 * 0.02);
  expect(few.missed).toBeLessThanOrEqual(2);
  expect(many).toEqual({ joined: 0, missed: 0 });
});
