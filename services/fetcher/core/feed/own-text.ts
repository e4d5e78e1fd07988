import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { escapeHtml, plainText } from './markup.ts';

/** Words from which on what a feed says of an entry without a page is its text, and the cleaner's matter; fewer are a note. */
const LEAST_WORDS = 20;

/** The text of an entry that has no page, as a page; null where the feed says too little to be one. */
export function ownTextOf({ title, content, summary, author, published, updated }: FeedItem): string | null {
  const body = content ?? summary ?? '';
  if (tokenize(plainText(body)).length < LEAST_WORDS) return null;
  const date = published ?? updated;
  const meta = (name: string, value: string | null) =>
    value === null ? '' : `<meta ${name} content="${escapeHtml(value).replaceAll('"', '&quot;')}">`;
  const head = meta('name="author"', author) + meta('property="article:published_time"', date);
  const headline = escapeHtml(title ?? '');
  // Plain text keeps its paragraphs.
  const markup = /<[a-z]/i.test(body) ? body : `<p>${body.trim().replace(/\n\s*\n/g, '</p><p>')}</p>`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${headline}</title>${head}</head><body><article><h1>${headline}</h1>${markup}</article></body></html>`;
}
