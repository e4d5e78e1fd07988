import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { wirewatch } from '../support/command.ts';
import { pageOf, plays, rssOf } from '../support/field.ts';
import { startPlayServer } from '../support/play-server.ts';

// Each call is a process of its own, which starts the services.
vi.setConfig({ testTimeout: 120_000 });

test('`run --all` polls each feed once: one that is due anyway is not asked twice', async () => {
  const server = await startPlayServer();
  const data = mkdtempSync(join(tmpdir(), 'ww-all-'));
  const env = { WIREWATCH_ALLOW_NETS: '127.0.0.0/8', WIREWATCH_HOST_GAP_MS: '0', LOG_LEVEL: 'error' };
  const paths = Array.from({ length: 12 }, (_, n) => `/feed-${n}.xml`);
  try {
    server.play('/2026/quay', plays(pageOf('/2026/quay'), 'text/html'));
    const item = `<item><title>Quay</title><link>${server.origin}/2026/quay</link></item>`;
    for (const path of paths) server.play(path, plays(rssOf([item], `${server.origin}/`)));
    await wirewatch(['feeds', 'add', '--data', data, ...paths.map((path) => server.origin + path)], { env });
    const asked = () => paths.map((path) => server.seen.filter((request) => request.path === path).length);
    for (const times of [1, 2]) {
      await wirewatch(['run', '--until-idle', '--all', '--wait', '3', '--data', data], { env });
      expect(asked()).toEqual(paths.map(() => times));
    }
  } finally {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
});
