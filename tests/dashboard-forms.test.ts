import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from './support/dashboard.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

async function send(path: string, fields: Record<string, string>): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${desk.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'text/html' },
  });
  return { status: answer.status, text: await answer.text() };
}
const page = async (path: string) => (await fetch(`${desk.url}${path}`, { headers: { accept: 'text/html' } })).text();

test('half-typed addresses: what is wrong is said, and what was typed stays', async () => {
  const { status, text } = await send('/feeds', { url: 'htp://harbour\nwww.harbour', folder: 'Ports' });
  expect(status).toBe(400);
  expect(text).toContain('&quot;htp://harbour&quot; is no http(s) address');
  expect(text).toMatch(/<textarea[^>]*>htp:\/\/harbour\r?\nwww\.harbour<\/textarea>/);
  expect(text).toContain('value="Ports"');
});

test('a cron line: the field is named, and the form keeps all of it', async () => {
  const typed = { cron: '30 25 * * 1', timezone: 'Europe/Berlin', what: 'classify' };
  const { status, text } = await send('/schedules', typed);
  expect(status).toBe(400);
  expect(text).toContain('field 2, the hour, cannot be &quot;25&quot;');
  expect(text).toContain('value="30 25 * * 1"');
  expect(text).toContain('value="Europe/Berlin"');
  expect(text).toMatch(/<option value="classify" selected>/);
  expect((await send('/schedules', { ...typed, cron: '1 2 3' })).text).toContain('3 fields instead of five');
});

test('a watch: the place of the fault is said, and the form keeps its words', async () => {
  const { status, text } = await send('/watches', { name: 'ports', queries: 'harbour AND (pilots', threshold: '1' });
  expect(status).toBe(400);
  expect(text).toMatch(/expected &quot;\)&quot;/);
  expect(text).toContain('harbour AND (pilots');
  expect(text).toContain('value="ports"');
});

test('changes are told in words, filtered, exported and followed', async () => {
  const added = await send('/feeds', { url: 'http://a.example/feed http://b.example/feed' });
  expect(added.status).toBe(200);
  expect(await page('/feeds?done=1')).toContain('2 feeds are watched.');
  const one = await send('/feeds', { url: 'http://c.example/=feed' });
  expect(one.text).toContain('http://c.example/=feed is watched.');
  await send('/outlets/c.example', { name: 'Sea Post', kind: 'newsroom' });
  expect(await page('/audit')).toContain('2 feeds are watched');
  const outlets = await page('/audit?action=OUTLET');
  expect(outlets).toContain('<a href="/outlets/c.example">Sea Post</a>');
  expect(outlets).not.toContain('feeds are watched');
  expect(await page('/audit?since=2100-01-01')).toContain('Nothing was changed by hand here.');
  expect((await fetch(`${desk.url}/audit?since=yesterday`)).status).toBe(400);
  expect(await page('/audit?target=c.example&action=feed')).toMatch(
    /<a href="\/feeds\/f[0-9a-f]+">http:\/\/c\.example/,
  );
  const csv = await fetch(`${desk.url}/audit.csv?action=feed`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  const lines = (await csv.text()).trim().split('\r\n');
  expect(lines[0]).toBe('at,who,action,count,target,detail');
  expect(lines).toHaveLength(3);
  const { items } = (await (await fetch(`${desk.url}/api/v1/audit?action=outlet`)).json()) as { items: unknown[] };
  expect(items).toHaveLength(1);
});
