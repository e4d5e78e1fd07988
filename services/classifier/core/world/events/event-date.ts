const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = 86_400_000;

/** The day that a sentence speaks of. */
export interface SpokenDate {
  /** YYYY-MM-DD, or null where none is told (or it cannot be reckoned without the article's own day). */
  date: string | null;
  /** Whole years before the article, 0 where it is of the day; tells recollection from news. */
  yearsAgo: number;
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * Reads the day out of the folded words of a sentence. Day names mean the nearest such day before the article (after it where the event
 * is planned), as newswire uses them.
 */
export function spokenDate(
  words: readonly string[],
  publishedAt: string | null | undefined,
  planned: boolean,
): SpokenDate {
  const now = publishedAt ? Date.parse(publishedAt.slice(0, 10)) : Number.NaN;
  const known = !Number.isNaN(now);
  for (let i = 0; i < words.length; i += 1) {
    const month = monthAt(words, i);
    if (month >= 0) {
      const full = fullDate(words, i, month, known ? now : Number.NaN);
      if (full) return { date: full, yearsAgo: known ? Math.floor((now - Date.parse(full)) / (365 * DAY)) : 0 };
    }
  }
  const year = words.find(
    (w, i) =>
      /^(?:19|20)\d\d$/.test(w) && ['in', 'since', 'of', 'during', 'early', 'late', 'to'].includes(words[i - 1] ?? ''),
  );
  if (year && known) {
    const ago = new Date(now).getUTCFullYear() - Number(year);
    if (ago > 0) return { date: null, yearsAgo: ago };
  }
  if (!known) return { date: null, yearsAgo: 0 };
  for (const word of words) {
    if (word === 'today' || word === 'tonight') return { date: iso(now), yearsAgo: 0 };
    if (word === 'yesterday') return { date: iso(now - DAY), yearsAgo: 0 };
    if (word === 'tomorrow') return { date: iso(now + DAY), yearsAgo: 0 };
    const weekday = DAYS.indexOf(word);
    if (weekday >= 0) {
      const back = (new Date(now).getUTCDay() - weekday + 7) % 7;
      return { date: iso(planned ? now + ((7 - back) % 7) * DAY : now - back * DAY), yearsAgo: 0 };
    }
  }
  return { date: null, yearsAgo: 0 };
}

function monthAt(words: readonly string[], i: number): number {
  const word = words[i] as string;
  if (
    word.length < 3 ||
    (word.length > 4 && !/^(?:january|february|march|april|august|september|october|november|december)$/.test(word))
  )
    return -1;
  if (word.length === 4 && word !== 'june' && word !== 'july' && word !== 'sept') return -1;
  return MONTHS.indexOf(word.slice(0, 3));
}

function fullDate(words: readonly string[], i: number, month: number, now: number): string | null {
  const before = words[i - 1] ?? '';
  const after = words[i + 1] ?? '';
  const day = /^\d{1,2}(?:st|nd|rd|th)?$/.test(before) ? before : /^\d{1,2}(?:st|nd|rd|th)?$/.test(after) ? after : '';
  if (!day) return null;
  const yearWord = day === before ? after : (words[i + 2] ?? '');
  let year = /^(?:19|20)\d\d$/.test(yearWord) ? Number(yearWord) : Number.NaN;
  if (Number.isNaN(year)) {
    if (Number.isNaN(now)) return null;
    year = new Date(now).getUTCFullYear();
    // A day without a year that lies half a year ahead is last year's.
    if (Date.UTC(year, month, Number.parseInt(day, 10)) - now > 183 * DAY) year -= 1;
  }
  const time = Date.UTC(year, month, Number.parseInt(day, 10));
  return Number.isNaN(time) ? null : iso(time);
}
