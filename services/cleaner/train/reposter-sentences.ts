import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ACT_SLOTS, ACTS, type StoredSentenceModel } from '../core/frame/reposter/sentence-model.ts';
import { SLOTS, wordFeatures } from '../core/wording/word-features.ts';
import { fitLogistic, fitScore, type LinearExample, type LinearFit, packLinear, packWeights } from './logistic.ts';
import { articleEdges, articleLines, articleSentences, type LabelledSentence, ownSentences } from './sentences.ts';
import { wordedSentences } from './wordings.ts';

/**
 * Trains the model of the reposter's sentences: `node services/cleaner/train/reposter-sentences.ts --data DIR [--ship]`.
 * Prints what it makes of each set of sentences when it has not seen that set (nor half of the articles), by threshold.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, ship: { type: 'boolean' } },
});
/** There are ten times as many paragraphs of articles as sentences that look like a reposter's. */
const EDGE_WEIGHT = 0.3;
/** Made of patterns, some eight of each: together they weigh as much as a few sentences. */
const WORDED_WEIGHT = 0.5;

const example = ({ text, place, positive }: LabelledSentence, weight: number): LinearExample => ({
  slots: Uint32Array.from(wordFeatures(text, place)),
  label: positive ? 1 : 0,
  weight,
});
const train = (own: readonly LabelledSentence[], edges: readonly LabelledSentence[]): LinearFit =>
  fitLogistic(
    [
      ...own.map((s) => example(s, 1)),
      ...worded.map((s) => example(s, WORDED_WEIGHT)),
      ...edges.map((s) => example(s, EDGE_WEIGHT)),
    ],
    SLOTS,
  );

const sets = ownSentences();
const worded = wordedSentences();
const edges = [
  ...articleEdges(join(values.data, 'extract')),
  ...articleSentences(join(values.data, 'classify/topics.jsonl.gz')),
  ...articleLines(),
];
const even = edges.filter((_, i) => Math.floor(i / 80) % 2 === 0);
const odd = edges.filter((_, i) => Math.floor(i / 80) % 2 === 1);

const THRESHOLDS = [-1, -0.5, 0, 0.5, 1];
const share = (scores: readonly number[], threshold: number): string =>
  (scores.filter((s) => s > threshold).length / Math.max(1, scores.length)).toFixed(3);
for (const [name, held] of sets) {
  const others = [...sets].filter(([n]) => n !== name).flatMap(([, s]) => s);
  const model = train(others, even);
  const scores = (list: readonly LabelledSentence[]): number[] => list.map((s) => fitScore(model, example(s, 1).slots));
  const found = scores(held.filter((s) => s.positive));
  const alike = scores(held.filter((s) => !s.positive));
  const real = scores(odd);
  process.stdout.write(`held out: set ${name}, ${held.length} sentences, ${odd.length} paragraphs of articles\n`);
  for (const t of THRESHOLDS)
    process.stdout.write(
      `  threshold ${String(t).padStart(4)}: found ${share(found, t)}  look-alikes taken ${share(alike, t)}  paragraphs taken ${share(real, t)}\n`,
    );
  for (const lang of [...new Set(held.map((s) => s.lang))])
    process.stdout.write(
      `    ${lang}: found ${share(scores(held.filter((s) => s.positive && s.lang === lang)), 0)}, taken ${share(scores(held.filter((s) => !s.positive && s.lang === lang)), 0)}\n`,
    );
}

/** Which act a sentence is: one model an act, over the sentences that are the reposter's. */
function fitActs(own: readonly LabelledSentence[]): LinearFit[] {
  const examples = own.filter((s) => s.positive).map((s) => ({ act: s.act, slots: actSlots(s.text) }));
  return ACTS.map((act) =>
    fitLogistic(
      examples.map((e) => ({ slots: e.slots, label: e.act === act ? 1 : 0, weight: 1 })),
      ACT_SLOTS,
    ),
  );
}

function actSlots(text: string): Uint32Array {
  return Uint32Array.from([...wordFeatures(text, 'close')].map((slot) => slot % ACT_SLOTS));
}

if (values.ship) {
  const own = [...sets.values()].flat();
  const frame = train(own, edges);
  const acts = fitActs([...own, ...worded]);
  const actWeights = packWeights(acts.flatMap((a) => [...a.weights]));
  const stored: StoredSentenceModel = {
    frame: packLinear(frame),
    actBias: acts.map((a) => a.bias),
    actScale: actWeights.scale,
    actWeights: actWeights.bytes,
  };
  const file = join(import.meta.dirname, '../core/frame/reposter/sentence-model.json');
  writeFileSync(file, `${JSON.stringify(stored)}\n`);
}
