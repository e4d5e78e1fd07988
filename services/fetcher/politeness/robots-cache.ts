import type { Redis } from 'ioredis';
import { z } from 'zod';

/** A host's robots.txt as it is kept. Instants in milliseconds. */
export const RobotsEntry = z.object({
  /** `wait`: it could not be had; until `freshUntil` nothing is fetched from there. */
  kind: z.enum(['rules', 'open', 'wait']),
  /** The file, cut at 500 KiB; empty unless `rules`. */
  text: z.string(),
  reason: z.string(),
  freshUntil: z.number(),
});
export type RobotsEntry = z.infer<typeof RobotsEntry>;

/** Where entries are kept, by origin, for at most `ttlMs`. */
export interface RobotsCache {
  get(origin: string): Promise<RobotsEntry | null>;
  set(origin: string, entry: RobotsEntry, ttlMs: number): Promise<void>;
}

/** A crawl of a day rarely sees more hosts than this; the files of most are under a kilobyte. */
const KEPT_IN_MEMORY = 10_000;

/** A cache for one process; forgets the oldest entries beyond so many. */
export function createMemoryRobotsCache(kept = KEPT_IN_MEMORY): RobotsCache {
  const entries = new Map<string, RobotsEntry>();
  return {
    get: async (origin) => entries.get(origin) ?? null,
    set: async (origin, entry) => {
      entries.delete(origin);
      entries.set(origin, entry);
      const oldest = entries.keys().next();
      if (entries.size > kept && !oldest.done) entries.delete(oldest.value);
    },
  };
}

/** How long (ms) a fresh entry is believed without asking Redis: a page asks twice, and pages of a host come in bursts. */
const NEAR_MS = 600_000;
/** Entries that are kept near, and the longest file of one (characters): 10 MB at most, 1 usually. */
const NEAR_ENTRIES = 1000;
const NEAR_LENGTH = 10_000;

/** The cache that all processes share, so that a host is asked for its file once a day by all of them together. */
export function createRedisRobotsCache(redis: Redis, prefix = 'wirewatch'): RobotsCache {
  const keyOf = (origin: string): string => `${prefix}:robots:${origin}`;
  const near = createMemoryRobotsCache(NEAR_ENTRIES);
  const askAgain = new WeakMap<RobotsEntry, number>();
  const keepNear = async (origin: string, entry: RobotsEntry) => {
    if (entry.text.length > NEAR_LENGTH) return;
    askAgain.set(entry, Math.min(entry.freshUntil, Date.now() + NEAR_MS));
    await near.set(origin, entry, NEAR_MS);
  };
  return {
    async get(origin) {
      const held = await near.get(origin);
      if (held !== null && Date.now() < askAgain.get(held)!) return held;
      const text = await redis.get(keyOf(origin));
      if (text === null) return null;
      // An entry that another version wrote and we cannot read is fetched anew.
      const known = RobotsEntry.safeParse(JSON.parse(text));
      if (!known.success) return null;
      await keepNear(origin, known.data);
      return known.data;
    },
    async set(origin, entry, ttlMs) {
      await redis.set(keyOf(origin), JSON.stringify(entry), 'PX', ttlMs);
      await keepNear(origin, entry);
    },
  };
}
