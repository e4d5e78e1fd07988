import type { Contest } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, sameHouse } from './article.ts';
import { isSeenBefore, type Told } from './claims.ts';
import { isBefore } from './instant.ts';
import { disclaims } from './votes.ts';

/** A page of which no watch tells anything is fetched within this time of its publication: 999 of 1,000 of the labelled set's... */
const UNSEEN_MS = 36 * 3_600_000;
/** ...and within this 95 of 100: enough against one that states no time at all. */
const RARELY_UNSEEN_MS = 6 * 3_600_000;
/** So many are told, the strongest first. */
const MOST_TOLD = 5;
const MOST_NAMED = 3;

/**
 * Who else may be the original by the evidence that did not win: whom others name, who states an earlier time, and who was seen before
 * an article of which only its own page says that it was earlier.
 */
export function contestsOf(
  original: Article,
  members: readonly Article[],
  times: ReadonlyMap<string, Told>,
  votes: ReadonlyMap<Article, readonly Article[]>,
): Contest[] {
  const own = times.get(original.id)!;
  const found: { contest: Contest; weight: number; told: Told }[] = [];
  for (const rival of members) {
    if (rival === original || sameHouse(rival, original)) continue;
    const told = times.get(rival.id)!;
    const voters = votes.get(rival) ?? [];
    const said: string[] = [];
    if (voters.length > 0) said.push(`named as the source by ${namesOf(voters)}`);
    if (told.stated !== null && told.stated < own.instant.at) said.push(lateOf(told));
    else if (!disclaims(rival, members) && told.basis === 'stated' && isBefore(told, own))
      said.push(`published at ${minute(told.instant.at)}, before ${original.outlet}`);
    if (isUnproved(original, own, rival, told))
      said.push(`seen at ${minute(told.instant.seen)}, ${original.outlet} not before ${minute(own.instant.seen)}`);
    if (said.length > 0)
      found.push({ contest: { id: rival.id, evidence: said.join('; ') }, weight: voters.length, told });
  }
  return found
    .sort((a, b) => b.weight - a.weight || (isBefore(a.told, b.told) ? -1 : 1))
    .slice(0, MOST_TOLD)
    .map(({ contest }) => contest);
}

/** Only the original's own page says that it was before another that was seen before it, and our polls cannot bear it out. */
function isUnproved(original: Article, own: Told, rival: Article, told: Told): boolean {
  if (
    own.basis !== 'stated' ||
    own.instant.seen === Number.MAX_SAFE_INTEGER ||
    !isSeenBefore(rival, original) ||
    own.instant.at >= told.instant.at
  )
    return false;
  const { polled } = original.instant;
  if (polled !== undefined) return polled === null || polled > own.instant.at;
  // Nobody says how its outlet was watched: that it was fetched somewhat later than the other says nothing.
  const usual = rival.instant.from === 'seen' ? RARELY_UNSEEN_MS : UNSEEN_MS;
  return own.instant.seen - own.instant.at > usual;
}

function lateOf({ stated, instant, witness }: Told): string {
  const why = witness === null ? '; its feed had been polled without it' : `, after ${witness.outlet}`;
  return `states ${minute(stated!)}, but was not seen before ${minute(instant.seen)}${why}`;
}

function namesOf(voters: readonly Article[]): string {
  const names = voters.slice(0, MOST_NAMED).map((voter) => voter.outlet);
  return voters.length > MOST_NAMED ? `${names.join(', ')} and ${voters.length - MOST_NAMED} more` : names.join(', ');
}

/** An instant to the minute, as evidence tells it. */
export function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
