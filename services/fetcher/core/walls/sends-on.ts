import { readRefresh, refreshOf } from '../feed/refresh.ts';
import { showsMoreWordsThan } from './visible-words.ts';

/** A page that reloads itself after minutes is one that is read; one that sends its readers on does so at once. */
const MOST_SECONDS = 10;
/** A page of more words is itself what was asked for. */
const MOST_WORDS = 60;
const NAMED = /http-equiv\s*=\s*["']?\s*refresh/i;
/** Such a page is a few hundred bytes. */
const MOST_BYTES = 100_000;

/**
 * Where a page sends its readers on by itself, as browsers follow it: by a `Refresh` header or `<meta http-equiv="refresh">`. A gate that
 * sets its cookie so leads back to where one was. Null where the page is more than a sign.
 * @param url the address that answered
 */
export function sendsOn(
  answer: { status: number; headers: Readonly<Record<string, string>>; body: Uint8Array },
  url: string,
): string | null {
  const { status, headers, body } = answer;
  if (status !== 200 || body.length > MOST_BYTES || !/html|^$/i.test(headers['content-type'] ?? '')) return null;
  // Each letter of ASCII stands for itself; an address in others is written in escapes.
  const source = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  // Nearly every page ends here: to look at all its tags would cost as much as to fetch it.
  if (headers.refresh === undefined && !NAMED.test(source)) return null;
  const html = source.replace(/<noscript\b[\s\S]*?(?:<\/noscript\s*>|$)/gi, '');
  const onward = readRefresh(headers.refresh, url) ?? refreshOf(html, url);
  if (onward === null || onward.seconds > MOST_SECONDS) return null;
  return showsMoreWordsThan(MOST_WORDS, html) ? null : onward.url;
}
