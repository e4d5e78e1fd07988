// Fits the chance of second-level topics: node_modules/.bin/node services/classifier/train/narrower.ts --data ../shared/data/classify
// Prints the constants for core/topics/narrower.ts, and how often what it says comes true on the source and on the labels not fitted on.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readWords } from '../core/topics/features.ts';
import { lexiconOf } from '../core/topics/lexicons/index.ts';
import { leadingBeneath, NARROWER_FACTORS } from '../core/topics/narrower.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data/classify' } } });
if (!existsSync(`${values.data}/topics.jsonl.gz`)) {
  console.error(`no training set at ${values.data}: name the folder that holds topics.jsonl.gz with --data DIR`);
  process.exit(1);
}

const RIDGE = 3e-4;
const STEPS = 3000;
const RATE = 0.3;
const LABEL_FOLDS = 5;
const LEAST = [0, 0.5, 0.7, 0.8, 0.9, 1.001];

interface Row {
  source: string;
  lang: string;
  title: string;
  text: string;
  iptc: string[];
  /** Second-level codes. */
  iptc2?: string[];
  label_original: unknown;
}

interface Judged {
  source: string;
  label: string;
  x: number[];
  right: boolean;
}

const rows = gunzipSync(readFileSync(`${values.data}/topics.jsonl.gz`))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row)
  .filter(({ iptc2 }) => iptc2 !== undefined && iptc2.length > 0);
const judged = rows.flatMap(({ source, lang, title, text, iptc, iptc2, label_original: label }): Judged[] => {
  const hits = lexiconOf(lang)?.match(readWords(title ?? '', text));
  const best = hits && leadingBeneath(iptc[0]!, hits);
  if (!best) return [];
  const x = [1, ...NARROWER_FACTORS.map((name) => best.factors[name])];
  return [{ source, label: String(label), x, right: iptc2!.includes(best.code) }];
});

const chance = (w: readonly number[], x: readonly number[]) =>
  1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * w[k]!, 0)));

/** Logistic regression by AdaGrad over all rows. */
function fit(data: readonly Judged[]): number[] {
  const w = new Array<number>(NARROWER_FACTORS.length + 1).fill(0);
  const seen = w.map(() => 1e-8);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = w.map((value, k) => (k === 0 ? 0 : RIDGE * value));
    for (const { x, right } of data) {
      const error = (chance(w, x) - Number(right)) / data.length;
      for (const [k, value] of x.entries()) slope[k]! += error * value;
    }
    for (const [k, s] of slope.entries()) {
      seen[k]! += s * s;
      w[k]! -= (RATE * s) / Math.sqrt(seen[k]!);
    }
  }
  return w;
}

/** What is said of each part by a fit on the others, and how often it comes true. */
function measure(by: string, partOf: (row: Judged) => string): void {
  const said: { chance: number; right: boolean }[] = [];
  for (const part of new Set(judged.map(partOf))) {
    const w = fit(judged.filter((row) => partOf(row) !== part));
    for (const row of judged) if (partOf(row) === part) said.push({ chance: chance(w, row.x), right: row.right });
  }
  const of = (some: typeof said) =>
    `${some.length} (${(some.length / rows.length).toFixed(3)} of all), right ${(some.filter(({ right }) => right).length / some.length).toFixed(3)}`;
  for (let k = 0; k + 1 < LEAST.length; k += 1) {
    const [from, to] = [LEAST[k]!, LEAST[k + 1]!];
    console.log(`by ${by}, said ${from} to ${to}: ${of(said.filter(({ chance: c }) => c >= from && c < to))}`);
  }
  for (const from of [0.75, 0.8, 0.85])
    console.log(`by ${by}, from ${from}: ${of(said.filter(({ chance: c }) => c >= from))}`);
}

const labels = [...new Set(judged.map(({ label }) => label))].sort();
measure('source', ({ source }) => source);
measure('label', ({ label }) => String(labels.indexOf(label) % LABEL_FOLDS));
const all = fit(judged);
console.log(`${rows.length} texts, ${judged.length} with a word of a second-level concept`);
console.log(['BIAS', ...NARROWER_FACTORS].map((name, k) => `${name}: ${all[k]!.toFixed(2)},`).join('\n'));
