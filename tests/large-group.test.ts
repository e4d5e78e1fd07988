import { LARGE_GROUP } from '@wirewatch/shared/contracts/syndication.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { DIALECTS, emptyDatabase } from './support/dialects.ts';
import { shelve } from './support/shelf.ts';

describe.each(DIALECTS)('a group over the size limit on %s', (dialect) => {
  let desk: Desk;
  let drop: () => Promise<void>;
  let database: string;
  beforeAll(async () => {
    const empty = await emptyDatabase(dialect);
    ({ drop, url: database } = empty);
    desk = await startDesk({ DATABASE_URL: database });
    const put = (n: number) =>
      shelve(desk.store, null, { url: `https://p${n % 20}.example/${n}`, texts: ['A notice.'] });
    const { syndication } = desk.store.tables;
    const ids: string[] = [];
    for (let n = 0; n < LARGE_GROUP + 3; n += 1) ids.push(await put(n));
    await desk.store.write((tx) =>
      tx.insert(syndication).values(
        ids.map((articleId, n) => ({
          articleId,
          groupId: n < LARGE_GROUP ? 'notice' : 'small',
          relation: 'copy' as const,
          basis: [],
          confidence: 1,
          reason: 'as a test wants it',
          version: 'test',
          updatedAt: 0,
        })),
      ),
    );
  });
  afterAll(async () => {
    await desk.stop();
    await drop();
  });

  test('warns the operator in the status, on the overview and in the metrics', async () => {
    const ran = await wirewatch(['status'], { env: { DATABASE_URL: database } });
    expect(ran.out).toMatch(new RegExp(`a group of copies has ${LARGE_GROUP} articles`));
    expect(ran.out).not.toContain('small');
    const json = await wirewatch(['status', '--json'], { env: { DATABASE_URL: database } });
    const { attention } = JSON.parse(json.out);
    expect(attention.filter(({ kind }: { kind: string }) => kind === 'large-group')).toMatchObject([
      { what: `a group of copies has ${LARGE_GROUP} articles`, href: '/groups/notice' },
    ]);
    const page = await (await fetch(`${desk.url}/`)).text();
    expect(page).toMatch(new RegExp(`href="/groups/notice"[^]{0,200}${LARGE_GROUP} articles`));
    expect(await (await fetch(`${desk.url}/metrics`)).text()).toContain('\nwirewatch_large_groups 1\n');
  });
});
