import type { SampleArticle } from '../article.ts';
import { encode } from '../charset.ts';
import type { SampleOutlet } from '../outlets.ts';
import { atom } from './atom.ts';
import { entryOf, feedOrder } from './entry.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const FORMS = {
  rss: { write: rss, type: 'application/rss+xml' },
  atom: { write: atom, type: 'application/atom+xml' },
  json: { write: jsonFeed, type: 'application/feed+json' },
} as const;

/** An outlet's feed of its articles, in its form and charset. The header names no charset: the document does. */
export function feedDocument(
  outlet: SampleOutlet,
  articles: readonly SampleArticle[],
): { body: Buffer; contentType: string } {
  const form = FORMS[outlet.feed.form];
  const title = outlet.section ? `${outlet.name} - ${outlet.section}` : outlet.name;
  const text = form.write(outlet, title, feedOrder(articles).map(entryOf));
  return { body: encode(text, outlet.feed.charset), contentType: form.type };
}
