import { SLOTS } from './word-features.ts';

/** A linear model of slots: its score is bias + scale * sum of weights / sqrt(slots), a log odds. See train/logistic.ts. */
export interface LinearModel {
  bias: number;
  scale: number;
  weights: Int8Array;
}

/** A model as it is stored: the weights in base64. */
export interface StoredLinearModel {
  bias: number;
  scale: number;
  weights: string;
}

/** @throws Error where the model was trained for other features */
export function loadLinearModel({ bias, scale, weights }: StoredLinearModel): LinearModel {
  return { bias, scale, weights: weightsOf(weights, SLOTS) };
}

/** @throws Error where there are more or fewer weights than expected */
export function weightsOf(base64: string, expected: number): Int8Array {
  const weights = new Int8Array(Buffer.from(base64, 'base64'));
  if (weights.length !== expected)
    throw new Error(`a model of ${weights.length} weights, expected ${expected}: it was trained for other features`);
  return weights;
}

export function linearScore(model: LinearModel, slots: readonly number[]): number {
  const { weights } = model;
  let sum = 0;
  for (let i = 0; i < slots.length; i += 1) sum += weights[slots[i] as number] as number;
  return model.bias + (model.scale * sum) / Math.sqrt(slots.length);
}
