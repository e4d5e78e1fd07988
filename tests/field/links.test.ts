import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Field, openField, pageOf, plays, rssOf } from '../support/field.ts';

let field: Field;
beforeAll(async () => {
  field = await openField(['paper.example', 'xn--mhle-0ra.example']);
});
afterAll(() => field?.close());

const FEED = 'http://paper.example/feed.xml';
const item = (link: string, guid: string, more = '') =>
  `<item><title>On ${guid}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid>${more}</item>`;
const play = (...items: string[]) => field.server.play('/feed.xml', plays(rssOf(items)));
const playPage = (path: string, subject: string, head = '') =>
  field.server.play(path, plays(pageOf(subject, head), 'text/html'));

test.each([
  ['a page that is not there', 'http://paper.example/early/quay'],
  ['a placeholder', 'http://paper.example/'],
  ['a host that does not exist', 'http://nobody.invalid/quay'],
])('a link that led to %s is fetched once it is mended under the same GUID', async (kind, first) => {
  const name = kind.replaceAll(' ', '-');
  playPage(`/2026/${name}`, name);
  play(item(first, name));
  await field.poll(FEED);
  play(item(`http://paper.example/2026/${name}`, name));
  await field.poll(FEED);
  expect(field.asked(`/2026/${name}`)).toBe(1);
});

test('a bulletin that changes its link under one GUID is a new article each time, and earlier ones keep their feed', async () => {
  for (const hour of [6, 9, 12]) {
    playPage(`/bulletin/edition-${hour}00`, `the state at ${hour}`);
    play(item(`http://paper.example/bulletin/edition-${hour}00`, 'bulletin'));
    await field.poll(FEED);
    field.later(3 * 3_600_000);
  }
  const made = (await field.articles()).filter((row) => row.url.includes('/bulletin/'));
  expect(made).toHaveLength(3);
  for (const article of made) expect(await field.carriers(article)).toEqual([FEED]);
});

test.each([
  ['the old address redirects to the new one', true],
  ['the old page names the new one as canonical', false],
])('a slug that was renamed is the same article where %s', async (how, redirects) => {
  const name = redirects ? 'lock' : 'pier';
  const [old, fresh] = [`/2026/${name}-closes`, `/2026/${name}-to-reopen-in-spring`];
  playPage(old, `the ${name}`);
  play(item(`http://paper.example${old}`, name));
  await field.poll(FEED);
  field.later(3_600_000);
  playPage(fresh, `the ${name} and when`);
  if (redirects) field.server.play(old, (_, response) => response.writeHead(302, { location: fresh }).end());
  else playPage(old, `the ${name}`, `<link href='${fresh}' rel=canonical>`);
  play(item(`http://paper.example${fresh}`, name));
  await field.poll(FEED);
  await field.poll(FEED);
  const rows = (await field.articles()).filter((row) => row.url.includes(`/${name}-`));
  const [kept] = rows.filter((row) => row.outcome !== 'same-page');
  expect(rows.map((row) => row.outcome).sort(), how).toEqual(['done', 'same-page']);
  expect(kept).toMatchObject({ url: `http://paper.example${fresh}` });
  expect(await field.carriers(kept!)).toEqual([FEED]);
  // Once for its text; the old address once more to be told where it leads.
  expect(field.asked(old)).toBe(2);
  expect(field.asked(fresh)).toBe(redirects ? 2 : 1);
});

test('names with other letters are found: in a feed, a link and a redirect', async () => {
  playPage('/2026/rad', 'the wheel');
  field.server.play('/2026/fort', (_, response) => {
    const location = Buffer.from('http://mühle.example/2026/rad').toString('latin1');
    response.writeHead(302, { location }).end();
  });
  field.server.play('/rad.xml', plays(rssOf([item('http://mühle.example/2026/fort', 'rad')])));
  await field.poll('http://mühle.example/rad.xml');
  expect(field.server.seen.filter(({ path }) => path === '/2026/rad').map(({ host }) => host)).toEqual([
    'xn--mhle-0ra.example',
  ]);
});
