import type { Features } from './features.ts';

/** What every linear model has before its weights, as JSON. One number a class unless said otherwise. */
export interface LinearHeader {
  version: string;
  classes: string[];
  buckets: number;
  bias: number[];
  /** What one step of the class's int8 weights is worth. */
  steps: number[];
  /** The weights of the features that are no hashes: dense[k * classes + class]. */
  dense: number[];
}

export interface LinearModel<Header extends LinearHeader = LinearHeader> {
  header: Header;
  /** weights[bucket * classes + class] */
  weights: Int8Array;
}

/**
 * A model from its file's bytes: magic, length of the header (uint32, little endian), header, int8 weights.
 * @throws Error where the file is not of this format, is cut off or was made for other features
 */
export function parseLinearModel<Header extends LinearHeader>(
  bytes: Uint8Array,
  expected: { magic: string; buckets: number; dense: number; classes: readonly string[] },
): LinearModel<Header> {
  const magic = new TextDecoder().decode(bytes.subarray(0, 4));
  if (magic !== expected.magic)
    throw new Error(`topic model: expected a file that begins with ${expected.magic}, got ${JSON.stringify(magic)}`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Header;
  if (
    header.buckets !== expected.buckets ||
    header.dense.length !== expected.dense * header.classes.length ||
    header.classes.join() !== expected.classes.join()
  ) {
    throw new Error(
      `topic model ${header.version} was trained for other features than this code reads: train it again`,
    );
  }
  const size = header.buckets * header.classes.length;
  if (bytes.byteLength !== 8 + length + size) throw new Error('topic model: the file is cut off');
  return { header, weights: new Int8Array(bytes.buffer, bytes.byteOffset + 8 + length, size) };
}

/** A model as the bytes of its file. */
export function formatLinearModel({ header, weights }: LinearModel, magic: string): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const out = new Uint8Array(8 + json.length + weights.length);
  out.set(new TextEncoder().encode(magic), 0);
  new DataView(out.buffer).setUint32(4, json.length, true);
  out.set(json, 8);
  out.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 8 + json.length);
  return out;
}

/** The linear score of each class. */
export function linearScores({ header, weights }: LinearModel, features: Features, dense: Float32Array): Float64Array {
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
