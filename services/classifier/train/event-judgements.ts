// Fits how often events of whole articles are right: node_modules/.bin/node services/classifier/train/event-judgements.ts --data ../shared/data/classify
// Prints the constants for core/world/events/judged-confidence.ts, and what a fit on two of the three sets gives on the third.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fnv } from '../core/topics/hash.ts';
import { isOneCountry, logOdds, unjudged } from '../core/world/events/judged-confidence.ts';
import { loadClassifier } from '../load.ts';
import { readCorpus } from './corpus.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data/classify' } } });
if (!existsSync(`${values.data}/topics.jsonl.gz`)) {
  console.error(`no texts at ${values.data}: name the folder that holds topics.jsonl.gz with --data DIR`);
  process.exit(1);
}

interface Judged {
  set: string;
  x: [odds: number, one: number, oneCountry: number];
  right: number;
}

/** Draws the slope to one and the rest to nothing: 205 events are few. */
const RIDGE = 0.02;
const STEPS = 4000;
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
      classifier.classify({ id, title, text }).events.flatMap((event) => {
        const { plover, source, target, modality, sentence, confidence } = event;
        const hash = fnv(sentence).toString(16).padStart(8, '0');
        const told = modality === 'happened' ? '1' : '0';
        const label = labels.get([id, hash, plover, source.join(), target.join(), told].join('\t'));
        return label ? [{ ...label, x: [logOdds(unjudged(confidence, event)), 1, isOneCountry(event)] }] : [];
      }),
    ) as Judged[];
}

const chance = (w: readonly number[], x: readonly number[]) =>
  1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * w[k]!, 0)));

function fit(judged: readonly Judged[]): number[] {
  const w = [1, 0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const slope = [RIDGE * (w[0]! - 1), 0, RIDGE * w[2]!];
    for (const { x, right } of judged)
      for (const [k, value] of x.entries()) slope[k]! += ((chance(w, x) - right) * value) / judged.length;
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

const judged = readJudged();
for (const set of new Set(judged.map((one) => one.set))) {
  const w = fit(judged.filter((one) => one.set !== set));
  const kept = judged.filter((one) => one.set === set).map((one) => ({ ...one, said: chance(w, one.x) }));
  const from = [0, 0.5, 0.6, 0.7].map((least) => {
    const part = kept.filter(({ said }) => said >= least);
    return `from ${least}: ${part.filter(({ right }) => right === 1).length} of ${part.length}`;
  });
  console.log(
    `fitted on the others, on ${set}: right before wrong ${ordered(kept).toFixed(2)}; right ${from.join(', ')}`,
  );
}
console.log(
  `slope, bias, oneCountry (${judged.length} events):`,
  fit(judged)
    .map((x) => x.toFixed(2))
    .join(' '),
);
