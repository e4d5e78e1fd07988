import type { FeedLevel } from '@wirewatch/shared/feeds/feed-health.ts';
import type { FeedRow } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { Health } from '@wirewatch/shared/store/feeds/health.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { type Html, html } from './html.ts';
import { ago, empty, number, percent, scroller, span, withQuery } from './parts.ts';

interface Judged {
  feed: FeedRow;
  health: Health;
}

export function feedsView(page: {
  rows: Judged[];
  tally: Array<{ name: string; count: number }>;
  all: number;
  level: string | null;
  page: number;
  pages: number;
  here: string;
  now: number;
}): Html {
  const filter = (level: string | null, words: string, count: number) =>
    html` <a href="${withQuery('/feeds', { level })}"${page.level === level ? html` aria-current="true"` : ''}>${words} ${number(count)}</a>`;
  return html`<h1>Feeds</h1>
<p class="filters">${filter(null, 'all', page.all)}${page.tally.map(({ name, count }) => filter(name, levelWords(name), count))}
<a href="/feeds.opml" download>OPML</a></p>
<div id="feeds" data-live>${page.rows.length === 0 ? empty('No feed here.', 'Add one below.') : table(page.rows, page.now)}</div>
${
  page.pages > 1
    ? html`<nav class="pages" aria-label="Pages">${page.page > 1 ? html`<a rel="prev" href="${withQuery(page.here, { page: String(page.page - 1) })}">← Back</a> ` : ''}page ${page.page} of ${page.pages}${page.page < page.pages ? html` <a rel="next" href="${withQuery(page.here, { page: String(page.page + 1) })}">On →</a>` : ''}</nav>`
    : ''
}
${addForm()}
<section aria-labelledby="import"><h2 id="import">Import OPML</h2>
<form method="post" action="/feeds/import" enctype="multipart/form-data" class="stack">
<label for="opml">OPML file</label>
<input id="opml" name="opml" type="file" accept=".opml,.xml,text/x-opml" required>
<button>Import</button>
</form></section>`;
}

/** What could not be added, and the form with what was typed. */
export function addAgainView(typed: { urls: string; folder: string }, problems: readonly string[]): Html {
  return html`<h1>Add feeds</h1>
<div class="alarm" role="alert">${problems.map((each) => html`<p dir="auto">${each}</p>`)}</div>
${addForm(typed)}
<p><a href="/feeds">The feeds</a></p>`;
}

/** The form that adds feeds; what was typed stays where it could not be used. */
function addForm(typed: { urls: string; folder: string } = { urls: '', folder: '' }): Html {
  return html`<section aria-labelledby="add"><h2 id="add">Add feeds</h2>
<form method="post" action="/feeds" class="stack">
<label for="url">Addresses, one a line</label>
<textarea id="url" name="url" rows="3" required placeholder="https://example.org/feed.xml">${typed.urls}</textarea>
<label for="folder">Folder <small>may be left empty</small></label>
<input id="folder" name="folder" value="${typed.folder}">
<button>Add</button>
</form></section>`;
}

function table(rows: readonly Judged[], now: number): Html {
  return scroller(
    'Feeds',
    html`<table class="rows"><thead><tr><th scope="col">feed</th><th scope="col">health</th><th scope="col">usual</th><th scope="col">last new</th><th scope="col">last success</th><th scope="col">next poll</th><th scope="col" class="n">articles, 7 d</th><th scope="col" class="n">with text</th><th scope="col" class="n">copies</th></tr></thead>
<tbody>${rows.map((each) => row(each, now))}</tbody></table>`,
  );
}

function row({ feed, health }: Judged, now: number): Html {
  return html`<tr>
<th scope="row" class="wide"><a href="/feeds/${feed.id}" dir="auto">${feed.title ?? redactUrl(feed.url)}</a>${feed.folder ? html` <small dir="auto">${feed.folder}</small>` : ''}<br><small>${redactUrl(feed.url)}</small></th>
<td class="wide" data-label="health">${levelBadge(health.level)} ${health.since === null ? '' : html`<small>since ${ago(Date.parse(health.since), now)}</small>`}${health.reasons.length > 0 ? html` <small dir="auto">${health.reasons.join('; ')}</small>` : ''}${feed.warning ? html`<br><small dir="auto">${feed.warning}</small>` : ''}</td>
<td data-label="usual">${health.usualSeconds === null ? '–' : `every ${span(health.usualSeconds * 1000)}`}</td>
<td data-label="last new">${health.silentSeconds === null ? '–' : ago(now - health.silentSeconds * 1000, now)}</td>
<td data-label="last success">${feed.lastSuccessAt === null && feed.lastPolledAt !== null ? 'never' : ago(feed.lastSuccessAt, now)}</td>
<td data-label="next poll">${feed.status === 'active' ? ago(feed.nextPollAt, now) : '–'}<br><small>${feed.pollReason}</small></td>
<td class="n" data-label="articles, 7 d">${number(health.articles)}</td>
<td class="n" data-label="with text">${percent(health.extractionRate)}</td>
<td class="n" data-label="copies">${percent(health.copiesShare)}</td>
</tr>`;
}

const TONE: Record<FeedLevel, string> = {
  ok: 'good',
  new: 'waiting',
  silent: 'odd',
  thin: 'odd',
  losing: 'odd',
  walled: 'bad',
  failing: 'bad',
  'never-worked': 'bad',
  paused: 'waiting',
  gone: 'bad',
};

/** A level in words: `never worked`. */
function levelWords(level: string): string {
  return level.replace('-', ' ');
}

export function levelBadge(level: FeedLevel): Html {
  return html`<span class="badge ${TONE[level]}">${levelWords(level)}</span>`;
}

/** Addresses of an imported list that are named on the page. */
const NAMED = 50;

/** What an imported list brought, and what of it could not be added. */
export function importedView({ found, added, leftOut }: { found: number; added: number; leftOut: string[] }): Html {
  return html`<h1>Import OPML</h1>
<p>${number(added)} new of ${number(found)} feeds. ${number(leftOut.length)} could not be added:</p>
<ul>${leftOut.slice(0, NAMED).map((problem) => html`<li dir="auto">${problem}</li>`)}</ul>
${leftOut.length > NAMED ? html`<p class="aside">and ${number(leftOut.length - NAMED)} more</p>` : ''}
<p><a class="button" href="/feeds">The feeds</a></p>`;
}
