import type { AttentionLine } from '@wirewatch/shared/attention/line.ts';
import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import type { Announced } from '@wirewatch/shared/store/copies/announced.ts';
import type { Member } from '@wirewatch/shared/store/copies/groups.ts';
import type { FeedRow } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { Health } from '@wirewatch/shared/store/feeds/health.ts';
import type { AuditRow } from '@wirewatch/shared/store/operations/audit.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { WholeArticle } from '../reads/article.ts';

export function iso(ms: number): string;
export function iso(ms: number | null): string | null;
/** An instant as the API says it. */
export function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

/** An article without its text, as the API says it. */
export function lineValue(line: ArticleLine) {
  const { outletId, outlet, firstSeenAt, groupId, stage: _, reason: __, ...rest } = line;
  return { ...rest, outlet: { id: outletId, name: outlet }, firstSeenAt: iso(firstSeenAt), group: groupId };
}

export function memberValue({ line, at, ...evidence }: Member) {
  return { ...lineValue(line), at: iso(at), ...evidence };
}

export function announcedValue({ group: _, outlet, outletId, firstSeenAt, ...rest }: Announced) {
  return {
    ...rest,
    outlet: { id: outletId, name: outlet },
    firstSeenAt: iso(firstSeenAt),
    basis: ['announcement' as const],
  };
}

export function stepValue(step: WholeArticle['journey'][number]) {
  const { id: _, articleId: __, at, ...rest } = step;
  return { at: iso(at), ...rest };
}

export function revisionValue({ article }: WholeArticle, revision: WholeArticle['revisions'][number]) {
  const { number, fetchedAt, title, publishedAt, updatedAt, version } = revision;
  const shown = revision.id === article.revisionId;
  return { number, fetchedAt: iso(fetchedAt), title, publishedAt, updatedAt, version, shown };
}

export function feedValue(feed: FeedRow, health: Health) {
  const { id, title, folder, status, lastError } = feed;
  return { id, url: redactUrl(feed.url), title, folder, status, health, lastError };
}

/** A line of the overview's box. */
export function attentionValue(line: AttentionLine) {
  return { ...line, since: iso(line.since) };
}

export function changeValue(row: AuditRow) {
  return { ...row, at: iso(row.at) };
}
