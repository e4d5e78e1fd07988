import { PollJob } from '@wirewatch/shared/pipeline.ts';
import { PREFIX } from '@wirewatch/shared/queue/queues.ts';
import { watchWorkers } from '@wirewatch/shared/queue/watch-workers.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { announceEntries } from '@wirewatch/shared/store/articles/announce.ts';
import { isOutage, rootMessage } from '@wirewatch/shared/store/database/outage.ts';
import {
  addFeed,
  claimFeed,
  deathsOf,
  type FeedRow,
  isBeyondPause,
  putOffPoll,
  savePoll,
} from '@wirewatch/shared/store/feeds/feeds.ts';
import { nameOutlet, outletNameOfFeed } from '@wirewatch/shared/store/feeds/outlets.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { redactUrl, redactUrls } from '@wirewatch/shared/text/redact-url.ts';
import { Worker } from 'bullmq';
import { announcedEntries } from './announced-entries.ts';
import { discoverFeeds } from './core/feed/discover.ts';
import { type FloodVerdict, judgeFlood } from './core/identity/flood.ts';
import { transportOf } from './core/identity/transport.ts';
import { FeedState, newFeedState } from './core/schedule/feed-state.ts';
import { withTexts } from './entry-texts.ts';
import { type PollDeps, type PollResult, pollFeed } from './poll-feed.ts';
import { pollWarnings } from './poll-warnings.ts';
import { keepSubscribed } from './subscribe.ts';

/** Polls at a time in one process: they wait for servers nearly all of the time. */
const CONCURRENCY = 8;
/** A poll ends within its deadline of a minute; its lease must outlive it. */
const LEASE_MS = 90_000;
/** A poll that a fault of ours cut short is tried again after this. */
const FAULT_PAUSE_MS = 60_000;
/** Pollers that may die in a row over one feed: one more than a restart or two of the machine can explain. */
const MOST_DEATHS = 3;
/** Clocks of several machines differ by less. */
const CLOCK_SLACK_MS = 60_000;
/** Feeds named to the operator where a page was given for one. */
const MOST_NAMED = 5;

/** Polls feeds and takes their entries in. */
export function startPolling(context: ServiceContext, deps: PollDeps): Running {
  const { store, log, now, workerId } = context;
  const claim = (data: unknown) =>
    claimFeed(store, PollJob.parse(data), { owner: workerId, ms: LEASE_MS }, now()).catch((error) => {
      if (!isOutage(error)) throw error;
      outages.met(error);
      return null;
    });
  const worker = new Worker(
    'poll',
    async (job) => {
      const feed = await claim(job.data);
      if (!feed) return;
      if (deathsOf(feed) >= MOST_DEATHS) {
        await setAside(context, feed);
        return;
      }
      try {
        const result = await pollFeed(stateOf(feed), deps);
        if (result.event.outcome === 'waiting') {
          await putOffPoll(store, feed.id, now() + (result.event.waitMs ?? 1000), result.event.reason);
          return;
        }
        await keep(context, feed, result);
        await watchSources(context, feed, result);
        if (!isBad(result)) await keepSubscribed(context, deps, feed, result);
      } catch (error) {
        if (isOutage(error)) {
          // One probe asks for what is away, not every feed. Where not even that can be noted, the feed is due when its lease ends.
          outages.met(error);
          await putOffPoll(store, feed.id, now() + FAULT_PAUSE_MS, 'the store was away').catch(() => undefined);
          return;
        }
        const message = redactUrls(rootMessage(error));
        log.error({ feed: redactUrl(feed.url), error: message, stack: (error as Error).stack }, 'poll failed');
        await putOffPoll(store, feed.id, now() + FAULT_PAUSE_MS, `fault: ${message}`);
      }
    },
    { connection: context.workerRedis, prefix: PREFIX, concurrency: CONCURRENCY, lockDuration: LEASE_MS },
  );
  worker.on('error', (error) => log.debug({ error: error.message }, 'queue worker'));
  const outages = watchWorkers(context, 'poll', [worker]);
  return {
    async stop() {
      outages.stop();
      await worker.close();
    },
  };
}

function isBad({ event }: PollResult): boolean {
  return event.outcome === 'failed' || event.outcome === 'gone';
}

/** What the poller remembers of a feed; a memory that another version wrote and we cannot read is started anew. */
function stateOf(feed: FeedRow): FeedState {
  const known = FeedState.safeParse(feed.memory);
  const state = known.success ? known.data : newFeedState(feed.url, new Date(feed.createdAt));
  return { ...state, url: feed.url, status: 'active' };
}

/** A feed over which pollers died is not polled again until a person resumes it, who then gives it the same number of tries. */
async function setAside({ store, log, now }: ServiceContext, feed: FeedRow): Promise<void> {
  const reason = `set aside: its poller died ${deathsOf(feed)} times in a row; resume it once the cause is found`;
  const set = { memory: stateOf(feed), status: 'paused' as const, pollReason: reason, lastError: reason };
  const none = { status: null, bytes: 0, ms: 0, items: 0, newItems: 0 };
  await store.write((tx) =>
    savePoll(
      store,
      tx,
      feed,
      { ...set, nextPollAt: Number.MAX_SAFE_INTEGER },
      { at: now(), outcome: 'failed', reason, ...none },
    ),
  );
  log.error({ feed: redactUrl(feed.url), reason }, 'a feed was set aside');
}

/** Entries, state and event in one transaction; then jobs for what is new. */
async function keep(context: ServiceContext, feed: FeedRow, result: PollResult): Promise<void> {
  const { store, queues, log, now } = context;
  const { state } = result;
  const at = now();
  const good = !isBad(result);
  const event = {
    ...result.event,
    reason: redactUrls(result.event.reason + (await announcedBy(result)) + clockNote(feed, at)),
  };
  const announced = result.feed ? await withTexts(context, feed, announcedEntries(result.feed, feed), at) : [];
  const { taken, flood } = await store.write(async (tx) => {
    let judged: FloodVerdict | null = null;
    const entries = await announceEntries(store, tx, feed.id, announced, {
      now: at,
      lane(sight) {
        // A last poll in the future is a clock that went wrong.
        const last = feed.lastSuccessAt === null ? null : Math.min(feed.lastSuccessAt, at);
        const lastPollAt = last === null ? null : new Date(last).toISOString();
        judged = judgeFlood({ ...sight, lastPollAt });
        return judged.lane;
      },
    });
    const warning = pollWarnings(result, announced.length, judged as FloodVerdict | null);
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
        // A warning stands until the feed has shown another body.
        ...(result.feed ? { warning } : {}),
        ...(good ? { lastSuccessAt: at } : {}),
        ...(entries.newEntries > 0 ? { lastNewAt: at } : {}),
        ...(result.feed?.title ? { title: result.feed.title } : {}),
        ...(result.feed?.link ? { siteUrl: result.feed.link } : {}),
      },
      {
        at,
        outcome: event.outcome,
        reason: result.feed && warning ? `${event.reason}; ${warning}` : event.reason,
        status: event.status,
        bytes: event.bytes,
        ms: event.ms,
        items: announced.length,
        newItems: entries.newEntries,
      },
    );
    const base = result.feed?.link ?? feed.url;
    const name = result.feed?.title ? outletNameOfFeed(result.feed.title) : '';
    if (name && transportOf(base) === null) await nameOutlet(store, tx, hostOf(base), name, 'feed');
    return { taken: entries, flood: warning };
  });
  const { waiting, ...counts } = taken;
  const said = { feed: redactUrl(feed.url), outcome: event.outcome, status: event.status, reason: event.reason };
  log[good ? 'info' : 'warn']({ ...said, ...counts, ms: event.ms }, 'polled');
  if (result.feed && flood) log.warn({ feed: said.feed, reason: redactUrls(flood) }, 'to be looked at');
  if (event.moved) {
    log.warn({ from: redactUrl(event.moved.from), to: redactUrl(event.moved.to) }, 'the feed moved for good');
  }
  // Their rows wait already; a job for each at once spares them the reconciler's next round, which bounds the batch lane.
  const live = waiting.filter(({ lane }) => lane === 'live');
  for (const stage of ['fetch', 'clean'] as const) {
    const jobs = live.filter((job) => job.stage === stage);
    await queues.add(stage, jobs, at).catch((error) => {
      log.warn({ feed: said.feed, error: rootMessage(error) }, 'new articles wait for Redis');
    });
  }
}

/** A due time or a last poll that cannot be: the clock ran ahead, and what it wrote is not believed. */
function clockNote(feed: FeedRow, now: number): string {
  const polledAhead = feed.lastPolledAt !== null && feed.lastPolledAt > now + CLOCK_SLACK_MS;
  if (!polledAhead && !isBeyondPause(feed.nextPollAt, now)) return '';
  const ahead = new Date(polledAhead ? feed.lastPolledAt! : feed.nextPollAt).toISOString();
  return `; the clock has jumped: it ran ahead before (${polledAhead ? 'last poll' : 'due'} at ${ahead})`;
}

/** Where a page was given for a feed: the feeds that it announces. */
async function announcedBy({ event, answer }: PollResult): Promise<string> {
  if (event.problem === undefined || !answer?.ok) return '';
  // Feeds are decoded in the thread that reads them: here the tables of charsets are seldom needed.
  const { decodeBytes } = await import('@wirewatch/shared/text/charset.ts');
  const { text } = decodeBytes(answer.body, { contentType: answer.headers['content-type'] ?? null, kind: 'html' });
  const found = discoverFeeds(text, answer.finalUrl, answer.headers.link).filter((feed) => feed.from !== 'guess');
  if (found.length === 0) return event.problem === 'html' ? '; the page announces none' : '';
  const named = found.slice(0, MOST_NAMED).map((feed) => feed.url);
  return `; it announces ${named.join(', ')}${found.length > named.length ? ` and ${found.length - named.length} more` : ''}`;
}

/** An index of sitemaps has no entries: those of its sitemaps that hold news are watched beside it. */
async function watchSources(context: ServiceContext, feed: FeedRow, result: PollResult): Promise<void> {
  for (const url of result.feed?.sources ?? []) {
    const added = await addFeed(context.store, { url, folder: feed.folder }, context.now());
    if ('added' in added && added.added) {
      context.log.info({ feed: redactUrl(feed.url), sitemap: redactUrl(url) }, 'a sitemap of news is watched');
    }
  }
}
