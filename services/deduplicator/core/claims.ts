import { type Article, sameHouse } from './article.ts';
import { EQUAL_WORDS_UNKNOWN, type EqualWords } from './equal-words.ts';
import { isBefore, SEEN_NOISE_MS } from './instant.ts';

const DAY_MS = 86_400_000;
/** A page of which no watch tells anything is fetched so soon after its publication: 90 of 100 of the labelled set's. */
const FETCHED_MS = 3_600_000;
/** So much more of an article's words, and so many more, must stand in another before its version is the one that was taken. */
const MORE = 1.02;
const MORE_WORDS = 5;
/** A text that another outlet was seen with while it was news, and that nobody saw for so long before: copies follow within three days. */
const LONG_MS = 3 * DAY_MS;

/** The time by which an article counts in its group. */
export interface Told {
  id: string;
  instant: { at: number; seen: number };
  basis: 'stated' | 'seen';
  /** What its page states (epoch ms), where that was not believed. */
  stated: number | null;
  /** Who was seen before it, where that is why. */
  witness: Article | null;
}

/**
 * By which time each of these articles of one text counts. A stated time is a claim: it holds unless we must have seen the article, had it
 * been there. Its feed's polls tell so by themselves (`trustedInstant`); the others tell it where
 * - somebody without any date was seen with the text before, and the claim is of before that sight;
 * - nobody says how its outlet was watched, somebody else was seen with the text on the day that he states, and the claim is long before.
 * @param equal how many words two of them have in common
 */
export function timesOf(members: readonly Article[], equal: EqualWords = EQUAL_WORDS_UNKNOWN): Map<string, Told> {
  const bySight = [...members].sort((a, b) => a.instant.seen - b.instant.seen || (a.id < b.id ? -1 : 1));
  return new Map(members.map((member) => [member.id, toldOf(member, bySight, equal)]));
}

function toldOf(article: Article, bySight: readonly Article[], equal: EqualWords): Told {
  const { at, from, seen, refuted } = article.instant;
  if (from === 'seen')
    return { id: article.id, instant: { at, seen }, basis: 'seen', stated: refuted ?? null, witness: null };
  for (const other of bySight) {
    if (!isSeenBefore(other, article)) break;
    if (other.instant.at <= at || sameHouse(other, article)) continue;
    if (witnesses(other, article) || isFirstSeen(other, article, bySight, equal))
      return { id: article.id, instant: { at: seen, seen }, basis: 'seen', stated: at, witness: other };
  }
  return { id: article.id, instant: { at, seen }, basis: 'stated', stated: null, witness: null };
}

/** Whether an article was seen so long before another that it was no matter of who was polled first. */
export function isSeenBefore(a: Article, b: Article): boolean {
  return a.instant.seen + SEEN_NOISE_MS < b.instant.seen;
}

function witnesses({ instant: other }: Article, { instant: claimed }: Article): boolean {
  if (other.from === 'seen' && other.refuted === undefined) {
    // It was not there when the other says to have been published: so it may well be a copy.
    if (other.polled && other.polled >= claimed.at) return false;
    return Boolean(other.watched && claimed.watched) || other.at - claimed.at > DAY_MS;
  }
  return claimed.polled === undefined && other.seen - other.at <= DAY_MS && other.seen - claimed.at > LONG_MS;
}

/**
 * Whether an undated article bears witness against a claim of less than a day where only fetches are known: it was the very first that
 * anybody saw, the claim is earlier than a fetch can have missed it, and nobody who was seen before the claimant has its text rather than
 * the undated one's.
 */
function isFirstSeen(undated: Article, claimant: Article, bySight: readonly Article[], equal: EqualWords): boolean {
  const [{ instant: other }, { instant: claimed }] = [undated, claimant];
  if (other.from !== 'seen' || other.refuted !== undefined) return false;
  if (claimed.polled !== undefined || (other.polled && other.polled >= claimed.at)) return false;
  if (other.at - claimed.at <= SEEN_NOISE_MS || claimed.seen - claimed.at <= FETCHED_MS) return false;
  for (const third of bySight) {
    if (!isSeenBefore(third, claimant)) return true;
    if (sameHouse(third, undated)) continue;
    // Another had it before; or the claimant's own house, of whose page this is a later state.
    if (third.instant.seen < other.seen) return false;
    if (sameHouse(third, claimant)) continue;
    // It cannot have from the undated one what that has not.
    if (equal(third.id, claimant.id) > equal(third.id, undated.id) * MORE + MORE_WORDS) return false;
  }
  return true;
}

/** The earlier of two by the time that counts. */
export function byTime(times: ReadonlyMap<string, Told>): (a: Article, b: Article) => number {
  return (a, b) => (isBefore(times.get(a.id)!, times.get(b.id)!) ? -1 : 1);
}
