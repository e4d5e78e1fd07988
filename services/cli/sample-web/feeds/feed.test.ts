import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { ARTICLES } from '../articles/index.ts';
import { addressOf, OUTLETS, type SampleOutlet } from '../outlets.ts';
import { feedDocument } from './feed.ts';
import { rfc822 } from './rss.ts';

const outlets = Object.values(OUTLETS);
const own = (outlet: SampleOutlet) => ARTICLES.filter((article) => article.outlet === outlet.id);

/** The feed's text, decoded as its own declaration says. */
function documentOf(outlet: SampleOutlet): string {
  const { body } = feedDocument(outlet, own(outlet));
  const charset = /encoding="([\w-]+)"/.exec(body.toString('latin1'))?.[1] ?? 'utf-8';
  expect(charset).toBe(outlet.feed.charset);
  return new TextDecoder(charset, { fatal: true }).decode(body);
}

const BARE = /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/g;

interface Item {
  link: string;
  title: string;
  date: string;
}

async function itemsOf(outlet: SampleOutlet): Promise<Item[]> {
  const text = documentOf(outlet);
  if (outlet.feed.form === 'json') {
    const feed: { items: { url: string; title: string; date_published: string }[] } = JSON.parse(text);
    return feed.items.map((item) => ({ link: item.url, title: item.title, date: item.date_published }));
  }
  const mended = outlet.feed.bareAmpersands ? text.replace(BARE, '&amp;') : text;
  const feed = await new Parser().parseString(mended);
  return feed.items.map((item) => ({
    link: item.link ?? '',
    title: item.title ?? '',
    date: item.isoDate ?? item.pubDate ?? '',
  }));
}

test.each(outlets)('the feed of $host announces each of its articles', async (outlet) => {
  const items = await itemsOf(outlet);
  const listed = own(outlet).map((article) => [addressOf(article), article.title, Date.parse(article.published)]);
  expect(listed.length).toBeGreaterThanOrEqual(3);
  expect(new Set(items.map((item) => JSON.stringify([item.link, item.title, Date.parse(item.date)])))).toEqual(
    new Set(listed.map((line) => JSON.stringify(line))),
  );
});

test('only the feed with bare ampersands is not well-formed', () => {
  for (const outlet of outlets.filter((each) => each.feed.form !== 'json'))
    expect([outlet.host, documentOf(outlet).search(BARE) >= 0]).toEqual([
      outlet.host,
      outlet.feed.bareAmpersands === true,
    ]);
});

test('the forms and charsets are mixed', () => {
  expect(new Set(outlets.map((outlet) => outlet.feed.form))).toEqual(new Set(['rss', 'atom', 'json']));
  expect(new Set(outlets.map((outlet) => outlet.feed.charset))).toEqual(
    new Set(['utf-8', 'windows-1251', 'windows-1254']),
  );
});

test('feeds run from new to old, but for what was released late', async () => {
  const late = ARTICLES.filter((article) => article.listedLast);
  expect(late.map((article) => article.plan.relation)).toEqual(['original']);
  for (const outlet of outlets) {
    const items = await itemsOf(outlet);
    const lateHere = items.filter((item) => late.some((article) => addressOf(article) === item.link));
    expect(items.slice(items.length - lateHere.length)).toEqual(lateHere);
    const dates = items.slice(0, items.length - lateHere.length).map((item) => Date.parse(item.date));
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  }
});

test('dates are written with their own zone', () => {
  expect(rfc822('2026-10-12T09:12:00+01:00')).toBe('Mon, 12 Oct 2026 09:12:00 +0100');
  expect(rfc822('2026-10-04T00:05:00Z')).toBe('Sun, 04 Oct 2026 00:05:00 +0000');
});
