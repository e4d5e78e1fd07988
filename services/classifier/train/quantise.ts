import type { LinearHeader, LinearModel } from '../core/topics/linear-model.ts';
import type { Weights } from './logistic.ts';

/** Trained weights as a model of int8 steps. */
export function quantise(w: Weights, version: string, classNames: readonly string[]): LinearModel<LinearHeader> {
  const { classes } = w;
  const buckets = w.hashed.length / classes;
  const steps = new Array<number>(classes).fill(0);
  // A few very large weights would cost all others their resolution: the step is set by the 99.99th percentile, what lies above is cut.
  for (let c = 0; c < classes; c += 1) {
    const column = new Float32Array(buckets);
    for (let b = 0; b < buckets; b += 1) column[b] = Math.abs(w.hashed[b * classes + c]!);
    column.sort();
    steps[c] = Math.max(column[Math.floor(buckets * 0.9999)]! / 127, 1e-9);
  }
  const weights = new Int8Array(buckets * classes);
  for (let i = 0; i < weights.length; i += 1) {
    weights[i] = Math.max(-127, Math.min(127, Math.round(w.hashed[i]! / steps[i % classes]!)));
  }
  return {
    header: {
      version,
      classes: [...classNames],
      buckets,
      bias: [...w.bias].map(round),
      steps,
      dense: [...w.dense].map(round),
    },
    weights,
  };
}

/** Four decimals: beyond them a model file only grows. */
export function round(x: number): number {
  return Math.round(x * 1e4) / 1e4;
}
