import type { How } from '@wirewatch/shared/sources/texts.ts';
import { counted } from '@wirewatch/shared/sources/words.ts';
import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import type { CopyPair } from '@wirewatch/shared/store/copies/house-rows.ts';
import type { OutletRow } from '@wirewatch/shared/store/feeds/outlets.ts';
import { OUTLET_KINDS } from '../actions/outlet-actions.ts';
import type { Survey } from '../reads/survey.ts';
import { articleList } from './article-list.ts';
import { type Html, html } from './html.ts';
import { empty, number, percent, scroller, span } from './parts.ts';
import { volumeView } from './volume.ts';

export function outletView(page: {
  outlet: OutletRow;
  newest: ArticleLine[];
  /** Null: they are being counted for the first time since the start. */
  copiesOf: CopyPair[] | null;
  copiedBy: CopyPair[] | null;
  /** Of its newest articles with a text. */
  survey: Survey;
  now: number;
}): Html {
  const { outlet } = page;
  return html`<h1 dir="auto">${outlet.name}</h1>
<p class="meta"><span>${outlet.host}</span> <span>named by ${outlet.nameFrom}</span> <a href="/articles?outlet=${encodeURIComponent(outlet.id)}">all its articles</a></p>
${shareView(page.survey)}
<div class="columns">
<div>
<section aria-labelledby="of"><h2 id="of">Copies of others</h2>${pairs(page.copiesOf, 'from')}</section>
<section aria-labelledby="by"><h2 id="by">Copied by</h2>${pairs(page.copiedBy, 'by')}</section>
<section aria-labelledby="newest-title"><h2 id="newest-title">Newest articles</h2>${articleList(page.newest, page.now)}</section>
</div>
<aside aria-labelledby="set"><h2 id="set">What you know of it</h2>
<form method="post" action="/outlets/${encodeURIComponent(outlet.id)}" class="stack">
<label for="name">Name</label><input id="name" name="name" value="${outlet.name}" dir="auto">
<label for="kind">Kind</label><select id="kind" name="kind"><option value="">not known</option>${OUTLET_KINDS.map((kind) => html`<option${kind === outlet.kind ? html` selected` : ''}>${kind}</option>`)}</select>
<label for="house">House <small>outlets of one owner; they count once</small></label><input id="house" name="house" value="${outlet.house ?? ''}" dir="auto">
<label for="aliases">Aliases <small>other names under which it is credited, one a line</small></label>
<textarea id="aliases" name="aliases" rows="3" dir="auto">${outlet.aliases.join('\n')}</textarea>
<button>Save</button>
</form></aside>
</div>`;
}

/** How much of what it publishes is its own, and when. */
function shareView({ count, volume, cut }: Survey): Html {
  const { articles, copies, excerpts, stories } = count;
  if (articles === 0) return html``;
  const carriers = count.sources.flatMap(({ texts }) => texts).flatMap((text) => text.carriers);
  const are = (kind: How) => carriers.filter(({ asked, how }) => asked && how === kind).length;
  const [own, revisions] = [are('own'), are('revision')];
  return html`<p class="tally">${cut ? 'Of its newest ' : 'Of '}${counted(articles, 'article')} <b>${own} are its own</b> (${percent(own / articles)}), ${counted(copies, 'is a copy', 'are copies')}, ${counted(excerpts, 'an excerpt', 'excerpts')}${revisions === 0 ? '' : `, ${counted(revisions, 'a newer state of one', 'newer states')}`}; ${counted(stories, 'story', 'stories')} told by several</p>${volumeView(volume)}`;
}

function pairs(rows: readonly CopyPair[] | null, side: 'from' | 'by'): Html {
  if (rows === null) return empty('It is being counted.', 'Look again in a moment: every article is read for it.');
  if (rows.length === 0) return empty('None.');
  return scroller(
    side === 'from' ? 'Copies of others' : 'Copied by',
    html`<table class="rows"><thead><tr><th scope="col">outlet</th><th scope="col" class="n">copies</th><th scope="col" class="n">half within</th></tr></thead>
<tbody>${rows.map((pair) => html`<tr><th scope="row" dir="auto">${outletLink(pair, side)}</th><td class="n" data-label="copies">${number(pair.copies)}</td><td class="n" data-label="half within">${pair.lagSeconds === null ? '–' : span(pair.lagSeconds * 1000)}</td></tr>`)}</tbody></table>`,
  );
}

function outletLink(pair: CopyPair, side: 'from' | 'by'): Html {
  const [id, name] = side === 'from' ? [pair.from, pair.fromName] : [pair.by, pair.byName];
  return id === null
    ? html`${name} <small>not in the store</small>`
    : html`<a href="/outlets/${encodeURIComponent(id)}">${name}</a>`;
}
