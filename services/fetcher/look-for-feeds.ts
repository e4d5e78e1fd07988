import { setTimeout as wait } from 'node:timers/promises';
import { decodeBytes } from '@wirewatch/shared/text/charset.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { discoverFeeds, type FeedCandidate } from './core/feed/discover.ts';
import { refreshOf } from './core/feed/refresh.ts';
import type { HttpResponse } from './http/answer.ts';
import type { HttpClient } from './http/client.ts';
import { parseSource } from './parse-source.ts';

/** Guesses asked for at most, one after the other with the gap between. */
const MOST_GUESSES = 6;

/** Pages that send their readers on, one after the other. */
const MOST_FOLLOWED = 2;

/**
 * The feeds of a page: itself if it is one, else those that it or its server announces or links to, and only where there is none the
 * addresses that many sites use, one by one until one of them is a feed.
 * @param deps.gapMs between two requests to the host
 * @param deps.maxBytes of a feed, decompressed; default as shipped
 * @param followed how often a page has sent us on
 * @throws Error in words where the page cannot be looked at
 */
export async function lookForFeeds(
  page: string,
  deps: { http: Pick<HttpClient, 'get'>; gapMs: number; maxBytes?: number },
  followed = 0,
): Promise<{ found: Array<Pick<FeedCandidate, 'url' | 'title'>>; from: string }> {
  const answer = await deps.http.get(page);
  if (!answer.ok) throw new Error(`cannot look at ${redactUrl(page)}: ${answer.message}`);
  if (answer.status >= 400) throw new Error(`cannot look at ${redactUrl(page)}: the server answered ${answer.status}`);
  const own = await readAsFeed(answer, deps.maxBytes);
  if (own !== null) return { found: [{ url: page, title: own.title }], from: 'at the address itself' };
  const { text } = decodeBytes(answer.body, { contentType: answer.headers['content-type'] ?? null, kind: 'html' });
  const all = discoverFeeds(text, answer.finalUrl, answer.headers.link);
  const found = all.filter((feed) => feed.from !== 'guess');
  if (found.length > 0) return { found, from: `announced by ${redactUrl(answer.finalUrl)}` };
  const onward = refreshOf(text, answer.finalUrl)?.url ?? null;
  if (onward !== null && onward !== answer.finalUrl && followed < MOST_FOLLOWED) {
    await wait(deps.gapMs);
    return lookForFeeds(onward, deps, followed + 1);
  }
  for (const { url } of all.slice(0, MOST_GUESSES)) {
    await wait(deps.gapMs);
    const tried = await deps.http.get(url);
    if (!tried.ok || tried.status !== 200) continue;
    const feed = await readAsFeed(tried, deps.maxBytes);
    if (feed !== null)
      return { found: [{ url, title: feed.title }], from: 'where many sites keep one; the page announces none' };
  }
  return { found: [], from: `announced by ${redactUrl(answer.finalUrl)}` };
}

async function readAsFeed(
  answer: HttpResponse,
  maxBytes: number | undefined,
): Promise<{ title: string | null } | null> {
  const contentType = answer.headers['content-type'] ?? null;
  const hints = { url: answer.finalUrl, contentType, ...(maxBytes === undefined ? {} : { maxBytes }) };
  try {
    return await parseSource(answer.body, hints, answer.startedAt);
  } catch {
    return null;
  }
}
