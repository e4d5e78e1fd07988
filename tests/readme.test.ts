import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { foreignHosts, shellBlocks, tryBlock } from './support/readme.ts';

const root = join(import.meta.dirname, '..');
const blocks = shellBlocks(readFileSync(join(root, 'README.md'), 'utf8'));

/** Some commands cannot run inside a test (cloning, this test itself). More than a few would make the promise empty. */
const MOST_SKIPPED = 3;

describe('the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('leaves few blocks untried', () => {
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter(({ how }) => 'skip' in how).length).toBeLessThanOrEqual(MOST_SKIPPED);
  });

  // In the document's order and over one data folder: what one block stores, the next may use.
  for (const block of blocks) {
    const name = `line ${block.line}: ${block.commands.trim().split('\n').join('; ')}`;
    test.skipIf('skip' in block.how)(name, async () => {
      expect(foreignHosts(block.commands)).toEqual([]);
      const env = { ...process.env, WIREWATCH_DATA: join(folder, 'data'), PORT: '0' };
      const { status, output } = await tryBlock(block, root, env);
      expect(status, output).toBe(0);
    });
  }
});
