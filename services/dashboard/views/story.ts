import type { Story } from '../reads/story.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { ago, number } from './parts.ts';

/** One story, and who else wrote of it; nothing where only one text tells of it. */
export function storyView(story: Story | null, here: string | null, now: number): Html {
  if (story === null || story.texts < 2) return html``;
  const { texts, tellings, copies } = story;
  return html`<section aria-labelledby="story"><h2 id="story">One story, ${number(texts)} independent texts, ${number(copies)} ${copies === 1 ? 'copy' : 'copies'}</h2>
<ul class="revisions">${tellings.map(
    ({ groupId, line, copies: own }) =>
      html`<li><span dir="auto"><b>${line.outlet}</b></span>: <a href="/articles/${line.id}" dir="auto"${langOf(line.language)}>${line.title ?? line.url}</a> ${ago(line.firstSeenAt, now)}${groupId === here ? ' (this one)' : ''}${own === 0 ? '' : html`, <a href="/groups/${groupId}">${number(own)} ${own === 1 ? 'copy' : 'copies'}</a>`}</li>`,
  )}</ul>${texts > tellings.length ? html`<p class="aside">and ${number(texts - tellings.length)} more</p>` : ''}</section>`;
}
