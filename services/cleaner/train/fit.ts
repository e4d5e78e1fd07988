import type { BlockModel } from '../core/blocks/model.ts';
import { loadModel } from '../core/blocks/model.ts';
import { boost } from './boost.ts';
import type { Example } from './dataset.ts';
import { pack } from './pack.ts';

const OPTIONS = { trees: 240, depth: 5, rate: 0.12, minHessian: 6, lambda: 5, rows: 0.7, columns: 0.2, seed: 7 };

/** Boosted trees from the labelled blocks of some pages. */
export function train(examples: readonly Example[]): ReturnType<typeof boost> {
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

export function fitModel(examples: readonly Example[]): BlockModel {
  return loadModel(pack(train(examples)));
}
