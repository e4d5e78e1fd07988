import type { Source, SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Carrier, How, Text } from '@wirewatch/shared/sources/texts.ts';
import { counted, rangeWords } from '@wirewatch/shared/sources/words.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { coverage, instant, span } from './parts.ts';

const HOW_WORDS: Readonly<Record<How, string>> = {
  own: 'own text',
  copy: 'copy',
  translation: 'translation',
  retold: 'told anew',
  excerpt: 'excerpt',
  revision: 'newer state',
};

/** Copies that stand open under a text; more are folded. */
const OPEN = 3;

/** The figures of a count, the one that is asked for first. */
export function countFigures(count: SourceCount): Html {
  const { independent, texts, articles, outlets, houses, groups, stories } = count;
  const figures: Array<[string, string]> = [
    [independent.max === 1 ? 'independent source' : 'independent sources', rangeWords(independent)],
    ...(rangeWords(texts) === rangeWords(independent)
      ? []
      : ([['independent texts', rangeWords(texts)]] as Array<[string, string]>)),
    ['articles', articles.toLocaleString('en')],
    ['outlets', outlets.toLocaleString('en')],
    ...(houses < outlets ? ([['houses', houses.toLocaleString('en')]] as Array<[string, string]>) : []),
    ['groups', groups.toLocaleString('en')],
    ...(stories > 1 ? ([['stories', stories.toLocaleString('en')]] as Array<[string, string]>) : []),
  ];
  return html`<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** What is contested, and texts that quote one source. */
export function doubtsView({ doubts, shared, sources }: SourceCount): Html {
  const titles = new Map(sources.flatMap(({ texts }) => texts.map(({ group, root }) => [group, root] as const)));
  const name = (group: string) => titles.get(group)?.outlet ?? group;
  if (doubts.length + shared.length === 0) return html``;
  return html`<section aria-labelledby="doubts"><h2 id="doubts">Contested, or with a source in common</h2>
<ul>${doubts.map((doubt) => html`<li dir="auto">${doubt}</li>`)}${shared.map(
    ({ groups: [a, b] }) =>
      html`<li><span dir="auto">${name(a)}</span> and <span dir="auto">${name(b)}</span> both quote one source: two texts that share it</li>`,
  )}</ul></section>`;
}

/** Each independent source with its texts, and under each text who carries it. */
export function sourceList(sources: readonly Source[]): Html {
  return html`<ol class="sources">${sources.map(
    (source) => html`<li><h3 dir="auto">${nameOf(source)}</h3>${source.texts.map((text) => textView(text))}</li>`,
  )}</ol>`;
}

function nameOf({ owner, inStore }: Source): Html {
  const name = owner.key.startsWith('name ')
    ? html`${owner.name}`
    : html`<a href="/outlets/${encodeURIComponent(owner.key)}">${owner.name}</a>`;
  return html`${name}${inStore ? '' : html` <small>its own page is not in the store</small>`}`;
}

function textView({ root, carriers, owners, group, perhapsOf }: Text): Html {
  const others = carriers.filter(({ article, asked }) => asked && article.id !== root.id);
  const list = html`<ul class="carriers">${others.map((carrier) => html`<li>${carrierView(carrier, root.id)}</li>`)}</ul>`;
  const kinds = [...Map.groupBy(others, ({ how }) => how)].map(([how, some]) => kindWords(how, some.length)).join(', ');
  const lead = carriers.find(({ article }) => article.id === root.id);
  return html`<div class="told">
<p class="what" dir="auto"${langOf(root.language)}><a href="/articles/${root.id}">${root.title ?? root.url}</a></p>
<p class="meta">${root.credited === null ? '' : html`<span>first here: <b dir="auto">${root.outlet}</b></span>`} <span>${root.dated ? 'published' : 'seen'} ${instant(root.at)}</span> ${lead && !lead.asked ? html`<span>not among what was asked for</span>` : ''} ${owners.length > 1 ? html`<span class="badge bad">contested: ${owners.map(({ name }) => name).join(' or ')}</span>` : ''} ${perhapsOf === null ? '' : html`<span class="badge odd">perhaps of another</span>`} <a href="/groups/${group}">evidence</a></p>
${others.length === 0 ? '' : others.length <= OPEN ? list : html`<details><summary>${kinds}</summary>${list}</details>`}
</div>`;
}

function kindWords(how: How, count: number): string {
  switch (how) {
    case 'copy':
      return counted(count, 'copy', 'copies');
    case 'own':
      return counted(count, 'text of the same house', 'texts of the same house');
    case 'retold':
      return `${count} told anew`;
    default:
      return counted(count, HOW_WORDS[how]);
  }
}

/** One carrier: whose, how, how long after, how much of it, and where that can be seen. */
function carrierView({ article, how }: Carrier, root: string): Html {
  const { id, outlet, outletId, lagSeconds, coverage: share, sourceId, originalId, reason } = article;
  const from = sourceId ?? originalId ?? (id === root ? null : root);
  const lag = lagSeconds === null ? '' : `${span(lagSeconds * 1000)} ${lagSeconds < 0 ? 'earlier' : 'later'}`;
  return html`<a href="/articles/${id}" dir="auto">${outlet}</a> <span class="badge ${how === 'own' ? 'original' : how === 'excerpt' || how === 'revision' ? how : 'copy'}">${HOW_WORDS[how]}</span> ${lag} ${share === null ? '' : html`<span title="share of its text that stands in the original">${coverage(share)}</span>`} ${from === null || from === id ? '' : html`<a href="/compare/${from}/${id}" aria-label="side by side: ${outlet}">side by side</a>`} <small dir="auto">${reason}</small> <a class="visually-hidden" href="/outlets/${encodeURIComponent(outletId)}">${outlet}, the outlet</a>`;
}

/** What counts as independent, as docs/sources.md defines it. */
export function definition(open = false): Html {
  return html`<details class="definition"${open ? html` open` : ''}><summary>What counts as independent</summary>
<ul>
<li>A text counts once, however many carry it.</li>
<li>Outlets of one house count once.</li>
<li>A credited original that is not in the store counts as that source.</li>
<li>A credited translation belongs to its original.</li>
<li>Excerpts and round-ups add nothing to what they quote.</li>
<li>Two that quote one source are two texts with a shared source.</li>
<li>Where it is contested who was first, or unsure whether a text is from another, the answer is a range.</li>
</ul></details>`;
}
