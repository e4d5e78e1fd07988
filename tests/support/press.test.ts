import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { cleanPage } from '../../services/cleaner/core/clean-page.ts';
import { Commonness } from '../../services/deduplicator/core/commonness.ts';
import { likenessOf, type Reading, readReport } from '../../services/deduplicator/core/likeness.ts';
import { startPress } from './press.ts';

const [OUTLETS, PER_OUTLET] = [4, 20];

test('no two texts of a press of texts apart are told as one event, also where nothing is known of how common their words are', async () => {
  const press = await startPress(OUTLETS, PER_OUTLET, { apart: true });
  const [, , address, port] = press.connectTo.split(',')[0]!.split(':');
  const readings: Reading[] = [];
  try {
    for (let outlet = 0; outlet < OUTLETS; outlet += 1) {
      for (let index = 0; index < PER_OUTLET; index += 1) {
        const url = `http://outlet${outlet}.example/news/${index}`;
        const body = await bodyOf(address!, port!, url);
        const { title, text, outcome } = cleanPage({ url, body }, { now: 0 });
        expect(outcome).toBe('passed');
        readings.push(readReport({ title, text, instant: { at: 0, from: 'published', seen: 0 } }));
      }
    }
  } finally {
    await press.close();
  }
  const nothing = { texts: () => 1, common: new Commonness([]) };
  const most = readings.flatMap((one, at) =>
    readings.slice(at + 1).map((other) => likenessOf(one, other, nothing).likeness),
  );
  expect(Math.max(...most)).toBeLessThan(0.1);
});

function bodyOf(address: string, port: string, url: string): Promise<Buffer> {
  const { host, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    get(`http://${address}:${port}${pathname}`, { headers: { host } }, (response) => resolve(buffer(response))).on(
      'error',
      reject,
    );
  });
}
