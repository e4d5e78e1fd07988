import { headSentence } from '@wirewatch/shared/sources/words.ts';
import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import type { NamedRulings } from '../reads/ruling-names.ts';
import type { Remade, StoryChanges } from '../reads/story-changes.ts';
import { type Html, html } from './html.ts';
import { empty, instant } from './parts.ts';
import { rulingList } from './rulings.ts';

/** Why a story counts otherwise than at an earlier instant: what joined, what was ruled, what another version changed. */
export function storyChangesView(id: string, title: string, changes: StoryChanges, rulings: NamedRulings): Html {
  const { since, before, now, joined, ruled, remade, rewritten } = changes;
  const nothing = joined.length + ruled.length + remade.length + rewritten.length === 0;
  return html`<h1>Why is the count another?</h1>
<p class="meta"><a href="/stories/${id}" dir="auto">← ${title}</a></p>
<form method="get" action="/stories/${id}/changes" class="row"><label>Since the beginning of <input type="date" name="since" value="${new Date(since).toISOString().slice(0, 10)}" required> <small>UTC</small></label><button class="quiet">Show</button></form>
<dl class="facts"><div><dt>now</dt><dd dir="auto">${headSentence(now)}</dd></div><div><dt>${instant(since)}</dt><dd dir="auto">${before === null ? 'Nothing of it was here.' : headSentence(before)}</dd></div></dl>
${nothing ? empty('Nothing has changed since.', 'No article joined, nothing was ruled, no version changed where one stands.') : ''}
${part('Joined', joined, ({ article, at }) => html`${line(article)} <small>compared ${instant(at)}</small>`)}
${ruled.length === 0 ? '' : html`<h2>Ruled or taken back</h2><p class="aside">The count of then is made with the rulings of now.</p>${rulingList(rulings)}`}
${part('Stands elsewhere since another version of the deduplicator compared it', remade, remadeWords)}
${part('Changed its text', rewritten, ({ article, revision, at }) => html`${line(article)} <a href="/articles/${article.id}/revisions/${revision}">revision ${revision}</a> <small>${instant(at)}</small>`)}`;
}

/** The words of the link that leads here. */
export function changesLink(id: string): Html {
  return html`<a href="/stories/${id}/changes">Why another count than yesterday?</a>`;
}

function part<T>(title: string, items: readonly T[], words: (item: T) => Html): Html {
  if (items.length === 0) return html``;
  return html`<h2>${title} (${items.length})</h2><ul class="revisions">${items.map((item) => html`<li>${words(item)}</li>`)}</ul>`;
}

function remadeWords({ article, at, versions, relations, moved, left }: Remade): Html {
  const relation =
    relations.before === relations.after ? relations.after : `${relations.before}, now ${relations.after}`;
  const where = left ? 'no more of this story' : moved ? 'in another group' : 'in the same group';
  return html`${line(article)} <span>${relation}; ${where}</span> <small>version ${versions.before}, now ${versions.after}; ${instant(at)}</small>`;
}

function line({ id, outlet, title, url }: ArticleLine): Html {
  return html`<b dir="auto">${outlet}</b>: <a href="/articles/${id}" dir="auto">${title ?? url}</a>`;
}
