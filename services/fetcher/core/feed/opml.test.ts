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
  expect(readOpml(text).feeds).toEqual([FEEDS[0], FEEDS[1], { ...FEEDS[2], title: FEEDS[2]!.url }]);
  expect(text).toContain('<outline text="News" title="News">');
});

test('lists of other readers: odd cases, url for xmlUrl, categories, feed: scheme, a feed twice, broken markup', () => {
  const { feeds } = readOpml(`<OPML version="1.1"><body>
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
    readOpml('<opml><body><outline text="c" xmlUrl="https://c.example/" category="/Top/Inner,/Other"/></body></opml>')
      .feeds[0]?.folders,
  ).toEqual(['Top', 'Inner']);
});

test('what is no list is refused', () => {
  expect(() => readOpml('<rss/>')).toThrow(FeedError);
  expect(readOpml('<opml/>')).toEqual({ feeds: [], leftOut: [] });
});

test('any charset, and what is left out is named', () => {
  const list = (charset: string) =>
    `<?xml version="1.0" encoding="${charset}"?><opml version="2.0"><body><outline text="Île été" xmlUrl="http://a.example/rss"/></body></opml>`;
  for (const bytes of [
    Buffer.from(`\ufeff${list('UTF-16')}`, 'utf16le'),
    Buffer.from(`\ufeff${list('UTF-16')}`, 'utf16le').swap16(),
    Buffer.from(list('ISO-8859-1'), 'latin1'),
    Buffer.from(list('windows-1252'), 'latin1'),
    Buffer.from(list('utf-8')),
  ]) {
    expect(readOpml(bytes).feeds.map(({ title }) => title)).toEqual(['Île été']);
  }
  const { feeds, leftOut } =
    readOpml(`<opml><body><outline text="No Address" xmlUrl=""/><outline text="Typed" type="rss"/>
    <outline text="Said "twice" here" xmlUrl="http://quote.example/rss"/><outline text="Kept" xmlUrl="http://kept.example/rss"/>
    <outline text="Again" xmlUrl="http://kept.example/rss"/><outline text="Lost" xmlUrl="/feed.xml"/>
    <outline text="Found" xmlUrl="/feed.xml" htmlUrl="http://site.example/"/><outline text="Mail" xmlUrl="mailto:a@b.example"/></body></opml>`);
  expect(feeds.map(({ url }) => url)).toEqual([
    'http://quote.example/rss',
    'http://kept.example/rss',
    'http://site.example/feed.xml',
  ]);
  expect(leftOut.map((why) => /^"(.*?)"/.exec(why)?.[1])).toEqual(['No Address', 'Typed', 'Again', 'Lost', 'Mail']);
});

test('a list that lost its frame is read, and a site without a feed is named with what to do', () => {
  const { feeds, leftOut } = readOpml(
    '<outline text="One" xmlUrl="http://one.example/rss"/>\n<outline text="Two" xmlUrl="http://two.example/rss"/><outline text="Gazette" htmlUrl="http://gazette.example/"/><outline text="Empty"/>',
  );
  expect(feeds.map(({ url }) => url)).toEqual(['http://one.example/rss', 'http://two.example/rss']);
  expect(leftOut).toEqual([
    '"Gazette" has no feed, only a page: `wirewatch feeds discover http://gazette.example/` looks for one',
  ]);
});
