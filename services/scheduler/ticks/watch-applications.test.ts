import { createLogger } from '@wirewatch/shared/log.ts';
import { putIndexed, readIndexed } from '@wirewatch/shared/store/search/index-article.ts';
import { applicationsOf, moveApplication, requestApplication } from '@wirewatch/shared/store/watches/apply.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { NOON } from '../../../tests/support/given.ts';
import { shelve } from '../../../tests/support/shelf.ts';
import { watchApplicationsTick } from './watch-applications.ts';

describe.each(DIALECTS)('watch applications on %s', (dialect) => {
  const opened = useStore(dialect);

  test('what another process began is ended by the scheduler; a watch that can no longer be read fails with its reason', async () => {
    const store = opened();
    for (let n = 0; n < 105; n += 1) {
      const id = await shelve(store, null, {
        url: `https://a.example/${n}`,
        title: 'Ferry',
        texts: ['It sails.'],
        at: NOON + n,
      });
      await store.write(async (tx) => {
        const [article] = await tx.select().from(store.tables.articles).where(eq(store.tables.articles.id, id));
        const [found] = await readIndexed(store, tx, eq(store.tables.revisions.articleId, id));
        await putIndexed(store, tx, article!, found!);
      });
    }
    const lines = [{ query: 'ferry', weight: 1, language: null }];
    const made = { webhook: null, replace: false, who: 'test', now: NOON };
    const { row } = await saveWatch(store, { name: 'ferries', lines, threshold: 1 }, made);
    const { id } = await requestApplication(store, row, { since: null, who: 'test', now: NOON });
    const now = () => NOON;
    expect(await moveApplication(store, id, now, () => false)).toMatchObject({ status: 'running', looked: 100 });

    const context = { store, now, log: createLogger('scheduler', 'silent') };
    await watchApplicationsTick.run(context);
    expect(await applicationsOf(store, row.id)).toMatchObject([{ status: 'done', looked: 105, matched: 105 }]);

    await requestApplication(store, row, { since: NOON, who: 'test', now: NOON + 1 });
    await store.write((tx) => tx.update(store.tables.watches).set({ threshold: 0 }));
    await watchApplicationsTick.run(context);
    expect(await applicationsOf(store, row.id, 1)).toMatchObject([
      { status: 'failed', problem: expect.stringMatching(/threshold of 0/) },
    ]);
  });
});
