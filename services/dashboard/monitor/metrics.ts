import { attentionCounts } from '@wirewatch/shared/attention/attention.ts';
import { readRedis } from '@wirewatch/shared/queue/redis-facts.ts';
import { listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { healthOf } from '@wirewatch/shared/store/feeds/health.ts';
import { listWorkers } from '@wirewatch/shared/store/operations/workers.ts';
import type { Answer, Ask } from '../handler.ts';
import type { Reading, WorkTimes } from '../live/gauges.ts';
import { outcomeTotals } from '../reads/outcome-counts.ts';
import { lastDoneAt } from '../reads/outcomes.ts';
import { exposition, type Metric, type Sample } from './exposition.ts';

/** Everything that Prometheus is told. */
export async function metrics({ store, queues, gauges, counts, now }: Ask): Promise<Answer> {
  const at = now();
  const [totals, feeds, counted, workers, redis, lastDone, large, attention] = await Promise.all([
    outcomeTotals(store),
    listFeeds(store),
    counts.feeds(),
    listWorkers(store, at),
    readRedis(queues.redis),
    lastDoneAt(store),
    counts.largeGroups(),
    counts.attention(),
  ]);
  const reading = gauges.read();
  const statuses = tally(feeds.map((feed) => feed.status));
  const silent = feeds.filter((feed) => healthOf(feed, counted.get(feed.id), at).level === 'silent').length;
  const up = tally(workers.filter((row) => row.state === 'up').map((row) => row.service));
  const all: Metric[] = [
    gauge('wirewatch_queue_jobs', 'Jobs in Redis by stage and state', jobSamples(reading)),
    gauge(
      'wirewatch_queue_depth',
      'Articles that wait for a stage or are worked on, by the database',
      reading.lanes.map(({ stage, lane, depth }) => ({ labels: { stage, lane }, value: depth })),
    ),
    gauge(
      'wirewatch_queue_oldest_seconds',
      'How long the oldest article has waited',
      reading.lanes.map(({ stage, lane, oldest }) => ({
        labels: { stage, lane },
        value: oldest === null ? 0 : Math.max(0, (at - oldest) / 1000),
      })),
    ),
    {
      name: 'wirewatch_outcomes_total',
      help: 'Outcomes of stages ever written',
      type: 'counter',
      samples: totals.map(({ stage, lane, outcome, count }) => ({ labels: { stage, lane, outcome }, value: count })),
    },
    {
      name: 'wirewatch_stage_seconds',
      help: 'Seconds of work on an article in a stage, since this dashboard started',
      type: 'histogram',
      samples: workSamples(gauges.workTimes()),
    },
    gauge('wirewatch_feeds', 'Feeds by state', labelled('state', statuses)),
    gauge('wirewatch_feed_silent', 'Feeds that are silent beyond their rhythm', [{ value: silent }]),
    gauge(
      'wirewatch_attention',
      'Things that need a look, by kind: the list of the overview',
      labelled('kind', attentionCounts(attention)),
    ),
    gauge('wirewatch_large_groups', 'Groups of a thousand copies and more', [{ value: large.length }]),
    gauge('wirewatch_workers', 'Processes at work', labelled('service', up)),
    gauge('wirewatch_last_done_timestamp_seconds', 'When an article was last done', [
      { value: (lastDone ?? 0) / 1000 },
    ]),
  ];
  if (redis) all.push(gauge('wirewatch_redis_memory_bytes', 'Memory that Redis uses', [{ value: redis.memoryBytes }]));
  return { kind: 'raw', type: 'text/plain; version=0.0.4; charset=utf-8', body: exposition(all) };
}

function gauge(name: string, help: string, samples: Sample[]): Metric {
  return { name, help, type: 'gauge', samples };
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function labelled(label: string, counts: ReadonlyMap<string, number>): Sample[] {
  return [...counts].map(([name, value]) => ({ labels: { [label]: name }, value }));
}

function jobSamples({ jobs }: Reading): Sample[] {
  return Object.entries(jobs).flatMap(([stage, found]) => [
    { labels: { stage, state: 'waiting' }, value: found.live + found.batch },
    { labels: { stage, state: 'active' }, value: found.active },
    { labels: { stage, state: 'delayed' }, value: found.delayed },
    { labels: { stage, state: 'failed' }, value: found.failed },
  ]);
}

function workSamples(times: ReadonlyMap<string, WorkTimes>): Sample[] {
  return [...times].flatMap(([stage, { bounds, counts, sumSeconds, count }]) => [
    ...bounds.map((le, index) => ({ suffix: '_bucket', labels: { stage, le: String(le) }, value: counts[index]! })),
    { suffix: '_bucket', labels: { stage, le: '+Inf' }, value: count },
    { suffix: '_sum', labels: { stage }, value: sumSeconds },
    { suffix: '_count', labels: { stage }, value: count },
  ]);
}
