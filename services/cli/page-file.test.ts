import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPageFile } from './page-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-page-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

test('a page is read plain and packed', async () => {
  const page = Buffer.from('<p>The ferry is late.</p>');
  expect(Buffer.from(await readPageFile(written('plain', page), 1))).toEqual(page);
  expect(Buffer.from(await readPageFile(written('packed', gzipSync(page)), 1))).toEqual(page);
});

test('what unpacks to more than any page is refused before it is in memory', async () => {
  const bomb = written('bomb', gzipSync(Buffer.alloc(200_000_000)));
  const before = process.resourceUsage().maxRSS;
  await expect(readPageFile(bomb, 1)).rejects.toMatchObject({ code: 'too-large' });
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(120_000);
});

test('a file too large, missing or damaged is told as such', async () => {
  const huge = written('huge', Buffer.alloc(32_000_001));
  await expect(readPageFile(huge, 1)).rejects.toMatchObject({ code: 'too-large' });
  expect((await readPageFile(huge, 2)).length).toBe(32_000_001);
  await expect(readPageFile(join(folder, 'none'), 1)).rejects.toMatchObject({ code: 'no-file' });
  await expect(readPageFile(written('cut', gzipSync('x'.repeat(1000)).subarray(0, 20)), 1)).rejects.toMatchObject({
    code: 'bad-gzip',
  });
});
