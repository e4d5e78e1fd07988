import { type Html, html } from './html.ts';

const WIDTH = 120;
const HEIGHT = 24;

/**
 * A small plot of values over time, oldest first; gaps where nothing is known.
 * @param label what a screen reader says of it
 */
export function plot(values: ReadonlyArray<number | null>, label: string): Html {
  const known = values.filter((value) => value !== null);
  const top = Math.max(1, ...known);
  const step = WIDTH / Math.max(1, values.length - 1);
  const y = (value: number) => round(HEIGHT - 1 - (value / top) * (HEIGHT - 3));
  let pen = 'M';
  let path = '';
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${round(index * step)} ${y(value)}`;
    pen = 'L';
  }
  const highest = known.length === 0 ? 'nothing yet' : `highest ${Math.max(...known)}, now ${known.at(-1)}`;
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}: ${highest}"><path d="M0 ${HEIGHT - 0.5}H${WIDTH}" class="ground"/><path d="${path}" class="line"/></svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
