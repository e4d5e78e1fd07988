import type { ClassifyResult } from '@wirewatch/shared/contracts/classify.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { alertsOf } from '@wirewatch/shared/store/watches/alerts.ts';
import { removeWatch, saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../tests/support/dialects.ts';
import { claim, NOON, rowOf } from '../../tests/support/given.ts';
import { shelve } from '../../tests/support/shelf.ts';
import { createWatching } from './watching.ts';

const RESULT: ClassifyResult = {
  language: 'en',
  topics: [{ code: 'medtop:11000000', label: 'politics', score: 0.9 }],
  topicScores: {},
  entities: [],
  countries: ['LBY'],
  events: [],
};
const TEXT = { title: 'Envoys meet', text: 'Both sides spoke about a truce.', publishedAt: null, publishedMs: null };

describe.each(DIALECTS)('the classifier watches on %s', (dialect) => {
  const opened = useStore(dialect);
  const log = createLogger('classifier', 'silent');
  const watch = async (name: string, query: string) => {
    const lines = [{ query, weight: 1, language: null }];
    const made = { webhook: null, replace: false, who: 'test', now: NOON };
    return (await saveWatch(opened(), { name, lines, threshold: 1 }, made)).row;
  };

  test('by words and by labels just found, with the set of watches as it is now', async () => {
    const store = opened();
    const watching = createWatching(store, log);
    const id = await shelve(store, null, { url: 'https://a.example/1', texts: [TEXT.text], stage: 'classify' });
    const article = await rowOf(store, id);
    const names = async () => (await watching.match(article, TEXT, RESULT, NOON)).map(({ name }) => name);
    expect(await names()).toEqual([]);
    await watch('words', 'truce');
    expect(await names()).toEqual(['words']);
    await watch('labels', 'country:LBY topic:politics outlet:a.example');
    await watch('other', 'country:FRA');
    expect(await names()).toEqual(['words', 'labels']);
    await removeWatch(store, 'words', 'test', NOON);
    expect(await names()).toEqual(['labels']);
  });

  test.each([
    ['live', 1],
    ['batch', 0],
  ] as const)('what fires is kept with its words; the %s lane tells it %d times', async (lane, told) => {
    const store = opened();
    const watching = createWatching(store, log);
    const { id: watchId } = await watch('words', 'truce');
    const id = await shelve(store, null, { url: 'https://a.example/1', texts: [TEXT.text], stage: 'classify' });
    const held = { ...(await claim(store, id)), lane };
    const hits = await watching.match(held.article, TEXT, RESULT, NOON);
    for (let times = 0; times < 2; times += 1) await store.write((tx) => watching.save(tx, held, TEXT, hits, NOON));
    const [record] = await recordsOf(store, [id]);
    expect(record!.watches).toEqual([{ id: watchId, name: 'words', matched: ['truce'] }]);
    expect(await alertsOf(store, watchId, { limit: 9 })).toHaveLength(told);
  });
});
