/** When an article came out, as well as can be known. */
export interface Instant {
  /** Milliseconds since 1970. */
  at: number;
  /** `published`: the page's own time; `day`: only its day; `seen`: none that holds, so when we first saw it. */
  from: 'published' | 'day' | 'seen';
  /** When we first saw it: orders what was published at one time, as the states of one page. */
  seen: number;
}

/** A page's clock may run this far ahead of ours before its time is not believed: an offset left out makes up to 14 hours. */
const AHEAD_MS = 14 * 3_600_000;
/** Before the web no page was published. Archives go further back, but an archive's page states its day, not a time of day. */
const EARLIEST = Date.UTC(1980, 0, 1);
const DAY_MS = 86_400_000;

/**
 * The instant by which articles are ordered. A publication time in the future of our first sight is not believed beyond
 * that sight; where only a day is known the article counts as of noon, or of our first sight on that day.
 */
export function trustedInstant(published: string | null, fetched: string | null): Instant {
  const seen = fetched ? Date.parse(fetched) : Number.NaN;
  const stated = published ? Date.parse(published) : Number.NaN;
  const first = Number.isNaN(seen) ? Number.MAX_SAFE_INTEGER : seen;
  if (Number.isNaN(stated) || stated < EARLIEST || stated > seen + AHEAD_MS) {
    return { at: first, from: 'seen', seen: first };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(published!.trim())) {
    const noon = stated + DAY_MS / 2;
    return { at: seen >= stated ? Math.min(noon, seen) : noon, from: 'day', seen: first };
  }
  return { at: Math.min(stated, first), from: 'published', seen: first };
}

interface Timed {
  id: string;
  instant: Instant;
}

/** Whether `a` came out before `b`: trusted time, then first sight, then id, so that any two have an order whatever the arrival. */
export function isBefore(a: Timed, b: Timed): boolean {
  if (a.instant.at !== b.instant.at) return a.instant.at < b.instant.at;
  if (a.instant.seen !== b.instant.seen) return a.instant.seen < b.instant.seen;
  return a.id < b.id;
}
