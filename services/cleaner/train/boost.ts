import { seeded } from '@wirewatch/shared/seeded.ts';

/** One regression tree in arrays: node i splits on `feature[i]` at `threshold[i]` (left where value <= threshold), or is a leaf where feature is -1. */
export interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  value: number[];
}

export interface BoostOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Least sum of hessians in a leaf, and L2 on leaf values. */
  minHessian: number;
  lambda: number;
  /** Shares of rows and columns that each tree sees. */
  rows: number;
  columns: number;
  seed: number;
}

const BINS = 48;

/** Gradient-boosted trees on logistic loss with histograms; labels may be soft. Deterministic by its seed. */
export function boost(
  rows: readonly Float32Array[],
  labels: Float64Array,
  weights: Float64Array,
  options: BoostOptions,
): { base: number; trees: Tree[] } {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const random = seeded(options.seed);
  const edges = Array.from({ length: width }, (_, f) => binEdges(rows, f));
  // A column after the other: a histogram then reads along its column.
  const bins = edges.map((edge, f) => Uint8Array.from(rows, (row) => binOf(edge, row[f] as number)));
  let positive = 0;
  let all = 0;
  for (let i = 0; i < n; i += 1) {
    positive += (labels[i] as number) * (weights[i] as number);
    all += weights[i] as number;
  }
  const base = Math.log(positive / (all - positive));
  const scores = new Float64Array(n).fill(base);
  const trees: Tree[] = [];
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  for (let t = 0; t < options.trees; t += 1) {
    const used: number[] = [];
    for (let i = 0; i < n; i += 1) {
      const p = 1 / (1 + Math.exp(-(scores[i] as number)));
      gradient[i] = ((labels[i] as number) - p) * (weights[i] as number);
      hessian[i] = Math.max(1e-6, p * (1 - p)) * (weights[i] as number);
      if (random() < options.rows) used.push(i);
    }
    const columns: number[] = [];
    for (let f = 0; f < width; f += 1)
      if ((edges[f] as number[]).length > 0 && random() < options.columns) columns.push(f);
    const tree = grow({ columns, bins, edges, gradient, hessian, options }, Int32Array.from(used));
    trees.push(tree);
    for (let i = 0; i < n; i += 1) scores[i] = (scores[i] as number) + treeValue(tree, rows[i] as Float32Array);
  }
  return { base, trees };
}

export function treeValue(tree: Tree, row: Float32Array): number {
  let node = 0;
  while ((tree.feature[node] as number) >= 0) {
    node =
      (tree.left[node] as number) +
      ((row[tree.feature[node] as number] as number) <= (tree.threshold[node] as number) ? 0 : 1);
  }
  return tree.value[node] as number;
}

/** What a tree grows from. */
interface Ground {
  columns: readonly number[];
  bins: readonly Uint8Array[];
  edges: readonly (readonly number[])[];
  gradient: Float64Array;
  hessian: Float64Array;
  options: BoostOptions;
}

/** Sums of gradients and hessians by column and bin. */
interface Histogram {
  g: Float64Array;
  h: Float64Array;
}

function histogramOf(ground: Ground, members: Int32Array): Histogram {
  const { columns, bins, gradient, hessian } = ground;
  const g = new Float64Array(columns.length * BINS);
  const h = new Float64Array(columns.length * BINS);
  // Gathered once: each column then reads them in a row.
  const ofG = new Float64Array(members.length);
  const ofH = new Float64Array(members.length);
  for (let m = 0; m < members.length; m += 1) {
    ofG[m] = gradient[members[m] as number] as number;
    ofH[m] = hessian[members[m] as number] as number;
  }
  columns.forEach((column, c) => {
    const of = bins[column] as Uint8Array;
    const at = c * BINS;
    for (let m = 0; m < members.length; m += 1) {
      const k = at + (of[members[m] as number] as number);
      g[k] = (g[k] as number) + (ofG[m] as number);
      h[k] = (h[k] as number) + (ofH[m] as number);
    }
  });
  return { g, h };
}

/** The sibling's sums: what the parent has and the other child has not. */
function rest(parent: Histogram, child: Histogram): Histogram {
  return {
    g: parent.g.map((v, i) => v - (child.g[i] as number)),
    h: parent.h.map((v, i) => v - (child.h[i] as number)),
  };
}

interface Job {
  node: number;
  members: Int32Array;
  depth: number;
  sums: Histogram | null;
}

function grow(ground: Ground, used: Int32Array): Tree {
  const { columns, bins, edges, gradient, hessian, options } = ground;
  const tree: Tree = { feature: [], threshold: [], left: [], value: [] };
  const add = (): number => {
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(-1);
    tree.value.push(0);
    return tree.feature.length - 1;
  };
  const queue: Job[] = [{ node: add(), members: used, depth: 0, sums: null }];
  for (let job = queue.shift(); job; job = queue.shift()) {
    let g = 0;
    let h = 0;
    for (const i of job.members) {
      g += gradient[i] as number;
      h += hessian[i] as number;
    }
    tree.value[job.node] = (options.rate * g) / (h + options.lambda);
    if (job.depth >= options.depth || h < options.minHessian * 2) continue;
    const sums = job.sums ?? histogramOf(ground, job.members);
    const split = bestSplit(ground, sums, g, h);
    if (!split) continue;
    const of = bins[columns[split.column] as number] as Uint8Array;
    const left = job.members.filter((i) => (of[i] as number) <= split.bin);
    const right = job.members.filter((i) => (of[i] as number) > split.bin);
    tree.feature[job.node] = columns[split.column] as number;
    tree.threshold[job.node] = Math.fround((edges[columns[split.column] as number] as number[])[split.bin] as number);
    const first = add();
    add();
    tree.left[job.node] = first;
    const depth = job.depth + 1;
    const small = left.length < right.length ? left : right;
    const ofSmall = depth < options.depth ? histogramOf(ground, small) : null;
    const ofLarge = ofSmall && rest(sums, ofSmall);
    queue.push(
      { node: first, members: left, depth, sums: small === left ? ofSmall : ofLarge },
      { node: first + 1, members: right, depth, sums: small === left ? ofLarge : ofSmall },
    );
  }
  return tree;
}

/** The column, by its place among the tree's, and the bin whose split gains most; null where none does. */
function bestSplit(
  { columns, edges, options }: Ground,
  sums: Histogram,
  g: number,
  h: number,
): { column: number; bin: number } | null {
  let bestGain = 1e-4;
  let best: { column: number; bin: number } | null = null;
  const whole = (g * g) / (h + options.lambda);
  for (let c = 0; c < columns.length; c += 1) {
    let gl = 0;
    let hl = 0;
    const last = (edges[columns[c] as number] as readonly number[]).length;
    for (let b = 0; b < last; b += 1) {
      gl += sums.g[c * BINS + b] as number;
      hl += sums.h[c * BINS + b] as number;
      if (hl < options.minHessian || h - hl < options.minHessian) continue;
      const gain = (gl * gl) / (hl + options.lambda) + ((g - gl) * (g - gl)) / (h - hl + options.lambda) - whole;
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = { column: c, bin: b };
    }
  }
  return best;
}

/** Upper edges of the bins: value <= edges[b] lies in bin b or below. */
function binEdges(rows: readonly Float32Array[], feature: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const values: number[] = [];
  for (let i = 0; i < rows.length; i += step) values.push((rows[i] as Float32Array)[feature] as number);
  values.sort((a, b) => a - b);
  const distinct = [...new Set(values)];
  if (distinct.length <= 1) return [];
  const edges: number[] = [];
  if (distinct.length <= BINS) {
    for (let i = 0; i + 1 < distinct.length; i += 1)
      edges.push(((distinct[i] as number) + (distinct[i + 1] as number)) / 2);
  } else {
    for (let b = 1; b < BINS; b += 1) {
      const edge = values[Math.floor((b * values.length) / BINS)] as number;
      if (edges.at(-1) !== edge && edge < (distinct.at(-1) as number)) edges.push(edge);
    }
  }
  return edges;
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (value <= (edges[mid] as number)) high = mid;
    else low = mid + 1;
  }
  return low;
}
