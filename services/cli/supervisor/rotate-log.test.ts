import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rotateLog } from './rotate-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a log stays within its size and number, and who writes it goes on writing', () => {
  const file = join(folder, 'fetcher.log');
  const writer = openSync(file, 'a');
  for (let round = 1; round <= 6; round += 1) {
    writeSync(writer, `${round}`.repeat(100));
    expect(rotateLog(file, 50)).toBe(true);
  }
  expect(rotateLog(file, 50)).toBe(false);
  writeSync(writer, 'after');
  closeSync(writer);
  expect(readdirSync(folder).sort()).toEqual(['fetcher.log', 'fetcher.log.1', 'fetcher.log.2', 'fetcher.log.3']);
  expect(readFileSync(file, 'utf8')).toBe('after');
  expect(readFileSync(`${file}.1`, 'utf8')).toMatch(/^6+$/);
  expect(readFileSync(`${file}.3`, 'utf8')).toMatch(/^4+$/);
});

test('a log that is not there is none to rotate', () => {
  appendFileSync(join(folder, 'other.log'), 'x');
  expect(rotateLog(join(folder, 'none.log'), 0)).toBe(false);
});
