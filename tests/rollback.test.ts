import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { type Press, startPress } from './support/press.ts';

let press: Press;
let folder: string;
beforeAll(async () => {
  press = await startPress(2, 3);
  folder = mkdtempSync(join(tmpdir(), 'ww-back-'));
});
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the way back from a newer version: its store is refused, the backup restored, and work goes on', async () => {
  const [data, back, file] = ['data', 'back', 'before.tar.zst'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const env = {
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: press.connectTo,
    WIREWATCH_HOST_GAP_MS: '0',
  };
  const on = (where: string, ...args: string[]) => wirewatch([...args, '--data', where], { env });
  expect((await on(data, 'feeds', 'add', press.feeds[0]!)).status).toBe(0);
  expect((await on(data, 'run', '--until-idle', '--wait', '0')).status).toBe(0);
  const before = (await on(data, 'export', '--format', 'jsonl')).out;
  expect(before.trim().split('\n')).toHaveLength(3);
  expect((await wirewatch(['db', 'backup', file, '--data', data], { env })).status).toBe(0);

  // What a later version leaves behind: its schema's number.
  const database = new Database(join(data, 'wirewatch.db'));
  database.pragma(`user_version = ${Number(database.pragma('user_version', { simple: true })) + 1}`);
  database.close();
  const refused = await on(data, 'status');
  expect(refused.status).not.toBe(0);
  expect(refused.err).toMatch(/schema version/);

  const restored = await wirewatch(['db', 'restore', file, '--data', back], { env });
  expect(restored.status, restored.err).toBe(0);
  const sorted = (lines: string) => lines.trim().split('\n').sort();
  expect(sorted((await on(back, 'export', '--format', 'jsonl')).out)).toEqual(sorted(before));
  expect((await on(back, 'feeds', 'add', press.feeds[1]!)).status).toBe(0);
  const again = await on(back, 'run', '--until-idle', '--wait', '0');
  expect(again.status, again.err).toBe(0);
  expect(sorted((await on(back, 'export', '--format', 'jsonl')).out)).toHaveLength(6);
});
