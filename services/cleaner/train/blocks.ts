import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BlockModel, loadModel } from '../core/blocks/model.ts';
import { cleanPage } from '../core/clean-page.ts';
import { boost } from './boost.ts';
import { type Example, loadExamples } from './dataset.ts';
import { pack } from './pack.ts';

/**
 * Trains the block model: `node services/cleaner/train/blocks.ts --data DIR [--folds FILE.jsonl] [--only 0,1] [--sets LIST] [--ship]`.
 * `--folds` writes what five models, each blind to the outlets it reads, make of every page: the honest figures; `--only`
 * does some of the five, `--sets` takes some of the sets.
 * `--ship` trains on all and writes core/blocks/model.json.
 */
const SETS = [
  'scrapinghub',
  'fundus',
  'aed',
  'trafilatura',
  'wcxb',
  'daniel-english',
  'daniel-russian',
  'daniel-greek',
  'daniel-polish',
  'daniel-chinese',
];
const FOLDS = 5;
const OPTIONS = { trees: 240, depth: 5, rate: 0.12, minHessian: 6, lambda: 5, rows: 0.7, columns: 0.2, seed: 7 };

function fitModel(examples: readonly Example[]): BlockModel {
  return loadModel(pack(train(examples)));
}

function train(examples: readonly Example[]): ReturnType<typeof boost> {
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const example of examples) {
    for (let i = 0; i < example.rows.length; i += 1) {
      const label = example.labels[i] as number;
      const row = example.rows[i];
      if (Number.isNaN(label) || !row) continue;
      rows.push(row);
      labels.push(label >= 0.8 ? 1 : label < 0.2 ? 0 : label);
      weights.push(example.weights[i] as number);
    }
  }
  return boost(rows, Float64Array.from(labels), Float64Array.from(weights), OPTIONS);
}

/** A stable fold for an outlet's name. */
function foldOf(outlet: string, salt: number): number {
  let h = 2166136261 ^ salt;
  for (let i = 0; i < outlet.length; i += 1) h = Math.imul(h ^ outlet.charCodeAt(i), 16777619);
  return ((h ^ (h >>> 15)) >>> 0) % FOLDS;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/extract' },
    folds: { type: 'string' },
    salt: { type: 'string', default: '0' },
    only: { type: 'string', default: '0,1,2,3,4' },
    sets: { type: 'string', default: SETS.join(',') },
    ship: { type: 'boolean' },
  },
});
const examples = loadExamples(values.data, values.sets.split(','));
if (values.folds) {
  const lines: string[] = [];
  for (const fold of values.only.split(',').map(Number)) {
    const model = fitModel(examples.filter((e) => foldOf(e.outlet, Number(values.salt)) !== fold));
    for (const example of examples) {
      if (foldOf(example.outlet, Number(values.salt)) !== fold) continue;
      const result = cleanPage(example.input, { model, now: Date.now() });
      lines.push(JSON.stringify({ set: example.set, id: example.id, ...result }));
    }
  }
  writeFileSync(values.folds, `${lines.join('\n')}\n`);
}
if (values.ship) {
  writeFileSync(join(import.meta.dirname, '../core/blocks/model.json'), `${JSON.stringify(pack(train(examples)))}\n`);
}
