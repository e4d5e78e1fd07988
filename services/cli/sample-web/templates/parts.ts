import { type SampleArticle, unmarked } from '../article.ts';
import type { SampleOutlet } from '../outlets.ts';

/** An outlet's way of making a page: what it puts round a text, and which of that must never be taken for text. */
export interface Template {
  page(article: SampleArticle, outlet: SampleOutlet): string;
  /** The sentences of the frame itself, the same on each page. */
  frame: readonly string[];
}

/** Text made safe for HTML and XML, in element content and in double-quoted attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The day of an ISO date as its own zone has it, day first: `12/10/2026`. */
export function dayFirst(iso: string, separator: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return [day, month, year].join(separator);
}

/** The clock of an ISO date as its own zone has it: `08:40`. */
export function clock(iso: string): string {
  return iso.slice(11, 16);
}

/** The paragraphs as HTML, each made by `wrap`; `insert` comes after the second, in mid-text. */
export function body(article: SampleArticle, wrap: (html: string) => string, insert = ''): string {
  return article.paragraphs
    .map((paragraph, index) => block(paragraph, wrap) + (index === 1 && insert !== '' ? `\n${insert}` : ''))
    .join('\n');
}

function block(paragraph: string, wrap: (html: string) => string): string {
  const html = escapeXml(unmarked(paragraph));
  if (paragraph.startsWith('## ')) return `<h3>${html}</h3>`;
  return paragraph.startsWith('> ') ? `<blockquote>${wrap(html)}</blockquote>` : wrap(html);
}

/** `make` of a value that is there, else nothing. */
export function maybe<T>(value: T | undefined | null, make: (value: T) => string): string {
  return value === undefined || value === null ? '' : make(value);
}

/** The credit line, linked where it has an address. */
export function creditHtml(credit: NonNullable<SampleArticle['credit']>): string {
  return credit.href ? `<a href="${escapeXml(credit.href)}">${escapeXml(credit.line)}</a>` : escapeXml(credit.line);
}

/** What belongs to one article's page and not to its text: captions, links to other articles, the credit line. */
export function ownJunk(article: SampleArticle): string[] {
  return [
    article.photo?.caption,
    article.photo?.credit,
    article.readMore?.headline,
    ...(article.related ?? []),
    article.previous,
    article.next,
    article.credit?.line,
  ].filter((line) => line !== undefined);
}
