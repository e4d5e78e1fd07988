import type { FieldHelp } from '@wirewatch/shared/query/fields.ts';
import { type Html, html } from './html.ts';
import { withQuery } from './parts.ts';

/** Every field of a query with an example, and the values of those that have a closed set. */
export function searchFieldsView(fields: readonly FieldHelp[]): Html {
  return html`<p class="meta"><a href="/search">← search</a></p>
<h1>Fields of a search</h1>
<p class="aside">Words that stand beside one another are all required; <code>OR</code>, <code>-</code>, brackets, <code>"phrases"</code> and <code>word*</code> as in Lucene. Fields can be mixed with words. The same in watches (but for house, relation, first, group and story), on the command line and in the API.</p>
${fields.map(fieldView)}`;
}

function fieldView({ field, what, example, closed, values }: FieldHelp): Html {
  return html`<section class="field" aria-labelledby="field-${field}"><h2 id="field-${field}"><code>${field}:</code> ${what}</h2>
<p><a href="${withQuery('/search', { q: example })}"><code>${example}</code></a></p>
${closed ? html`<details><summary>${values.length} values; others are refused with the nearest</summary><ul class="values">${values.map(({ value, name }) => html`<li><a href="${withQuery('/search', { q: `${field}:${value}` })}"><code>${value}</code></a>${name === value ? '' : ` ${name}`}</li>`)}</ul></details>` : ''}
</section>`;
}
