import type { MarkKind } from '../core/owner-marks.ts';
import type { HouseProposal } from '../core/propose-houses.ts';
import { type Html, html } from './html.ts';
import { empty } from './parts.ts';

const KINDS: Readonly<Record<MarkKind, string>> = {
  advertising: 'accounts of advertising',
  verification: 'proofs of ownership',
  measuring: 'accounts of measuring',
  publisher: 'publishers in the page’s data',
  social: 'accounts of networks',
  imprint: 'imprint lines',
  frame: 'feet word for word',
  icon: 'icons',
};
const MOST_MARKS = 4;

/** A proposal with the names of its outlets, in its order. */
export type NamedProposal = HouseProposal & { names: string[] };

/** Which outlets may be of one house, with what says so; each waits for a click. */
export function housesView(proposals: readonly NamedProposal[]): Html {
  return html`<h1>Houses proposed</h1>
<p class="aside">Outlets whose newest pages share what an owner has, of two kinds at least. Nothing is applied by itself; a house is set back on the page of each <a href="/outlets">outlet</a>. Read anew once an hour.</p>
${proposals.length === 0 ? empty('None.', 'No pages of two outlets share an owner’s marks of two kinds.') : html`<ul class="attention">${proposals.map(proposalView)}</ul>`}`;
}

function proposalView({ outlets, names, house, evidence }: NamedProposal): Html {
  return html`<li class="mild">${names.map((name, at) => html`${at === 0 ? '' : ', '}<a href="/outlets/${encodeURIComponent(outlets[at]!)}" dir="auto">${name}</a>`)} may be of one house
<ul>${evidence.map(({ kind, marks }) => html`<li><small>${KINDS[kind]}: ${marks.slice(0, MOST_MARKS).join(', ')}${marks.length > MOST_MARKS ? ` and ${marks.length - MOST_MARKS} more` : ''}</small></li>`)}</ul>
<form method="post" action="/outlets/houses" class="bare">${outlets.map((id) => html`<input type="hidden" name="outlet" value="${id}">`)}
<label>House <input name="house" value="${house ?? names[0]!}" required dir="auto"></label> <button class="quiet">They are of this house</button></form></li>`;
}
