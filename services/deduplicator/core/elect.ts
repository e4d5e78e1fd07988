import type { Contest } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, creditedOutlet } from './article.ts';
import { byTime, type Told, timesOf } from './claims.ts';
import { contestsOf } from './contest.ts';
import type { EqualWords } from './equal-words.ts';
import { isBefore } from './instant.ts';
import { type Ruling, ruledFirst } from './rulings.ts';
import { disclaims, votesAmong } from './votes.ts';

/** A time this much earlier beats an outlet's kind: agencies are first by minutes to hours, not by days. */
const KIND_WINDOW_MS = 6 * 3_600_000;
/** So many houses must name another before the first in time is not the original: one may err, or lie. */
const MIN_VOTES = 2;

/** Who is the original of a group, and what speaks against it. */
export interface Election {
  article: Article;
  /** Why it is not simply the first, or null. */
  reason: string | null;
  /** By which time each of the members counts. */
  times: ReadonlyMap<string, Told>;
  /** Whom other evidence names instead, the strongest first. */
  contestedBy: Contest[];
  /** An analyst's word, which ends every contest. */
  ruling: Ruling | null;
}

/**
 * The original of a group: whom an analyst has ruled to be it, else the one whom two houses and more of the others name as their source by credit or canonical link, else an
 * agency among those that came within hours of the first, else the first. Who says himself that he has it from elsewhere, or does not
 * show the text, is none while there is another.
 */
export function elect(members: readonly Article[], rulings: readonly Ruling[] = [], equal?: EqualWords): Election {
  const times = timesOf(members, equal);
  const ruling = rulings.length === 0 ? null : ruledFirst(rulings, new Set(members.map(({ id }) => id)));
  if (ruling) {
    const article = members.find(({ id }) => id === ruling.subject)!;
    return { article, reason: `the first, ruled ${ruling.who}`, times, contestedBy: [], ruling };
  }
  if (members.length === 1) return { article: members[0]!, reason: null, times, contestedBy: [], ruling };
  const inTime = [...members].sort(byTime(times));
  const pool = poolOf(inTime, times);
  const votes = votesAmong(inTime);
  const chosen = choose(inTime, pool, votes, times);
  return { ...chosen, times, contestedBy: contestsOf(chosen.article, members, times, votes), ruling };
}

/** Who may be the original, in the order of time. */
function poolOf(inTime: readonly Article[], times: ReadonlyMap<string, Told>): Article[] {
  // Who credits one of the others, or an outlet whose own text may yet come, is not the first to have it: but is before those who repeat it.
  const outlets = new Set(inTime.flatMap((m) => m.outletKeys));
  const abroad = inTime.filter((m) => creditedOutlet(m) && !outlets.has(m.credit!.key));
  const eligible = inTime.filter(
    (m) => !disclaims(m, inTime) && !abroad.some((other) => isBefore(times.get(other.id)!, times.get(m.id)!)),
  );
  return eligible.length > 0 ? eligible : abroad.length > 0 ? abroad : [...inTime];
}

function choose(
  inTime: readonly Article[],
  pool: readonly Article[],
  votes: ReadonlyMap<Article, Article[]>,
  times: ReadonlyMap<string, Told>,
): Pick<Election, 'article' | 'reason'> {
  const earliest = pool[0]!;
  const named = pool.reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best), earliest);
  if (named !== earliest && count(named) >= MIN_VOTES)
    return { article: named, reason: `${count(named)} of the group name ${named.outlet}` };
  const agency = pool.find(
    (m) =>
      m.outletKind === 'agency' &&
      times.get(m.id)!.instant.at - times.get(earliest.id)!.instant.at <= KIND_WINDOW_MS &&
      earliest.outletKind !== 'agency',
  );
  if (agency && count(earliest) === 0)
    return { article: agency, reason: `${agency.outlet} is an agency and came within hours of the first` };
  return { article: earliest, reason: earliest === inTime[0] ? null : reasonOf(earliest, inTime[0]!, count(earliest)) };

  function count(candidate: Article): number {
    return votes.get(candidate)?.length ?? 0;
  }
}

function reasonOf(earliest: Article, first: Article, votes: number): string {
  return votes > 0
    ? `${votes} of the group name ${earliest.outlet}`
    : first.unshown
      ? 'the first in time does not show the text on its page'
      : first.credit && first.credit.kind !== 'part'
        ? 'the first in time credits another outlet'
        : 'the first in time names another page as its own';
}
