import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from './scratch.ts';

test('what a killed backup left is cleared away by the next, a living one’s and what is none of ours stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ww-scratch-'));
  const made = (name: string, age = 0) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'wirewatch.db'), 'copy');
    const at = (Date.now() - age) / 1000;
    utimesSync(join(folder, name), at, at);
  };
  try {
    made('ww-backup-999999999-abcdef');
    made('ww-restore-999999999-abcdef');
    made('ww-backup-Ab12Cd', 2 * 86_400_000);
    made(`ww-backup-${process.ppid}-abcdef`);
    made('ww-backup-Ef34Gh');
    made('somebody-elses');
    const own = await scratchFolder('backup', folder);
    expect(readdirSync(folder).sort()).toEqual(
      [`ww-backup-${process.ppid}-abcdef`, 'ww-backup-Ef34Gh', 'somebody-elses', basename(own)].sort(),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
