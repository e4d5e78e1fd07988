import type { DateSource } from '@wirewatch/shared/contracts/clean.ts';
import type { DateCandidate } from './date-candidate.ts';
import type { DateHabits } from './date-habits.ts';
import { RUN_OF_DIGITS } from './day-in-address.ts';
import { type ReadDate, readDate } from './read-date.ts';

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
  habits: DateHabits,
  now: number | null,
  feedPublished: string | null,
): ChosenDates {
  const refused: string[] = [];
  const oldestAllowed = yearSaidByInput(candidates, feedPublished);
  // Read from the most trusted down, and no further than needed: reading is the dear part.
  const readable = (candidate: DateCandidate): Dated | null => {
    const date = readDate(candidate.raw, habits);
    if (!date) return null;
    const why =
      date.year < oldestAllowed
        ? `before ${OLDEST_YEAR}`
        : now !== null && dayNumber(date) * DAY > now + DAY
          ? 'in the future'
          : null;
    if (why === null) return { candidate, date };
    refused.push(`${candidate.raw.slice(0, 60)} (${candidate.from}): ${why}`);
    return null;
  };
  const first = best(candidates, 'published', readable);
  const published = outvoted(first, candidates, readable) ?? first;
  const updated = best(candidates, 'updated', readable);
  const feed = feedPublished ? readDate(feedPublished, habits) : null;
  let chosen = migrated(published, candidates, readable) ?? shownInstead(published, candidates, readable) ?? published;
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
function migrated(
  published: Dated | null,
  candidates: readonly DateCandidate[],
  readable: (c: DateCandidate) => Dated | null,
): Dated | null {
  const address = candidates.find((c) => c.from === 'url' && c.weight > RUN_OF_DIGITS);
  if (!published || !address || published.candidate.from === 'url') return null;
  const inUrl = readable(address);
  return inUrl && dayNumber(published.date) - dayNumber(inUrl.date) > MOVED_DAYS ? inUrl : null;
}

/** Weight from which a candidate of the markup is meant for this article: `<time>` in lists and generic stamps lie below. */
const MEANT = 80;

/** JSON-LD alone against two other kinds of markup that agree on another day: a plugin's block, or another thing's than the article. */
function outvoted(
  first: Dated | null,
  candidates: readonly DateCandidate[],
  readable: (c: DateCandidate) => Dated | null,
): Dated | null {
  if (first?.candidate.from !== 'json-ld') return null;
  const others: Dated[] = [];
  for (const kind of ['meta', 'microdata', 'time'] as const) {
    const stated = candidates
      .filter((c) => c.from === kind && c.role === 'published' && c.weight >= MEANT)
      .reduce<DateCandidate | null>((top, c) => (top === null || c.weight > top.weight ? c : top), null);
    const dated = stated && readable(stated);
    if (!dated) continue;
    if (dayNumber(dated.date) === dayNumber(first.date) || sameInstant(dated, first)) return null;
    others.push(dated);
  }
  const [one, another] = others;
  return one && another && others.every((o) => dayNumber(o.date) === dayNumber(one.date)) ? one : null;
}

/**
 * The day that a reader is shown at the headline, where a machine's stamp is later than that day can be in any zone: systems
 * stamp pages anew when a site is moved or a template saved. A later day in that line is left: half are updates that do not say so.
 */
function shownInstead(
  published: Dated | null,
  candidates: readonly DateCandidate[],
  readable: (c: DateCandidate) => Dated | null,
): Dated | null {
  if (!published || !STAMPS.has(published.candidate.from)) return null;
  const line = candidates
    .filter((c) => c.shown)
    .reduce<DateCandidate | null>((top, c) => (top === null || c.weight > top.weight ? c : top), null);
  const shown = line && readable(line);
  if (!shown || shown.date.ambiguous) return null;
  const instant = published.date.iso.length > 19 ? Date.parse(published.date.iso) : dayNumber(published.date) * DAY;
  return dayNumber(shown.date) < Math.floor((instant - WEST) / DAY) ? shown : null;
}

const STAMPS: ReadonlySet<DateSource> = new Set<DateSource>(['json-ld', 'meta', 'microdata']);
/** The zone in which a day lasts longest, twelve hours behind. */
const WEST = DAY / 2;

function sameInstant(a: Dated, b: Dated): boolean {
  return Date.parse(a.date.iso) === Date.parse(b.date.iso);
}

function dayNumber(date: ReadDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY;
}

/** Candidates asked for the time of a day that the best one gives without. */
const FINER = 5;

function best(
  candidates: readonly DateCandidate[],
  role: DateCandidate['role'],
  readable: (c: DateCandidate) => Dated | null,
): Dated | null {
  const sorted = candidates.filter((c) => c.role === role).sort((a, b) => b.weight - a.weight);
  for (let i = 0; i < sorted.length; i += 1) {
    const top = readable(sorted[i] as DateCandidate);
    if (!top) continue;
    if (top.date.iso.length > 10) return top;
    for (const other of sorted.slice(i + 1, i + 1 + FINER)) {
      const finer = readable(other);
      if (finer && finer.date.iso.length > 10 && finer.date.iso.startsWith(top.date.iso))
        return { candidate: top.candidate, date: finer.date };
    }
    return top;
  }
  return null;
}

function yearSaidByInput(candidates: readonly DateCandidate[], feed: string | null): number {
  const year = Number(/\b(1[89]\d{2})\b/.exec(feed ?? '')?.[1] ?? Number.NaN);
  if (year < OLDEST_YEAR) return year;
  const url = candidates.find((c) => c.from === 'url');
  const inUrl = Number(url?.raw.slice(0, 4));
  return inUrl < OLDEST_YEAR && inUrl > 1800 ? inUrl : OLDEST_YEAR;
}
