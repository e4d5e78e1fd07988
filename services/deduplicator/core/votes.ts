import { type Article, credits, pointsTo, sameHouse } from './article.ts';

/**
 * Who names whom as the source among the articles of one text, by credit or canonical link; of each house one voice, whatever it
 * publishes. Nobody names himself or his house: an outlet's own print page or second address says nothing of who was first, nor does a
 * text that its page does not show.
 */
export function votesAmong(members: readonly Article[]): Map<Article, Article[]> {
  const votes = new Map<Article, Article[]>();
  for (const voter of members) {
    if (voter.unshown || (!voter.credit && voter.pointers.length === 0)) continue;
    const named = members.filter((candidate) => names(voter, candidate));
    // A name that two bear is the one's whose domain it is.
    const owner = named.filter((candidate) => isOwn(voter, candidate));
    for (const candidate of owner.length > 0 ? owner : named) {
      const voters = votes.get(candidate) ?? [];
      if (!voters.some((other) => sameHouse(other, voter))) voters.push(voter);
      votes.set(candidate, voters);
    }
  }
  return votes;
}

/** Whether an article is none that others have from it: it says so of itself, or no reader is shown its text, which costs nothing to claim. */
export function disclaims(article: Article, members: readonly Article[]): boolean {
  if (article.unshown || (article.credit && article.credit.kind !== 'part')) return true;
  return article.pointers.length > 0 && members.some((other) => names(article, other));
}

function names(voter: Article, candidate: Article): boolean {
  if (candidate.id === voter.id || sameHouse(voter, candidate)) return false;
  return credits(voter, candidate) || pointsTo(voter, candidate);
}

/** Whether a credit names an outlet by its domain, or a link its page: not only by what it calls itself. */
function isOwn(voter: Article, candidate: Article): boolean {
  return pointsTo(voter, candidate) || voter.credit?.key === candidate.outletKeys[0];
}
