import type { Redis } from 'ioredis';
import { BLOCK_SCRIPT, RELEASE_SCRIPT, RESERVE_SCRIPT } from './gate-scripts.ts';
import type { HostGate, Reservation } from './host-gate.ts';

/** Times in milliseconds. */
export interface HostGateOptions {
  /** Least gap between two requests to one host (WIREWATCH_HOST_GAP_MS); 0 turns gaps off, also the adapted ones. */
  gapMs: number;
  /** Longest gap that response times, 429s or a crawl-delay can lead to. */
  maxGapMs?: number;
  /** Requests to one host at the same time. */
  concurrency?: number;
  /** How long a host that does not resolve or connect is left alone. */
  deadMs?: number;
  /** A granted request whose process died gives its place back after this. */
  leaseMs?: number;
  /** Before every key; two deployments on one Redis must not share hosts. */
  prefix?: string;
}

/** Ten minutes for a dead host and at most two at once are what large crawlers settled on; see docs/decisions. */
const DEFAULTS = { maxGapMs: 30_000, concurrency: 2, deadMs: 600_000, leaseMs: 120_000, prefix: 'wirewatch' };

/**
 * Who was admitted asks again before it sends: within this time (ms) its leave is believed without asking Redis. A block that another
 * request brings on meanwhile is met by what was on its way already, and nobody else.
 */
const BELIEVED_MS = 2000;
/** Of leave that was never used no more than this is remembered. */
const MOST_BELIEVED = 1000;

const WHY: readonly Reservation['why'][] = ['free', 'gap', 'busy', 'blocked', 'dead'];

interface GateCommands {
  wirewatchReserve(...args: Array<string | number>): Promise<[number, number]>;
  wirewatchRelease(...args: Array<string | number>): Promise<number>;
  wirewatchBlock(...args: Array<string | number>): Promise<number>;
}

/**
 * The gate on Redis: one script a call, on Redis' own clock, so that any number of processes on any number of machines
 * keep to one host's pace together.
 */
export function createHostGate(redis: Redis, options: HostGateOptions): HostGate {
  const settings = { ...DEFAULTS, ...options };
  redis.defineCommand('wirewatchReserve', { numberOfKeys: 3, lua: RESERVE_SCRIPT });
  redis.defineCommand('wirewatchRelease', { numberOfKeys: 2, lua: RELEASE_SCRIPT });
  redis.defineCommand('wirewatchBlock', { numberOfKeys: 1, lua: BLOCK_SCRIPT });
  const commands = redis as unknown as GateCommands;
  const keys = (host: string): [string, string, string] => {
    // The braces put all keys of a host into one slot of a Redis cluster.
    const base = `${settings.prefix}:host:{${host}}`;
    return [base, `${base}:running`, `${base}:slots`];
  };
  const granted = new Map<string, number>();
  return {
    async reserve(host, holder, { minGapMs = 0, patient = false } = {}) {
      const leave = `${host} ${holder}`;
      const at = granted.get(leave);
      granted.delete(leave);
      if (at !== undefined && performance.now() - at < BELIEVED_MS) return { waitMs: 0, why: 'free' };
      const { gapMs, maxGapMs, concurrency, leaseMs } = settings;
      const floor = gapMs === 0 ? 0 : Math.min(Math.max(gapMs, minGapMs), maxGapMs);
      const [waitMs, why] = await commands.wirewatchReserve(
        ...keys(host),
        holder,
        floor,
        maxGapMs,
        concurrency,
        leaseMs,
        patient ? 1 : 0,
      );
      if (waitMs <= 0) {
        if (granted.size >= MOST_BELIEVED) granted.clear();
        granted.set(leave, performance.now());
      }
      return { waitMs, why: WHY[why] ?? 'busy' };
    },
    async release(host, holder, elapsedMs) {
      granted.delete(`${host} ${holder}`);
      const [state, running] = keys(host);
      await commands.wirewatchRelease(state, running, holder, elapsedMs === null ? -1 : Math.round(elapsedMs));
    },
    async block(host, ms) {
      await commands.wirewatchBlock(keys(host)[0], Math.ceil(ms), 'blocked');
    },
    async markDead(host) {
      await commands.wirewatchBlock(keys(host)[0], settings.deadMs, 'dead');
    },
  };
}
