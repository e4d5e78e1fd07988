import { z } from 'zod';
import type { FeedCounts } from '../store/feeds/counts.ts';

/** The part of what the poller remembers of a feed that its health is read from. Instants are ISO 8601. */
export const FeedMemory = z.object({
  status: z.enum(['active', 'paused', 'gone']),
  failures: z.object({ count: z.number(), since: z.string().nullable(), reason: z.string().nullable() }),
  rhythm: z.object({ usualSeconds: z.number().nullable(), lastNewAt: z.string().nullable() }),
  lastPollAt: z.string().nullable(),
  lastSuccessAt: z.string().nullable(),
  nextPollAt: z.string().nullable(),
  reason: z.string(),
});
export type FeedMemory = z.infer<typeof FeedMemory>;

/** How a feed does, as list, API and page show it. Instants are ISO 8601, spans in seconds, shares 0 to 1. */
export interface FeedHealth {
  level: 'ok' | 'new' | 'silent' | 'thin' | 'failing' | 'paused' | 'gone';
  /** In words, the gravest first; empty when all is well. */
  reasons: string[];
  lastSuccessAt: string | null;
  nextPollAt: string | null;
  nextPollReason: string;
  /** Usual span between two entries, and the one since the last. */
  usualSeconds: number | null;
  silentSeconds: number | null;
  extractionRate: number | null;
  copiesShare: number | null;
}

/** An alarm at three usual spans, but never within a day: every newsroom has nights. */
const SILENT_SPANS = 3;
const SILENT_LEAST_SECONDS = 86_400;
/** Failures in a row that are more than a hiccup: at the usual interval an hour. */
const FAILING_AT = 3;
/** Below half, a site has most probably changed its pages; under ten articles nothing can be said. */
const THIN_RATE = 0.5;
const ENOUGH_ARTICLES = 10;

/** Judges a feed's health. Pure. */
export function feedHealth(state: FeedMemory, counts: FeedCounts, now: Date): FeedHealth {
  const { rhythm } = state;
  const silentSeconds =
    rhythm.lastNewAt === null ? null : Math.round((now.getTime() - Date.parse(rhythm.lastNewAt)) / 1000);
  const extractionRate = counts.articles === 0 ? null : counts.extracted / counts.articles;
  const findings = [
    ending(state),
    failing(state),
    silence(rhythm.usualSeconds, silentSeconds),
    thin(counts),
    untried(state),
  ];
  const found = findings.filter((finding) => finding !== null);
  return {
    level: found[0]?.level ?? 'ok',
    reasons: found.map(({ reason }) => reason),
    lastSuccessAt: state.lastSuccessAt,
    nextPollAt: state.nextPollAt,
    nextPollReason: state.reason,
    usualSeconds: rhythm.usualSeconds,
    silentSeconds,
    extractionRate,
    copiesShare: counts.articles === 0 ? null : counts.copies / counts.articles,
  };
}

interface Finding {
  level: FeedHealth['level'];
  reason: string;
}

function ending(state: FeedMemory): Finding | null {
  return state.status === 'active' ? null : { level: state.status, reason: state.reason };
}

function failing({ failures }: FeedMemory): Finding | null {
  if (failures.count < FAILING_AT) return null;
  return {
    level: 'failing',
    reason: `failed ${failures.count} times in a row since ${failures.since}: ${failures.reason}`,
  };
}

function silence(usual: number | null, silent: number | null): Finding | null {
  if (usual === null || silent === null) return null;
  if (silent < Math.max(SILENT_SPANS * usual, SILENT_LEAST_SECONDS)) return null;
  const hours = Math.round(silent / 3600);
  return {
    level: 'silent',
    reason: `nothing new for ${hours} h; usual is an entry every ${Math.round(usual / 60)} min`,
  };
}

function thin({ articles, extracted }: FeedCounts): Finding | null {
  if (articles < ENOUGH_ARTICLES || extracted / articles >= THIN_RATE) return null;
  return { level: 'thin', reason: `only ${extracted} of ${articles} articles have a text` };
}

function untried(state: FeedMemory): Finding | null {
  return state.lastPollAt === null ? { level: 'new', reason: 'not polled yet' } : null;
}
