import type { Scan } from '../scan.ts';
import type { Actor } from './find-actors.ts';

/** Words between a noun of an act and its preposition ("visit on Friday of"). */
const WITHIN = 5;
const TOWARDS = new Set(['on', 'against', 'to', 'at', 'with', 'into']);
/** Small words before a party's own. */
const SMALL = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', 'northern', 'southern', 'eastern', 'western']);
/** Acts that "of" ties to who does them, not to whom they befall ("the killing of"). */
const DONE_BY =
  /^(?:visit|trip|arrival|criticism|condemnation|threat|offer|promise|pledge|withdrawal|refusal|demand|appeal|praise)s?$/;

/**
 * Who does what a noun tells, and to whom: "the visit of Danes to Ghana", "Ghana's strikes on Togo", "an attack by Chad on Mali". Null where the
 * noun's own words do not tell both.
 */
export function nounParties(
  scanned: Scan,
  actors: readonly Actor[],
  from: number,
): { doer: Actor; other: Actor } | null {
  const known = actors.filter((a) => a.country !== null);
  const governor = (actor: Actor): string => {
    let i = actor.from - 1;
    while (SMALL.has(scanned.key[i] ?? '')) i -= 1;
    return scanned.key[i] ?? '';
  };
  const behind = known.filter((a) => a.from > from);
  const isOwner = (a: Actor) => a.to === from || (a.to === from - 1 && scanned.key[a.to] === 's');
  const doer =
    known.find(isOwner) ??
    behind.find((a, n) => {
      const tie = governor(a);
      return (
        n === 0 && a.from - from <= WITHIN && (tie === 'by' || (tie === 'of' && DONE_BY.test(scanned.key[from] ?? '')))
      );
    });
  if (!doer) return null;
  const end = Math.max(from + 1, doer.to);
  const other = behind.find((a) => a !== doer && a.from - end <= WITHIN && TOWARDS.has(governor(a)));
  return other && other.country !== doer.country ? { doer, other } : null;
}
