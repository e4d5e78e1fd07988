import type { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import type { HttpResponse } from '../../http/answer.ts';
import { parseLinkHeader } from '../feed/link-header.ts';
import type { FeedState } from './feed-state.ts';

/**
 * The hub that an answer offers: its headers go before the document (WebSub, section 4). An answer without a body says nothing of it by
 * being silent: what was offered before stands.
 */
export function offeredHub(
  answer: HttpResponse,
  document: Pick<ParsedFeed, 'hub' | 'self'> | null,
  before: FeedState['hub'],
): FeedState['hub'] {
  const links = answer.headers.link === undefined ? [] : parseLinkHeader(answer.headers.link);
  const of = (rel: string): string | null => {
    const target = links.find((link) => link.rel.includes(rel))?.target;
    return target !== undefined && URL.canParse(target, answer.finalUrl) ? new URL(target, answer.finalUrl).href : null;
  };
  const hub = of('hub') ?? document?.hub ?? null;
  if (hub !== null) return { hub, topic: of('self') ?? document?.self ?? before?.topic ?? null };
  return document === null ? before : null;
}
