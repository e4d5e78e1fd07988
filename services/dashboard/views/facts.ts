import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { WholeArticle } from '../reads/article.ts';
import { countryLink, entityPath } from './entity-link.ts';
import { eventsOf } from './event-list.ts';
import { type Html, html } from './html.ts';
import { instant, number, withQuery, written } from './parts.ts';

/** Metadata, each with where it comes from. */
export function factsOf(whole: WholeArticle): Html {
  const { article, revision, outlet, carriedBy, classification } = whole;
  return html`<h2>Metadata</h2>
<dl class="facts">
${fact('address', link(article.url))}
${article.finalUrl && article.finalUrl !== article.url ? fact('after redirects', link(article.finalUrl)) : ''}
${revision?.canonicalUrl ? fact('canonical', link(revision.canonicalUrl)) : ''}
${fact('outlet', html`<a href="/outlets/${encodeURIComponent(outlet.id)}" dir="auto">${outlet.name}</a>`, `named by ${outlet.nameFrom}`)}
${revision ? fact('published', revision.publishedAt === null ? '–' : written(revision.publishedAt), revision.publishedFrom ? `from ${revision.publishedFrom}` : undefined) : ''}
${revision?.updatedAt ? fact('updated', written(revision.updatedAt)) : ''}
${fact('first seen', instant(article.firstSeenAt))}
${article.fetchedAt === null ? '' : fact('fetched', instant(article.fetchedAt), article.httpStatus === null ? undefined : `HTTP ${article.httpStatus}, ${number(article.rawBytes)} bytes`)}
${revision ? fact('language', searchLink('language', revision.language, revision.language)) : ''}
${revision?.credit ? fact('credit', searchLink('credit', quoted(revision.credit.source), revision.credit.source), revision.credit.evidence) : ''}
${revision ? fact('quality', `${revision.quality.score} of 100`, revision.quality.reasons.join('; ')) : ''}
${classification ? labels(classification) : ''}
${fact(
  'carried by',
  carriedBy.length === 0
    ? 'no feed (added by hand)'
    : html`<ul>${carriedBy.map((feed) => html`<li><span dir="auto">${feed.title ?? redactUrl(feed.url)}</span> ${instant(feed.seenAt)}</li>`)}</ul>`,
)}
${revision?.contentHash ? fact('content hash', html`<code class="hash">${revision.contentHash.slice(0, 16)}…</code>`) : ''}
${fact('versions', madeBy(whole))}
${fact('id', html`<code>${article.id}</code>`)}
</dl>`;
}

function fact(name: string, value: Html | string, source?: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}${source ? html` <small dir="auto">${source}</small>` : ''}</dd></div>`;
}

/** Only http(s) addresses become links: others could run something. */
function link(url: string): Html {
  if (!/^https?:\/\//i.test(url)) return html`<span>${url}</span>`;
  return html`<a href="${url}" rel="noreferrer noopener external" class="url">${url}</a>`;
}

function labels(found: NonNullable<WholeArticle['classification']>): Html {
  return html`
${found.topics.length > 0 ? fact('topics', listed(found.topics.map(({ code, label }) => searchLink('topic', code.replace(/^medtop:/, ''), label)))) : ''}
${found.countries.length > 0 ? fact('countries', listed(found.countries.map((code) => scoredCountry(code, found.countryScores?.[code])))) : ''}
${
  found.entities.length > 0
    ? fact('entities', html`<span dir="auto">${listed(found.entities.slice(0, 12).map(nameLink))}</span>`)
    : ''
}
${found.events.length > 0 ? fact('events', eventsOf(found.events)) : ''}`;
}

function scoredCountry(code: string, score: number | undefined): Html {
  return score === undefined ? countryLink(code) : html`${countryLink(code)} <small>${score.toFixed(2)}</small>`;
}

/** By what the text calls it, to the page of its one name. */
function nameLink({ name, canonical = name }: { name: string; canonical?: string | undefined }): Html {
  return html`<a href="${entityPath(canonical)}"${canonical === name ? '' : html` title="${canonical}"`}>${name}</a>`;
}

/** To the search that lists more of it. */
function searchLink(field: string, value: string, name: string): Html {
  return html`<a href="${withQuery('/search', { q: `${field}:${value}` })}" dir="auto">${name}</a>`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '')}"`;
}

function listed(parts: readonly Html[]): Html {
  return html`${parts.map((part, at) => html`${at === 0 ? '' : ', '}${part}`)}`;
}

function madeBy({ versions }: WholeArticle): Html {
  const all = Object.entries(versions).flatMap(([stage, version]) => (version === null ? [] : `${stage} ${version}`));
  return html`${all.length === 0 ? '–' : all.join(', ')}`;
}
