import { type Article, creditedOutlet, credits, pointsTo, sameOutlet } from './article.ts';
import { isBefore } from './instant.ts';

/** A time this much earlier beats an outlet's kind: agencies are first by minutes to hours, not by days. */
const KIND_WINDOW_MS = 6 * 3_600_000;

/**
 * The original of a group: the one whom the others name as their source by credit or canonical link, else an agency among
 * those that came within hours of the first, else the first.
 * @returns the article, and why it is not simply the first, or null
 */
export function elect(members: readonly Article[], first: Article): { article: Article; reason: string | null } {
  if (members.length === 1) return { article: first, reason: null };
  // Who credits one of the others, or an outlet whose own text may yet come, is not the first to have it: but is before those who repeat it.
  const outlets = new Set(members.flatMap((m) => m.outletKeys));
  const abroad = members.filter((m) => creditedOutlet(m) && !outlets.has(m.credit!.key));
  const eligible = members.filter(
    (m) => (!m.credit || m.credit.kind === 'part') && !abroad.some((other) => isBefore(other, m)),
  );
  const pool = (eligible.length > 0 ? eligible : abroad.length > 0 ? abroad : [...members]).sort((a, b) =>
    isBefore(a, b) ? -1 : 1,
  );
  const votes = new Map<Article, number>();
  for (const voter of members) {
    if (!voter.credit && voter.pointers.length === 0) continue;
    for (const candidate of pool) {
      // An outlet's own print page or second address says nothing of who was first.
      if (
        candidate.id === voter.id ||
        sameOutlet(voter, candidate) ||
        !(credits(voter, candidate) || pointsTo(voter, candidate))
      )
        continue;
      votes.set(candidate, (votes.get(candidate) ?? 0) + 1);
    }
  }
  const [named] = [...votes]
    .map(([candidate, count]) => ({ candidate, votes: count }))
    .sort((a, b) => b.votes - a.votes || (isBefore(a.candidate, b.candidate) ? -1 : 1));
  if (named) {
    const reason =
      named.candidate.id === first.id ? null : `${named.votes} of the group name ${named.candidate.outlet}`;
    return { article: named.candidate, reason };
  }
  const earliest = pool[0]!;
  const agency = pool.find(
    (m) =>
      m.outletKind === 'agency' &&
      m.instant.at - earliest.instant.at <= KIND_WINDOW_MS &&
      earliest.outletKind !== 'agency',
  );
  if (agency) return { article: agency, reason: `${agency.outlet} is an agency and came within hours of the first` };
  return { article: earliest, reason: earliest.id === first.id ? null : 'the first in time credits another outlet' };
}
