import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { decodeBytes } from '@wirewatch/shared/text/charset.ts';
import { decodedTwice, maybeTwice } from '../dom/encoded-twice.ts';
import { type Page, parsePage } from '../dom/parse.ts';
import { TreeBound } from '../dom/tree-adapter.ts';
import { failed } from '../failed.ts';

/** Bytes or characters of a page's source, times the room; a real article page has under 3 million, and ten times the work is no page. */
export const MAX_CHARACTERS = 12_000_000;

/** A page opened: its tree and the source that it is from. */
export interface OpenedPage {
  page: Page;
  source: string;
  /** How many times the usual bounds the page may take. */
  room: number;
}

/**
 * First step: bytes to a tree. The charset is decided from the bytes; a string is taken as it is.
 * @param room how many times the usual bounds the page may take
 * @returns the page, or the record of a response that is none: too large, empty, another format
 */
export function openPage(input: CleanInput, room: number): OpenedPage | CleanResult {
  const size = input.body.length;
  const most = MAX_CHARACTERS * room;
  if (size > most) return failed('too-large', `the page has ${size} bytes, more than ${most}`);
  const contentType = input.contentType ?? null;
  const written =
    typeof input.body === 'string' ? input.body : decodeBytes(input.body, { contentType, kind: 'html' }).text;
  const source = maybeTwice(input.body) ? decodedTwice(written) : written;
  const foreign = notHtml(source, contentType);
  if (foreign) return failed('not-an-article', foreign);
  if (source.trim() === '') return failed('empty', 'the response has no content');
  try {
    return { page: parsePage(source, room), source, room };
  } catch (error) {
    if (error instanceof TreeBound) return failed('too-large', `the page of ${size} characters has ${error.message}`);
    throw error;
  }
}

function notHtml(source: string, contentType: string | null): string | null {
  const head = source.slice(0, 1024).trimStart();
  if (head.startsWith('%PDF-')) return 'the response is a PDF document';
  if (/^[[{]/.test(head) && !head.includes('<') && /json/i.test(contentType ?? 'json')) {
    try {
      JSON.parse(source);
      return 'the response is JSON';
    } catch {
      return null;
    }
  }
  if (/^(?:PK\u0003\u0004|\u0089PNG|GIF8|ÿØÿ|\ufffdPNG)/.test(head)) return 'the response is a binary file';
  if (/^<\?xml[^>]*>\s*<(?:rss|feed|urlset|sitemapindex)\b|^<(?:rss|feed)\b/i.test(head))
    return 'the response is a feed or site map';
  return null;
}
