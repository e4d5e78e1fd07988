import { createHash } from 'node:crypto';
import type { FeedItem, ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import { PollJob } from '@wirewatch/shared/pipeline.ts';
import { PREFIX } from '@wirewatch/shared/queue/queues.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { type Announced, announceEntries } from '@wirewatch/shared/store/announce.ts';
import { claimFeed, type FeedRow, putOffPoll, savePoll } from '@wirewatch/shared/store/feeds.ts';
import { nameOutlet, outletNameOfFeed } from '@wirewatch/shared/store/outlets.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { Worker } from 'bullmq';
import { entryKeys } from './core/identity/entry-key.ts';
import { FeedState, newFeedState } from './core/schedule/feed-state.ts';
import { type PollDeps, type PollResult, pollFeed } from './poll-feed.ts';

/** Polls at a time in one process: they wait for servers nearly all of the time. */
const CONCURRENCY = 8;
/** A poll ends within its deadline of a minute; its lease must outlive it. */
const LEASE_MS = 90_000;
/** A poll that a fault of ours cut short is tried again after this. */
const FAULT_PAUSE_MS = 60_000;

/** Polls feeds and takes their entries in. */
export function startPolling(context: ServiceContext, deps: PollDeps): Running {
  const { store, log, now, workerId } = context;
  const worker = new Worker(
    'poll',
    async (job) => {
      const feed = await claimFeed(store, PollJob.parse(job.data), { owner: workerId, ms: LEASE_MS }, now());
      if (!feed) return;
      try {
        const result = await pollFeed(stateOf(feed), deps);
        if (result.event.outcome === 'waiting') {
          await putOffPoll(store, feed.id, now() + (result.event.waitMs ?? 1000), result.event.reason);
          return;
        }
        await keep(context, feed, result);
      } catch (error) {
        log.error({ feed: feed.url, error: (error as Error).message, stack: (error as Error).stack }, 'poll failed');
        await putOffPoll(store, feed.id, now() + FAULT_PAUSE_MS, `fault: ${(error as Error).message}`);
      }
    },
    { connection: context.workerRedis, prefix: PREFIX, concurrency: CONCURRENCY, lockDuration: LEASE_MS },
  );
  worker.on('error', (error) => log.debug({ error: error.message }, 'queue worker'));
  return { stop: () => worker.close() };
}

/** What the poller remembers of a feed; a memory that another version wrote and we cannot read is started anew. */
function stateOf(feed: FeedRow): FeedState {
  const known = FeedState.safeParse(feed.memory);
  const state = known.success ? known.data : newFeedState(feed.url, new Date(feed.createdAt));
  return { ...state, url: feed.url, status: 'active' };
}

/** Entries, state and event in one transaction; then jobs for what is new. */
async function keep(context: ServiceContext, feed: FeedRow, result: PollResult): Promise<void> {
  const { store, queues, log, now } = context;
  const { state, event } = result;
  const at = now();
  const taken = await store.write(async (tx) => {
    const base = result.feed?.link ?? feed.url;
    const announced = result.feed ? announcedEntries(result.feed, base) : [];
    const entries = await announceEntries(store, tx, feed.id, announced, { now: at, lane: 'live' });
    const good = event.outcome !== 'failed' && event.outcome !== 'gone';
    await savePoll(
      store,
      tx,
      feed,
      {
        memory: state,
        url: state.url,
        status: state.status,
        nextPollAt: state.nextPollAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(state.nextPollAt),
        pollReason: state.reason,
        lastError: good ? null : event.reason,
        ...(good ? { lastSuccessAt: at } : {}),
        ...(entries.newEntries > 0 ? { lastNewAt: at } : {}),
        ...(result.feed?.title ? { title: result.feed.title } : {}),
        ...(result.feed?.link ? { siteUrl: result.feed.link } : {}),
      },
      {
        at,
        outcome: event.outcome,
        reason: event.reason,
        status: event.status,
        bytes: event.bytes,
        ms: event.ms,
        items: announced.length,
        newItems: entries.newEntries,
      },
    );
    const name = result.feed?.title ? outletNameOfFeed(result.feed.title) : '';
    if (name) await nameOutlet(store, tx, hostOf(result.feed?.link ?? feed.url), name, 'feed');
    return entries;
  });
  const level = event.outcome === 'failed' || event.outcome === 'gone' ? 'warn' : 'info';
  log[level](
    { feed: feed.url, outcome: event.outcome, status: event.status, reason: event.reason, ...taken, ms: event.ms },
    'polled',
  );
  // Their rows wait already; a job for each at once spares them the reconciler's next round.
  const wanted = taken.waiting.map((id) => ({ ...id, lane: 'live' as const }));
  await queues.add('fetch', wanted, at).catch((error) => {
    log.warn({ feed: feed.url, error: (error as Error).message }, 'new articles wait for Redis');
  });
}

/** A feed's items as entries with an identity. Items without an http(s) address announce no page and are left out. */
function announcedEntries(feed: ParsedFeed, base: string): Announced[] {
  const keys = entryKeys(feed.items);
  return feed.items.flatMap((item, index) => {
    const link = item.link === null ? null : normaliseUrl(item.link, base);
    if (link === null) return [];
    const { title, summary, author, published, updated } = item;
    return [
      {
        entryKey: keys[index]!.key,
        guid: item.id,
        link,
        title,
        summary,
        author,
        published,
        updated,
        sourceTitle: item.source?.title ?? null,
        sourceUrl: item.source?.url ?? null,
        stateHash: stateHash(item),
      },
    ];
  });
}

/** Of what a publisher changes when it changes the page: not of the description, which some servers rewrite at each request. */
function stateHash({ title, updated, content }: FeedItem): string {
  return createHash('sha256')
    .update(JSON.stringify([title, updated, content]))
    .digest('hex');
}
