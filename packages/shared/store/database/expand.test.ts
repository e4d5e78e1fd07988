import { type SQL, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { claim, NOON, pages, rowOf } from '../../../../tests/support/given.ts';
import type { Queues } from '../../queue/queues.ts';
import { finish } from '../journey/finish.ts';

describe.each(DIALECTS)('a schema that changes under a release at work, on %s', (dialect) => {
  const opened = useStore(dialect);

  test('what is added and, after the release, taken away again does not stop its work', async () => {
    const store = opened();
    const ids = await pages(
      store,
      Array.from({ length: 9 }, (_, n) => `https://a.example/${n}`),
    );
    const queues = { add: async () => undefined } as unknown as Queues;
    const context = { store, queues, log: pino({ level: 'silent' }), worker: 'w', now: () => NOON };
    const passOn = async (id: string) => {
      const ended = await finish(context, await claim(store, id), { outcome: 'passed', reason: 'well', version: 'v1' });
      expect(ended).toBe(true);
      expect(await rowOf(store, id)).toMatchObject({ stage: 'clean', leaseOwner: null });
    };
    const change = (statements: string[]) =>
      store.write(async (tx) => {
        for (const statement of statements) {
          const query = sql.raw(statement);
          if (dialect === 'postgres') await tx.execute(query);
          else (tx as unknown as { run(query: SQL): void }).run(query);
        }
      });
    // Often enough that Postgres has settled on plans for what it is asked.
    for (const id of ids.slice(0, 6)) await passOn(id);
    await change([
      'alter table articles add column of_the_next_release text',
      'create index articles_of_the_next on articles (of_the_next_release)',
      'create table of_the_next_release (id text primary key)',
    ]);
    for (const id of ids.slice(6, 8)) await passOn(id);
    await change([
      'drop index articles_of_the_next',
      'alter table articles drop column of_the_next_release',
      'drop table of_the_next_release',
    ]);
    await passOn(ids[8]!);
  });
});
