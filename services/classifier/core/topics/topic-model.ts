import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import type { FirstConfidence } from './confidence.ts';
import type { Features } from './features.ts';
import { BUCKETS } from './hash.ts';
import { LEXICON_FEATURES } from './lexicon.ts';

/** The first bytes of a model file: the format's name and number. */
export const MODEL_MAGIC = 'WWT1';

/** What stands before the weights of a model file, as JSON. One number a class unless said otherwise. */
export interface ModelHeader {
  version: string;
  classes: string[];
  buckets: number;
  bias: number[];
  /** What one step of the class's int8 weights is worth. */
  steps: number[];
  /** The lexicon features' weights: dense[k * classes + class]. */
  dense: number[];
  /** Platt's scaling of the linear score to a probability: 1 / (1 + exp(-(slope * score + shift))). */
  slope: number;
  shift: number;
  first: FirstConfidence;
  /** The least confidence at which the best topic, and the least probability at which a further one, is asserted. */
  assertFirst: number;
  /** The same for the best topic where it is hard news, and where the best two both are: single-label sources make their confidence look low. */
  assertHard: number;
  assertPair: number;
  assertFurther: number;
}

export interface TopicModel {
  header: ModelHeader;
  /** weights[bucket * classes + class] */
  weights: Int8Array;
}

/**
 * A model from its file's bytes: magic, length of the header (uint32, little endian), header, int8 weights.
 * @throws Error where the file is not of this format or was made for other features
 */
export function parseTopicModel(bytes: Uint8Array): TopicModel {
  const magic = new TextDecoder().decode(bytes.subarray(0, 4));
  if (magic !== MODEL_MAGIC)
    throw new Error(`topic model: expected a file that begins with ${MODEL_MAGIC}, got ${JSON.stringify(magic)}`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as ModelHeader;
  const size = header.buckets * header.classes.length;
  if (
    header.buckets !== BUCKETS ||
    header.dense.length !== LEXICON_FEATURES * header.classes.length ||
    header.classes.join() !== TOP_CODES.join()
  ) {
    throw new Error(
      `topic model ${header.version} was trained for other features than this code reads: train it again`,
    );
  }
  if (bytes.byteLength !== 8 + length + size) throw new Error('topic model: the file is cut off');
  return { header, weights: new Int8Array(bytes.buffer, bytes.byteOffset + 8 + length, size) };
}

/** A model as the bytes of its file. */
export function formatTopicModel({ header, weights }: TopicModel): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const out = new Uint8Array(8 + json.length + weights.length);
  out.set(new TextEncoder().encode(MODEL_MAGIC), 0);
  new DataView(out.buffer).setUint32(4, json.length, true);
  out.set(json, 8);
  out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 8 + json.length);
  return out;
}

/** The linear score of each class. */
export function linearScores({ header, weights }: TopicModel, features: Features, dense: Float32Array): Float64Array {
  const classes = header.classes.length;
  const out = new Float64Array(classes);
  const { buckets, values } = features;
  for (let k = 0; k < buckets.length; k += 1) {
    const at = buckets[k]! * classes;
    const value = values[k]!;
    for (let c = 0; c < classes; c += 1) out[c]! += value * weights[at + c]!;
  }
  for (let c = 0; c < classes; c += 1) out[c] = out[c]! * header.steps[c]! + header.bias[c]!;
  for (let k = 0; k < dense.length; k += 1) {
    const value = dense[k]!;
    if (value === 0) continue;
    for (let c = 0; c < classes; c += 1) out[c]! += value * header.dense[k * classes + c]!;
  }
  return out;
}

/** The calibrated probability of each class from its linear score. */
export function calibrated({ header }: TopicModel, scores: Float64Array): Float64Array {
  return scores.map((score) => 1 / (1 + Math.exp(-(header.slope * score + header.shift))));
}
