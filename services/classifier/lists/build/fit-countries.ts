/**
 * Fits the weights of core/world/country-weights.ts by logistic regression on articles labelled with their countries, and says what each half
 * gives on the other. Usage: node fit-countries.ts --data DIR   (DIR holds geo.jsonl.gz, lines {id, title, text, countries})
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { features, gatherEvidence } from '../../core/world/country-evidence.ts';
import { findPlaces } from '../../core/world/find-places.ts';
import { createGazetteer } from '../../core/world/gazetteer.ts';
import { scan } from '../../core/world/scan.ts';
import { stemName } from '../../core/world/stem-name.ts';
import { loadWorldLists } from '../load.ts';

const at = process.argv.indexOf('--data');
const dir = at > 0 ? process.argv[at + 1] : undefined;
if (!dir) {
  console.error('usage: node fit-countries.ts --data DIR (the folder of geo.jsonl.gz)');
  process.exit(2);
}

interface Row {
  doc: number;
  x: number[];
  y: number;
}
interface Half {
  rows: Row[];
  /** Labelled countries without any evidence in the text. */
  missed: number;
}

const gazetteer = createGazetteer(loadWorldLists().places, stemName);
const halves: Half[] = [
  { rows: [], missed: 0 },
  { rows: [], missed: 0 },
];
const lines = gunzipSync(readFileSync(path.join(dir, 'geo.jsonl.gz')))
  .toString('utf8')
  .split('\n')
  .filter(Boolean);
lines.forEach((line, doc) => {
  const { title, text, countries } = JSON.parse(line) as { title: string; text: string; countries: string[] };
  const half = halves[doc % 2] as Half;
  const s = scan(title, text);
  const all = gatherEvidence(s, findPlaces(s, gazetteer, 'en', null), title !== '', gazetteer);
  for (const c of countries) if (!all.has(c)) half.missed++;
  for (const [country, e] of all) {
    half.rows.push({ doc, x: features(e, all, s.key.length), y: countries.includes(country) ? 1 : 0 });
  }
});

const dot = (w: readonly number[], x: readonly number[]): number =>
  x.reduce((sum, v, i) => sum + v * (w[i] as number), 0);
const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Plain gradient ascent; 2,500 steps of 2 settle the second decimal of every weight. */
function fit(rows: readonly Row[]): number[] {
  const w: number[] = new Array((rows[0] as Row).x.length).fill(0);
  for (let step = 0; step < 2500; step++) {
    const gradient: number[] = new Array(w.length).fill(0);
    for (const { x, y } of rows) {
      const error = y - logistic(dot(w, x));
      for (let i = 0; i < w.length; i++) gradient[i] = (gradient[i] as number) + error * (x[i] as number);
    }
    for (let i = 0; i < w.length; i++)
      w[i] = (w[i] as number) + 2 * ((gradient[i] as number) / rows.length - 0.0005 * (w[i] as number));
  }
  return w;
}

function measure({ rows, missed }: Half, w: readonly number[], least: number): string {
  let tp = 0;
  let fp = 0;
  let fn = missed;
  for (const { x, y } of rows) {
    const said = logistic(dot(w, x)) >= least;
    if (said && y) tp++;
    else if (said) fp++;
    else if (y) fn++;
  }
  return `P ${(tp / (tp + fp)).toFixed(3)} R ${(tp / (tp + fn)).toFixed(3)} F1 ${((2 * tp) / (2 * tp + fp + fn)).toFixed(3)}`;
}

const [first, second] = halves as [Half, Half];
for (const [name, train, test] of [
  ['first half on second', first, second],
  ['second half on first', second, first],
] as const) {
  const w = fit(train.rows);
  for (const least of [0.35, 0.4, 0.45, 0.5]) console.log(name, 'from', least, measure(test, w, least));
}
console.log(
  'all:',
  fit([...first.rows, ...second.rows])
    .map((v) => v.toFixed(2))
    .join(', '),
);
