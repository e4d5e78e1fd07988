import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { expect, test } from 'vitest';

const BIN = join(import.meta.dirname, 'bin');

test('what is compiled ahead is what a service loads until it is up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ww-compiled-'));
  const env = { ...process.env, NODE_COMPILE_CACHE: folder, REDIS_URL: '' };
  const kept = () => readdirSync(folder, { recursive: true }).length;
  try {
    execFileSync(process.execPath, [join(BIN, 'compile-ahead.mjs')], { env });
    const ahead = kept();
    for (const service of SERVICES) {
      // Without a Redis it ends where it would open one: all is loaded by then, and what is new is kept at the exit.
      const ended = spawnSync(process.execPath, [join(BIN, 'wirewatch.mjs'), 'work', service], {
        env,
        encoding: 'utf8',
      });
      expect(ended.stderr).toContain('needs REDIS_URL');
    }
    // The command itself, with its words.
    expect(kept() - ahead).toBeLessThan(20);
    expect(ahead).toBeGreaterThan(1000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
