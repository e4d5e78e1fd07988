import type { StoredModel } from '../core/blocks/model.ts';
import type { Tree } from './boost.ts';

/** Trees as they are stored. */
export function pack({ base, trees }: { base: number; trees: readonly Tree[] }): StoredModel {
  const roots: number[] = [];
  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const value: number[] = [];
  for (const tree of trees) {
    const at = feature.length;
    roots.push(at);
    for (let i = 0; i < tree.feature.length; i += 1) {
      feature.push(tree.feature[i] as number);
      threshold.push(tree.threshold[i] as number);
      left.push((tree.left[i] as number) + at);
      value.push(tree.value[i] as number);
    }
  }
  return {
    base,
    roots: encode(Int32Array.from(roots)),
    feature: encode(Int16Array.from(feature)),
    threshold: encode(Float32Array.from(threshold)),
    left: encode(Int32Array.from(left)),
    value: encode(Float32Array.from(value)),
  };
}

function encode(array: Int32Array | Int16Array | Float32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}
