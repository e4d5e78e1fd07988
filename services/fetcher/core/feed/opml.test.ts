import { expect, test } from 'vitest';
import { FeedError } from './feed-error.ts';
import { type OpmlFeed, readOpml, writeOpml } from './opml.ts';

const FEEDS: OpmlFeed[] = [
  {
    url: 'https://a.example/rss?x=1&y=2',
    title: 'Quay & "Crane" <daily>',
    site: 'https://a.example/',
    folders: ['News', 'Sea'],
  },
  { url: 'https://b.example/atom', title: 'Günlük', site: null, folders: ['News'] },
  { url: 'https://c.example/feed.json', title: null, site: null, folders: [] },
];

test('what is written is read again', () => {
  const text = writeOpml(FEEDS, 'My feeds', 'Tue, 03 Nov 2026 18:40:00 GMT');
  expect(readOpml(text)).toEqual([FEEDS[0], FEEDS[1], { ...FEEDS[2], title: FEEDS[2]!.url }]);
  expect(text).toContain('<outline text="News" title="News">');
});

test('lists of other readers: odd cases, url for xmlUrl, categories, feed: scheme, a feed twice, broken markup', () => {
  const feeds = readOpml(`<OPML version="1.1"><body>
    <outline text="World" ><outline XMLURL="feed://a.example/rss" text="A &eacute;"/><outline title="B" type="RSS" url="feed:https://b.example/rss">
    </outline>
    <outline text="c" xmlUrl="https://c.example/" category="/Top/Inner,/Other"><outline text="folder only"/>
    <outline xmlUrl="http://a.example/other"/><outline xmlUrl="https://a.example/rss" title="again"/><outline text="bad" xmlUrl="not an address"/></body>`);
  expect(feeds).toEqual([
    { url: 'https://a.example/rss', title: 'A é', site: null, folders: ['World'] },
    { url: 'https://b.example/rss', title: 'B', site: null, folders: ['World'] },
    { url: 'https://c.example/', title: 'c', site: null, folders: ['World'] },
    { url: 'http://a.example/other', title: null, site: null, folders: ['World'] },
  ]);
  expect(
    readOpml(
      '<opml><body><outline text="c" xmlUrl="https://c.example/" category="/Top/Inner,/Other"/></body></opml>',
    )[0]?.folders,
  ).toEqual(['Top', 'Inner']);
});

test('what is no list is refused', () => {
  expect(() => readOpml('<rss/>')).toThrow(FeedError);
  expect(readOpml('<opml/>')).toEqual([]);
});
