import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { afterAll, expect, test } from 'vitest';
import { wirewatch } from '../../../tests/support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ww-feeds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const feeds = (...args: string[]) => wirewatch(['feeds', ...args, '--data', folder]);

test('what a feed’s address keeps secret is on no line of a terminal, and in the list by its id', async () => {
  const added = await feeds('add', 'http://reader:hush-hush@press.example/rss?token=hush-hush&page=1');
  const listed = await feeds('list', '--json');
  const [feed] = listed.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(feed).toMatchObject({ url: 'http://REDACTED@press.example/rss?token=REDACTED&page=1' });
  const plain = await feeds('list');
  const removed = await feeds('remove', feed.id);
  expect(removed.status).toBe(0);
  for (const { out, err } of [added, listed, plain, removed]) expect(out + err).not.toContain('hush');
});

test('what the command changes stands in the list of changes, with who did it', async () => {
  const verbs = [
    ['add', 'http://harbour.example/rss'],
    ['pause', 'http://harbour.example/rss'],
    ['remove', 'http://harbour.example/rss'],
  ];
  for (const verb of verbs) expect((await feeds(...verb)).status).toBe(0);
  const store = await openStore(`sqlite:${folder}/wirewatch.db`, 'require');
  const rows = await store.db.select().from(store.tables.audit);
  await store.close();
  const told = rows.filter(({ target }) => target === 'http://harbour.example/rss');
  expect(told.map(({ action }) => action)).toEqual(['feed.add', 'feed.pause', 'feed.remove']);
  for (const { who } of told) expect(who).toMatch(/^cli:.+@.+/);
});
