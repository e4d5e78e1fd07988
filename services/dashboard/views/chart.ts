import { type Html, html } from './html.ts';

const WIDTH = 320;
const HEIGHT = 110;
const LEFT = 52;
const FOOT = 16;
const STROKE = 3;

/**
 * A plot with scales: what the top of it stands for, and from when to when it goes. Gaps where nothing is known.
 * @param from words for the first instant
 * @param inWords a value in the unit that fits it
 */
export function chart(options: {
  label: string;
  values: ReadonlyArray<number | null>;
  from: string;
  to: string;
  inWords: (value: number) => string;
}): Html {
  const { label, values, from, to, inWords } = options;
  const known = values.filter((value) => value !== null);
  const top = Math.max(...known, 0);
  const step = (WIDTH - LEFT) / Math.max(1, values.length - 1);
  const ground = HEIGHT - FOOT;
  const y = (value: number) => round(ground - (top === 0 ? 0 : (value / top) * (ground - 14)));
  let pen = 'M';
  let path = '';
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    const x = round(LEFT + index * step);
    // A value between two gaps is a stroke of its own, within the picture, or it would not be seen.
    path += pen === 'M' ? `M${Math.min(x, WIDTH - STROKE)} ${y(value)}h${STROKE}` : `L${x} ${y(value)}`;
    pen = 'L';
  }
  const said = known.length === 0 ? 'nothing yet' : `highest ${inWords(top)}, last ${inWords(known.at(-1)!)}`;
  return html`<figure class="chart"><figcaption>${label}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}, ${from} to ${to}: ${said}">
<path class="ground" d="M${LEFT} 12V${ground}H${WIDTH}"/><path class="line" d="${path}"/>
<text x="${LEFT - 4}" y="16" text-anchor="end">${known.length === 0 ? '–' : inWords(top)}</text><text x="${LEFT - 4}" y="${ground}" text-anchor="end">${inWords(0)}</text>
<text x="${LEFT}" y="${HEIGHT - 3}">${from}</text><text x="${WIDTH}" y="${HEIGHT - 3}" text-anchor="end">${to}</text>
</svg></figure>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
