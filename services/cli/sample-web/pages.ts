import type { SampleArticle } from './article.ts';
import { encode } from './charset.ts';
import { feedDocument } from './feeds/feed.ts';
import { addressOf, feedAddress, OUTLETS, outletOf, type SampleOutlet } from './outlets.ts';
import { TEMPLATES } from './templates/index.ts';
import { botWall, listing, missing } from './templates/no-article.ts';
import { escapeXml } from './templates/parts.ts';

/** One answer of the sample web, before HTTP. `modified` is an ISO date. */
export interface Page {
  status: number;
  contentType: string;
  body: Buffer;
  modified: string;
  /** Content-Encoding. */
  encoding?: string;
}

/** A page in a coding that nobody asked for: what a broken proxy makes of one. */
const GARBLED = Buffer.from('5d00008000ffffffffffffffff0000deadbeef5a17c3a09e44', 'hex');

/** Before any article was published: the date of what never changes. */
const FOUNDED = '2026-08-01T00:00:00Z';

/** The articles as they stand: those with a second state in it once the web has been revised. */
export function currentState(articles: readonly SampleArticle[], revised: boolean): SampleArticle[] {
  return articles.map((article) => (revised && article.later ? { ...article, ...article.later } : article));
}

/** Every address of the sample web and what it answers: articles, feeds, home pages, robots.txt. */
export function allPages(articles: readonly SampleArticle[], revised: boolean): Map<string, Page> {
  const current = currentState(articles, revised);
  const pages = new Map(current.map((article) => [addressOf(article), articlePage(article)]));
  for (const outlet of Object.values(OUTLETS)) {
    const own = current.filter((article) => article.outlet === outlet.id);
    const modified = own
      .map((article) => article.updated ?? article.published)
      .reduce((newest, date) => (Date.parse(date) > Date.parse(newest) ? date : newest), FOUNDED);
    pages.set(feedAddress(outlet), { status: 200, ...feedDocument(outlet, own), modified });
    pages.set(`http://${outlet.host}/`, html(home(outlet, own), outlet, modified));
    pages.set(`http://${outlet.host}/robots.txt`, {
      status: 200,
      contentType: 'text/plain; charset=utf-8',
      body: Buffer.from(robots(outlet)),
      modified: FOUNDED,
    });
  }
  return pages;
}

function articlePage(article: SampleArticle): Page {
  const outlet = outletOf(article);
  const modified = article.updated ?? article.published;
  switch (article.answer) {
    case 'not-found':
      return html(missing(outlet), outlet, modified, 404);
    case 'gone':
      return html(missing(outlet), outlet, modified, 410);
    case 'bot-wall':
      return html(botWall(outlet), outlet, modified, 403);
    case 'listing':
      return html(listing(article, outlet), outlet, modified);
    case 'garbled':
      return { ...html('', outlet, modified), body: GARBLED, encoding: 'x-lzma' };
    case undefined:
      return html(TEMPLATES[article.outlet].page(article, outlet), outlet, modified);
  }
}

function html(text: string, outlet: SampleOutlet, modified: string, status = 200): Page {
  // Charset in the header for the 8-bit outlet only: the others leave it to the page's own meta element, as many do.
  const contentType = outlet.pageCharset === 'utf-8' ? 'text/html' : `text/html; charset=${outlet.pageCharset}`;
  return { status, contentType, body: encode(text, outlet.pageCharset), modified };
}

function home(outlet: SampleOutlet, articles: readonly SampleArticle[]): string {
  const type = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' };
  return `<!doctype html>
<html lang="${outlet.language}"><head><meta charset="${outlet.pageCharset}"><title>${escapeXml(outlet.name)}</title>
<link rel="alternate" type="${type[outlet.feed.form]}" href="${outlet.feed.path}"></head>
<body><h1>${escapeXml(outlet.name)}</h1><ul>
${articles.map((article) => `<li><a href="${escapeXml(article.path)}">${escapeXml(article.title)}</a></li>`).join('\n')}
</ul></body></html>`;
}

function robots(outlet: SampleOutlet): string {
  return ['User-agent: *', ...(outlet.disallow ?? []).map((path) => `Disallow: ${path}`), 'Allow: /', ''].join('\n');
}
