import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { expect, test } from 'vitest';
import { commonWords } from './common-words.ts';

test('of many languages the words of the latest forty are kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ww-words-'));
  const store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  try {
    const first = await commonWords(store, 'l0');
    expect(await commonWords(store, 'l0')).toBe(first);
    const second = await commonWords(store, 'l1');
    for (let n = 2; n < 40; n += 1) await commonWords(store, `l${n}`);
    expect(await commonWords(store, 'l0')).toBe(first);
    await commonWords(store, 'l40');
    expect(await commonWords(store, 'l0')).toBe(first);
    expect(await commonWords(store, 'l1')).not.toBe(second);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
