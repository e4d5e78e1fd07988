import type { VolumeOverTime } from '../core/volume-over-time.ts';
import { type Html, html } from './html.ts';

const HEIGHT = 90;
const AXIS = 20;
const DAY_MS = 86_400_000;

/** How many articles there were when, own texts below and copies above; the list behind it says the same. */
export function volumeView(volume: VolumeOverTime | null): Html {
  if (volume === null) return html``;
  const { spans, step } = volume;
  const top = Math.max(...spans.map(({ own, copies }) => own + copies));
  const width = 100 / spans.length;
  const high = (count: number) => Math.round((count / top) * HEIGHT * 10) / 10;
  const all = spans.reduce((sum, { own, copies }) => ({ own: sum.own + own, copies: sum.copies + copies }), {
    own: 0,
    copies: 0,
  });
  const last = spans.at(-1)!;
  return html`<figure class="volume">
<svg width="100%" height="${HEIGHT + AXIS}" role="img" aria-label="Articles over time: ${all.own} own texts and ${all.copies} copies from ${when(spans[0]!.at, step)} to ${when(last.at, step)}, at most ${top} at once. The table below says the same.">
<line class="ground" x1="0" x2="100%" y1="${HEIGHT}" y2="${HEIGHT}"/>
${spans.map(({ at, own, copies }, index) =>
  own + copies === 0
    ? ''
    : html`<g><title>${when(at, step)}: ${own} own, ${copies} copies</title><rect class="own" x="${round(index * width + width * 0.1)}%" width="${round(width * 0.8)}%" y="${round(HEIGHT - high(own))}" height="${high(own)}"/><rect class="copies" x="${round(index * width + width * 0.1)}%" width="${round(width * 0.8)}%" y="${round(HEIGHT - high(own + copies))}" height="${high(copies)}"/></g>`,
)}
<text x="0" y="${HEIGHT + 15}">${when(spans[0]!.at, step)}</text><text x="100%" y="${HEIGHT + 15}" text-anchor="end">${when(last.at, step)}</text>
</svg>
<figcaption class="aside"><span class="swatch own"></span> own texts <span class="swatch copies"></span> copies and excerpts; ${stepWords(step)} each, UTC
<details><summary>as a table</summary><table><thead><tr><th scope="col">from</th><th scope="col" class="n">own</th><th scope="col" class="n">copies</th></tr></thead><tbody>${spans
    .filter(({ own, copies }) => own + copies > 0)
    .map(
      ({ at, own, copies }) =>
        html`<tr><td>${when(at, step)}</td><td class="n">${own}</td><td class="n">${copies}</td></tr>`,
    )}</tbody></table></details></figcaption></figure>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function when(at: number, step: number): string {
  const iso = new Date(at).toISOString();
  return step < DAY_MS ? iso.slice(0, 16).replace('T', ' ') : iso.slice(0, 10);
}

function stepWords(step: number): string {
  if (step < DAY_MS) return step === 3_600_000 ? 'an hour' : `${step / 3_600_000} hours`;
  return step === DAY_MS ? 'a day' : `${step / DAY_MS} days`;
}
