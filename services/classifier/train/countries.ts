/**
 * Fits ../country-model.json, gradient-boosted trees over the features of core/world/country-evidence.ts, on articles labelled with their
 * countries, and says what each half gives on the other. Usage: node services/classifier/train/countries.ts --data DIR   (DIR holds geo.jsonl.gz, lines {id, title, text, countries})
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { features, gatherEvidence } from '../core/world/country-evidence.ts';
import { type CountryModel, probability, type Tree } from '../core/world/country-model.ts';
import { findPlaces, shoutingSentences } from '../core/world/find-places.ts';
import { createGazetteer } from '../core/world/gazetteer.ts';
import { createNameLexicon } from '../core/world/lexicon.ts';
import { findNames } from '../core/world/names/find-names.ts';
import { scan } from '../core/world/scan.ts';
import { stemName } from '../core/world/stem-name.ts';
import { loadWorldLists } from '../lists/load.ts';

const at = process.argv.indexOf('--data');
const dir = at > 0 ? process.argv[at + 1] : undefined;
if (!dir) {
  console.error('usage: node services/classifier/train/countries.ts --data DIR (the folder of geo.jsonl.gz)');
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

const lists = loadWorldLists();
const gazetteer = createGazetteer(lists.places, stemName);
const lexicon = createNameLexicon(lists.names, lists.people);
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
  const scanned = scan(title, text);
  const places = findPlaces(scanned, gazetteer, 'en', null);
  const names = findNames(scanned, lexicon, places, shoutingSentences(scanned), title !== '', 'en');
  const all = gatherEvidence(scanned, places, names, title !== '', gazetteer);
  for (const c of countries) if (!all.has(c)) half.missed++;
  for (const [country, e] of all) {
    half.rows.push({ doc, x: features(e, all, scanned.key.length), y: countries.includes(country) ? 1 : 0 });
  }
});

const TREES = 200;
const RATE = 0.06;
const DEPTH = 4;
/** Rows that a leaf must hold, and the weight that pulls leaves to zero: small trees, for the articles are of one agency and year. */
const LEAF = 25;
const RIDGE = 5;
/** Thresholds tried for each feature. */
const CUTS = 32;

/** Gradient boosting on the logistic loss. */
function fit(rows: readonly Row[]): CountryModel {
  const cuts = (rows[0] as Row).x.map((_, j) => {
    const values = [...new Set(rows.map((r) => r.x[j] as number))].sort((a, b) => a - b);
    const step = Math.max(1, Math.floor(values.length / CUTS));
    return values.filter((_v, i) => i % step === 0);
  });
  const z = new Float64Array(rows.length);
  const gradient = new Float64Array(rows.length);
  const curve = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let t = 0; t < TREES; t += 1) {
    rows.forEach(({ y }, i) => {
      const p = 1 / (1 + Math.exp(-(z[i] as number)));
      gradient[i] = y - p;
      curve[i] = p * (1 - p);
    });
    const tree = grow(rows, [...rows.keys()], DEPTH, cuts, gradient, curve);
    trees.push(tree);
    rows.forEach(({ x }, i) => {
      z[i] = (z[i] as number) + leafOf(tree, x);
    });
  }
  return { trees };
}

const leafOf = (tree: Tree, x: readonly number[]): number =>
  typeof tree === 'number' ? tree : leafOf((x[tree[0]] as number) <= tree[1] ? tree[2] : tree[3], x);

function grow(
  rows: readonly Row[],
  at: number[],
  depth: number,
  cuts: number[][],
  gradient: Float64Array,
  curve: Float64Array,
): Tree {
  let g = 0;
  let h = 0;
  for (const i of at) {
    g += gradient[i] as number;
    h += curve[i] as number;
  }
  const leaf = Number(((RATE * g) / (h + RIDGE)).toFixed(4));
  if (depth === 0 || at.length < 2 * LEAF) return leaf;
  let best = { gain: 0.5, feature: -1, cut: 0 };
  cuts.forEach((values, feature) => {
    for (const cut of values) {
      let gl = 0;
      let hl = 0;
      let n = 0;
      for (const i of at) {
        if (((rows[i] as Row).x[feature] as number) > cut) continue;
        gl += gradient[i] as number;
        hl += curve[i] as number;
        n += 1;
      }
      if (n < LEAF || at.length - n < LEAF) continue;
      const gain = gl ** 2 / (hl + RIDGE) + (g - gl) ** 2 / (h - hl + RIDGE) - g ** 2 / (h + RIDGE);
      if (gain > best.gain) best = { gain, feature, cut };
    }
  });
  if (best.feature < 0) return leaf;
  const left = at.filter((i) => ((rows[i] as Row).x[best.feature] as number) <= best.cut);
  const right = at.filter((i) => ((rows[i] as Row).x[best.feature] as number) > best.cut);
  const branch = (side: number[]): Tree => grow(rows, side, depth - 1, cuts, gradient, curve);
  return [best.feature, Number(best.cut.toFixed(4)), branch(left), branch(right)];
}

function measure({ rows, missed }: Half, model: CountryModel, least: number): string {
  let tp = 0;
  let fp = 0;
  let fn = missed;
  for (const { x, y } of rows) {
    const said = probability(model, x) >= least;
    if (said && y) tp += 1;
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
  const model = fit(train.rows);
  for (const least of [0.35, 0.4, 0.45, 0.5]) console.log(name, 'from', least, measure(test, model, least));
}
const model = fit([...first.rows, ...second.rows]);
writeFileSync(
  path.join(import.meta.dirname, '..', 'lists', 'country-model.json'),
  `{"trees": [\n${model.trees.map((t) => JSON.stringify(t)).join(',\n')}\n]}\n`,
);
