import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import type { MarkRow } from '../reads/marks.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { markable, markBadges } from './marks.ts';
import { coverage, creditLine, empty, outcomeBadge, relationBadge, span, timesInList } from './parts.ts';

/** Articles one under the other: what, whose, when, copied from whom. */
export function articleList(
  lines: readonly ArticleLine[],
  now: number,
  marks: ReadonlyMap<string, MarkRow> = new Map(),
): Html {
  if (lines.length === 0) {
    return empty('No article yet.', html`Add a feed: <code>npx wirewatch feeds add URL</code>`);
  }
  return html`<ol class="articles">${lines.map((line) => html`<li>${articleItem(line, marks.get(line.id), now)}</li>`)}</ol>`;
}

function articleItem(line: ArticleLine, mark: MarkRow | undefined, now: number): Html {
  return html`<article${markable('article', line.id, mark)}>
<h3 dir="auto"${langOf(line.language)}><a href="/articles/${line.id}">${line.title ?? line.url}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(line.outletId)}">${line.outlet}</a> ${timesInList(line.publishedAt, line.firstSeenAt, now)} ${relationOf(line)} ${creditLine(line.credit)} ${line.outcome === 'done' && line.stage === null ? '' : outcomeBadge(line.outcome)} ${markBadges(mark)}</p>
</article>`;
}

/** "copy of RT, 97 %, 2 h later": the relation in one phrase. */
export function relationOf(line: ArticleLine): Html {
  if (line.relation === null || line.relation === 'unique') return html``;
  if (line.relation === 'original') {
    return html`<span class="relation">${relationBadge('original')} <a href="/stories/${line.groupId}">story</a></span>`;
  }
  if (line.originalId === line.id) return html`<span class="relation">${relationBadge(line.relation)}</span>`;
  const whose = line.original ?? 'another';
  const share = line.coverage === null ? '' : `, ${coverage(line.coverage)}`;
  const lag =
    line.lagSeconds === null ? '' : `, ${span(line.lagSeconds * 1000)} ${line.lagSeconds < 0 ? 'earlier' : 'later'}`;
  const name = html`<span dir="auto">${whose}</span>`;
  const linked = line.originalId === null ? name : html`<a href="/articles/${line.originalId}">${name}</a>`;
  return html`<span class="relation">${relationBadge(line.relation)} of ${linked}${share}${lag}</span>`;
}
