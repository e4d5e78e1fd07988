import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ran, wirewatch } from './support/command.ts';
import { type PrivatePostgres, startPrivatePostgres } from './support/postgres.ts';

let folder: string;
let server: PrivatePostgres;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-db-'));
  server = await startPrivatePostgres();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

const at = (name: string) => join(folder, name);
const run = (line: string, env: Record<string, string> = {}, input = ''): Promise<Ran> =>
  wirewatch(line.split(' '), { env: { WIREWATCH_DATA: at('data'), DATABASE_URL: '', BLOB_URL: '', ...env }, input });

test('a store moves to Postgres, is backed up from there and comes back as it was', async () => {
  const pages = [1, 2, 3].map((n) => JSON.stringify({ url: `https://a.example/${n}`, html: `<p>Page ${n}` }));
  expect(await run('ingest --jsonl', {}, `${pages.join('\n')}\n`)).toMatchObject({ status: 0 });
  const before = await run('export --all');
  expect(before.out.trimEnd().split('\n')).toHaveLength(3);

  const copied = await run(`db copy --to ${server.url}`);
  expect(copied).toMatchObject({ status: 0, out: '' });
  expect(copied.err).toMatch(/rows of \d+ tables copied to the Postgres database .*: set DATABASE_URL to use it/);
  expect((await run('export --all', { DATABASE_URL: server.url })).out).toBe(before.out);
  const again = await run(`db copy --to ${server.url}`);
  expect(again.status).toBe(1);
  expect(again.err).toMatch(/is not empty/);

  const kept = at('kept.tar.zst');
  const onPostgres = { DATABASE_URL: server.url, BLOB_URL: at('data/blobs') };
  expect(await run(`db backup ${kept}`, onPostgres)).toMatchObject({ status: 0, out: '' });
  const taken = await run(`db backup ${kept}`, onPostgres);
  expect(taken.status).toBe(1);
  expect(taken.err).toMatch(/exists already/);
  const back = await run(`db restore ${kept}`, { WIREWATCH_DATA: at('back') });
  expect(back.status).toBe(0);
  expect(back.err).toMatch(/is as it was at .*, with 3 raw pages/);
  expect((await run('export --all', { WIREWATCH_DATA: at('back') })).out).toBe(before.out);
});

test.each([
  ['db copy --to mysql://x', 2, /--to mysql:\/\/x: expected sqlite:PATH/],
  ['db copy', 2, /--to/],
  ['db copy --to postgres://u:word@127.0.0.1:9/x', 1, /cannot open the Postgres database postgres:\/\/u:\*\*\*@127/],
  ['db restore /nowhere/at-all.tar.zst', 1, /there is no backup at \/nowhere/],
  ['db fix', 2, /unknown command/],
])('wirewatch %s: exit status %i and a message', async (line, status, message) => {
  const ran = await run(line, { WIREWATCH_DATA: at('other') });
  expect(ran.status).toBe(status);
  expect(ran.err).toMatch(message);
  expect(ran.out).toBe('');
});

test('a backup that was cut off is refused', async () => {
  writeFileSync(at('cut.tar.zst'), Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 1, 2]));
  const ran = await run(`db restore ${at('cut.tar.zst')}`, { WIREWATCH_DATA: at('other') });
  expect(ran).toMatchObject({ status: 1, out: '' });
  expect(ran.err).toMatch(/cut\.tar\.zst is no whole backup of wirewatch/);
});
