import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureRedisBinary } from './binary.ts';
import { TOOLS } from './debian-packages.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'binary-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function program(name: string, says: string): void {
  writeFileSync(join(base, name), `#!/bin/sh\necho "${says}"\n`);
  chmodSync(join(base, name), 0o755);
}

test('a server on PATH is taken, Valkey before Redis', async () => {
  program('redis-server', 'Redis server v=7.2.4 sha=00000000:0');
  const found = () => ensureRedisBinary({ log: () => {}, path: base, tools: base });
  expect(await found()).toMatchObject({ command: join(base, 'redis-server'), version: '7.2.4', libraries: [] });
  program('valkey-server', 'Valkey server v=8.0.1 sha=00000000:0');
  expect(await found()).toMatchObject({ command: join(base, 'valkey-server'), version: '8.0.1' });
});

test('a server too old for BullMQ is passed over, and the message says what to install', async () => {
  program('redis-server', 'Redis server v=5.0.14 sha=00000000:0');
  const log: string[] = [];
  await expect(ensureRedisBinary({ log: (line) => log.push(line), path: base, tools: base })).rejects.toThrow(
    /apt-get install redis-server.*REDIS_URL/,
  );
  expect(log.join()).toContain('5.0.14, too old');
});

test.skipIf(!existsSync(join(TOOLS, 'redis')))('one fetched earlier is used', async () => {
  const binary = await ensureRedisBinary({ log: () => {}, path: base });
  expect(binary.command.startsWith(TOOLS)).toBe(true);
});
