import type { Member } from '@wirewatch/shared/store/copies/groups.ts';
import type { NamedRulings } from '../reads/ruling-names.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { coverage, creditLine, instant, percent, relationBadge, scroller, span, written } from './parts.ts';
import { rulingForm } from './rulings.ts';

/** A story's group: a line of time, and each member with its evidence. */
export function groupView(members: readonly Member[], root: Member, rulings: NamedRulings, story: Html): Html {
  const outlets = new Set(members.map((each) => each.line.outletId)).size;
  const houses = new Set(members.map((each) => each.house)).size;
  return html`<h1 dir="auto"${langOf(root.line.language)}><a href="/articles/${root.line.id}">${root.line.title ?? root.line.url}</a></h1>
<p>${members.length} ${members.length === 1 ? 'article' : 'articles'} of ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}${houses < outlets ? ` in ${houses} ${houses === 1 ? 'house' : 'houses'}` : ''}${members.length > 1 ? html`; first: <b dir="auto">${members[0]!.line.outlet}</b>` : ''}</p>
${contested(members, root)}
${members.length > 1 ? timeline(members) : ''}
${scroller(
  'Members of the story',
  html`<table class="rows"><thead><tr><th scope="col">published</th><th scope="col">outlet</th><th scope="col">title</th><th scope="col">relation</th><th scope="col" class="n">after</th><th scope="col" class="n">of this</th><th scope="col" class="n">of original</th><th scope="col" class="n">sure</th><th scope="col">evidence</th></tr></thead>
<tbody>${members.map((member) => row(member, root))}</tbody></table>`,
)}
<p class="aside">“of this” is the share of this text that stands in the original, “of original” the share of the original that stands here.</p>
${story}
${rulingForm(
  members.map(({ line }) => ({ id: line.id, words: `${line.outlet}: ${line.title ?? line.url}` })),
  rulings,
)}`;
}

/** Who else may be the original, with both sides' evidence. */
function contested(members: readonly Member[], root: Member): Html {
  if (root.contestedBy.length === 0) return html``;
  const outletOf = (id: string) => members.find(({ line }) => line.id === id)?.line.outlet ?? id;
  return html`<section class="syndication" aria-labelledby="contested"><h2 id="contested">Who was first is contested</h2>
<p><b dir="auto">${root.line.outlet}</b>: <span dir="auto">${root.reason}</span></p>
<ul class="revisions">${root.contestedBy.map(({ id, evidence }) => html`<li><a href="/articles/${id}" dir="auto">${outletOf(id)}</a>: <span dir="auto">${evidence}</span></li>`)}</ul></section>`;
}

function row(member: Member, root: Member): Html {
  const { line } = member;
  const after =
    member === root
      ? ''
      : line.lagSeconds === null
        ? '–'
        : `${line.lagSeconds < 0 ? '−' : '+'}${span(line.lagSeconds * 1000)}`;
  const compared = line.originalId ?? (member === root ? null : root.line.id);
  return html`<tr>
<td data-label="published">${line.publishedAt !== null ? written(line.publishedAt) : html`${instant(line.firstSeenAt)} <small>first seen</small>`}${line.publishedAt !== null && member.timeBasis === 'seen' ? html`<br><small>stated, not seen: first seen ${instant(line.firstSeenAt)}</small>` : ''}</td>
<th scope="row" dir="auto"><a href="/outlets/${encodeURIComponent(line.outletId)}">${line.outlet}</a></th>
<td class="wide" data-label="title" dir="auto"${langOf(line.language)}><a href="/articles/${line.id}">${line.title ?? line.url}</a></td>
<td data-label="relation">${relationBadge(line.relation)}${compared === null || compared === line.id ? '' : html`<br><a href="/compare/${compared}/${line.id}">side by side</a>`}</td>
<td class="n" data-label="after">${after}</td>
<td class="n" data-label="of this">${coverage(line.coverage)}</td>
<td class="n" data-label="of original">${coverage(member.originalCoverage)}</td>
<td class="n" data-label="sure">${percent(member.confidence)}</td>
<td class="wide" data-label="evidence">${member.basis.join(', ')} ${creditLine(line.credit)} <small dir="auto">${member.reason}</small>${member.sourceId === null ? '' : html`<br><small>taken from <a href="/articles/${member.sourceId}">another copy</a></small>`}${member.sharedSources.map(({ id, coverage: share }) => html`<br><small>both quote one source, as does <a href="/articles/${id}">this</a> (${percent(share)})</small>`)}</td>
</tr>`;
}

const WIDTH = 800;
const HEIGHT = 34;

/** When each member appeared, from the first to the last. */
function timeline(members: readonly Member[]): Html {
  const first = members[0]!.at;
  const whole = Math.max(1, members.at(-1)!.at - first);
  const x = (at: number) => Math.round(8 + ((at - first) / whole) * (WIDTH - 16));
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${members.length} articles within ${span(whole)}">
<path class="ground" d="M0 ${HEIGHT / 2}H${WIDTH}"/>
${members.map((each) => html`<circle cx="${x(each.at)}" cy="${HEIGHT / 2}" r="6" class="${each.line.relation ?? 'unique'}"><title>${each.line.outlet}, +${span(each.at - first)}</title></circle>`)}
</svg>`;
}
