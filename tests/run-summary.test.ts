import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { type Press, startPress } from './support/press.ts';

let press: Press;
let folder: string;
beforeAll(async () => {
  press = await startPress(1, 2);
  folder = mkdtempSync(join(tmpdir(), 'ww-run-'));
});
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a run names the feeds that failed, why and what to do; with --strict it fails', async () => {
  const env = {
    WIREWATCH_DATA: folder,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: press.connectTo,
    WIREWATCH_HOST_GAP_MS: '0',
  };
  const good = press.feeds[0]!;
  const page = good.replace('/feed.xml', '/news/1');
  const missing = good.replace('/feed.xml', '/nothing.xml');
  expect((await wirewatch(['feeds', 'add', good, page, missing], { env })).status).toBe(0);
  const ran = await wirewatch(['run', '--until-idle', '--wait', '0', '--json'], { env });
  expect(ran.status, ran.err).toBe(0);
  expect(ran.err).toContain('failed:    2 feeds');
  expect(ran.err).toMatch(/\/nothing\.xml: the server says 404\n +Open the address in a browser/);
  expect(ran.err).toMatch(/\/news\/1: .*HTML.*\n +The address gives something that is no feed/);
  expect((JSON.parse(ran.out) as { failed: unknown[] }).failed).toHaveLength(2);
  const strict = await wirewatch(['run', '--until-idle', '--wait', '0', '--strict'], { env });
  expect(strict.status, strict.err).toBe(1);
  expect(strict.err).toContain('failed:    2 feeds');
});
