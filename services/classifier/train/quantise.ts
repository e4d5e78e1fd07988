import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { BUCKETS } from '../core/topics/hash.ts';
import type { TopicModel } from '../core/topics/topic-model.ts';
import type { Weights } from './logistic.ts';

const CLASSES = TOP_CODES.length;

/** Trained weights as a model of int8 steps, not yet calibrated. */
export function quantise(w: Weights, version: string): TopicModel {
  const steps = new Array<number>(CLASSES).fill(0);
  // A few very large weights would cost all others their resolution: the step is set by the 99.99th percentile, what lies above is cut.
  for (let c = 0; c < CLASSES; c += 1) {
    const column = new Float32Array(BUCKETS);
    for (let b = 0; b < BUCKETS; b += 1) column[b] = Math.abs(w.hashed[b * CLASSES + c]!);
    column.sort();
    steps[c] = Math.max(column[Math.floor(BUCKETS * 0.9999)]! / 127, 1e-9);
  }
  const weights = new Int8Array(BUCKETS * CLASSES);
  for (let i = 0; i < weights.length; i += 1) {
    weights[i] = Math.max(-127, Math.min(127, Math.round(w.hashed[i]! / steps[i % CLASSES]!)));
  }
  return {
    header: {
      version,
      classes: [...TOP_CODES],
      buckets: BUCKETS,
      bias: [...w.bias].map(round),
      steps,
      dense: [...w.dense].map(round),
      slope: 1,
      shift: 0,
      first: { bias: 0, weights: [], byClass: [] },
      assertFirst: 0,
      assertHard: 0,
      assertPair: 0,
      assertFurther: 1,
    },
    weights,
  };
}

/** Four decimals: beyond them a model file only grows. */
export function round(x: number): number {
  return Math.round(x * 1e4) / 1e4;
}
