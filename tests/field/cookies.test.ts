import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Field, openField, pageOf, plays, rssOf } from '../support/field.ts';

let field: Field;
beforeAll(async () => {
  field = await openField(['paper.example', 'other.example']);
});
afterAll(() => field?.close());

const item = (path: string) =>
  `<item><title>On ${path}</title><link>http://paper.example${path}</link><guid>${path}</guid></item>`;
const cookiesAt = (path: string) =>
  field.server.seen.filter((request) => request.path === path).map(({ headers }) => headers.cookie ?? null);
/** A page behind a gate: without its cookies it redirects and sets them. */
function gate(path: string, location: string, cookies: string[]): void {
  field.server.play(path, (request, response) => {
    if (request.headers.cookie === undefined) response.writeHead(302, { location, 'set-cookie': cookies }).end();
    else plays(pageOf(path), 'text/html')(request, response);
  });
}

test('a gate of cookies lets in: at the page itself, over another page, with several cookies and odd attributes', async () => {
  gate('/2026/own-gate', '/2026/own-gate', [
    'a=1; EXPIRES=Fri, 01-Jan-2038 00:00:00 GMT; PATH=/',
    'b=2; path=/; SameSite=lax',
  ]);
  gate('/2026/far-gate', '/check', []);
  field.server.play('/check', (_, response) =>
    response
      .writeHead(303, { location: '/2026/far-gate', 'set-cookie': 'seen=yes; Domain=paper.example; HttpOnly' })
      .end(),
  );
  field.server.play('/feed.xml', plays(rssOf([item('/2026/own-gate'), item('/2026/far-gate')])));
  await field.poll('http://paper.example/feed.xml');
  const rows = (await field.articles()).filter((row) => row.url.endsWith('-gate'));
  expect(rows.map((row) => row.outcome)).toEqual(['done', 'done']);
  expect(cookiesAt('/2026/own-gate')).toEqual([null, 'a=1; b=2']);
  expect(cookiesAt('/2026/far-gate')).toEqual([null, 'seen=yes']);
});

test('a cookie goes to no other host, and is forgotten at the end of its chain', async () => {
  field.server.play('/2026/leads-away', (_, response) =>
    response
      .writeHead(302, { location: 'http://other.example/2026/there-now', 'set-cookie': 'secret=1; Path=/' })
      .end(),
  );
  field.server.play('/2026/there-now', plays(pageOf('there'), 'text/html'));
  field.server.play('/2026/afterwards', plays(pageOf('afterwards'), 'text/html'));
  field.server.play('/away.xml', plays(rssOf([item('/2026/leads-away')])));
  await field.poll('http://paper.example/away.xml');
  field.server.play('/away.xml', plays(rssOf([item('/2026/afterwards')])));
  await field.poll('http://paper.example/away.xml');
  expect([cookiesAt('/2026/there-now'), cookiesAt('/2026/afterwards')]).toEqual([[null], [null]]);
});

test('a gate that sends its reader on by the page itself lets in too; a page that only reloads itself is read as it is', async () => {
  const shut = (path: string, more: Record<string, string>, head: string) =>
    field.server.play(path, (request, response) => {
      if (request.headers.cookie === 'in=1') return plays(pageOf(path), 'text/html')(request, response);
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'in=1; Path=/', ...more });
      response.end(
        `<!doctype html><html><head>${head}<title>One moment</title></head><body><p>Checking.</p></body></html>`,
      );
    });
  shut('/2026/by-header', { refresh: '0; url=/2026/by-header' }, '');
  shut('/2026/by-meta', {}, `<meta http-equiv="Refresh" content="1;URL='/2026/by-meta'">`);
  const reloading = pageOf('/2026/reloads').replace('<head>', '<head><meta http-equiv="refresh" content="5">');
  field.server.play('/2026/reloads', plays(reloading, 'text/html'));
  const names = ['by-header', 'by-meta', 'reloads'];
  field.server.play('/refresh.xml', plays(rssOf(names.map((name) => item(`/2026/${name}`)))));
  await field.poll('http://paper.example/refresh.xml');
  const rows = (await field.articles()).filter((row) => names.some((name) => row.url.endsWith(name)));
  expect(rows.map((row) => row.outcome)).toEqual(['done', 'done', 'done']);
  expect(cookiesAt('/2026/by-header')).toEqual([null, 'in=1']);
  expect(cookiesAt('/2026/by-meta')).toEqual([null, 'in=1']);
  expect(cookiesAt('/2026/reloads')).toEqual([null]);
  const { store, blobs } = field.opened.context;
  const [row] = (await store.db.select().from(store.tables.articles)).filter(({ url }) => url.endsWith('by-meta'));
  expect(Buffer.from(await blobs.get(row!.rawHash!)).toString()).not.toContain('Checking');
});

test('a cookie that names a domain of somebody else is none', async () => {
  gate('/2026/foreign', '/2026/foreign-inside', ['x=1; Domain=other.example']);
  field.server.play('/2026/foreign-inside', plays(pageOf('inside'), 'text/html'));
  field.server.play('/foreign.xml', plays(rssOf([item('/2026/foreign')])));
  await field.poll('http://paper.example/foreign.xml');
  expect(cookiesAt('/2026/foreign-inside')).toEqual([null]);
});
