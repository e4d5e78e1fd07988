import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { putIndexed, readIndexed } from '@wirewatch/shared/store/search/index-article.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { shelve } from '../../../tests/support/shelf.ts';
import { command as exportCommand } from './export.ts';
import { command } from './watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'ww-watch-'));
let out = '';
let told = '';

beforeAll(async () => {
  const store = await openStore(`sqlite:${folder}/wirewatch.db`, 'migrate');
  for (let n = 0; n < 30; n += 1) {
    const text = n < 2 ? 'The ferries stop.' : 'The harbour is open.';
    const id = await shelve(store, null, { url: `https://post.example/${n}`, title: `Piece ${n}`, texts: [text] });
    await store.write(async (tx) => {
      const [article] = await tx.select().from(store.tables.articles).where(eq(store.tables.articles.id, id));
      const [found] = await readIndexed(store, tx, eq(store.tables.revisions.articleId, id));
      await putIndexed(store, tx, article!, found!);
    });
  }
  await store.close();
  const write = (to: (text: string) => void) => (chunk: unknown, last?: unknown) => {
    to(String(chunk));
    if (typeof last === 'function') last();
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(
    write((text) => {
      out += text;
    }),
  );
  vi.spyOn(process.stderr, 'write').mockImplementation(
    write((text) => {
      told += text;
    }),
  );
});
beforeEach(() => {
  out = '';
  told = '';
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the verb as its own command line; returns what it wrote. */
async function watch(...argv: string[]): Promise<{ out: string; told: string }> {
  out = '';
  told = '';
  await command().parseAsync([...argv, '--data', folder], { from: 'user' });
  return { out, told };
}

test('queries are tried before they are saved: how many match, the first of them, and whether that is most', async () => {
  const few = await watch('test', 'ferr*', '--limit', '1');
  expect(few.out.trim().split('\n')).toHaveLength(2);
  expect(few.out).toContain('ferries');
  expect(few.told).toMatch(/2 of 30 articles match; the newest 1/);
  const lines = (await watch('test', 'ferr*', '--json')).out.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { matched: ['ferries'], weight: 1 },
    { matched: ['ferries'] },
    { matched: 2, articles: 30 },
  ]);
  expect((await watch('test', 'harbour')).told).toMatch(/matches most/);
  expect((await watch('test', 'NOT avalanche')).told).toMatch(/matches everything/);
});

test('a watch is added, tried by its name, applied, exported, listed and removed', async () => {
  const id = (await watch('add', 'Ferries', 'ferr*', 'vapur*', '--language', 'any,tr')).out.trim();
  await expect(watch('add', 'Ferries', 'x')).rejects.toThrow(/already/);
  expect((await watch('test', 'Ferries')).told).toMatch(/2 of 30/);
  expect((await watch('apply', id)).told).toMatch(/2 articles are on Ferries/);
  const later = (await watch('apply', id, '--since', '36h', '--later')).out.trim();
  expect((await watch('applications', id)).out).toMatch(new RegExp(`${later}.*running[^]*done  2 of 2`));
  expect((await watch('applications', id, '--cancel', later)).out).toMatch(/cancelled/);
  out = '';
  await exportCommand().parseAsync(['--watch', 'Ferries', '--data', folder], { from: 'user' });
  const records = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ watches }) => watches)).toEqual([
    [{ id, name: 'Ferries', matched: ['ferries'] }],
    [{ id, name: 'Ferries', matched: ['ferries'] }],
  ]);
  const listed = JSON.parse((await watch('list', '--json')).out);
  expect(listed).toMatchObject({ id, name: 'Ferries', articles: 2, webhookUrl: null, lines: [{}, { language: 'tr' }] });
  expect((await watch('alerts', id)).out).toBe('');
  expect((await watch('webhooks', 'list')).told).toMatch(/0 deliveries/);
  await expect(watch('webhooks', 'retry')).rejects.toThrow(/--all/);
  await watch('remove', 'Ferries');
  expect((await watch('list')).out).toBe('');
  await expect(watch('remove', 'Ferries')).rejects.toThrow(/no watch "Ferries"/);
});
