import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from './support/dashboard.ts';
import { shelve } from './support/shelf.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  const page = (marks: string, owner: string) =>
    `<html><head>${marks}</head><body><p>The ferries sail again.</p><footer>© 2026 ${owner}</footer></body></html>`;
  const network = "<script>googletag.defineSlot('/12345678/top', [300, 250])</script>";
  await shelve(desk.store, desk.blobs, { url: 'http://harbour.example/1', html: page(network, 'Coast Media Ltd.') });
  await shelve(desk.store, desk.blobs, { url: 'http://island.example/1', html: page(network, 'Coast Media Ltd.') });
  await shelve(desk.store, desk.blobs, { url: 'http://inland.example/1', html: page('', 'Coast Media Ltd.') });
  await shelve(desk.store, desk.blobs, { url: 'http://plain.example/1' });
});
afterAll(() => desk.stop());

const page = async (path: string) => (await fetch(`${desk.url}${path}`, { headers: { accept: 'text/html' } })).text();
const send = (fields: [string, string][]) =>
  fetch(`${desk.url}/outlets/houses`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'text/html' },
  });

test('outlets of one house are proposed from their pages, and applied by a click alone', async () => {
  const proposed = await page('/outlets/houses');
  expect(proposed).toContain('Ad Manager network 12345678');
  expect(proposed).toContain('rights of Coast Media Ltd');
  expect(proposed).toMatch(/value="harbour\.example"[\s\S]*value="island\.example"/);
  expect(proposed).not.toContain('inland.example');
  expect(await page('/outlets/harbour.example')).toMatch(/name="house" value=""/);
  const outlets: [string, string][] = [
    ['outlet', 'harbour.example'],
    ['outlet', 'island.example'],
  ];
  const answer = await send([...outlets, ['house', 'Coast Media']]);
  expect(answer.url).toBe(`${desk.url}/outlets/Coast%20Media`);
  for (const [, id] of outlets) expect(await page(`/outlets/${id}`)).toContain('name="house" value="Coast Media"');
  expect(await page('/audit?action=outlet')).toContain('island.example');
});

test('a house without a name, or of an outlet that is none, changes nothing', async () => {
  expect(
    (
      await send([
        ['outlet', 'plain.example'],
        ['house', ' '],
      ])
    ).status,
  ).toBe(400);
  expect(
    (
      await send([
        ['outlet', 'plain.example'],
        ['outlet', 'none.example'],
        ['house', 'X'],
      ])
    ).status,
  ).toBe(404);
  expect(await page('/outlets/plain.example')).toMatch(/name="house" value=""/);
});
