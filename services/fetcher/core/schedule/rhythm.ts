import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { z } from 'zod';
import { isComparable, readWindow } from './window.ts';

/** What is remembered of a feed's entries to tell its rhythm and the risk that its window rolls over between polls. */
export const Rhythm = z.object({
  /** What stands for the entries of the last body that was read (see `readWindow`), in its order. */
  window: z.array(z.string()),
  /** Usual seconds between two entries; null until it can be told. */
  usualSeconds: z.number().nullable(),
  /** When an entry that was not in the window before was last seen; ISO. */
  lastNewAt: z.string().nullable(),
  /** Share (0..1) of the last changed body that was new; null for the first body. */
  newShare: z.number().nullable(),
  /** When the window was read; ISO. */
  windowAt: z.string().nullable(),
  /** When all of a body was last new, so that entries may have come and gone unseen; ISO. */
  rolledOverAt: z.string().nullable().default(null),
  /** How often that happened, and how many entries may have been missed in all. */
  rollovers: z.number().int().default(0),
  missed: z.number().int().default(0),
});
export type Rhythm = z.infer<typeof Rhythm>;

export const NO_RHYTHM: Rhythm = {
  window: [],
  usualSeconds: null,
  lastNewAt: null,
  newShare: null,
  windowAt: null,
  rolledOverAt: null,
  rollovers: 0,
  missed: 0,
};

/** Fewer entries than this may all be new by chance. */
const LEAST_TO_ROLL = 5;
/** Weight of the newest observation: the same 0.25 as is common for response times; about four polls to follow a change. */
const WEIGHT = 0.25;

/** All of a body was new. `missed`: how many entries may have come and gone since the body before; null where no date tells. */
export interface Rollover {
  missed: number | null;
}

/**
 * The rhythm after a body was read. The first body teaches the rhythm from its dates, later ones from what arrived between two polls.
 * @param published the entries' instants where known
 */
export function observeBody(
  before: Rhythm,
  items: readonly FeedItem[],
  published: readonly Date[],
  now: Date,
): { rhythm: Rhythm; newCount: number; rollover: Rollover | null } {
  const first = before.windowAt === null || !isComparable(before.window);
  const { window, newCount } = readWindow(items, first ? null : before.window);
  const newShare = first || window.length === 0 ? null : newCount / window.length;
  const usualSeconds = first ? medianGap(published, now) : blendedGap(before, newCount, now);
  const rolled = newShare === 1 && window.length >= LEAST_TO_ROLL && before.window.length > 0;
  const rollover = rolled ? { missed: missedBetween(Date.parse(before.windowAt!), published, now) } : null;
  return {
    newCount,
    rollover,
    rhythm: {
      window,
      usualSeconds,
      newShare,
      lastNewAt: newCount > 0 ? (first ? newest(published, now) : now).toISOString() : before.lastNewAt,
      windowAt: now.toISOString(),
      rolledOverAt: rolled ? now.toISOString() : before.rolledOverAt,
      rollovers: before.rollovers + (rolled ? 1 : 0),
      missed: before.missed + (rollover?.missed ?? 0),
    },
  };
}

/** More than this is no estimate. */
const MOST_MISSED = 100_000;

/** At the rate of the entries that are there, how many fit between the last poll and the oldest of them. */
function missedBetween(lastAt: number, published: readonly Date[], now: Date): number | null {
  const times = published.map((date) => date.getTime()).filter((time) => time <= now.getTime() + 60_000);
  if (times.length < LEAST_TO_ROLL) return null;
  const [oldest, latest] = [Math.min(...times), Math.max(...times)];
  const gapMs = Math.max((latest - oldest) / (times.length - 1), 1000);
  return Math.min(MOST_MISSED, Math.max(0, Math.round((oldest - lastAt) / gapMs)));
}

/** The rhythm after a poll that brought nothing: the risk that the last body showed has passed. */
export function withoutNews(before: Rhythm): Rhythm {
  return before.newShare === null ? before : { ...before, newShare: 0 };
}

/** A night or a weekend without entries is a newsroom's rhythm and must not delay Monday's first one. */
const SILENCE_ALLOWED_SECONDS = 3 * 86_400;

/** The gap between entries as it must be taken now: a feed that has been silent for long is slower than it was. */
export function currentGapSeconds(rhythm: Rhythm, now: Date): number | null {
  if (rhythm.usualSeconds === null) return null;
  const silent = rhythm.lastNewAt === null ? 0 : (now.getTime() - Date.parse(rhythm.lastNewAt)) / 1000;
  return Math.max(rhythm.usualSeconds, silent - SILENCE_ALLOWED_SECONDS);
}

/** Expected seconds until the whole window has been replaced; null where the rhythm is not known. */
export function windowSeconds(rhythm: Rhythm, now: Date): number | null {
  const gap = currentGapSeconds(rhythm, now);
  return gap === null || rhythm.window.length === 0 ? null : gap * rhythm.window.length;
}

function medianGap(published: readonly Date[], now: Date): number | null {
  const times = published
    .map((date) => date.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => (time - times[index]!) / 1000);
  if (gaps.length < 2) return null;
  gaps.sort((a, b) => a - b);
  // The median, because one pinned entry of last year would carry the mean away. Entries published as one batch give
  // gaps of zero; the mean over the whole span is then the better guess.
  const median = gaps[Math.floor(gaps.length / 2)]!;
  return median > 0 ? median : (times.at(-1)! - times[0]!) / 1000 / gaps.length || null;
}

function blendedGap(before: Rhythm, newCount: number, now: Date): number | null {
  const from = before.lastNewAt ?? before.windowAt;
  if (newCount === 0 || from === null) return before.usualSeconds;
  const observed = Math.max(1, (now.getTime() - Date.parse(from)) / 1000 / newCount);
  return before.usualSeconds === null ? observed : (1 - WEIGHT) * before.usualSeconds + WEIGHT * observed;
}

function newest(published: readonly Date[], now: Date): Date {
  const times = published.map((date) => date.getTime()).filter((time) => time <= now.getTime());
  return times.length === 0 ? now : new Date(Math.max(...times));
}
