import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { WholeArticle } from '../reads/article.ts';
import type { MarkRow } from '../reads/marks.ts';
import { carriesView } from './announced.ts';
import { factsOf } from './facts.ts';
import { type Html, html } from './html.ts';
import { journeyTable } from './journey.ts';
import { langOf } from './lang.ts';
import { markable, markForm } from './marks.ts';
import {
  coverage,
  creditLine,
  empty,
  instant,
  outcomeBadge,
  percent,
  relationBadge,
  span,
  timesInList,
} from './parts.ts';
import { storyLink } from './story-page.ts';

/** One article on one page, most asked-for first. */
export function articleView(
  whole: WholeArticle,
  story: { id: string; count: SourceCount } | null,
  own: { mark: MarkRow | undefined; form: boolean },
  now: number,
): Html {
  const { article, revision, outlet } = whole;
  const lang = langOf(revision?.language ?? null);
  return html`<article class="piece"${markable('article', article.id, own.mark)}>
<header>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(outlet.id)}">${outlet.name}</a> ${timesInList(revision?.publishedAt ?? null, article.firstSeenAt, now)} <span id="state" data-live>${outcomeBadge(article.stage === null ? article.outcome : null)}</span></p>
<h1 dir="auto"${lang}>${revision?.title ?? article.title ?? article.url}</h1>
${revision && revision.byline.length > 0 ? html`<p class="byline" dir="auto">${revision.byline.join(', ')}</p>` : ''}
</header>
${article.outcome !== null && article.outcome !== 'done' ? html`<p class="alarm">${outcomeBadge(article.outcome)} at ${article.outcomeStage}: <span dir="auto">${article.reason}</span></p>` : ''}
${syndicationOf(whole)}
${whole.announcement === null ? '' : carriesView(whole.announcement)}
${story === null || story.count.articles < 2 ? '' : storyLink(story.id, story.count)}
<div class="columns">
<section class="text" aria-label="Text">
${revision ? textOf(revision.text, lang) : empty('No text yet.', article.stage ? `It waits for ${article.stage}.` : 'The page gave none.')}
</section>
<aside aria-label="What is known of it">${factsOf(whole)}
${article.rawHash === null ? '' : html`<p><a href="/articles/${article.id}/raw">Raw page</a></p>`}</aside>
</div>
</article>
${own.form ? markForm('article', article.id, own.mark) : ''}
<section aria-labelledby="journey"><h2 id="journey">Journey</h2><div id="journey-rows" data-live>${journeyTable(whole, now)}</div></section>
${cutsOf(whole)}
${revisionsOf(whole)}`;
}

function textOf(text: string, lang: Html): Html {
  const paragraphs = text.split('\n\n').filter((each) => each !== '');
  return html`${paragraphs.map((paragraph) => html`<p dir="auto"${lang}>${paragraph}</p>`)}`;
}

function syndicationOf({ article, syndication, original: other, revision }: WholeArticle): Html {
  if (!syndication) return html``;
  // A page that was revised under its own address is its own forerunner.
  const own = other?.id === article.id;
  const original = own ? null : other;
  const { relation, coverage: share, originalCoverage, lagSeconds, basis, confidence, reason } = syndication;
  const whose = original
    ? html`<a href="/articles/${original.id}" dir="auto">${original.title ?? original.url}</a> (<span dir="auto">${original.outlet}</span>)`
    : own
      ? html`<a href="/articles/${article.id}/revisions/${revision?.number ?? 1}">what stood at this address before</a>`
      : syndication.original !== null
        ? html`<b dir="auto">${syndication.original}</b>, whose own page is not in the store`
        : '';
  return html`<section class="syndication" aria-label="Syndication">
<p>${relationBadge(relation)} ${whose === '' ? '' : html`of ${whose}`} ${creditLine(revision?.credit ?? null)}</p>
<dl class="inline">
${share === null ? '' : html`<div><dt>of this text in the other</dt><dd>${coverage(share)}</dd></div>`}
${originalCoverage === null ? '' : html`<div><dt>of the other in this</dt><dd>${coverage(originalCoverage)}</dd></div>`}
${lagSeconds === null ? '' : html`<div><dt>${lagSeconds < 0 ? 'earlier by' : 'later by'}</dt><dd>${span(lagSeconds * 1000)}</dd></div>`}
<div><dt>confidence</dt><dd>${percent(confidence)}</dd></div>
${basis.length === 0 ? '' : html`<div><dt>because of</dt><dd>${basis.join(', ')}</dd></div>`}
</dl>
<p class="reason" dir="auto">${reason}</p>
${doubts(syndication)}
<p><a href="/groups/${syndication.groupId}">All who carry this text</a>${original ? html` · <a href="/compare/${original.id}/${syndication.articleId}">side by side with the original</a>` : ''}</p>
</section>`;
}

/** What else is to be known of who was first: rivals, a time that is not believed, another way, a shared source. */
function doubts(syndication: NonNullable<WholeArticle['syndication']>): Html {
  const { contestedBy, timeBasis, sourceId, sharedSources } = syndication;
  const rivals = contestedBy ?? [];
  return html`${rivals.length === 0 ? '' : html`<p>Who was first is contested:</p><ul class="revisions">${rivals.map(({ id, evidence }) => html`<li><a href="/articles/${id}">${id === syndication.articleId ? 'this article' : 'another'}</a>: <span dir="auto">${evidence}</span></li>`)}</ul>`}
${timeBasis === 'seen' ? html`<p>Placed in time by when it was first seen.</p>` : ''}
${sourceId === null ? '' : html`<p>Its text came by way of <a href="/articles/${sourceId}">another copy</a>.</p>`}
${(sharedSources ?? []).map(({ id, coverage: share, confidence }) => html`<p>It quotes the same source as <a href="/articles/${id}">another article</a> (${percent(share)} of this text, ${percent(confidence)} sure).</p>`)}`;
}

function cutsOf({ revision }: WholeArticle): Html {
  const cuts = revision?.cuts ?? [];
  if (cuts.length === 0) return html``;
  return html`<section aria-labelledby="cuts"><h2 id="cuts">What was cut, and why</h2>
<ul class="cuts">${cuts.map((cut) => html`<li><span class="why">${cut.reason}</span> <del dir="auto">${cut.text}</del></li>`)}</ul></section>`;
}

function revisionsOf({ revisions, article }: WholeArticle): Html {
  if (revisions.length < 2) return html``;
  return html`<section aria-labelledby="revisions"><h2 id="revisions">Revisions</h2>
<ul class="revisions">${revisions.map(
    (each) =>
      html`<li><a href="/articles/${article.id}/revisions/${each.number}">number ${each.number}</a>, fetched ${instant(each.fetchedAt)}: <span dir="auto">${each.title}</span>${each.id === article.revisionId ? ' (shown)' : ''}</li>`,
  )}</ul></section>`;
}
