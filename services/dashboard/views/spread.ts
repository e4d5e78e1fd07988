import type { How } from '@wirewatch/shared/sources/texts.ts';
import { counted } from '@wirewatch/shared/sources/words.ts';
import type { Lane, Mark, Spread } from '../core/spread.ts';
import { type Html, html } from './html.ts';
import { coverage, instant, span } from './parts.ts';

/* Pixels: across everything is in percent, so that letters and marks have their size on a phone, too. */
const NAME = 20;
const ROW = 24;
const GAP = 12;
const AXIS = 26;
/** Percent that the first and the last mark stand from the edges: half a mark on a phone. */
const EDGE = 3;

/** Shapes about 0,0: kinds are told apart by more than their colour. */
const SHAPES: Readonly<Record<How, string>> = {
  own: 'M-9-9H9V9H-9Z',
  copy: 'M-9 0A9 9 0 1 0 9 0A9 9 0 1 0-9 0Z',
  translation: 'M-12 0L0-12 12 0 0 12Z',
  retold: 'M-12 0L0-12 12 0 0 12Z',
  excerpt: 'M-9 0A9 9 0 1 0 9 0A9 9 0 1 0-9 0Z',
  revision: 'M-10 8L0-11 10 8Z',
};

/** What the shapes mean, in the order in which the legend shows them. */
const KINDS: ReadonlyArray<[How, string]> = [
  ['own', 'own text'],
  ['copy', 'copy'],
  ['translation', 'translation, or told anew'],
  ['excerpt', 'excerpt'],
  ['revision', 'newer state'],
];

/** Where an article is read: in the desk by its page; null where there is none to link to. */
type AddressOf = (id: string) => string | null;

/** How a story spread: a lane for each independent text, who carried it when, and the same in words. */
export function spreadView(spread: Spread | null, addressOf: AddressOf = (id) => `/articles/${id}`): Html {
  if (spread === null) return html``;
  const { lanes, more } = spread;
  return html`<figure class="spread">
${picture(spread, 'The list below says the same.')}
<figcaption>
${keyOf(spread)}
${lanes.map((lane) => legend(lane, addressOf))}
${more.texts + more.marks > 0 ? html`<p class="aside">Not drawn: ${counted(more.texts, 'text')}, ${counted(more.marks, 'article')}.</p>` : ''}
</figcaption></figure>`;
}

/** The picture alone, where its story is led to: that page says the same in words. */
export function spreadPicture(spread: Spread): Html {
  return html`<figure class="spread">${picture(spread, 'The page of the story says the same.')}<figcaption>${keyOf(spread)}</figcaption></figure>`;
}

function picture({ lanes, ticks, from, to }: Spread, elsewhere: string): Html {
  const tops = lanes.map((_, at) => lanes.slice(0, at).reduce((sum, lane) => sum + heightOf(lane), 0));
  const height = lanes.reduce((sum, lane) => sum + heightOf(lane), 0) + AXIS;
  const marks = lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
  return html`<svg width="100%" height="${height}" role="img" aria-label="How it spread: ${counted(lanes.length, 'text')} on ${counted(marks, 'article')} within ${span(to - from)}. ${elsewhere}">
${ticks.map((tick) => html`<line class="tick" x1="${across(tick.x)}" x2="${across(tick.x)}" y1="0" y2="${height - AXIS}"/><text class="hour" x="${across(tick.x)}" y="${height - 8}" text-anchor="${anchor(tick.x)}">${tick.words}</text>`)}
${lanes.map((lane, at) => laneView(lane, tops[at]!))}
</svg>`;
}

/** What the shapes and the axis mean. */
function keyOf({ lanes, compressed, from, to }: Spread): Html {
  const kinds = new Set(lanes.flatMap((lane) => lane.marks.map(({ carrier }) => carrier.how)));
  return html`<p class="aside">From ${instant(from)} to ${instant(to)}; the axis is in UTC${compressed ? ', with later times closer together' : ''}. ${KINDS.filter(([how]) => kinds.has(how) || (how === 'translation' && kinds.has('retold'))).map(([how, words]) => html`<span class="key"><svg width="20" height="20" aria-hidden="true"><svg x="50%" y="50%" overflow="visible"><path class="${how}" d="${SHAPES[how]}" transform="scale(.7)"/></svg></svg> ${words}</span> `)}</p>`;
}

function heightOf({ rows }: Lane): number {
  return NAME + rows * ROW + GAP;
}

function across(x: number): string {
  return `${Math.round((EDGE + x * (100 - 2 * EDGE)) * 100) / 100}%`;
}

function anchor(x: number): string {
  if (x < 0.08) return 'start';
  return x > 0.92 ? 'end' : 'middle';
}

function laneView({ name, marks }: Lane, top: number): Html {
  const middle = top + NAME + ROW / 2;
  const [first] = marks;
  return html`<text class="name" x="0" y="${top + 14}">${name}</text>
<line class="ground" x1="${across(first?.x ?? 0)}" x2="${across(Math.max(...marks.map(({ x }) => x)))}" y1="${middle}" y2="${middle}"/>
${marks.map(
  ({ x, row, number, carrier: { how } }) =>
    html`<svg x="${across(x)}" y="${middle + row * ROW}" overflow="visible"><path class="${how}" d="${SHAPES[how]}"/><text class="count ${how}" y="4" text-anchor="middle">${number}</text></svg>`,
)}`;
}

function legend({ name, marks }: Lane, addressOf: AddressOf): Html {
  return html`<p class="lane-name"><b dir="auto">${name}</b></p>
<ul class="marks">${marks.map((mark) => html`<li>${legendItem(mark, addressOf)}</li>`)}</ul>`;
}

/** An instant in UTC to the minute: the axis says no more. */
function minute(at: number): Html {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')}</time>`;
}

function legendItem({ number, carrier: { article, how, asked } }: Mark, addressOf: AddressOf): Html {
  const { id, outlet, at, dated, lagSeconds, coverage: share } = article;
  const lag = how === 'own' || lagSeconds === null ? '' : `${lagSeconds < 0 ? '−' : '+'}${span(lagSeconds * 1000)}`;
  return html`<span class="count">${number}</span> ${nameOf(outlet, addressOf(id))} ${how === 'own' ? html`<span class="whole">${dated ? '' : 'seen '}${minute(at)}</span>` : html`<span class="whole">${how} ${lag} ${share === null ? '' : coverage(share)}</span>`} ${asked ? '' : html`<small>not asked for</small>`}`;
}

function nameOf(outlet: string, address: string | null): Html {
  return address === null
    ? html`<span dir="auto">${outlet}</span>`
    : html`<a href="${address}" dir="auto">${outlet}</a>`;
}
