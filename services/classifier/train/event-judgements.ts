// Fits how often events of whole articles are right: node_modules/.bin/node services/classifier/train/event-judgements.ts --data ../shared/data/classify
// Prints the constants for core/world/events/judged-confidence.ts, and what a fit on the other sets gives on each.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fnv } from '../core/topics/hash.ts';
import { CAUTION, type JudgedBy, judgedBy } from '../core/world/events/judged-confidence.ts';
import { loadClassifier } from '../load.ts';
import { readCorpus } from './corpus.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data/classify' } } });
if (!existsSync(`${values.data}/topics.jsonl.gz`)) {
  console.error(`no texts at ${values.data}: name the folder that holds topics.jsonl.gz with --data DIR`);
  process.exit(1);
}

interface Judged {
  set: string;
  by: JudgedBy;
  right: number;
}

/** Draws the weights to nothing: the events are few. */
const RIDGE = 0.02;
const STEPS = 1500;
const RATE = 0.3;

function readJudged(): Judged[] {
  const labels = new Map<string, { set: string; right: number }>();
  const ids = new Set<string>();
  for (const line of readFileSync(new URL('./event-judgements.tsv', import.meta.url), 'utf8').split('\n')) {
    if (line === '') continue;
    const [set, id, ...event] = line.split('\t');
    labels.set([id, ...event.slice(0, -1)].join('\t'), { set: set!, right: Number(event.at(-1)) });
    ids.add(id!);
  }
  const classifier = loadClassifier();
  return readCorpus(values.data)
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, title, text }) =>
      classifier.explain({ id, title, text }).evidence.weighed.flatMap((event) => {
        const { plover, source, target, modality, sentence, factors, news } = event;
        const hash = fnv(sentence).toString(16).padStart(8, '0');
        const told = modality === 'happened' ? '1' : '0';
        const key = [id, hash, plover, source.join(), target.join(), told].join('\t');
        const label = labels.get(key);
        labels.delete(key);
        return label ? [{ ...label, by: judgedBy(factors, news) }] : [];
      }),
    );
}

const judged = readJudged();
const names = Object.keys(judged[0]!.by) as (keyof JudgedBy)[];
const inputs = ({ by }: Judged) => [1, ...names.map((name) => by[name])];
const chance = (w: readonly number[], x: readonly number[]) =>
  1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * w[k]!, 0)));

function fit(rows: readonly Judged[]): number[] {
  const w = new Array<number>(names.length + 1).fill(0);
  const data = rows.map((one) => ({ x: inputs(one), right: one.right }));
  for (let step = 0; step < STEPS; step += 1) {
    const slope = w.map((value, k) => (k === 0 ? 0 : RIDGE * value));
    for (const { x, right } of data)
      for (const [k, value] of x.entries()) slope[k]! += ((chance(w, x) - right) * value) / data.length;
    for (const [k, s] of slope.entries()) w[k]! -= RATE * s;
  }
  return w;
}

/** In how many pairs of a right and a wrong one the right one is said surer. */
function ordered(judged: readonly { said: number; right: number }[]): number {
  let pairs = 0;
  let good = 0;
  for (const one of judged)
    for (const other of judged) {
      if (one.right <= other.right) continue;
      pairs += 1;
      good += one.said > other.said ? 1 : one.said === other.said ? 0.5 : 0;
    }
  return good / pairs;
}

const leftOut: { said: number; right: number }[] = [];
for (const set of new Set(judged.map((one) => one.set))) {
  const w = fit(judged.filter((one) => one.set !== set));
  const kept = judged
    .filter((one) => one.set === set)
    .map((one) => ({ ...one, said: chance([w[0]! - CAUTION, ...w.slice(1)], inputs(one)) }));
  leftOut.push(...kept);
  console.log(`fitted on the others, on ${set}: right before wrong ${ordered(kept).toFixed(2)}`);
}
for (const least of [0, 0.5, 0.7]) {
  const part = leftOut.filter(({ said }) => said >= least);
  console.log(
    `said ${least} or more of sets left out: ${part.filter(({ right }) => right === 1).length} of ${part.length} right`,
  );
}
const all = fit(judged);
console.log(`${judged.length} events`);
console.log(['BIAS', ...names].map((name, k) => `${name}: ${all[k]!.toFixed(2)},`).join('\n'));
