import { seeded, shuffle } from '@wirewatch/shared/seeded.ts';
import type { Features } from '../core/topics/features.ts';

/** How much a doubtful negative counts: the text may well have this topic too, only its label does not say so. */
const DOUBTFUL = 0.5;

/** One training text. `targets[c]`: 1 positive, 0 negative, -1 doubtful negative. `weight`: its share. */
export interface Example {
  features: Features;
  dense: Float32Array;
  targets: Int8Array;
  weight: number;
}

export interface Weights {
  classes: number;
  /** bucket-major: weights[bucket * classes + class] */
  hashed: Float32Array;
  /** dense-major: dense[k * classes + class] */
  dense: Float32Array;
  bias: Float32Array;
}

export interface TrainOptions {
  buckets: number;
  classes: number;
  denseSize: number;
  epochs: number;
  rate: number;
  l2: number;
  seed: number;
}

/** One-against-the-rest logistic regression by AdaGrad; deterministic for a given order, seed and options. */
export function trainLogistic(examples: readonly Example[], o: TrainOptions): Weights {
  const { classes } = o;
  const w: Weights = {
    classes,
    hashed: new Float32Array(o.buckets * classes),
    dense: new Float32Array(o.denseSize * classes),
    bias: new Float32Array(classes),
  };
  const gHashed = new Float32Array(o.buckets * classes).fill(1e-6);
  const gDense = new Float32Array(o.denseSize * classes).fill(1e-2);
  const gBias = new Float32Array(classes).fill(1e-2);
  const random = seeded(o.seed);
  const order = Int32Array.from(examples.keys());
  const score = new Float32Array(classes);
  const slope = new Float32Array(classes);
  for (let epoch = 0; epoch < o.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = o.rate * (1 - epoch / o.epochs);
    for (const index of order) {
      const example = examples[index]!;
      rawScores(w, example.features, example.dense, score);
      for (let c = 0; c < classes; c += 1) {
        const target = example.targets[c]!;
        const share = target < 0 ? DOUBTFUL * example.weight : example.weight;
        slope[c] = (1 / (1 + Math.exp(-score[c]!)) - Math.max(target, 0)) * share;
      }
      const { buckets, values } = example.features;
      for (let k = 0; k < buckets.length; k += 1) {
        const at = buckets[k]! * classes;
        const value = values[k]!;
        for (let c = 0; c < classes; c += 1) {
          if (slope[c] === 0) continue;
          const g = slope[c]! * value + o.l2 * w.hashed[at + c]!;
          gHashed[at + c]! += g * g;
          w.hashed[at + c]! -= (rate * g) / Math.sqrt(gHashed[at + c]!);
        }
      }
      for (let k = 0; k < o.denseSize; k += 1) {
        const value = example.dense[k]!;
        if (value === 0) continue;
        for (let c = 0; c < classes; c += 1) {
          const g = slope[c]! * value;
          if (g === 0) continue;
          gDense[k * classes + c]! += g * g;
          w.dense[k * classes + c]! -= (rate * g) / Math.sqrt(gDense[k * classes + c]!);
        }
      }
      for (let c = 0; c < classes; c += 1) {
        const g = slope[c]!;
        gBias[c]! += g * g;
        w.bias[c]! -= (rate * g) / Math.sqrt(gBias[c]!);
      }
    }
  }
  return w;
}

/** The linear scores of one text, written into `out`. */
export function rawScores(w: Weights, features: Features, dense: Float32Array, out: Float32Array): void {
  const { classes } = w;
  for (let c = 0; c < classes; c += 1) out[c] = w.bias[c]!;
  const { buckets, values } = features;
  for (let k = 0; k < buckets.length; k += 1) {
    const at = buckets[k]! * classes;
    const value = values[k]!;
    for (let c = 0; c < classes; c += 1) out[c]! += value * w.hashed[at + c]!;
  }
  for (let k = 0; k < dense.length; k += 1) {
    const value = dense[k]!;
    if (value === 0) continue;
    for (let c = 0; c < classes; c += 1) out[c]! += value * w.dense[k * classes + c]!;
  }
}
