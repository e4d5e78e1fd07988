import type { IncomingMessage, ServerResponse } from 'node:http';
import { start } from '@wirewatch/fetcher/main.ts';
import { feedsThatCarried } from '@wirewatch/shared/store/articles/announce.ts';
import { addFeed, type FeedRow, findFeed, makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { finish } from '@wirewatch/shared/store/journey/finish.ts';
import { type ArticleRow, claimArticle } from '@wirewatch/shared/store/journey/journey.ts';
import { type PlayServer, startPlayServer } from './play-server.ts';
import { type OpenedContext, openServiceContext } from './service-context.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The fetcher as it runs, before a server that plays feeds and pages, with a clock that can be moved. */
export interface Field {
  server: PlayServer;
  opened: OpenedContext;
  /** Adds a feed, polls it once, and works until every page that it announced is fetched. */
  poll(url: string): Promise<FeedRow>;
  /** The same without waiting for pages. */
  pollAlone(url: string): Promise<FeedRow>;
  /** The clock goes on by so many milliseconds. */
  later(ms: number): void;
  articles(): Promise<ArticleRow[]>;
  /** The feeds that carried the article at this address. */
  carriers(article: ArticleRow): Promise<string[]>;
  /** Requests for a path so far. */
  asked(path: string): number;
  close(): Promise<void>;
}

/**
 * Starts it. What would come after the fetcher is played: a page that it passes on is done, one with the same bytes is unchanged.
 * @param hosts names that lead to the server, on port 80
 */
export async function openField(hosts: readonly string[], env: Record<string, string> = {}): Promise<Field> {
  const server = await startPlayServer();
  let shift = 0;
  const opened = await openServiceContext('fetcher', () => ({
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: hosts.map((host) => `${host}:80:127.0.0.1:${server.port}`).join(','),
    WIREWATCH_HOST_GAP_MS: '0',
    ...env,
  }));
  const { context } = opened;
  const { store, queues } = context;
  context.now = () => Date.now() + shift;
  const fetcher = await start(context);
  const articles = (): Promise<ArticleRow[]> => store.db.select().from(store.tables.articles);

  /** Plays the later stages for one article. */
  async function pass(article: ArticleRow): Promise<void> {
    const lease = { owner: 'later stages', ms: 60_000 };
    const job = { articleId: article.id, epoch: article.epoch };
    const claim = await claimArticle(store, job, article.stage!, lease, context.now());
    if ('kind' in claim) return;
    const shell = { store, queues: { add: async () => undefined }, log: context.log, worker: 'test', now: context.now };
    await finish(shell, claim, { outcome: 'passed', reason: 'played', version: 'test' });
  }

  async function settle(): Promise<void> {
    await until(async () => {
      // What was put off is not to be waited for.
      const moving = (await articles()).filter((row) => row.stage !== null && row.notBefore === null);
      // Two at a time, as the gate allows: a job that it puts off comes back by the real clock.
      const fetches = moving.filter((row) => row.stage === 'fetch').slice(0, 2);
      for (const row of moving) if (row.stage !== 'fetch') await pass(row);
      await queues.add(
        'fetch',
        fetches.map(({ id, epoch, lane }) => ({ id, epoch, lane })),
        context.now(),
      );
      return moving.length === 0 ? true : null;
    });
  }

  async function pollAlone(url: string): Promise<FeedRow> {
    const added = await addFeed(store, { url }, context.now());
    if ('problem' in added) throw new Error(added.problem);
    const before = (await findFeed(store, added.id))!;
    return until(async () => {
      const feed = (await findFeed(store, added.id))!;
      if (feed.epoch > before.epoch) return feed;
      // A worker that is at it has the lease: what it says of the next poll is not written over.
      if (feed.leaseOwner === null) await makeDue(store, [added.id], context.now());
      await queues.add('poll', [{ id: added.id, epoch: feed.epoch, lane: 'live' }], context.now());
      return null;
    });
  }

  return {
    server,
    opened,
    later: (ms) => {
      shift += ms;
    },
    articles,
    carriers: async ({ id }) => (await feedsThatCarried(store, id)).map((feed) => feed.url),
    asked: (path) => server.seen.filter((request) => request.path === path).length,
    async poll(url) {
      const feed = await pollAlone(url);
      await settle();
      return feed;
    },
    pollAlone,
    async close() {
      await fetcher.stop();
      await opened.close();
      await server.close();
    },
  };
}

/** Looks until something is there, for a minute at most. */
export async function until<T>(look: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error('nothing came of it');
}

/** Plays a document of a type. */
export function plays(
  body: string | Buffer,
  type = 'application/rss+xml',
  headers: Record<string, string> = {},
): Handler {
  return (_, response) => response.writeHead(200, { 'content-type': type, ...headers }).end(body);
}

/** An RSS feed of items. */
export function rssOf(items: string[], site = 'http://paper.example/', more = ''): string {
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbour Paper</title><link>${site}</link>${more}${items.join('')}</channel></rss>`;
}

/** A page with a text of its own. */
export function pageOf(subject: string, head = ''): string {
  const text = `<p>The council spoke of ${subject} on the quay, and of the wall that keeps the harbour.</p>`.repeat(5);
  return `<!doctype html><html><head><title>${subject}</title>${head}</head><body><article><h1>${subject}</h1>${text}</article></body></html>`;
}
