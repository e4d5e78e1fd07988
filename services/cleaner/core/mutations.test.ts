import { seeded } from '@wirewatch/shared/seeded.ts';
import { expect, test } from 'vitest';
import { mutate } from '../../../tests/support/mutate-page.ts';
import { cleanPage } from './clean-page.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge opens - Sample</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens","datePublished":"2021-03-02","author":{"name":"Ana Sample"}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Bridge opens</h1><p class="byline">By Ana Sample</p>
<figure><img src="a.jpg" alt="a > b"><figcaption>The bridge</figcaption></figure>
<p>The bridge over the eastern channel opened on Tuesday, a year later than planned, with a short speech and a long line of cars.</p>
<p>It carries two lanes and a path for walkers, the council said, and it will be lit from dusk until midnight from next week on.</p>
<table><tr><td>Length</td><td>310 m</td></tr></table><p>Source: AP</p></article><footer>© Sample</footer></body></html>`;

test('no mutated page throws, and each ends in an outcome with a reason', { timeout: 60_000 }, () => {
  const random = seeded(42);
  for (let i = 0; i < 200; i += 1) {
    const result = cleanPage({ url: 'https://a.example/2021/03/02/bridge', body: mutate(PAGE, random) }, { now: 0 });
    expect(result.outcome).toBeTruthy();
    expect(result.reason).not.toBe('');
  }
});
