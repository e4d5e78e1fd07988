import type { WholeArticle } from '../reads/article.ts';
import { type Html, html } from './html.ts';
import { empty, number } from './parts.ts';

export function rawView({ article, revision }: WholeArticle): Html {
  const has = (revision?.rawHash ?? article.rawHash) !== null;
  return html`<p class="meta"><a href="/articles/${article.id}">← the article</a></p>
<h1>Raw page</h1>
${
  has
    ? html`<p class="aside">${article.rawType}, ${number(article.rawBytes)} bytes. It runs no scripts and loads nothing: pictures and styles from elsewhere are missing.</p>
<iframe class="raw" sandbox="" title="The page as the publisher sent it" src="/articles/${article.id}/raw/page"></iframe>`
    : empty('No raw bytes are kept of this article.')
}`;
}
