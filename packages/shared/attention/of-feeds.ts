import { redactUrl } from '../text/redact-url.ts';
import type { AttentionFacts, AttentionKind, AttentionLine } from './line.ts';

/** Levels of a feed's health that stop nothing: a person looks when there is time. */
const LEISURE = new Set(['thin', 'silent', 'losing']);

/** Feeds that do not do what they are watched for, the ones in trouble for the shortest time first: what changed last is what somebody looks for. */
export function attentionToFeeds({ feeds }: AttentionFacts): AttentionLine[] {
  return feeds
    .flatMap(({ feed, health }): AttentionLine[] => {
      // What a person wanted so, or what is only new, has nothing to be done.
      if (health.todo === null || health.level === 'ok' || health.level === 'new') return [];
      return [
        {
          kind: `feed-${health.level}` satisfies AttentionKind,
          grave: !LEISURE.has(health.level),
          what: `${feed.title ?? redactUrl(feed.url)}: ${health.reasons[0]}`,
          since: health.since === null ? null : Date.parse(health.since),
          todo: health.todo,
          href: `/feeds/${feed.id}`,
          count: 1,
        },
      ];
    })
    .sort((a, b) => (b.since ?? 0) - (a.since ?? 0));
}
