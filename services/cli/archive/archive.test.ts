import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSink, unpack } from './archive.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('an archive that is cut off anywhere is refused by name, and nothing else breaks', async () => {
  const path = join(folder, 'a.tar.zst');
  const sink = await openSink(path);
  await sink.bytes('wirewatch.db', randomBytes(300_000));
  await sink.bytes('manifest.json', randomBytes(100));
  await sink.finish();
  const whole = readFileSync(path);
  const broken: unknown[] = [];
  const note = (reason: unknown) => broken.push(reason);
  process.on('unhandledRejection', note);
  try {
    for (const share of [0, 0.001, 0.1, 0.5, 0.9, 0.999]) {
      writeFileSync(path, whole);
      truncateSync(path, Math.floor(whole.length * share));
      await expect(unpack(path, join(folder, `to-${share}`))).rejects.toThrow(/a\.tar\.zst is no whole backup/);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.off('unhandledRejection', note);
  }
  expect(broken).toEqual([]);
});
