import { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import { seeded } from '@wirewatch/shared/seeded.ts';
import { expect, test } from 'vitest';
import { FeedError } from '../../services/fetcher/core/feed/feed-error.ts';
import { parseFeed } from '../../services/fetcher/core/feed/parse-feed.ts';
import { mutate } from './mutate-feed.ts';

const WHOLE = [
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay &amp; Crane</title>
  <item><title>Ships wait</title><link>https://x.example/1</link><guid>1</guid><pubDate>Tue, 03 Nov 2026 18:40:00 GMT</pubDate>
  <content:encoded><![CDATA[<p>Forty ships wait before the port.</p>]]></content:encoded></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/"><title type="html">A &lt;b&gt;feed&lt;/b&gt;</title><entry><id>a</id><link href="2"/>
  <updated>2026-11-03T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <i>crane</i> fell.</p></div></content></entry></feed>`,
  '{"version":"https://jsonfeed.org/version/1","title":"J","items":[{"id":"1","url":"https://x.example/3","content_text":"Fog over the quay.","tags":["sea"]}]}',
].map((text) => new TextEncoder().encode(text));

test('a damaged feed is read or refused, and never breaks the reader', async () => {
  const random = seeded(3);
  let read = 0;
  for (let round = 0; round < 300; round += 1) {
    const damaged = mutate(WHOLE[round % WHOLE.length]!, random);
    const result = await parseFeed(damaged, { url: 'https://x.example/feed' }).catch((error: unknown) => error);
    if (result instanceof FeedError) continue;
    ParsedFeed.parse(result);
    read += 1;
  }
  expect(read).toBeGreaterThan(100);
}, 60_000);
