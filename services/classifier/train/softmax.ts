import { seeded, shuffle } from '@wirewatch/shared/seeded.ts';
import type { Features } from '../core/topics/features.ts';
import { rawScores, type Weights } from './logistic.ts';

/** One training text of exactly one class. */
export interface Labelled {
  features: Features;
  dense: Float32Array;
  label: number;
  weight: number;
}

export interface SoftmaxOptions {
  buckets: number;
  classes: number;
  denseSize: number;
  epochs: number;
  rate: number;
  seed: number;
}

/** What AdaGrad takes for the square of the slopes seen before the first one. */
const SEEN = 1e-4;

/** Softmax regression by AdaGrad, the rate falling to nothing; deterministic for a given order, seed and options. */
export function trainSoftmax(examples: readonly Labelled[], o: SoftmaxOptions): Weights {
  const { classes } = o;
  const w: Weights = {
    classes,
    hashed: new Float32Array(o.buckets * classes),
    dense: new Float32Array(o.denseSize * classes),
    bias: new Float32Array(classes),
  };
  const seen = {
    hashed: new Float32Array(w.hashed.length).fill(SEEN),
    dense: new Float32Array(w.dense.length).fill(SEEN),
    bias: new Float32Array(classes).fill(SEEN),
  };
  const random = seeded(o.seed);
  const order = Int32Array.from(examples.keys());
  const slope = new Float32Array(classes);
  for (let epoch = 0; epoch < o.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = o.rate * (1 - epoch / o.epochs);
    const step = (weights: Float32Array, squares: Float32Array, at: number, value: number) => {
      for (let c = 0; c < classes; c += 1) {
        const g = slope[c]! * value;
        squares[at + c]! += g * g;
        weights[at + c]! -= (rate * g) / Math.sqrt(squares[at + c]!);
      }
    };
    for (const index of order) {
      const { features, dense, label, weight } = examples[index]!;
      rawScores(w, features, dense, slope);
      slopeOf(slope, label, weight);
      for (let k = 0; k < features.buckets.length; k += 1)
        step(w.hashed, seen.hashed, features.buckets[k]! * classes, features.values[k]!);
      for (let k = 0; k < o.denseSize; k += 1) if (dense[k] !== 0) step(w.dense, seen.dense, k * classes, dense[k]!);
      step(w.bias, seen.bias, 0, 1);
    }
  }
  return w;
}

/** The loss's slope by score, in place of the scores: probability less truth, times the text's weight. */
function slopeOf(scores: Float32Array, label: number, weight: number): void {
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = Math.exp(scores[c]! - most);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c]! / sum - (c === label ? 1 : 0)) * weight;
}
