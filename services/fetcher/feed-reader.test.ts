import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createFeedReader, type FeedReader } from './feed-reader.ts';

const HINTS = { url: 'https://quay.example/feed', contentType: 'application/rss+xml' };
const NOW = new Date('2026-11-03T10:00:00Z');
const rss = (items: string) =>
  new TextEncoder().encode(`<rss version="2.0"><channel><title>Quay</title>${items}</channel></rss>`);
const ITEM = '<item><title>Fog</title><link>https://quay.example/1</link></item>';

let reader: FeedReader;
afterEach(() => reader.close());

test('documents are read in a thread, one after the other, and refused by kind', async () => {
  reader = createFeedReader();
  const [first, second] = await Promise.all([
    reader.read(rss(ITEM), HINTS, NOW),
    reader.read(gzipSync(rss(ITEM + ITEM)), HINTS, NOW),
  ]);
  expect([first.items.length, second.items.length]).toEqual([1, 2]);
  await expect(reader.read(new TextEncoder().encode('<html><body>'), HINTS, NOW)).rejects.toMatchObject({
    name: 'FeedError',
    code: 'html',
  });
});

test('a document that takes more CPU than it may ends its thread, not the next document', async () => {
  reader = createFeedReader({ cpuMs: 500 });
  // Far more entries than are kept still have to be read as markup.
  const long = rss('<item><title>&lt;b&gt;a &amp;amp; b&lt;/b&gt;</title></item>'.repeat(190_000));
  await expect(reader.read(long, HINTS, NOW)).rejects.toMatchObject({
    code: 'too-costly',
    message: expect.stringMatching(/more than 500 ms of CPU for a document of \d{7,8} bytes/),
  });
  expect((await reader.read(rss(ITEM), HINTS, NOW)).items).toHaveLength(1);
});

test('a document over the heap limit is refused, and the reader lives on', async () => {
  reader = createFeedReader({ heapMb: 48 });
  const long = rss('<item><title>&lt;b&gt;a &amp;amp; b&lt;/b&gt;</title></item>'.repeat(190_000));
  await expect(reader.read(long, HINTS, NOW)).rejects.toMatchObject({
    code: 'too-costly',
    message: expect.stringContaining('48 MB of heap'),
  });
  expect((await reader.read(rss(ITEM), HINTS, NOW)).items).toHaveLength(1);
});

test('an operator who raised the bytes raised what a document may hold and cost', async () => {
  const entry = `<item><title>Fog</title><link>https://quay.example/1</link><description>${'far '.repeat(5000)}</description></item>`;
  const large = rss(entry.repeat(900));
  expect(large.length).toBeGreaterThan(17_000_000);
  reader = createFeedReader();
  await expect(reader.read(large, HINTS, NOW)).rejects.toMatchObject({ code: 'too-large' });
  await reader.close();
  reader = createFeedReader({ maxBytes: 20_000_000 });
  expect((await reader.read(large, HINTS, NOW)).items).toHaveLength(900);
});

test('what the clock ends is no fault of the document', async () => {
  reader = createFeedReader({ wallMs: 1 });
  await expect(reader.read(rss(ITEM), HINTS, NOW)).rejects.toMatchObject({ name: 'ReadOvertook' });
});
