import { createLogger } from '@wirewatch/shared/log.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressNamed, forgetPage } from '../../services/cli/archive/forget.ts';
import { type Field, openField, plays, rssOf } from '../support/field.ts';

let field: Field;
beforeAll(async () => {
  field = await openField(['paper.example']);
});
afterAll(() => field?.close());

const URL = 'http://paper.example/feed.xml?token=quay';
const text = (subject: string) =>
  `<p>The pilots of the harbour met on Monday and spoke for three hours of ${subject}, which the council had put off since spring.</p>`;
const item = (name: string, subject: string) =>
  `<item><title>On the ${name}</title><guid isPermaLink="false">${name}</guid><description><![CDATA[${text(subject)}]]></description></item>`;

test('a text that stood in a feed alone is forgotten by its id, and the feed does not bring it back', async () => {
  field.server.play('/feed.xml', plays(rssOf([item('wall', 'wardens'), item('lock', 'locksmiths')])));
  await field.poll(URL);
  const { store, blobs } = field.opened.context;
  const rows = await field.articles();
  const gone = rows.find(({ title }) => title === 'On the wall')!;
  const log = createLogger('forget', 'silent');
  const context = { store, blobs, log, now: Date.now };

  // Its address as it is told is the feed's: which of the two is meant only the id says.
  expect(await addressNamed(store, 'http://paper.example/feed.xml?token=REDACTED')).toEqual({
    problem: expect.stringMatching(/is a feed, and 2 articles have no other address: name them by their ids/),
  });
  const named = await addressNamed(store, gone.id);
  expect(named).toEqual({ address: gone.url });
  expect(await addressNamed(store, 'a00000000000000000000')).toEqual({
    problem: expect.stringContaining('no article'),
  });
  expect(await forgetPage(context, gone.url, 'tester')).toMatchObject({ id: gone.id, known: true, blobs: 1 });
  expect(await blobs.has(gone.rawHash!)).toBe(false);

  // The same words again, then others: neither is kept.
  const kept: Array<string | null> = [];
  for (const subject of ['wardens', 'watchmen']) {
    field.later(3 * 3_600_000);
    field.server.play('/feed.xml', plays(rssOf([item('wall', subject), item('lock', 'locksmiths')])));
    await field.poll(URL);
    const [row] = (await field.articles()).filter(({ id }) => id === gone.id);
    expect(row).toMatchObject({ outcome: 'forgotten', stage: null, title: null, rawHash: null, finalUrl: null });
    kept.push(...(await store.db.select().from(store.tables.entries)).map(({ title }) => title));
  }
  expect(kept.sort()).toEqual([null, null, 'On the lock', 'On the lock'].sort());
  const bytes: string[] = [];
  for await (const part of blobs.list())
    for (const { hash } of part) bytes.push(Buffer.from(await blobs.get(hash)).toString());
  expect(bytes.join()).toContain('locksmiths');
  expect(bytes.join()).not.toMatch(/wardens|watchmen/);
});
