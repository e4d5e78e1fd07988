import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Article } from './article.ts';
import type { Told } from './claims.ts';
import { minute } from './contest.ts';
import type { Election } from './elect.ts';

/** How much less sure a row is whose original has rivals, and one whose own time is not believed. */
const CONTESTED = 0.85;
const UNSEEN = 0.8;

/** The row with what is to be said of its times, and of those who may be the original instead. */
export function withClaims(row: Syndication, article: Article, { times, contestedBy }: Election): Syndication {
  const told = times.get(article.id)!;
  const doubt = (contestedBy.length > 0 ? CONTESTED : 1) * (told.stated === null ? 1 : UNSEEN);
  return {
    ...row,
    timeBasis: told.basis,
    contested: contestedBy.length > 0,
    contestedBy,
    confidence: doubt === 1 ? row.confidence : Math.round(row.confidence * doubt * 100) / 100,
    reason: told.stated === null ? row.reason : `${row.reason}; its time is stated, not seen: ${unseen(told)}`,
  };
}

function unseen({ stated, instant, witness }: Told): string {
  const why =
    witness === null ? 'its feed had been polled without it' : `${witness.outlet} had been seen with the text`;
  return `it states ${minute(stated!)}, was first seen at ${minute(instant.seen)}, and before that ${why}`;
}
