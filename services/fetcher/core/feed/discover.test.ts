import { expect, test } from 'vitest';
import { discoverFeeds } from './discover.ts';

test('announced feeds come first, feeds of comments last', () => {
  const page = `<!doctype html><head><base href="https://news.example/en/">
    <!-- <link rel="alternate" type="application/rss+xml" href="/old.xml"> -->
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <LINK TYPE='application/atom+xml' REL='Alternate' TITLE='World &amp; sea' HREF='world.atom?a=1&amp;b=2'>
    <link rel=alternate type=application/feed+json href=//news.example/feed.json>
    <link rel="alternate" hreflang="tr" href="/tr/"><link rel="alternate" type="text/xml" href="/wlwmanifest.xml">
    <script>document.write('<link rel="alternate" type="application/rss+xml" href="/script.xml">')</script></head>
    <a href="https://news.example/rss/sport">Sport</a> <a href="/about">About</a> <a href="feed://news.example/breaking.rss">now</a>
    <a href="/img/rss.png">icon</a>`;
  const found = discoverFeeds(page, 'https://news.example/index.html');
  expect(found.filter((one) => one.from !== 'guess')).toEqual([
    {
      url: 'https://news.example/en/world.atom?a=1&b=2',
      title: 'World & sea',
      type: 'application/atom+xml',
      from: 'link',
    },
    { url: 'https://news.example/feed.json', title: null, type: 'application/feed+json', from: 'link' },
    { url: 'https://news.example/rss/sport', title: null, type: null, from: 'anchor' },
    { url: 'https://news.example/breaking.rss', title: null, type: null, from: 'anchor' },
    { url: 'https://news.example/comments/feed', title: 'Comments', type: 'application/rss+xml', from: 'link' },
  ]);
  expect(found.at(-1)?.title).toBe('Comments');
});

test('a page that announces nothing leaves the usual places, each once', () => {
  const found = discoverFeeds('<p>Nothing here.</p>', 'https://news.example/a/b?c');
  expect(found.every((one) => one.from === 'guess' && one.url.startsWith('https://news.example/'))).toBe(true);
  expect(new Set(found.map((one) => one.url)).size).toBe(found.length);
  expect(found.map((one) => one.url)).toContain('https://news.example/news-sitemap.xml');
});

test('endless half markup costs no more than its length', () => {
  for (const piece of ['a', '<a ', '<!--', '<script>', ' ', 'href="']) {
    expect(discoverFeeds(`<a ${piece.repeat(100_000)}`, 'https://news.example/').length).toBeGreaterThan(0);
  }
});
