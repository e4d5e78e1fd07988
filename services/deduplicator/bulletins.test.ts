import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { BULLETINS } from './test-support/bulletins.ts';
import { HELD_OUT_BULLETINS, HELD_OUT_FRAMES, retouch } from './test-support/held-out-bulletins.ts';
import { article, pick, randomOf, wrap } from './test-support/press.ts';

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

/** Days of one held-out bulletin at its outlet; the second day is carried by three others: framed, retouched, and both. */
async function carried(name: string, seed: number, count: number) {
  const random = randomOf(seed);
  const port = new MemoryPort();
  const engine = new Engine(port);
  const ids: string[] = [];
  const copies: string[] = [];
  for (let day = 1; day <= count; day += 1) {
    const text = HELD_OUT_BULLETINS[name]!(random, day).split('\n\n');
    ids.push(`${name}${day}`);
    await engine.deduplicate(article(`${name}${day}`, `${name}.example`, text, day * 1440));
    if (day !== 2) continue;
    const frame = pick(random, HELD_OUT_FRAMES);
    for (const [at, body] of [frame(text, random), retouch(text), frame(retouch(text), random)].entries()) {
      copies.push(`copy${at}`);
      await engine.deduplicate(article(`copy${at}`, `town${at}.example`, body, day * 1440 + 90));
    }
  }
  const joined = ids.length - new Set(ids.map((id) => port.syndication.get(id)!.group)).size;
  const missed = copies.filter((id) => port.syndication.get(id)!.originalId !== `${name}2`).length;
  return { joined, missed, days: ids.length, copies: copies.length };
}

test('held-out bulletins of fourteen forms in ten languages: days stay apart, retouched and framed copies are found', async () => {
  const all = { joined: 0, missed: 0, days: 0, copies: 0 };
  for (const name of Object.keys(HELD_OUT_BULLETINS)) {
    for (let seed = 1; seed <= 12; seed += 1) {
      const run = await carried(name, seed * 101, 2 + (seed % 4));
      for (const key of ['joined', 'missed', 'days', 'copies'] as const) all[key] += run[key];
    }
  }
  expect(all.days).toBe(588);
  expect(all.joined / all.days).toBeLessThanOrEqual(0.01);
  expect(all.missed / all.copies).toBeLessThanOrEqual(0.02);
});
