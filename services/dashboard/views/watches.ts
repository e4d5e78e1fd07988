import { marked, passagesOf } from '@wirewatch/shared/store/search/passages.ts';
import type { Alert } from '@wirewatch/shared/store/watches/alerts.ts';
import type { WatchRow } from '@wirewatch/shared/store/watches/watches.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { WatchFields } from '../core/watch-draft.ts';
import type { Tried } from '../reads/try-watch.ts';
import type { Match, WatchCounts } from '../reads/watches.ts';
import { relationOf } from './article-list.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { markedPiece } from './marked.ts';
import { ago, empty, number, scroller, withQuery } from './parts.ts';

const BLANK: WatchFields = {
  name: '',
  queries: '',
  weights: '',
  languages: '',
  threshold: '',
  webhook: '',
  secretEnv: '',
};

/** Every watch, and the form for another. */
export function watchesView(rows: readonly WatchCounts[], now: number): Html {
  return html`<h1>Watches</h1>
<p class="aside">Topics of your own: articles that fit are found as they come, and told once a story. <a href="/webhooks">Deliveries to webhooks</a></p>
${rows.length === 0 ? empty('No watch yet.') : table(rows, now)}
<section aria-labelledby="another"><h2 id="another">Add a watch</h2>${form(BLANK)}</section>`;
}

function table(rows: readonly WatchCounts[], now: number): Html {
  return scroller(
    'Watches',
    html`<table><thead><tr><th scope="col">watch</th><th scope="col">queries</th><th scope="col" class="n">articles</th><th scope="col" class="n">alerts</th><th scope="col">newest</th><th scope="col"></th></tr></thead>
<tbody>${rows.map(
      ({
        watch,
        articles,
        alerts,
        newestAt,
      }) => html`<tr><th scope="row" dir="auto"><a href="/watches/${watch.id}">${watch.name}</a></th>
<td class="wide" dir="auto"><code>${watch.lines[0]?.query}</code>${watch.lines.length > 1 ? ` and ${watch.lines.length - 1} more` : ''}</td>
<td class="n">${number(articles)}</td><td class="n">${number(alerts)}</td><td>${ago(newestAt, now)}</td><td><a href="/watches/${watch.id}/alerts.atom" aria-label="Atom: alerts of ${watch.name}">Atom</a></td></tr>`,
    )}</tbody></table>`,
  );
}

function form(fields: WatchFields): Html {
  return html`<form method="post" action="/watches/try">
<label>Name <input name="name" value="${fields.name}" maxlength="200" required dir="auto"></label>
<label>Queries, one a line <textarea name="queries" rows="4" required dir="auto" spellcheck="false">${fields.queries}</textarea></label>
<label>Weights, one for all or one for each <input name="weights" value="${fields.weights}" placeholder="1"></label>
<label>Languages, one for all or one for each <input name="languages" value="${fields.languages}" placeholder="any"></label>
<label>Threshold <input name="threshold" value="${fields.threshold}" placeholder="1" inputmode="decimal"></label>
<label>Webhook <input name="webhook" type="url" value="${fields.webhook}"></label>
<label>Environment variable with its secret <input name="secretEnv" value="${fields.secretEnv}"></label>
<button>Try it</button>
</form>
<p class="aside">The grammar is that of <a href="/search">search</a>. Nothing is saved yet: what it finds is shown first.</p>`;
}

/** What a draft would find, with the button that saves it; or what is wrong with it. */
export function tryView(fields: WatchFields, tried: Tried | { problem: string }, now: number): Html {
  return html`<h1>Try a watch</h1>
${'problem' in tried ? html`<p class="alarm" role="alert" dir="auto">${tried.problem}</p>` : found(fields, tried, now)}
<section aria-labelledby="change"><h2 id="change">Change it</h2>${form(fields)}</section>`;
}

function found(fields: WatchFields, tried: Tried, now: number): Html {
  const of = tried.cut
    ? `of the newest ${number(tried.looked)} articles that could match`
    : `of ${number(tried.articles)} articles`;
  return html`<p><b>${number(tried.matched)}</b> ${of} match.</p>
${tried.warnings.map((warning) => html`<p class="alarm" role="alert">${warning}</p>`)}
<form method="post" action="/watches">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button>Save the watch</button>
</form>
${matchList(tried.first, now)}`;
}

/** One watch: its queries, what it told, what it found. */
export function watchView(page: {
  watch: WatchRow;
  counts: { articles: number; alerts: number };
  matches: readonly Match[];
  alerts: readonly Alert[];
  older: number | null;
  now: number;
}): Html {
  const { watch, counts, matches, alerts, now } = page;
  return html`<h1 dir="auto">${watch.name}</h1>
<dl class="inline"><div><dt>articles</dt><dd>${number(counts.articles)}</dd></div><div><dt>alerts</dt><dd>${number(counts.alerts)}</dd></div>
<div><dt>threshold</dt><dd>${watch.threshold}</dd></div><div><dt>added</dt><dd>${ago(watch.createdAt, now)} by ${watch.who}</dd></div>
${watch.webhookUrl === null ? '' : html`<div><dt>webhook</dt><dd>${redactUrl(watch.webhookUrl)} <a href="/webhooks?watch=${watch.id}">deliveries</a></dd></div>`}</dl>
<section aria-labelledby="queries"><h2 id="queries">Queries</h2>${scroller(
    'Queries',
    html`<table><thead><tr><th scope="col">query</th><th scope="col" class="n">weight</th><th scope="col">language</th></tr></thead>
<tbody>${watch.lines.map(({ query, weight, language }) => html`<tr><td class="wide" dir="auto"><a href="${withQuery('/search', { q: query })}"><code>${query}</code></a></td><td class="n">${weight}</td><td>${language ?? 'any'}</td></tr>`)}</tbody></table>`,
  )}</section>
<p class="buttons"><a class="button quiet" href="/watches/${watch.id}/remove">Remove the watch…</a></p>
<section aria-labelledby="alerts"><h2 id="alerts">Alerts</h2>
${alerts.length === 0 ? empty('It told nothing yet.') : html`<ol class="articles">${alerts.map((alert) => html`<li>${alertItem(alert, now)}</li>`)}</ol>`}
${page.older === null ? '' : html`<nav class="pages" aria-label="Pages"><a rel="next" href="/watches/${watch.id}?before=${page.older}">Older alerts →</a></nav>`}
<p class="aside">Follow it: <a href="/watches/${watch.id}/alerts.atom">Atom</a>, <a href="/watches/${watch.id}/alerts.json">JSON Feed</a></p></section>
<section aria-labelledby="matches"><h2 id="matches">Newest articles</h2>${matchList(matches, now)}</section>`;
}

const KIND_WORDS: Record<Alert['kind'], string> = { story: 'new story', outlet: 'new outlet', volume: 'volume' };

function alertItem({ kind, article, reason, at }: Alert, now: number): Html {
  const badge = html`<span class="badge odd">${KIND_WORDS[kind]}</span>`;
  if (article === null) return html`<article><p class="meta">${badge} ${ago(at, now)}</p><p>${reason}</p></article>`;
  return html`<article><h3 dir="auto"${langOf(article.language)}><a href="/articles/${article.id}">${markedPiece(marked(article.title ?? article.url, article.matched))}</a></h3>
<p class="meta">${badge} <a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(article.outletId)}">${article.outlet}</a> ${ago(at, now)} ${reason}</p></article>`;
}

function matchList(matches: readonly Match[], now: number): Html {
  if (matches.length === 0) return empty('No article matches.');
  return html`<ol class="articles">${matches.map((match) => html`<li>${matchItem(match, now)}</li>`)}</ol>`;
}

function matchItem({ line, text, matched }: Match, now: number): Html {
  const lang = langOf(line.language);
  return html`<article><h3 dir="auto"${lang}><a href="/articles/${line.id}">${markedPiece(marked(line.title ?? line.url, matched))}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(line.outletId)}">${line.outlet}</a> ${ago(line.firstSeenAt, now)} ${relationOf(line)} <span class="none" dir="auto">${matched.join(', ')}</span></p>
${passagesOf(text, matched).map((passage) => html`<p class="passage" dir="auto"${lang}>${markedPiece(passage)}</p>`)}</article>`;
}
