import { headSentence, tally } from '@wirewatch/shared/sources/words.ts';
import type { HitStory } from '@wirewatch/shared/store/sources/hit-stories.ts';
import { spreadOf } from '../core/spread.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { empty } from './parts.ts';
import { spreadPicture } from './spread.ts';
import { timesOf } from './tellings.ts';

/** Stories that several tell: the first with its picture. Null: they are being counted. */
export function toldStories(stories: readonly HitStory[] | null): Html {
  if (stories === null) return empty('Stories are being counted.', 'Look again in a moment.');
  const [first, ...rest] = stories;
  if (!first)
    return empty(
      'No story yet that several tell.',
      html`<a href="/sources">Ask about addresses, a text or a search</a>.`,
    );
  const spread = spreadOf(first.count);
  return html`<article class="story">${heading(first)}<p class="lead" dir="auto">${headSentence(first.count)}</p>${spread === null ? '' : spreadPicture(spread)}</article>
${rest.length === 0 ? '' : html`<ol class="articles">${rest.map((story) => html`<li><article>${heading(story)}<p class="meta">${timesOf(rootOf(story))} <span class="tally">${tally(story.count)}</span></p></article></li>`)}</ol>`}
<p class="aside"><a href="/sources">Ask the same of addresses, a text or a search</a></p>`;
}

function rootOf({ count }: HitStory) {
  return count.sources[0]!.texts[0]!.root;
}

function heading(story: HitStory): Html {
  const root = rootOf(story);
  return html`<h3 dir="auto"${langOf(root.language)}><a href="/stories/${story.id}">${root.title ?? root.url}</a></h3>`;
}
