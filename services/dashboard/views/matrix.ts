import type { CopyPair } from '@wirewatch/shared/store/copies/house-rows.ts';
import type { CopyGraph } from '../core/copy-graph.ts';
import { copyGraphView } from './copy-graph.ts';
import { type Html, html } from './html.ts';
import { empty, number, scroller, span } from './parts.ts';

/** Outlets down and across: how many texts each carries of whom, and how fast. */
export function matrixView(page: {
  pairs: readonly CopyPair[];
  graph: CopyGraph;
  most: number;
  /** Days, `YYYY-MM-DD`; empty where open. */
  from: string;
  to: string;
  /** Whether only the newest of the span were read. */
  cut: boolean;
}): Html {
  const { pairs, graph, most, from, to, cut } = page;
  const head = html`<h1>Who copies whom</h1>
<form method="get" action="/outlets/matrix" class="row"><label>First seen from <input type="date" name="from" value="${from}"></label><label>to <input type="date" name="to" value="${to}"></label><button class="quiet">Show</button>${from + to === '' ? '' : html` <a href="/outlets/matrix">of all times</a>`}</form>
${cut ? html`<p class="aside">Only the newest 20,000 articles of these days were read.</p>` : ''}`;
  if (pairs.length === 0) return html`${head}${empty(from + to === '' ? 'No copy yet.' : 'No copy in these days.')}`;
  const rows = ranked(pairs, (pair) => [pair.by, pair.byName], most);
  const columns = ranked(pairs, (pair) => [pair.from ?? `name ${pair.fromName}`, pair.fromName], most);
  const cell = new Map(pairs.map((pair) => [`${pair.by}\n${pair.from ?? `name ${pair.fromName}`}`, pair]));
  const top = Math.max(...pairs.map((pair) => pair.copies));
  return html`${head}
${copyGraphView(graph)}
<p class="aside">Rows carry texts of columns: how many, and the time within which half of them appeared. The ${most} with the most are shown. Counts may be a minute old.</p>
${scroller(
  'Who copies whom',
  html`<table class="matrix"><thead><tr><td></td>${columns.map(([, name]) => html`<th scope="col" dir="auto"><span>${name}</span></th>`)}</tr></thead>
<tbody>${rows.map(
    ([by, name]) =>
      html`<tr><th scope="row" dir="auto"><a href="/outlets/${encodeURIComponent(by)}">${name}</a></th>${columns.map(([from]) => cellOf(cell.get(`${by}\n${from}`), top))}</tr>`,
  )}</tbody></table>`,
)}`;
}

function ranked(
  pairs: readonly CopyPair[],
  keyOf: (pair: CopyPair) => [string, string],
  most: number,
): Array<[string, string]> {
  const sums = new Map<string, { name: string; copies: number }>();
  for (const pair of pairs) {
    const [key, name] = keyOf(pair);
    const known = sums.get(key);
    if (known) known.copies += pair.copies;
    else sums.set(key, { name, copies: pair.copies });
  }
  return [...sums]
    .sort((a, b) => b[1].copies - a[1].copies)
    .slice(0, most)
    .map(([key, { name }]) => [key, name]);
}

/** Five depths of colour; the number says the same. */
function cellOf(pair: CopyPair | undefined, top: number): Html {
  if (!pair) return html`<td class="n none">·</td>`;
  const depth = Math.max(1, Math.ceil((pair.copies / top) * 5));
  return html`<td class="n d${depth}">${number(pair.copies)}${pair.lagSeconds === null ? '' : html`<br><small>${span(pair.lagSeconds * 1000)}</small>`}</td>`;
}
