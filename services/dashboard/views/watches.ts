import { alertWords } from '@wirewatch/shared/sources/alert-words.ts';
import { marked, passagesOf } from '@wirewatch/shared/store/search/passages.ts';
import type { HitStory } from '@wirewatch/shared/store/sources/hit-stories.ts';
import type { Alert } from '@wirewatch/shared/store/watches/alerts.ts';
import type { ApplicationRow } from '@wirewatch/shared/store/watches/apply.ts';
import type { DigestRow } from '@wirewatch/shared/store/watches/digests.ts';
import type { WatchRow } from '@wirewatch/shared/store/watches/watches.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { WatchFields } from '../core/watch-draft.ts';
import type { Survey } from '../reads/survey.ts';
import type { Tried } from '../reads/try-watch.ts';
import type { Match, WatchCounts } from '../reads/watches.ts';
import { relationOf } from './article-list.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { markedPiece } from './marked.ts';
import { ago, empty, number, scroller, timesInList, withQuery } from './parts.ts';
import { tallyView } from './survey.ts';
import { volumeView } from './volume.ts';

const BLANK: WatchFields = {
  id: '',
  name: '',
  queries: '',
  weights: '',
  languages: '',
  threshold: '',
  webhook: '',
  secretEnv: '',
  textsOnly: '',
  mail: '',
  hour: '',
};

/** Every watch, and the form for another. */
export function watchesView(rows: readonly WatchCounts[], query: string, now: number): Html {
  return html`<h1>Watches</h1>
<p class="aside">Topics of your own: articles that fit are found as they come, and told once a story. <a href="/webhooks">Deliveries to webhooks</a></p>
${rows.length === 0 ? empty('No watch yet.') : table(rows, now)}
<section aria-labelledby="another"><h2 id="another">Add a watch</h2>${form({ ...BLANK, queries: query })}</section>`;
}

function table(rows: readonly WatchCounts[], now: number): Html {
  return scroller(
    'Watches',
    html`<table class="rows"><thead><tr><th scope="col">watch</th><th scope="col">queries</th><th scope="col" class="n">articles</th><th scope="col" class="n">alerts</th><th scope="col">newest</th><th scope="col"></th></tr></thead>
<tbody>${rows.map(
      ({
        watch,
        articles,
        alerts,
        newestAt,
      }) => html`<tr><th scope="row" dir="auto"><a href="/watches/${watch.id}">${watch.name}</a></th>
<td class="wide" data-label="queries"><code dir="ltr">${watch.lines[0]?.query}</code>${watch.lines.length > 1 ? ` and ${watch.lines.length - 1} more` : ''}</td>
<td class="n" data-label="articles">${number(articles)}</td><td class="n" data-label="alerts">${number(alerts)}</td><td data-label="newest">${ago(newestAt, now)}</td><td><a href="/watches/${watch.id}/alerts.atom" aria-label="Atom: alerts of ${watch.name}">Atom</a></td></tr>`,
    )}</tbody></table>`,
  );
}

function form(fields: WatchFields): Html {
  return html`<form method="post" action="/watches/try" class="stack">
${fields.id === '' ? '' : html`<input type="hidden" name="id" value="${fields.id}">`}
<label for="name">Name</label>
<input id="name" name="name" value="${fields.name}" maxlength="200" required dir="auto">
<label for="queries">Queries, one a line</label>
<textarea id="queries" name="queries" rows="4" required dir="auto" spellcheck="false">${fields.queries}</textarea>
<label for="weights">Weights <small>one for all, or one for each with commas between</small></label>
<input id="weights" name="weights" value="${fields.weights}" placeholder="1">
<label for="languages">Languages <small>likewise</small></label>
<input id="languages" name="languages" value="${fields.languages}" placeholder="any">
<label for="threshold">Threshold <small>the sum of weights from which on it fires</small></label>
<input id="threshold" name="threshold" value="${fields.threshold}" placeholder="1" inputmode="decimal">
<label for="webhook">Webhook <small>where alerts are sent; may be left empty</small></label>
<input id="webhook" name="webhook" type="url" value="${fields.webhook}">
<label for="secretEnv">Secret <small>the environment variable that holds it</small></label>
<input id="secretEnv" name="secretEnv" value="${fields.secretEnv}">
<label class="tick"><span><input type="checkbox" name="textsOnly" value="yes"${fields.textsOnly === 'yes' ? html` checked` : ''}> new independent texts only</span> <small>an outlet that carries a known text is not told</small></label>
<label for="mail">Letter a day <small>addresses with commas between; may be left empty</small></label>
<input id="mail" name="mail" value="${fields.mail}" inputmode="email">
<label for="hour">at the hour <small>UTC; it tells of the day before</small></label>
<input id="hour" name="hour" type="number" min="0" max="23" value="${fields.hour}" placeholder="6">
<div><button>Try it</button></div>
</form>
<p class="aside">The grammar is that of <a href="/search">search</a>. Nothing is saved yet: what it finds is shown first.</p>`;
}

/** A watch in its form. */
export function editView(watch: WatchRow): Html {
  const { lines } = watch;
  const fields: WatchFields = {
    id: watch.id,
    name: watch.name,
    queries: lines.map(({ query }) => query).join('\n'),
    weights: lines.every(({ weight }) => weight === 1) ? '' : lines.map(({ weight }) => weight).join(', '),
    languages: lines.every(({ language }) => language === null)
      ? ''
      : lines.map(({ language }) => language ?? 'any').join(', '),
    threshold: watch.threshold === 1 ? '' : String(watch.threshold),
    webhook: watch.webhookUrl === null ? '' : redactUrl(watch.webhookUrl),
    secretEnv: watch.webhookSecretEnv ?? '',
    textsOnly: watch.textsOnly ? 'yes' : '',
    mail: watch.mail?.to.join(', ') ?? '',
    hour: watch.mail === null ? '' : String(watch.mail.hour),
  };
  return html`<p class="back"><a href="/watches/${watch.id}" dir="auto">← ${watch.name}</a></p>
<h1>Change a watch</h1>
<p class="aside">With other queries or another threshold what it found so far is forgotten; what it told stays. Secrets in the webhook's address are hidden: left as it is, it stays.</p>
${form(fields)}`;
}

/** What a draft would find, with the button that saves it; or what is wrong with it. */
export function tryView(fields: WatchFields, tried: Tried | { problem: string }, now: number): Html {
  return html`${fields.id === '' ? '' : html`<p class="back"><a href="/watches/${fields.id}">← the watch as it is</a></p>`}<h1>Try a watch</h1>
${'problem' in tried ? html`<p class="alarm" role="alert" dir="auto">${tried.problem}</p>` : found(fields, tried, now)}
<section aria-labelledby="change"><h2 id="change">Change it</h2>${form(fields)}</section>`;
}

function found(fields: WatchFields, tried: Tried, now: number): Html {
  const of = tried.cut
    ? `of the newest ${number(tried.looked)} articles that could match`
    : `of ${number(tried.articles)} articles`;
  return html`<p><b>${number(tried.matched)}</b> ${of} match.</p>
${tried.count.articles === 0 ? '' : tallyView(tried.count, false)}
${tried.warnings.map((warning) => html`<p class="alarm" role="alert">${warning}</p>`)}
<form method="post" action="/watches">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button>${fields.id === '' ? 'Save the watch' : 'Save the changes'}</button>
</form>
${matchList(tried.first, now)}`;
}

/** One watch: its queries, what it told, what it found. */
export function watchView(page: {
  watch: WatchRow;
  counts: { articles: number; alerts: number };
  /** The newest matching against the past. */
  application: ApplicationRow | null;
  matches: readonly Match[];
  alerts: readonly Alert[];
  older: number | null;
  /** The stories of the articles that it told of. */
  stories: ReadonlyMap<string, HitStory>;
  /** Of its newest articles. */
  survey: Survey;
  /** Its newest letters. */
  letters: readonly DigestRow[];
  /** Whether there is a mail server to send them. */
  mails: boolean;
  now: number;
}): Html {
  const { watch, counts, matches, alerts, now } = page;
  return html`<h1 dir="auto">${watch.name}</h1>
<dl class="inline"><div><dt>articles</dt><dd>${number(counts.articles)}</dd></div><div><dt>alerts</dt><dd>${number(counts.alerts)}</dd></div>
<div><dt>threshold</dt><dd>${watch.threshold}</dd></div><div><dt>added</dt><dd>${ago(watch.createdAt, now)} by ${watch.who}</dd></div>
${watch.webhookUrl === null ? '' : html`<div><dt>webhook</dt><dd>${redactUrl(watch.webhookUrl)} <a href="/webhooks?watch=${watch.id}">deliveries</a></dd></div>`}
${watch.textsOnly ? html`<div><dt>tells</dt><dd>new independent texts only</dd></div>` : ''}
${watch.mail === null ? '' : html`<div><dt>letter a day</dt><dd>to ${watch.mail.to.join(', ')} at ${watch.mail.hour}:00 UTC</dd></div>`}</dl>
${watch.mail === null || page.mails ? '' : html`<p class="alarm mild">No letter goes out: SMTP_URL or WIREWATCH_MAIL_FROM is not set.</p>`}
<section aria-labelledby="queries"><h2 id="queries">Queries</h2>${scroller(
    'Queries',
    html`<table><thead><tr><th scope="col">query</th><th scope="col" class="n">weight</th><th scope="col">language</th></tr></thead>
<tbody>${watch.lines.map(({ query, weight, language }) => html`<tr><td class="wide"><a href="${withQuery('/search', { q: query })}"><code dir="ltr">${query}</code></a></td><td class="n">${weight}</td><td>${language ?? 'any'}</td></tr>`)}</tbody></table>`,
  )}</section>
<p class="buttons"><a class="button" href="/watches/${watch.id}/edit">Change…</a> <a class="button quiet" href="/watches/${watch.id}/apply">Match against the past…</a> <a class="button quiet" href="/watches/${watch.id}/remove">Remove the watch…</a></p>
<div id="application" data-live>${page.application === null ? '' : applicationLine(watch.id, page.application, now)}</div>
<section aria-labelledby="alerts"><h2 id="alerts">Alerts</h2>
${alerts.length === 0 ? empty('It told nothing yet.') : html`<ol class="articles">${alerts.map((alert) => html`<li>${alertItem(alert, page.stories, now)}</li>`)}</ol>`}
${page.older === null ? '' : html`<nav class="pages" aria-label="Pages"><a rel="next" href="/watches/${watch.id}?before=${page.older}">Older alerts →</a></nav>`}
<p class="aside">Follow it: <a href="/watches/${watch.id}/alerts.atom">Atom</a>, <a href="/watches/${watch.id}/alerts.json">JSON Feed</a></p>${lettersView(page.letters)}</section>
<section aria-labelledby="matches"><h2 id="matches">Newest articles</h2>${page.survey.count.articles === 0 ? '' : html`${tallyView(page.survey.count, page.survey.cut)}${volumeView(page.survey.volume)}`}${matchList(matches, now)}</section>`;
}

function lettersView(letters: readonly DigestRow[]): Html {
  if (letters.length === 0) return html``;
  return html`<details><summary>Letters</summary><ul class="revisions">${letters.map(({ day, status, alerts, attempts, lastError }) => html`<li>${day}: ${status === 'empty' ? 'nothing to tell' : `${status}, ${number(alerts)} alerts`}${attempts > 1 ? `, ${attempts} tries` : ''}${lastError === null ? '' : html` <small>${lastError}</small>`}</li>`)}</ul></details>`;
}

function applicationLine(watchId: string, application: ApplicationRow, now: number): Html {
  const { status, looked, matched, problem, who, createdAt } = application;
  const cancel = status === 'running' ? html` <a href="/watches/${watchId}/apply/cancel">stop</a>` : '';
  return html`<p class="aside">Matched against the past, asked for by ${who} ${ago(createdAt, now)}: ${status === 'running' ? 'under way' : status}, ${number(matched)} of ${number(looked)} articles that could match${problem === null ? '' : html`; ${problem}`}${cancel}</p>`;
}

const KIND_WORDS: Record<Alert['kind'], string> = {
  story: 'new story',
  text: 'new text',
  outlet: 'new outlet',
  volume: 'volume',
};

function alertItem({ kind, article, reason, at }: Alert, stories: ReadonlyMap<string, HitStory>, now: number): Html {
  const badge = html`<span class="badge odd">${KIND_WORDS[kind]}</span>`;
  if (article === null) return html`<article><p class="meta">${badge} ${ago(at, now)}</p><p>${reason}</p></article>`;
  const story = stories.get(article.id);
  const words = story === undefined ? '' : alertWords(article.id, story.count);
  return html`<article><h3 dir="auto"${langOf(article.language)}><a href="/articles/${article.id}">${markedPiece(marked(article.title ?? article.url, article.matched))}</a></h3>
<p class="meta">${badge} <a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(article.outletId)}">${article.outlet}</a> ${words === '' ? '' : html`<a href="/stories/${story?.id}" dir="auto">${words}</a>`} ${ago(at, now)} ${reason}</p></article>`;
}

function matchList(matches: readonly Match[], now: number): Html {
  if (matches.length === 0) return empty('No article matches.');
  return html`<ol class="articles">${matches.map((match) => html`<li>${matchItem(match, now)}</li>`)}</ol>`;
}

function matchItem({ line, text, matched }: Match, now: number): Html {
  const lang = langOf(line.language);
  return html`<article><h3 dir="auto"${lang}><a href="/articles/${line.id}">${markedPiece(marked(line.title ?? line.url, matched))}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(line.outletId)}">${line.outlet}</a> ${timesInList(line.publishedAt, line.firstSeenAt, now)} ${relationOf(line)} <span class="none" dir="auto">${matched.join(', ')}</span></p>
${passagesOf(text, matched).map((passage) => html`<p class="passage" dir="auto"${lang}>${markedPiece(passage)}</p>`)}</article>`;
}
