import { tally } from '@wirewatch/shared/sources/words.ts';
import type { SearchHit } from '@wirewatch/shared/store/search/search-articles.ts';
import type { HitStory } from '@wirewatch/shared/store/sources/hit-stories.ts';
import type { HitMarks, MarkRow } from '../reads/marks.ts';
import { relationOf } from './article-list.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { markedPiece } from './marked.ts';
import { markable, markBadges } from './marks.ts';
import { creditLine, timesInList } from './parts.ts';
import { timesOf } from './tellings.ts';

/** What was found, one under the other; with `stories` each story once. */
export function hitList(
  hits: readonly SearchHit[],
  stories: ReadonlyMap<string, HitStory>,
  marks: HitMarks,
  now: number,
): Html {
  return html`<ol class="articles">${hits.map((hit) => html`<li>${hitOf(hit, stories, marks, now)}</li>`)}</ol>`;
}

function hitOf(hit: SearchHit, stories: ReadonlyMap<string, HitStory>, marks: HitMarks, now: number): Html {
  const story = stories.get(hit.article.id);
  if (story && story.count.articles > 1) return storyItem(hit, story, marks.stories.get(story.id));
  return hitItem(hit, marks.articles.get(hit.article.id), now);
}

/** A story, headed by its first independent text; what matched may stand in another of its articles. */
function storyItem({ article, passages }: SearchHit, { id, count }: HitStory, mark: MarkRow | undefined): Html {
  const { root, owners } = count.sources[0]!.texts[0]!;
  return html`<article${markable('story', id, mark)}><h3 dir="auto"${langOf(root.language)}><a href="/stories/${id}">${root.title ?? root.url}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(root.outletId)}">${root.credited === null ? root.outlet : owners[0]!.name}</a> ${timesOf(root)} <span class="tally">${tally(count)}</span> ${markBadges(mark)}</p>
${passages.map((passage) => html`<p class="passage" dir="auto"${langOf(article.language)}>${markedPiece(passage)}${article.id === root.id ? '' : html` <small><a href="/articles/${article.id}" dir="auto">${article.outlet}</a></small>`}</p>`)}</article>`;
}

function hitItem({ article, title, passages, others }: SearchHit, mark: MarkRow | undefined, now: number): Html {
  return html`<article${markable('article', article.id, mark)}><h3 dir="auto"${langOf(article.language)}><a href="/articles/${article.id}">${title.text === '' ? article.url : markedPiece(title)}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(article.outletId)}">${article.outlet}</a> ${timesInList(article.publishedAt, article.firstSeenAt, now)} ${relationOf(article)} ${creditLine(article.credit)} ${others > 0 ? html`<a href="/stories/${article.groupId}">and ${others} more</a>` : ''} ${markBadges(mark)}</p>
${passages.map((passage) => html`<p class="passage" dir="auto"${langOf(article.language)}>${markedPiece(passage)}</p>`)}</article>`;
}
