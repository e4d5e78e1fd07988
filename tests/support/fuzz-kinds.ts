import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileQuery } from '@wirewatch/shared/query/compile.ts';
import { prepareDocument } from '@wirewatch/shared/query/document.ts';
import { parseQuery } from '@wirewatch/shared/query/parse.ts';
import { seeded } from '@wirewatch/shared/seeded.ts';
import { cleanPage } from '../../services/cleaner/core/clean-page.ts';
import { FeedError } from '../../services/fetcher/core/feed/feed-error.ts';
import { readOpml } from '../../services/fetcher/core/feed/opml.ts';
import { parseFeed } from '../../services/fetcher/core/feed/parse-feed.ts';
import { decidingRule, groupsFor, parseRobots } from '../../services/fetcher/core/robots/robots-rules.ts';
import { readWarc } from '../../services/fetcher/warc/reader.ts';
import { mutate } from './mutate-feed.ts';

const FEED = 'https://quay.example/feed';
const SENTENCE =
  'Forty ships wait before the port, and the harbour office said on Tuesday that fog would stay for days.';
const DOCUMENT = prepareDocument({
  title: 'Ships wait before the port',
  text: SENTENCE,
  language: 'en',
  publishedAt: '2026-11-03',
  outlet: { name: 'Quay Post', host: 'quay.example' },
  countries: ['NOR'],
  topics: [],
  events: [],
  entities: [{ name: 'Harbour Office' }],
});

interface FuzzKind {
  whole: string[];
  /** Reads one damaged document; what it throws is a crash. */
  read(bytes: Uint8Array): unknown;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const refusing = (error: unknown) => {
  if (!(error instanceof FeedError)) throw error;
};

/** What strangers send us, whole, and who reads it. */
export const FUZZ_KINDS: Readonly<Record<string, FuzzKind>> = {
  feeds: {
    whole: [
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e "">]><rss version="2.0"><channel><title>Quay &amp; Crane</title><item><title>Fog&e;</title><link>https://quay.example/1</link><guid>1</guid><pubDate>Tue, 03 Nov 2026 18:40:00 GMT</pubDate><description><![CDATA[<p>${SENTENCE}</p>]]></description></item></channel></rss>`,
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/"><title>Quay</title><entry><id>a</id><link href="2"/><updated>2026-11-03T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${SENTENCE}</p></div></content></entry></feed>`,
      `{"version":"https://jsonfeed.org/version/1","title":"Quay","items":[{"id":"1","url":"https://quay.example/3","content_text":"${SENTENCE}","tags":["sea"]}]}`,
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://quay.example/4</loc><lastmod>2026-11-03</lastmod></url></urlset>',
    ],
    read: (bytes) => parseFeed(bytes, { url: FEED }).catch(refusing),
  },
  pages: {
    whole: [
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ships wait - Quay</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ships wait","datePublished":"2026-11-03","author":{"name":"Ana Sample"}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Ships wait</h1><p class="byline">By Ana Sample</p>${`<p>${SENTENCE}</p>`.repeat(6)}<p>Source: QPA</p></article><footer>© Quay</footer></body></html>`,
    ],
    read: (body) => {
      const { outcome, reason } = cleanPage({ url: 'https://quay.example/2026/11/03/ships', body }, { now: 0 });
      if (!outcome || !reason) throw new Error('a page without an outcome or a reason');
    },
  },
  robots: {
    whole: [
      'User-agent: *\nDisallow: /private/*/x$\nAllow: /private/open\nCrawl-delay: 5\n\nUser-agent: wirewatch\nDisallow: /*?print=\nSitemap: https://quay.example/map.xml\n',
    ],
    read: (bytes) =>
      decidingRule(groupsFor(parseRobots(text(bytes)), 'wirewatch'), `/private/${'a'.repeat(500)}/x?print=1`),
  },
  opml: {
    whole: [
      '<?xml version="1.0"?><opml version="2.0"><head><title>Ports</title></head><body><outline text="North"><outline type="rss" text="Quay" xmlUrl="https://quay.example/feed"/></outline></body></opml>',
    ],
    read: (bytes) => {
      try {
        readOpml(text(bytes));
      } catch (error) {
        refusing(error);
      }
    },
  },
  warc: {
    whole: [warcOf('<p>Fog over the quay.</p>'), warcOf(SENTENCE.repeat(20))],
    read: async (bytes) => {
      const folder = mkdtempSync(join(tmpdir(), 'ww-fuzz-'));
      try {
        const file = join(folder, 'a.warc');
        writeFileSync(file, bytes);
        for await (const page of readWarc(file)) if (!page.url) throw new Error('a page without an address');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  queries: {
    whole: [
      'ships AND (port OR "fog stays"~3) -crane^2',
      'title:"ships wait" country:NOR date:[2026-11-01 TO now-1d] harb*',
      '+fog +(outlet:quay OR entity:"Harbour Office") NOT event:CONSULT',
    ],
    read: (bytes) => {
      const parsed = parseQuery(text(bytes));
      if (parsed.ok) compileQuery(parsed.query).match(DOCUMENT, Date.parse('2026-11-04T00:00:00Z'));
    },
  },
};

function warcOf(body: string): string {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/1\r\nWARC-Date: 2026-11-03T10:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${block.length}\r\n`;
  return `${head}\r\n${block}\r\n\r\n`.repeat(2);
}

/** What one damaged document cost, and how it broke its reader if it did. */
export interface FuzzResult {
  cpuMs: number;
  crash: string | null;
}

/** Damages and reads document number `index` of a kind: the same seed and number make the same document, whatever was read before. */
export async function fuzzOne(kind: string, seed: number, index: number): Promise<FuzzResult> {
  const { whole, read } = FUZZ_KINDS[kind]!;
  const damaged = mutate(new TextEncoder().encode(whole[index % whole.length]), seeded(seed * 1_000_003 + index));
  const before = process.cpuUsage();
  let crash: string | null = null;
  try {
    await read(damaged);
  } catch (error) {
    crash = (error as Error).stack ?? String(error);
  }
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, crash };
}
