import type { Question } from '../actions/question.ts';
import { type Html, html } from './html.ts';
import { number } from './parts.ts';

/** Asks before a change, with the number of things that it changes. */
export function confirmView(question: Question, action: string, back: string): Html {
  const { title, text, count, button, danger } = question;
  return html`<h1 dir="auto">${title}</h1>
<p dir="auto">${text}</p>
<p>This changes <b>${number(count)}</b> ${count === 1 ? 'thing' : 'things'}; it is written to the <a href="/audit">list of changes</a>.</p>
<form method="post" action="${action}">
<input type="hidden" name="sure" value="yes">
<button${danger ? html` class="danger"` : ''}>${button}</button>
<a class="button quiet" href="${back}">Leave it</a>
</form>`;
}
