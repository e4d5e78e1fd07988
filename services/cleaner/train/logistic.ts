import { seeded, shuffle } from '@wirewatch/shared/seeded.ts';
import type { StoredLinearModel } from '../core/wording/linear-model.ts';

/** One example of a linear model: its slots, and 1 or 0. */
export interface LinearExample {
  slots: Uint32Array;
  label: number;
  weight: number;
}

export interface LinearFit {
  bias: number;
  weights: Float64Array;
}

const RATE = 0.3;
const DECAY = 0.02;
const PASSES = 14;

/**
 * Logistic regression over sparse binary features, each example scaled to length one, by AdaGrad (Duchi, Hazan and Singer
 * 2011) with weight decay. Same examples and seed, same fit.
 */
export function fitLogistic(examples: readonly LinearExample[], slots: number, seed = 7): LinearFit {
  const weights = new Float64Array(slots);
  const seen = new Float64Array(slots).fill(1e-6);
  const order = examples.map((_, i) => i);
  const random = seeded(seed);
  let bias = 0;
  let biasSeen = 1e-6;
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { slots: on, label, weight } = examples[at] as LinearExample;
      const length = 1 / Math.sqrt(on.length);
      const error = (1 / (1 + Math.exp(-fitScore({ bias, weights }, on))) - label) * weight;
      for (const slot of on) {
        const gradient = error * length + ((DECAY * (weights[slot] as number)) / examples.length) * PASSES;
        seen[slot] = (seen[slot] as number) + gradient * gradient;
        weights[slot] = (weights[slot] as number) - (RATE * gradient) / Math.sqrt(seen[slot] as number);
      }
      biasSeen += error * error;
      bias -= (RATE * error) / Math.sqrt(biasSeen);
    }
  }
  return { bias, weights };
}

export function fitScore({ bias, weights }: LinearFit, on: Uint32Array): number {
  let sum = 0;
  for (const slot of on) sum += weights[slot] as number;
  return bias + sum / Math.sqrt(on.length);
}

/** Weights as whole steps of one size, in base64. */
export function packWeights(weights: readonly number[]): { scale: number; bytes: string } {
  const scale = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 127;
  const steps = Int8Array.from(weights, (w) => Math.round(w / scale));
  return { scale, bytes: Buffer.from(steps.buffer).toString('base64') };
}

export function packLinear({ bias, weights }: LinearFit): StoredLinearModel {
  const { scale, bytes } = packWeights([...weights]);
  return { bias, scale, weights: bytes };
}
