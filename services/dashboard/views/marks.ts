import type { MarkRow } from '../reads/marks.ts';
import { type Html, html } from './html.ts';

/** What a reader marked of a thing, in a list; empty where nothing. */
export function markBadges(mark: MarkRow | undefined): Html {
  return html`<span class="marked">${mark?.keptAt == null ? '' : html`<span class="badge original">kept</span> `}${mark?.readAt == null ? '' : html`<span class="badge unique">read</span> `}${(mark?.tags ?? []).map((tag) => html`<a class="tag" href="/marks?${new URLSearchParams({ tag })}" dir="auto">#${tag}</a> `)}</span>`;
}

/** What marks a thing of a list for the keys of assets/keys.js, and whether it is read or kept. */
export function markable(kind: MarkRow['kind'], subject: string, mark: MarkRow | undefined): Html {
  return html` data-kind="${kind}" data-subject="${subject}"${mark?.readAt == null ? '' : html` data-read="yes"`}${mark?.keptAt == null ? '' : html` data-kept="yes"`}`;
}

/** What a reader says of an article or story for himself: read, kept, a note, tags. */
export function markForm(kind: MarkRow['kind'], subject: string, mark: MarkRow | undefined): Html {
  const of = html`<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="subject" value="${subject}">`;
  const [read, kept] = [mark?.readAt != null, mark?.keptAt != null];
  return html`<section class="own" aria-labelledby="own"><h2 id="own">For yourself</h2>
<form method="post" action="/marks" class="row">${of}<button class="quiet" name="read" value="${read ? 'no' : 'yes'}">${read ? 'Mark as unread' : 'Mark as read'}</button> <button class="quiet" name="kept" value="${kept ? 'no' : 'yes'}">${kept ? 'Keep no more' : 'Keep'}</button> ${markBadges(mark)}</form>
<details${mark?.note || mark?.tags.length ? html` open` : ''}><summary>Note and tags</summary><form method="post" action="/marks" class="stack">${of}
<label for="note">Note</label><textarea id="note" name="note" rows="3" maxlength="10000" dir="auto">${mark?.note ?? ''}</textarea>
<label for="tags">Tags <small>with commas between</small></label><input id="tags" name="tags" value="${(mark?.tags ?? []).join(', ')}" dir="auto">
<button>Save</button> <small>under the name of your token; in exports, too</small></form></details></section>`;
}
