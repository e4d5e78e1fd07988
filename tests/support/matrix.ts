import { parseFeed } from '@wirewatch/fetcher/core/feed/parse-feed.ts';
import { type FeedState, newFeedState } from '@wirewatch/fetcher/core/schedule/feed-state.ts';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '@wirewatch/fetcher/http/client.ts';
import { type PollDeps, type PollResult, pollFeed } from '@wirewatch/fetcher/poll-feed.ts';
import { createOpenGate } from './open-gate.ts';

/**
 * Short limits for the tests of a silent server. For those alone: server and client are one process here, and where a busy machine gives
 * it no turn for so long every answer is late.
 */
export const IMPATIENT = { headersTimeoutMs: 300, idleTimeoutMs: 300 };

/** A fetcher for one test: loopback allowed, a clock that only moves when told, every parse counted. */
export interface Fetcher {
  http: HttpClient;
  gate: ReturnType<typeof createOpenGate>;
  deps: PollDeps;
  parses: () => number;
  now: () => Date;
  advance(seconds: number): void;
  /** Polls, and moves the clock to when the next poll is due. */
  poll(state: FeedState, options?: Partial<PollDeps>): Promise<PollResult>;
  feed(url: string): FeedState;
  close(): Promise<void>;
}

/** Makes one; `client` overrides the HTTP client's options. */
export function createFetcher(client: Partial<HttpClientOptions> = {}): Fetcher {
  const http = createHttpClient({
    userAgent: 'wirewatch-test/1.0 (+https://wirewatch.example/bot)',
    allowNets: ['127.0.0.0/8'],
    ...client,
  });
  const gate = createOpenGate();
  let parses = 0;
  // A Wednesday, 10:30 GMT.
  let time = Date.parse('2026-03-04T10:30:00Z');
  const now = (): Date => new Date(time);
  const deps: PollDeps = {
    http,
    gate,
    now,
    random: () => 0,
    parse: (bytes, hints) => {
      parses += 1;
      return parseFeed(bytes, hints);
    },
  };
  return {
    http,
    gate,
    deps,
    now,
    parses: () => parses,
    advance: (seconds) => {
      time += seconds * 1000;
    },
    async poll(state, options = {}) {
      const result = await pollFeed(state, { ...deps, ...options });
      if (result.state.nextPollAt !== null) time = Math.max(time, Date.parse(result.state.nextPollAt));
      return result;
    },
    feed: (url) => newFeedState(url, now()),
    close: () => http.close(),
  };
}

/** A feed document with these entries; `channel` is put into its head. */
export function rss(ids: readonly string[], channel = ''): string {
  const items = ids.map(
    (id) => `<item><guid>${id}</guid><title>Entry ${id}</title><link>https://n.example/${id}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>N</title>${channel}${items.join('')}</channel></rss>`;
}
