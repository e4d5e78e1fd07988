import { z } from 'zod';
import type { FeedCounts } from '../store/feeds/counts.ts';
import { span } from '../text/span.ts';

/** The part of what the poller remembers of a feed that its health is read from. Instants are ISO 8601. */
export const FeedMemory = z.object({
  status: z.enum(['active', 'paused', 'gone']),
  failures: z.object({
    count: z.number(),
    class: z.enum(['temporary', 'soft', 'hard']).nullable().default(null),
    since: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  rhythm: z.object({
    usualSeconds: z.number().nullable(),
    lastNewAt: z.string().nullable(),
    rolledOverAt: z.string().nullable().default(null),
    rollovers: z.number().default(0),
    missed: z.number().default(0),
  }),
  lastPollAt: z.string().nullable(),
  lastSuccessAt: z.string().nullable(),
  nextPollAt: z.string().nullable(),
  reason: z.string(),
});
export type FeedMemory = z.infer<typeof FeedMemory>;

/** How a feed does, the gravest first. `never-worked`: no poll was ever good; `walled`: its pages are refused; `losing`: entries came and went between two polls. */
export const FEED_LEVELS = [
  'gone',
  'never-worked',
  'failing',
  'paused',
  'walled',
  'losing',
  'thin',
  'silent',
  'new',
  'ok',
] as const;
export type FeedLevel = (typeof FEED_LEVELS)[number];

/** One thing that is wrong with a feed, or worth knowing. */
export interface FeedFinding {
  level: FeedLevel;
  /** In words, without instants. */
  reason: string;
  /** Since when it holds, ISO 8601; null where that is not known. */
  since: string | null;
  /** What a person can do; null: nothing is to be done. */
  todo: string | null;
}

/** How a feed does, as list, API and page show it. Instants are ISO 8601, spans in seconds, shares 0 to 1. */
export interface FeedHealth {
  /** Of the gravest finding. */
  level: FeedLevel;
  since: string | null;
  todo: string | null;
  findings: FeedFinding[];
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
/** Failures in a row of a feed that worked before which are more than a hiccup: at the usual interval an hour. */
const FAILING_AT = 3;
/** Below half, a site has most probably changed its pages; none of three says as much. Under ten, some say nothing. */
const THIN_RATE = 0.5;
const ENOUGH_ARTICLES = 10;
const ENOUGH_FOR_NONE = 3;
/** A site that refuses half of its pages, and three at least, does not want us there. */
const WALLED_SHARE = 0.5;
const ENOUGH_REFUSED = 3;
/** A loss is told for so long: the wait between polls was shortened at once, and whether that was enough shows by then. */
const LOSS_TOLD_MS = 2 * 86_400_000;

/** Judges a feed's health. Pure. */
export function feedHealth(state: FeedMemory, counts: FeedCounts, now: Date): FeedHealth {
  const { rhythm } = state;
  const silentSeconds =
    rhythm.lastNewAt === null ? null : Math.round((now.getTime() - Date.parse(rhythm.lastNewAt)) / 1000);
  const findings = [
    ending(state),
    failing(state),
    walled(counts),
    losing(state, now),
    thin(counts),
    silence(state, silentSeconds),
    untried(state),
  ]
    .filter((finding) => finding !== null)
    .sort((a, b) => FEED_LEVELS.indexOf(a.level) - FEED_LEVELS.indexOf(b.level));
  return {
    level: findings[0]?.level ?? 'ok',
    since: findings[0]?.since ?? null,
    todo: findings[0]?.todo ?? null,
    findings,
    reasons: findings.map(({ reason }) => reason),
    lastSuccessAt: state.lastSuccessAt,
    nextPollAt: state.nextPollAt,
    nextPollReason: state.reason,
    usualSeconds: rhythm.usualSeconds,
    silentSeconds,
    extractionRate: counts.articles === 0 ? null : counts.extracted / counts.articles,
    copiesShare: counts.articles === 0 ? null : counts.copies / counts.articles,
  };
}

/** Words with which the store says that a person paused a feed: nothing that needs a look. */
export const PAUSED_BY_HAND = 'paused by hand';

function ending(state: FeedMemory): FeedFinding | null {
  if (state.status === 'active') return null;
  const { reason, lastPollAt: since } = state;
  if (state.status === 'gone') {
    const todo = 'Look for its new address on the site, or stop watching it.';
    return { level: 'gone', reason, since, todo };
  }
  if (reason === PAUSED_BY_HAND) return { level: 'paused', reason, since: null, todo: null };
  const todo = 'Find the cause in its polls below; then resume it, or stop watching it.';
  return { level: 'paused', reason, since: state.failures.since ?? since, todo };
}

/** What helps depends on who is to blame: the address, what stands behind it, or the way there. */
const AFTER_FAILURE = {
  hard: 'Open the address in a browser: it may have moved, or its server may refuse programs. Then mend the address.',
  soft: 'The address gives something that is no feed. Look for the feed on that page and watch that one.',
  temporary:
    'Its server, or the way to it, is out of order. It is asked again by itself; check the name of the host where it never worked.',
} as const;

function failing(state: FeedMemory): FeedFinding | null {
  const { failures, lastSuccessAt } = state;
  const never = lastSuccessAt === null;
  if (state.status !== 'active' || failures.count < (never ? 1 : FAILING_AT)) return null;
  const polls = failures.count === 1 ? 'the poll' : `${failures.count} polls in a row`;
  return {
    level: never ? 'never-worked' : 'failing',
    reason: `${never ? 'never worked: ' : ''}${polls} failed: ${failures.reason}`,
    since: failures.since,
    todo: AFTER_FAILURE[failures.class ?? 'temporary'],
  };
}

function walled({ ended, refused, refusedAs, refusedSince }: FeedCounts): FeedFinding | null {
  if (refused < ENOUGH_REFUSED || refused / ended < WALLED_SHARE) return null;
  return {
    level: 'walled',
    reason: `${refused} of ${ended} pages are refused${refusedAs === null ? '' : ` (${refusedAs})`}`,
    since: refusedSince === null ? null : new Date(refusedSince).toISOString(),
    todo: 'Its site does not let us read. Ask it for access or for a feed with whole texts, or stop watching it.',
  };
}

function losing({ rhythm }: FeedMemory, now: Date): FeedFinding | null {
  if (rhythm.rolledOverAt === null || now.getTime() - Date.parse(rhythm.rolledOverAt) > LOSS_TOLD_MS) return null;
  const times = rhythm.rollovers > 1 ? `${rhythm.rollovers} times` : 'once';
  const missed = rhythm.missed > 0 ? `some ${rhythm.missed} entries` : 'entries';
  return {
    level: 'losing',
    reason: `all entries were new between two polls (${times} so far): ${missed} may have been missed`,
    since: rhythm.rolledOverAt,
    todo: 'It is asked more often by itself. Where that is not enough, watch the feeds of its sections too, or let its hub tell us (WIREWATCH_PUBLIC_URL).',
  };
}

function silence(state: FeedMemory, silent: number | null): FeedFinding | null {
  const usual = state.rhythm.usualSeconds;
  if (state.status !== 'active' || usual === null || silent === null) return null;
  if (silent < Math.max(SILENT_SPANS * usual, SILENT_LEAST_SECONDS)) return null;
  return {
    level: 'silent',
    reason: `nothing new for ${span(silent * 1000)}; usual is an entry every ${span(usual * 1000)}`,
    since: state.rhythm.lastNewAt,
    todo: 'Compare with the site: where it publishes and the feed does not show it, the feed was left behind.',
  };
}

/** Of pages that a wall refused there is no text to be had: they are told of as that. */
function thin({ ended, refused, extracted }: FeedCounts): FeedFinding | null {
  const read = ended - refused;
  const none = read >= ENOUGH_FOR_NONE && extracted === 0;
  if (!none && (read < ENOUGH_ARTICLES || extracted / read >= THIN_RATE)) return null;
  return {
    level: 'thin',
    reason: `only ${extracted} of ${read} articles have a text`,
    since: null,
    todo: 'See what became of its articles: its pages may have changed, or it announces videos and lists.',
  };
}

function untried(state: FeedMemory): FeedFinding | null {
  if (state.lastPollAt !== null || state.status !== 'active') return null;
  return { level: 'new', reason: 'not polled yet', since: null, todo: null };
}
