import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@wirewatch/shared/log.ts';
import { LANES, type Lane, QUEUES, type QueueName, STAGES, type Stage } from '@wirewatch/shared/pipeline.ts';
import type { QueueCounts, Queues } from '@wirewatch/shared/queue/queues.ts';
import { rootMessage } from '@wirewatch/shared/store/database/outage.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { waitingByStage } from '@wirewatch/shared/store/journey/status.ts';
import { type Ended, followOutcomes } from '../reads/outcome-tail.ts';
import { type Polling, readPolling } from '../reads/polling.ts';
import { followPolls } from './poll-tail.ts';
import { LevelRing, Ring } from './rings.ts';

const HOUR_MS = 3_600_000;
const EVERY_MS = 2000;
/** A sample may take at most this share of the time: a slow one is followed by a long pause. */
const SHARE = 0.05;
const PLOT_MINUTES = 60;

/** One lane of one stage, now. Rates are a minute, over the last whole one; null where we have not watched that long. */
export interface LaneGauge {
  stage: Stage;
  lane: Lane;
  /** Articles that wait for it or are worked on, by the database. */
  depth: number;
  /** Since when the oldest waits (epoch ms). */
  oldest: number | null;
  in: number | null;
  out: number;
  /** A value a minute, oldest first. */
  depths: Array<number | null>;
  outs: number[];
}

/** Polls of feeds, now. Rates are a minute, over the last whole one. */
export interface PollGauge extends Polling {
  out: number;
  /** A value a minute, oldest first. */
  depths: Array<number | null>;
  outs: number[];
}

/** The pipeline at one instant. */
export interface Reading {
  at: number;
  lanes: LaneGauge[];
  polls: PollGauge;
  jobs: Partial<Record<QueueName, QueueCounts>>;
  /** What could not be read, in words; null when all is well. */
  trouble: string | null;
}

/** How long a stage worked on articles: a histogram as Prometheus counts, each bucket holding all shorter ones. */
export interface WorkTimes {
  /** Upper bounds in seconds. */
  bounds: readonly number[];
  counts: number[];
  sumSeconds: number;
  count: number;
}

/** Watches the pipeline. */
export interface Gauges {
  read(): Reading;
  /** By stage, since this process began to watch. */
  workTimes(): ReadonlyMap<Stage, WorkTimes>;
  /** Calls back with each outcome that is written from now on; returns how to stop. */
  onEnded(listener: (ended: Ended) => void): () => void;
  stop(): Promise<void>;
}

/** From a hop of milliseconds to a page that hits its time limit. */
const BOUNDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100] as const;

interface Track {
  depth: number;
  oldest: number | null;
  ended: Ring;
  depths: LevelRing;
  /** The depth at each sample of the last minute or so, for the rate of what comes in. */
  recent: Array<{ at: number; depth: number }>;
}

/** Starts to sample depths and to follow outcomes; the pages read what it found, so that no request counts anything. */
export function watchPipeline(context: { store: Store; queues: Queues; log: Logger; now: () => number }): Gauges {
  const { store, queues, log, now } = context;
  const tracks = new Map<string, Track>();
  for (const stage of STAGES) for (const lane of LANES) tracks.set(`${stage} ${lane}`, emptyTrack());
  const times = new Map<Stage, WorkTimes>();
  const listeners = new Set<(ended: Ended) => void>();
  const startedAt = now();
  const next = followOutcomes(store, startedAt - HOUR_MS);
  const nextPolls = followPolls(store, startedAt - HOUR_MS);
  const polled = new Ring();
  const due = new LevelRing();
  let polling: Polling = { depth: 0, oldest: null, active: 0, delayed: 0, failed: 0 };
  const stopping = new AbortController();
  let jobs: Reading['jobs'] = {};
  let trouble: string | null = null;

  const sample = async () => {
    const waiting = await waitingByStage(store);
    const at = now();
    for (const [key, track] of tracks) {
      const row = waiting.find((each) => `${each.stage} ${each.lane}` === key);
      noteDepth(track, at, Number(row?.count ?? 0), row?.oldest == null ? null : Number(row.oldest));
    }
    for (let ended = await next(); ended.length > 0; ended = await next()) {
      for (const one of ended) {
        tracks.get(`${one.stage} ${one.lane}`)?.ended.add(one.at);
        if (one.at < startedAt) continue;
        noteWork(times, one.stage, one.workedMs / 1000);
        for (const tell of listeners) tell(one);
      }
    }
    polling = await readPolling(store, at);
    due.set(at, polling.depth);
    for (const instant of await nextPolls()) polled.add(instant);
    jobs = Object.fromEntries(await Promise.all(QUEUES.map(async (name) => [name, await queues.counts(name)])));
  };

  const loop = (async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      try {
        await sample();
        trouble = null;
      } catch (error) {
        if (trouble === null) log.warn({ error: rootMessage(error) }, 'the gauges cannot be read');
        trouble = rootMessage(error);
      }
      const pause = Math.max(EVERY_MS, (performance.now() - began) / SHARE);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  const pollsAt = (at: number): PollGauge => ({
    ...polling,
    out: polled.lastMinute(at),
    depths: due.perMinute(at, PLOT_MINUTES),
    outs: polled.perMinute(at, PLOT_MINUTES),
  });

  return {
    read: () => ({ at: now(), lanes: readLanes(tracks, now()), polls: pollsAt(now()), jobs, trouble }),
    workTimes: () => times,
    onEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

function noteWork(times: Map<Stage, WorkTimes>, stage: Stage, seconds: number): void {
  const known = times.get(stage) ?? { bounds: BOUNDS, counts: BOUNDS.map(() => 0), sumSeconds: 0, count: 0 };
  times.set(stage, {
    bounds: BOUNDS,
    counts: known.counts.map((count, index) => count + (seconds <= BOUNDS[index]! ? 1 : 0)),
    sumSeconds: known.sumSeconds + seconds,
    count: known.count + 1,
  });
}

function emptyTrack(): Track {
  return { depth: 0, oldest: null, ended: new Ring(), depths: new LevelRing(), recent: [] };
}

function noteDepth(track: Track, at: number, depth: number, oldest: number | null): void {
  track.depth = depth;
  track.oldest = oldest;
  track.depths.set(at, depth);
  track.recent = [...track.recent.filter((each) => each.at > at - 75_000), { at, depth }];
}

function readLanes(tracks: Map<string, Track>, at: number): LaneGauge[] {
  return STAGES.flatMap((stage) =>
    LANES.map((lane) => {
      const track = tracks.get(`${stage} ${lane}`)!;
      const out = track.ended.lastMinute(at);
      const before = track.recent.find((each) => each.at > at - 65_000);
      const known = before !== undefined && before.at < at - 50_000;
      return {
        stage,
        lane,
        depth: track.depth,
        oldest: track.oldest,
        // What came in is what went out and what the depth grew by.
        in: known ? Math.max(0, out + track.depth - before.depth) : null,
        out,
        depths: track.depths.perMinute(at, PLOT_MINUTES),
        outs: track.ended.perMinute(at, PLOT_MINUTES),
      };
    }),
  );
}
