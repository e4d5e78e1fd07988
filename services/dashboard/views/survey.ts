import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import { counted, rangeWords } from '@wirewatch/shared/sources/words.ts';
import type { Survey } from '../reads/survey.ts';
import { type Html, html } from './html.ts';
import { percent, withQuery } from './parts.ts';
import { volumeView } from './volume.ts';

/** What a list is, all in all: counts, and when. */
export function surveyView({ count, volume, cut }: Survey, q: string): Html {
  if (count.articles === 0) return html``;
  return html`<section class="survey" aria-label="All in all">${tallyView(count, cut)}
<p class="aside"><a href="${withQuery('/sources', { q })}">Which sources these are</a></p>${volumeView(volume)}</section>`;
}

/** Articles, texts, stories, outlets, and how much of it is independent. */
export function tallyView(count: SourceCount, cut: boolean): Html {
  const { articles, groups, stories, outlets, texts, independent } = count;
  const share = percent(texts.max / articles);
  return html`<p class="tally">${cut ? 'The newest ' : ''}${counted(articles, 'article')} of ${counted(outlets, 'outlet')}: ${counted(groups, 'text')}, <b>${rangeWords(texts)} independent</b> (${share} of the articles) of ${rangeWords(independent)} ${independent.max === 1 ? 'source' : 'sources'}${stories === 0 ? '' : `; ${counted(stories, 'story', 'stories')} told by several`}</p>`;
}
