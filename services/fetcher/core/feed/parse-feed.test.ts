import { gzipSync } from 'node:zlib';
import { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import { expect, test } from 'vitest';
import { FeedError } from './feed-error.ts';
import { parseFeed } from './parse-feed.ts';
import { parseSitemapIndex } from './sitemap-index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, url = 'https://news.example/feeds/all.xml') => parseFeed(bytes(text), { url });

test('RSS 2.0 with the usual modules is read whole', async () => {
  const feed = await read(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:a10="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
  xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel>
  <title>Harbour News</title><link>https://news.example/</link><language>en-gb</language><ttl>15</ttl>
  <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
  <skipHours><hour>2</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
  <a10:link rel="self" href="https://news.example/feeds/all.xml"/><a10:link rel="hub" href="https://hub.example/"/>
  <item>
    <title>Ferry &amp;amp; harbour: a &lt;i&gt;new&lt;/i&gt; line</title>
    <link>/2026/ferry</link><guid isPermaLink="false">n-1</guid>
    <pubDate>Tue, 03 Nov 2026 18:40:00 +0300</pubDate><dc:creator>Ada Writer</dc:creator>
    <description>&lt;p&gt;The ferry sails on Monday.&lt;/p&gt;</description>
    <content:encoded><![CDATA[<p>The ferry sails on Monday, the harbour office said.</p>]]></content:encoded>
    <category>Transport</category><dc:subject>Sea</dc:subject><category>Transport</category>
    <enclosure url="ferry.mp3" type="audio/mpeg" length="1200"/>
    <media:group><media:content url="https://img.example/f.jpg" type="image/jpeg" fileSize="99"/></media:group>
    <source url="https://agency.example/rss">Agency Example</source>
    <feedburner:origLink>https://news.example/2026/ferry?full=1</feedburner:origLink>
  </item>
</channel></rss>`);
  expect(ParsedFeed.parse(feed)).toEqual({
    format: 'RSS',
    title: 'Harbour News',
    link: 'https://news.example/',
    language: 'en-gb',
    hub: 'https://hub.example/',
    self: 'https://news.example/feeds/all.xml',
    rhythm: { ttlSeconds: 900, updateSeconds: 1800, skipHours: [0, 2], skipDays: [0] },
    charset: 'utf-8',
    repaired: [],
    items: [
      {
        id: 'n-1',
        link: 'https://news.example/2026/ferry',
        originLink: 'https://news.example/2026/ferry?full=1',
        title: 'Ferry & harbour: a new line',
        published: '2026-11-03T15:40:00.000Z',
        updated: '2026-11-03T15:40:00.000Z',
        author: 'Ada Writer',
        summary: '<p>The ferry sails on Monday.</p>',
        content: '<p>The ferry sails on Monday, the harbour office said.</p>',
        categories: ['Transport', 'Sea'],
        enclosures: [
          { url: 'https://news.example/ferry.mp3', type: 'audio/mpeg', length: 1200 },
          { url: 'https://img.example/f.jpg', type: 'image/jpeg', length: 99 },
        ],
        source: { title: 'Agency Example', url: 'https://agency.example/rss' },
      },
    ],
  });
});

test('Atom 1.0: xml:base, XHTML, source, alternates by type', async () => {
  const feed = await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/" xml:lang="tr">
<title type="html">Liman &lt;b&gt;Haberleri&lt;/b&gt;</title><link href="."/><link rel="hub" href="https://hub.example/atom"/>
<entry xml:base="2026/"><id>tag:blog.example,2026:1</id><title type="text">5 &lt; 6 &amp; 7</title>
<link rel="enclosure" href="ses.mp3" length="7" type="audio/mpeg"/><link type="application/json" href="1.json"/><link type="text/html" href="1.html"/>
<updated>2026-11-03T10:00:00.5+03:00</updated><author><name>Ayşe Yazar</name><email>ayse@example.org</email></author>
<category term="deniz" label="Deniz"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Vapur <em>yarın</em> kalkıyor.<br/></p></div></content>
<source><id>https://ajans.example/</id><title>Ajans</title><link href="https://ajans.example/tr"/></source></entry></feed>`);
  expect(feed).toMatchObject({
    title: 'Liman Haberleri',
    link: 'https://blog.example/',
    language: 'tr',
    hub: 'https://hub.example/atom',
  });
  expect(feed.items[0]).toMatchObject({
    id: 'tag:blog.example,2026:1',
    link: 'https://blog.example/2026/1.html',
    title: '5 < 6 & 7',
    published: '2026-11-03T07:00:00.000Z',
    author: 'Ayşe Yazar',
    content: '<p>Vapur <em>yarın</em> kalkıyor.<br></p>',
    categories: ['Deniz'],
    enclosures: [{ url: 'https://blog.example/2026/ses.mp3', type: 'audio/mpeg', length: 7 }],
    source: { title: 'Ajans', url: 'https://ajans.example/tr' },
  });
});

const ONE_STORY: [string, string][] = [
  [
    'RSS 0.91',
    '<rss version="0.91"><channel><title>F</title><item><title>Tide</title><link>https://x.example/t</link></item></channel></rss>',
  ],
  [
    'RSS 2.0 without a version',
    '<rss><channel><title>F</title><item><title>Tide</title><link>https://x.example/t</link></item></channel></rss>',
  ],
  [
    'RSS without a channel',
    '<rss version="2.0"><title>F</title><item><title>Tide</title><link>https://x.example/t</link></item></rss>',
  ],
  [
    'RSS 1.0',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>F</title></channel><item rdf:about="https://x.example/t"><title>Tide</title><link>https://x.example/t</link></item></rdf:RDF>',
  ],
  [
    'RSS 0.90 with another prefix',
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:n="http://my.netscape.com/rdf/simple/0.9/"><n:channel><n:title>F</n:title></n:channel><n:item><n:title>Tide</n:title><n:link>https://x.example/t</n:link></n:item></r:RDF>',
  ],
  [
    'Atom 0.3',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>F</title><entry><title mode="base64" type="text/html">VGlkZQ==</title><link rel="alternate" href="https://x.example/t"/></entry></feed>',
  ],
  [
    'Atom without its namespace',
    '<feed><title>F</title><entry><title>Tide</title><link href="https://x.example/t"/></entry></feed>',
  ],
  [
    'CDF',
    '<CHANNEL HREF="https://x.example/"><TITLE>F</TITLE><ITEM HREF="https://x.example/t"><TITLE>Tide</TITLE></ITEM></CHANNEL>',
  ],
  [
    'JSON Feed',
    '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":1,"title":"Tide","url":"https://x.example/t","tags":"none"}]}',
  ],
  [
    'junk before and after',
    'Warning: something\n\n <?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>Tide</title><link>https://x.example/t</link></item></channel></rss> tail',
  ],
  [
    'a wrapper',
    '<response><rss version="2.0"><channel><title>F</title><item><title>Tide</title><link>https://x.example/t</link></item></channel></rss></response>',
  ],
  [
    'an unclosed item',
    '<rss version="2.0"><channel><title>F</title><item><title>Tide</title><link>https://x.example/t</link></channel></rss>',
  ],
  [
    'a crossed tag',
    '<rss version="2.0"><channel><title>F</title><item><title>Tide</titel><link>https://x.example/t</link></item></channel></rss>',
  ],
  [
    'a missing quote',
    '<rss version="2.0><channel><title>F</title><item><title>Tide</title><link>https://x.example/t</link></item></channel></rss>',
  ],
  [
    'a control character',
    '<rss version="2.0"><channel><title>F</title><item><title>Ti\u0008de</title><link>https://x.example/t</link></item></channel></rss>',
  ],
];

test.each(ONE_STORY)('%s reads as the same story', async (_name, document) => {
  const feed = await read(document);
  expect(feed.title).toBe('F');
  expect(feed.items.map(({ title, link }) => ({ title, link }))).toEqual([
    { title: 'Tide', link: 'https://x.example/t' },
  ]);
});

test.each([
  ['AT&T buys B&amp;B', 'AT&T buys B&B'],
  ['Caf&eacute; &nbsp;&hellip; d&#146;or', 'Café … d’or'],
  ['<![CDATA[Lights <b>out</b> &amp; on]]>', 'Lights out & on'],
  ['H<sub>2</sub>O &lt;script&gt;alert(1)&lt;/script&gt;found', 'H₂O found'],
  ['&own; opens', 'Own Press opens'],
  ['a &unknown; thing', 'a &unknown; thing'],
])('title %s', async (title, expected) => {
  const feed = await read(
    `<!DOCTYPE rss [<!ENTITY own "Own Press">]><rss><channel><item><title>${title}</title></item></channel></rss>`,
  );
  expect(feed.items[0]?.title).toBe(expected);
});

test('one bad entry never loses the feed', async () => {
  const feed =
    await read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Good</title><updated>2026-01-02T03:04:05Z</updated></entry>
    <entry><title>Bad <b></title><updated>yesterday</updated><link/></entry><entry><title>Fine</title><published>n/a</published></entry></feed>`);
  expect(feed.items.map((item) => item.title)).toEqual(['Good', 'Bad', 'Fine']);
  expect(feed.items[1]?.updated).toBeNull();
});

test('a truncated feed keeps its whole entries and leaves out the field that was cut', async () => {
  const feed = await read(
    '<rss><channel><title>F</title><item><title>One</title><link>https://x.example/1</link></item><item><title>Two</title><link>https://x.exa',
  );
  expect(feed.items.map(({ title, link }) => [title, link])).toEqual([
    ['One', 'https://x.example/1'],
    ['Two', null],
  ]);
  expect(feed.repaired).toContain('truncated');
});

test('unescaped HTML in a description stays one description', async () => {
  const feed = await read(
    '<rss><channel><item><title>T</title><description><p>One<br>two<p>three <b>four</i></description><link>https://x.example/</link></item></channel></rss>',
  );
  expect(feed.items[0]?.link).toBe('https://x.example/');
  expect(feed.items[0]?.summary).toBe('<p>One<br>two</p><p>three <b>four</b></p>');
});

test('news sitemaps are feeds', async () => {
  const feed =
    await read(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/a</loc><n:news><n:publication><n:name>Harbour News</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2026-11-03T10:00:00+02:00</n:publication_date><n:title>Quay &amp; crane</n:title><n:keywords>port, quay</n:keywords></n:news></url>
<url><loc></loc></url></urlset>`);
  expect(feed).toMatchObject({ title: 'Harbour News', language: 'en' });
  expect(feed.items).toHaveLength(1);
  expect(feed.items[0]).toMatchObject({
    link: 'https://news.example/a',
    title: 'Quay & crane',
    published: '2026-11-03T08:00:00.000Z',
    categories: ['port', 'quay'],
  });
});

const depth = (count: number) => '<a>'.repeat(count);
const laughs =
  '<!DOCTYPE rss [<!ENTITY a "0123456789"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>';

test.each([
  ['html', '<!DOCTYPE html><html><head><title>Page</title></head></html>', /discover/],
  ['html', '<?xml version="1.0"?><!-- x --><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', /discover/],
  ['empty', ' \n\t', /empty/],
  ['not-text', 'no markup here', /no markup/],
  ['not-a-feed', '<note><to>you</to></note>', /<note>/],
  ['not-a-feed', '{"hello":1}', /JSON/],
  ['bad-json', '{"items": [', /JSON/],
  ['opml', '<opml version="2.0"><body/></opml>', /import/],
  ['sitemap-index', '<sitemapindex><sitemap><loc>https://x.example/s.xml</loc></sitemap></sitemapindex>', /sitemaps/],
  ['too-deep', `<rss><channel><item><description>${depth(300)}`, /256/],
  ['too-many-entities', `${laughs}<rss><channel><title>&f;&f;</title></channel></rss>`, /grows past/],
])('refused as %s: %s', async (code, document, message) => {
  const error = await read(document).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FeedError);
  expect((error as FeedError).code).toBe(code);
  expect((error as FeedError).message).toMatch(message);
});

test('entities of entities that come to nothing cost no more than they are long', async () => {
  const levels = 'abcdefghijklm'.split('');
  const declared = levels.map((name, at) => `<!ENTITY ${name} "${at === 0 ? '' : `&${levels[at - 1]};`.repeat(10)}">`);
  const began = process.cpuUsage();
  const feed = await read(
    `<!DOCTYPE rss [${declared.join('')}]><rss><channel><title>a${'&m;'.repeat(50)}b</title></channel></rss>`,
  );
  const spent = process.cpuUsage(began);
  expect(feed.title).toBe('ab');
  // Taken apart at each mention these would be 10^12 look-ups: hours.
  expect(spent.user + spent.system).toBeLessThan(2_000_000);
});

test('an unclosed CDATA ends with its element, also one whose name is long or has brackets in it', async () => {
  for (const name of ['title', 'a(', `title${'-'.repeat(60_000)}`]) {
    const document = `<rss version="2.0"><channel><item><guid>1</guid><link>https://a.example/1</link><${name}><![CDATA[Fog</${name.toUpperCase()} ></item><item><guid>2</guid><link>https://a.example/2</link><title>Sun</title></item></channel></rss>`;
    expect((await read(document)).items.map(({ link }) => link)).toEqual([
      'https://a.example/1',
      'https://a.example/2',
    ]);
  }
});

test('an entity that stands for itself stays as it is written', async () => {
  const feed = await read(
    '<!DOCTYPE rss [<!ENTITY a "x&b;"><!ENTITY b "&a;">]><rss><channel><title>&a;</title></channel></rss>',
  );
  expect(feed.title).toBe('x&a;');
});

test('bounds of the caller', async () => {
  const items = Array.from({ length: 9 }, (_, index) => `<item><title>${index}</title></item>`).join('');
  const document = bytes(`<rss><channel>${items}</channel></rss>`);
  expect((await parseFeed(document, { url: '', maxItems: 4 })).items).toHaveLength(4);
  await expect(parseFeed(document, { url: '', maxBytes: 100 })).rejects.toMatchObject({ code: 'too-large' });
});

test('bytes in an 8-bit charset are decoded by their declaration', async () => {
  const head = bytes('<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>');
  const word = [0xcf, 0xee, 0xf0, 0xf2]; // "Порт"
  const feed = await parseFeed(Uint8Array.from([...head, ...word, ...bytes('</title></channel></rss>')]), { url: '' });
  expect(feed).toMatchObject({ title: 'Порт', charset: 'windows-1251' });
});

test('gzip sitemaps and their index', async () => {
  const packed = gzipSync('<urlset><url><loc>https://news.example/a</loc></url></urlset>');
  expect((await parseFeed(packed, { url: '' })).items[0]?.link).toBe('https://news.example/a');
  await expect(parseFeed(gzipSync(' '.repeat(5000)), { url: '', maxBytes: 1000 })).rejects.toMatchObject({
    code: 'too-large',
  });
  await expect(parseFeed(packed.subarray(0, 40), { url: '' })).rejects.toMatchObject({ code: 'not-text' });
  const index = bytes(
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/n.xml.gz</loc><lastmod>2026-11-03</lastmod></sitemap></sitemapindex>',
  );
  expect(parseSitemapIndex(index, { url: 'https://news.example/sitemap.xml' })).toEqual([
    { url: 'https://news.example/n.xml.gz', lastModified: '2026-11-03T00:00:00.000Z' },
  ]);
  expect(() => parseSitemapIndex(bytes('<rss/>'), { url: '' })).toThrow(FeedError);
});

test('words that objects have by birth are names like others', async () => {
  const feed = await read(
    '<rss xmlns:constructor="urn:x"><channel><item constructor="1"><constructor:a>b</constructor:a><title>&toString; is</title><pubDate>3 Nov 2026 10:00 valueOf</pubDate></item></channel></rss>',
  );
  expect(feed.items[0]?.title).toBe('&toString; is');
  await expect(read('<constructor/>')).rejects.toMatchObject({ code: 'not-a-feed' });
});

test('of several links the one in the form of Atom counts, else the first; a name stays as the feed wrote it', async () => {
  const item = (inner: string) => `<rss version="2.0"><channel><title>T</title><item>${inner}</item></channel></rss>`;
  const linkOf = async (inner: string) => (await read(item(inner))).items[0]?.link;
  const plain = '<link>https://news.example/a</link><link>https://news.example/b</link>';
  expect(await linkOf(plain)).toBe('https://news.example/a');
  expect(await linkOf(`${plain}<link href="https://news.example/c"/>`)).toBe('https://news.example/c');
  expect(await linkOf(`${plain}<link rel="enclosure" href="https://news.example/c.mp3"/>`)).toBe(
    'https://news.example/a',
  );
  const authored = await read(item('<author><![CDATA[Smith &amp; Sons]]></author>'));
  expect(authored.items[0]?.author).toBe('Smith &amp; Sons');
});

test('where a description and a summary stand, the much longer is the content, else the second', async () => {
  const [short, long] = [
    'The ferry is late.',
    'The ferry is late today, for fog lay on the strait until noon. '.repeat(3),
  ];
  const texts = async (inner: string) => {
    const feed = await read(`<rss version="2.0"><channel><title>T</title><item>${inner}</item></channel></rss>`);
    return [feed.items[0]?.summary, feed.items[0]?.content];
  };
  const [fog, quay] = ['Fog lies on the strait.', 'The quay is closed.'];
  expect(await texts(`<description>${fog}</description><summary>${quay}</summary>`)).toEqual([fog, quay]);
  expect(await texts(`<summary>${quay}</summary><description>${fog}</description>`)).toEqual([quay, fog]);
  expect(await texts(`<description>${long}</description><summary>${short}</summary>`)).toEqual([short, long.trim()]);
});
