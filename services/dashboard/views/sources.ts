import { headSentence } from '@wirewatch/shared/sources/words.ts';
import type { Addresses } from '@wirewatch/shared/store/sources/addresses.ts';
import type { SourcesAnswer } from '@wirewatch/shared/store/sources/ask.ts';
import type { Told } from '../reads/sources.ts';
import { type Html, html } from './html.ts';
import { coverage, empty, withQuery } from './parts.ts';
import { countFigures, definition, doubtsView, sourceList } from './source-list.ts';

/** What was typed into the page's forms. */
export interface SourcesFields {
  urls: string;
  text: string;
  q: string;
}

/** "How many sources is this really?": three ways to ask, and the answer. */
export function sourcesView({ fields, told }: { fields: SourcesFields; told: Told | null }): Html {
  return html`<h1>How many sources is this really?</h1>
${told === null ? '' : 'problem' in told ? trouble(fields.q, told) : answerView(fields, told.answer, told.fetching)}
${forms(fields, told !== null && !('problem' in told))}
${definition()}`;
}

function trouble(q: string, { problem, at }: { problem: string; at: number | null }): Html {
  const place =
    at === null
      ? ''
      : html`<p><code dir="ltr">${q.slice(0, at)}<mark>${q.slice(at, at + 1) || '␣'}</mark>${q.slice(at + 1)}</code></p>`;
  return html`<div class="alarm" role="alert"><p>${problem}</p>${place}</div>`;
}

function forms({ urls, text, q }: SourcesFields, answered: boolean): Html {
  const asked = html`<div class="ask">
<form method="post" action="/sources" class="stack"><label for="urls">Addresses <small>1 to 100, one a line</small></label>
<textarea id="urls" name="urls" rows="5" dir="ltr" required>${urls}</textarea>
<label class="tick"><input type="checkbox" name="fetch" value="yes"> fetch those that are not in the store <small>their publishers see that somebody looks</small></label>
<button>Count addresses</button></form>
<form method="post" action="/sources" class="stack"><label for="text">A text <small>compared and not kept</small></label>
<textarea id="text" name="text" rows="5" dir="auto" required>${text}</textarea>
<button>Count text</button></form>
<form method="get" action="/sources" class="stack"><label for="sources-q">A search <small>the newest 2,000 articles of it</small></label>
<input id="sources-q" name="q" type="search" value="${q}" dir="auto" required>
<button>Count search</button></form>
</div>`;
  return answered ? html`<details><summary>Ask again</summary>${asked}</details>` : asked;
}

function answerView(fields: SourcesFields, answer: SourcesAnswer, fetching: number): Html {
  const { count } = answer;
  return html`<section aria-label="Answer">
${count.articles === 0 ? nothing(answer) : html`<p class="lead" dir="auto">${headSentence(count)}</p>${countFigures(count)}`}
${answer.query ? queryNote(fields.q, answer.query) : ''}
${answer.text ? html`<p class="aside">${answer.text.words.toLocaleString('en')} words were compared and not kept; ${answer.text.matches.length === 0 ? 'no article has them' : `the closest article has ${coverage(answer.text.matches[0]!.ofText)} of them`}.</p>` : ''}
${answer.uncompared > 0 ? html`<p class="aside">${answer.uncompared} more have not been compared with others yet and are not counted.</p>` : ''}
${answer.addresses ? addressesView(answer.addresses, fetching) : ''}
${doubtsView(count)}
${count.articles === 0 ? '' : html`<h2>Sources, the first to publish first</h2>${sourceList(count.sources)}`}
</section>`;
}

function nothing(answer: SourcesAnswer): Html {
  if (answer.text)
    return empty('No article of the store has this text.', 'It may be independent, or its source is not watched.');
  return empty('None of this is in the store.');
}

function queryNote(q: string, { counted, cut }: { counted: number; cut: boolean }): Html {
  return html`<p class="aside">${cut ? html`The newest ${counted.toLocaleString('en')} articles were counted; there are more, which were not: a narrower search counts all of them. ` : ''}<a href="${withQuery('/search', { q })}">The articles</a></p>`;
}

/** What was done with each address and what not. */
function addressesView(addresses: Addresses, fetching: number): Html {
  const { unknown, withoutText, refused, again } = addresses;
  const list = (title: string, items: readonly (Html | string)[]) =>
    items.length === 0
      ? ''
      : html`<h3>${title}</h3><ul class="addresses">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  return html`${fetching > 0 ? html`<p class="notice" role="status">${fetching} addresses are being fetched; ask again in a moment.</p>` : ''}
${list(`Not in the store (${unknown.length}): not counted`, unknown)}
${
  unknown.length === 0 || fetching > 0
    ? ''
    : html`<form method="post" action="/sources"><input type="hidden" name="urls" value="${[...addresses.found.map(({ url }) => url), ...unknown].join('\n')}"><input type="hidden" name="fetch" value="yes"><button class="quiet">Fetch ${unknown.length === 1 ? 'it' : 'them'}</button> <small>their publishers see that somebody looks</small></form>`
}
${list(
  'Without a text: not counted',
  withoutText.map(({ url, id, state }) => html`<a href="/articles/${id}">${url}</a> <small>${state}</small>`),
)}
${list('No address: not counted', refused)}
${list('Given twice: counted once', again)}`;
}
