/** When an article came out, as well as can be known. */
export interface Instant {
  /** Milliseconds since 1970. */
  at: number;
  /** `published`: the page's own time; `day`: only its day; `seen`: none that holds, so when we first saw it. */
  from: 'published' | 'day' | 'seen';
  /** When we first saw it: orders what was published at one time, as the states of one page. */
  seen: number;
  /** What the page says of itself, where that is refused: its feed had been polled later than that without it. */
  refuted?: number;
  /** When its feed was last polled without it; null: never before, so that nothing could have been seen; undefined: not known. */
  polled?: number | null;
  /** The first sight is that of a watch, and not only the time of some fetch. */
  watched?: true;
}

/** A page's clock may run this far ahead of ours before its time is not believed: an offset left out makes up to 14 hours. */
const AHEAD_MS = 14 * 3_600_000;
/** Before the web no page was published. Archives go further back, but an archive's page states its day, not a time of day. */
const EARLIEST = Date.UTC(1980, 0, 1);
const DAY_MS = 86_400_000;
/** Feeds come out of caches that are so old at most: a poll within this time of the publication could do without the entry. */
const FEED_LAG_MS = 2 * 3_600_000;

/** What is known of an article's time: all in ISO 8601, or null. */
export interface Stamps {
  published: string | null;
  fetched: string | null;
  /** When it was first announced to us. */
  seen?: string | null | undefined;
  /** When its feed was last polled without it: null where it never was, undefined where nobody knows. */
  polledBefore?: string | null | undefined;
}

/**
 * The instant by which articles are ordered. A publication time in the future of our first sight is not believed beyond
 * that sight; where only a day is known the article counts as of noon, or of our first sight on that day. A page that claims
 * to be older than a poll of its feed that did not have it counts from our first sight.
 */
export function trustedInstant({ published, fetched, seen, polledBefore }: Stamps): Instant {
  const sights = [seen, fetched]
    .map((each) => (each ? Date.parse(each) : Number.NaN))
    .filter((at) => !Number.isNaN(at));
  const first = sights.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...sights);
  const watch = watchOf(first, seen, polledBefore);
  const stated = published ? Date.parse(published) : Number.NaN;
  if (Number.isNaN(stated) || stated < EARLIEST || (sights.length > 0 && stated > first + AHEAD_MS)) {
    return { at: first, from: 'seen', seen: first, ...watch };
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(published!.trim());
  // Of a day only its end can be refuted.
  const latest = isDay ? stated + DAY_MS : stated;
  if (watch.polled && watch.polled > latest + FEED_LAG_MS) {
    return { at: first, from: 'seen', seen: first, refuted: stated, ...watch };
  }
  if (isDay) {
    const noon = stated + DAY_MS / 2;
    return { at: first >= stated ? Math.min(noon, first) : noon, from: 'day', seen: first, ...watch };
  }
  return { at: Math.min(stated, first), from: 'published', seen: first, ...watch };
}

function watchOf(
  first: number,
  seen: Stamps['seen'],
  polledBefore: Stamps['polledBefore'],
): Pick<Instant, 'polled' | 'watched'> {
  const polled = polledBefore ? Date.parse(polledBefore) : Number.NaN;
  return {
    ...(polledBefore === null ? { polled: null } : polled < first ? { polled } : {}),
    ...(seen && !Number.isNaN(Date.parse(seen)) ? { watched: true as const } : {}),
  };
}

interface Timed {
  id: string;
  instant: Pick<Instant, 'at' | 'seen'>;
}

/** Whether `a` came out before `b`: trusted time, then first sight, then id, so that any two have an order whatever the arrival. */
export function isBefore(a: Timed, b: Timed): boolean {
  if (a.instant.at !== b.instant.at) return a.instant.at < b.instant.at;
  if (a.instant.seen !== b.instant.seen) return a.instant.seen < b.instant.seen;
  return a.id < b.id;
}

/** Sights this close say nothing of who was first: polls come at such a rhythm. */
export const SEEN_NOISE_MS = 15 * 60_000;

/** Whether the stamps do not tell which of two came out first: of one only the day is known, and it is the other's; or both were merely seen. */
export function isUndecided(a: Instant, b: Instant): boolean {
  if (a.from === 'day' || b.from === 'day') return Math.floor(a.at / DAY_MS) === Math.floor(b.at / DAY_MS);
  return a.from === 'seen' && b.from === 'seen' && Math.abs(a.at - b.at) <= SEEN_NOISE_MS;
}
