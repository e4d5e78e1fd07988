import type { Credit } from '@wirewatch/shared/contracts/credit.ts';
import type { Relation } from '@wirewatch/shared/contracts/syndication.ts';
import { span } from '@wirewatch/shared/text/span.ts';
import { type Html, html } from './html.ts';

export { span };

const NONE = html`<span class="none">–</span>`;

/** An instant (epoch ms) as "12 min ago", with the full date for a pointer and for machines. */
export function ago(at: number | null, now: number): Html {
  if (at === null) return NONE;
  const iso = new Date(at).toISOString();
  const words = at > now + 1000 ? `in ${span(at - now)}` : `${span(now - at)} ago`;
  return html`<time datetime="${iso}" title="${iso}">${words}</time>`;
}

/** When an article says that it was published, and when it was first seen here. */
export function timesInList(publishedAt: string | null, firstSeenAt: number, now: number): Html {
  const published = publishedAt === null ? '' : html`<span>published ${written(publishedAt)}</span> `;
  return html`${published}<span>seen ${ago(firstSeenAt, now)}</span>`;
}

/** An instant (epoch ms) in UTC to the second. */
export function instant(at: number | null): Html {
  if (at === null) return NONE;
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

/** A date as its page gave it, with the page's own offset: "2026-10-20 08:00:00 +02:00". */
export function written(date: string): string {
  return date.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/, (_, day, time, zone) =>
    [day, time, zone === 'Z' ? 'UTC' : zone].filter(Boolean).join(' '),
  );
}

export function number(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('en');
}

export function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

/** A share of text: 99.7 % is not "all of it", so it is never rounded up to 100. */
export function coverage(share: number | null): string {
  if (share === null) return '–';
  return share >= 0.995 && share < 1 ? '99 %' : percent(share);
}

const RELATIONS: Record<Relation, string> = {
  original: 'has copies here',
  copy: "repeats another's text",
  excerpt: "quotes a long part of another's",
  revision: 'a newer state of a piece of the same outlet',
  unique: 'none of the others',
};

export function relationBadge(relation: Relation | null): Html {
  if (relation === null) return html``;
  return html`<span class="badge ${relation}" title="${RELATIONS[relation]}">${relation}</span>`;
}

/** How an article ended: success, quarantine and the rest are told apart by more than colour. */
export function outcomeBadge(outcome: string | null): Html {
  if (outcome === null) return html`<span class="badge waiting">under way</span>`;
  const tone = outcome === 'quarantined' ? 'bad' : ['done', 'passed', 'unchanged'].includes(outcome) ? 'good' : 'odd';
  return html`<span class="badge ${tone}">${outcome}</span>`;
}

const CREDIT_WORDS: Record<Credit['kind'], string> = {
  whole: 'credits',
  'first-published': 'first appeared in',
  part: 'in part from',
};

export function creditLine(credit: Credit | null): Html {
  if (!credit) return html``;
  const more = withQuery('/search', { q: `credit:"${credit.source.replaceAll('"', '')}"` });
  return html`<span class="credit" title="${credit.evidence}">${CREDIT_WORDS[credit.kind]} <a href="${more}" dir="auto"><b>${credit.source}</b></a></span>`;
}

/** Says that there is nothing, and what would bring something. */
export function empty(what: string, hint: Html | string = ''): Html {
  return html`<p class="empty"><strong>${what}</strong> ${hint}</p>`;
}

/** A table that may be wider than the page: it scrolls by itself, also by keyboard. */
export function scroller(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}

/** A link to the next keyset page, or nothing. */
export function older(here: string, cursor: string | null, words = 'Older'): Html {
  if (cursor === null) return html``;
  return html`<nav class="pages" aria-label="Pages"><a rel="next" href="${withQuery(here, { after: cursor })}">${words} →</a></nav>`;
}

/** A path with some of its query set anew; null removes. */
export function withQuery(path: string, set: Record<string, string | null>): string {
  const [base = '', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(set)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? base : `${base}?${text}`;
}
