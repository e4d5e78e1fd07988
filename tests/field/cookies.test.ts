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
