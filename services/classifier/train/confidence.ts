import { CONFIDENCE_FEATURES, type FirstConfidence } from '../core/topics/confidence.ts';

/** One text that the model had not seen: what the confidence is judged by, which class was best, whether it was right. */
export interface Judged {
  features: number[];
  best: number;
  right: boolean;
  weight: number;
}

const STEPS = 500;
const RATE = 0.2;
/** Draws all terms to zero a little: some classes are best only a few dozen times. */
const RIDGE = 1e-3;

/** Logistic regression of "the best topic is right" by AdaGrad over the whole set; deterministic. */
export function fitFirstConfidence(judged: readonly Judged[], classes: number): FirstConfidence {
  // One vector: bias, feature weights, class terms.
  const size = 1 + CONFIDENCE_FEATURES + classes;
  const w = new Float64Array(size);
  const seen = new Float64Array(size).fill(1e-8);
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = w.map((x) => RIDGE * x);
    for (const { features, best, right, weight } of judged) {
      const at = 1 + CONFIDENCE_FEATURES + best;
      let sum = w[0]! + w[at]!;
      for (let k = 0; k < features.length; k += 1) sum += features[k]! * w[k + 1]!;
      const error = ((1 / (1 + Math.exp(-sum)) - Number(right)) * weight) / total;
      slope[0]! += error;
      slope[at]! += error;
      for (let k = 0; k < features.length; k += 1) slope[k + 1]! += error * features[k]!;
    }
    for (let k = 0; k < size; k += 1) {
      seen[k]! += slope[k]! ** 2;
      w[k]! -= (RATE * slope[k]!) / Math.sqrt(seen[k]!);
    }
  }
  return {
    bias: w[0]!,
    weights: [...w.subarray(1, 1 + CONFIDENCE_FEATURES)],
    byClass: [...w.subarray(1 + CONFIDENCE_FEATURES)],
  };
}

/** The lowest threshold at which those above it are right as often as wanted (weighted); 1 where none is. */
export function thresholdFor(confidence: readonly number[], judged: readonly Judged[], wanted: number): number {
  const order = [...confidence.keys()].sort((a, b) => confidence[b]! - confidence[a]!);
  let right = 0;
  let all = 0;
  let threshold = 1;
  for (const i of order) {
    all += judged[i]!.weight;
    if (judged[i]!.right) right += judged[i]!.weight;
    if (right / all >= wanted) threshold = confidence[i]!;
  }
  return threshold;
}
