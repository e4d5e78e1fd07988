import type { DateSource } from '@wirewatch/shared/contracts/clean.ts';
import type { DateCandidate } from './date-candidates.ts';
import { type DayMonthOrder, type ReadDate, readDate } from './read-date.ts';

export interface ChosenDates {
  publishedAt: string | null;
  publishedFrom: DateSource | null;
  updatedAt: string | null;
  /** Dates that were refused, with the reason: `2094-01-01 (json-ld): in the future`. */
  refused: string[];
}

interface Dated {
  candidate: DateCandidate;
  date: ReadDate;
}

const DAY = 86_400_000;
/** Drafts are given their address some days before they are published. */
const MOVED_DAYS = 20;
/** Before the web's newsrooms: a date of such an age is a default value (1970, 1900) or a fault, unless the input says so. */
const OLDEST_YEAR = 1995;

/**
 * The page's dates: the most trusted candidate that can be read and is possible.
 * @param now milliseconds; dates more than a day later are refused. Null: no bound.
 */
export function chooseDates(
  candidates: readonly DateCandidate[],
  order: DayMonthOrder,
  now: number | null,
  feedPublished: string | null,
): ChosenDates {
  const refused: string[] = [];
  const oldestAllowed = yearSaidByInput(candidates, feedPublished);
  const read: Dated[] = [];
  for (const candidate of candidates) {
    const date = readDate(candidate.raw, order);
    if (!date) continue;
    if (date.year < oldestAllowed) {
      refused.push(`${candidate.raw.slice(0, 60)} (${candidate.from}): before ${OLDEST_YEAR}`);
      continue;
    }
    if (now !== null && Date.UTC(date.year, date.month - 1, date.day) > now + DAY) {
      refused.push(`${candidate.raw.slice(0, 60)} (${candidate.from}): in the future`);
      continue;
    }
    read.push({ candidate, date });
  }
  const published = best(read.filter((r) => r.candidate.role === 'published'));
  const updated = best(read.filter((r) => r.candidate.role === 'updated'));
  const feed = feedPublished ? readDate(feedPublished, order) : null;
  let chosen = migrated(published, read) ?? published;
  if (published && published.candidate.weight < 40 && feed) chosen = null;
  if (chosen) {
    return {
      publishedAt: chosen.date.iso,
      publishedFrom: chosen.candidate.from,
      updatedAt: updated && updated.date.iso !== chosen.date.iso ? updated.date.iso : null,
      refused,
    };
  }
  if (feed && (now === null || Date.UTC(feed.year, feed.month - 1, feed.day) <= now + DAY)) {
    return { publishedAt: feed.iso, publishedFrom: 'feed', updatedAt: updated?.date.iso ?? null, refused };
  }
  if (updated)
    return {
      publishedAt: updated.date.iso,
      publishedFrom: updated.candidate.from,
      updatedAt: updated.date.iso,
      refused,
    };
  return { publishedAt: null, publishedFrom: null, updatedAt: null, refused };
}

/** A day in the address that is weeks older than the date in the markup: the site was moved, and its pages stamped anew. */
function migrated(published: Dated | null, read: readonly Dated[]): Dated | null {
  const inUrl = read.find((r) => r.candidate.from === 'url');
  if (!published || !inUrl || published.candidate.from === 'url') return null;
  return dayNumber(published.date) - dayNumber(inUrl.date) > MOVED_DAYS ? inUrl : null;
}

function dayNumber(date: ReadDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY;
}

function best(read: readonly Dated[]): Dated | null {
  let top: Dated | null = null;
  for (const r of read) if (!top || r.candidate.weight > top.candidate.weight) top = r;
  if (!top) return null;
  // Of two places with nearly the same trust, the one that knows the time says more.
  const day = top.date.iso.slice(0, 10);
  if (top.date.iso.length === 10) {
    const finer = read.find((r) => r.date.iso.length > 10 && r.date.iso.startsWith(day));
    if (finer) return { candidate: top.candidate, date: finer.date };
  }
  return top;
}

function yearSaidByInput(candidates: readonly DateCandidate[], feed: string | null): number {
  const year = Number(/\b(1[89]\d{2})\b/.exec(feed ?? '')?.[1] ?? Number.NaN);
  if (year < OLDEST_YEAR) return year;
  const url = candidates.find((c) => c.from === 'url');
  const inUrl = Number(url?.raw.slice(0, 4));
  return inUrl < OLDEST_YEAR && inUrl > 1800 ? inUrl : OLDEST_YEAR;
}
