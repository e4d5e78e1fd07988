import { counted } from '@wirewatch/shared/sources/words.ts';
import type { CopyGraph, Edge, Node } from '../core/copy-graph.ts';
import { type Html, html } from './html.ts';
import { span } from './parts.ts';

/* Pixels down; across everything is in percent, so that letters have their size on a phone, too. */
const ROW = 26;
const TOP = 14;
/** Percent: names stand on either side of these. */
const LEFT = 36;
const RIGHT = 60;
/** Letters of a name that fit on a phone; the list has it whole. */
const LETTERS = 15;
const [THIN, THICK] = [1.5, 9];

/** Whose texts (left) are carried by whom (right), lines as thick as they are many; the table below says the same. */
export function copyGraphView({ sources, carriers, edges, more }: CopyGraph): Html {
  if (edges.length === 0) return html``;
  const height = TOP + Math.max(sources.length, carriers.length) * ROW;
  const top = Math.max(...edges.map(({ copies }) => copies));
  return html`<figure class="spread graph">
<svg width="100%" height="${height}" role="img" aria-label="Who copies whom: ${counted(edges.length, 'pair')} of ${counted(sources.length, 'source')} and ${counted(carriers.length, 'carrier')}. The table below says the same.">
${edges.map((edge) => line(edge, top))}
${sources.map((node) => name(node, 'end'))}
${carriers.map((node) => name(node, 'start'))}
</svg>
<figcaption class="aside">On the left whose texts, on the right who carries them; the thicker the more. Outlets of one house are one.${more > 0 ? ` ${counted(more, 'weaker pair')} not drawn.` : ''}</figcaption></figure>`;
}

function yOf({ row }: Node): number {
  return TOP + row * ROW;
}

function line({ from, to, copies, lagSeconds }: Edge, top: number): Html {
  const width = Math.round((THIN + (copies / top) * (THICK - THIN)) * 10) / 10;
  const words = `${to.name} carries ${counted(copies, 'text')} of ${from.name}${lagSeconds === null ? '' : `, half of them within ${span(lagSeconds * 1000)}`}`;
  return html`<line class="edge" x1="${LEFT + 1}%" y1="${yOf(from)}" x2="${RIGHT - 1}%" y2="${yOf(to)}" stroke-width="${width}"><title>${words}</title></line>`;
}

function name(node: Node, anchor: 'start' | 'end'): Html {
  const short = node.name.length > LETTERS ? `${node.name.slice(0, LETTERS - 1)}…` : node.name;
  return html`<text class="name" x="${anchor === 'end' ? LEFT : RIGHT}%" y="${yOf(node) + 4}" text-anchor="${anchor}">${short}<title>${node.name}: ${counted(node.copies, 'text')}</title></text>`;
}
