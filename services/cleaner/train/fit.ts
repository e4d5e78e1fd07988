import { PLAIN_COLUMNS } from '../core/blocks/features.ts';
import { type BlockModels, loadModel, probabilities } from '../core/blocks/model.ts';
import { boost } from './boost.ts';
import { type Example, exampleOf, type LabelledPage } from './dataset.ts';
import { pack } from './pack.ts';
import { smallPages } from './small-pages.ts';

const OPTIONS = { trees: 240, depth: 5, rate: 0.12, minHessian: 6, lambda: 5, rows: 0.7, columns: 0.2, seed: 7 };
/** A quicker model, for finding labels that cannot be right. */
const QUICK = { ...OPTIONS, trees: 80, depth: 4, rate: 0.2 };
const PARTS = 3;
/** A block that models of other outlets are so sure of is labelled wrong more often than not: a label that stops in mid-article, a comment taken for text. */
const SURE_OF_ANOTHER = 0.9;
const DOUBTED_WEIGHT = 0.1;
/** Weight of a small page: there are as many as labelled ones, and they are all of one make. */
const SMALL = 0.25;

/** Blocks as rows, labels and weights. */
interface Rows {
  rows: Float32Array[];
  labels: number[];
  weights: number[];
  /** The part that each row's outlet is in. */
  parts: number[];
}

function rowsOf(examples: readonly Example[], weight: number, into: Rows): void {
  for (const example of examples) {
    for (let i = 0; i < example.rows.length; i += 1) {
      const label = example.labels[i] as number;
      const row = example.rows[i];
      if (Number.isNaN(label) || !row) continue;
      into.rows.push(row);
      into.labels.push(label >= 0.8 ? 1 : label < 0.2 ? 0 : label);
      into.weights.push((example.weights[i] as number) * weight);
      into.parts.push(partOf(example.outlet));
    }
  }
}

/** A stable part for an outlet's name. */
function partOf(outlet: string): number {
  let h = 5381;
  for (let i = 0; i < outlet.length; i += 1) h = (Math.imul(h, 33) ^ outlet.charCodeAt(i)) >>> 0;
  return h % PARTS;
}

function boosted({ rows, labels, weights }: Rows, options: typeof OPTIONS): ReturnType<typeof boost> {
  return boost(rows, Float64Array.from(labels), Float64Array.from(weights), options);
}

/** Takes weight from blocks whose labels models of other outlets deny. */
function doubtLabels(all: Rows): void {
  const doubted: number[] = [];
  for (let part = 0; part < PARTS; part += 1) {
    const others: Rows = { rows: [], labels: [], weights: [], parts: [] };
    all.parts.forEach((of, i) => {
      if (of === part) return;
      others.rows.push(all.rows[i] as Float32Array);
      others.labels.push(all.labels[i] as number);
      others.weights.push(all.weights[i] as number);
    });
    const model = loadModel(pack(boosted(others, QUICK)));
    const chances = probabilities(model, all.rows);
    all.parts.forEach((of, i) => {
      if (of !== part) return;
      const p = chances[i] as number;
      if (Math.abs(p - (all.labels[i] as number)) > SURE_OF_ANOTHER) doubted.push(i);
    });
  }
  for (const i of doubted) all.weights[i] = (all.weights[i] as number) * DOUBTED_WEIGHT;
}

type Trees = ReturnType<typeof boost>;

/** Boosted trees from the labelled blocks of some pages, and of small ones that are made of them: one model for small pages, one for the others. */
export function train(examples: readonly Example[], small: readonly Example[]): { small: Trees; large: Trees } {
  const all: Rows = { rows: [], labels: [], weights: [], parts: [] };
  rowsOf(examples, 1, all);
  const plain = boosted({ ...all, rows: all.rows.map((row) => row.subarray(0, PLAIN_COLUMNS)) }, OPTIONS);
  doubtLabels(all);
  rowsOf(small, SMALL, all);
  return { small: plain, large: boosted(all, OPTIONS) };
}

/** Small pages made of some labelled ones, as examples. */
export function smallExamples(pages: readonly LabelledPage[]): Example[] {
  return smallPages(pages, OPTIONS.seed).map(exampleOf);
}

export function fitModels(examples: readonly Example[], small: readonly Example[]): BlockModels {
  const trees = train(examples, small);
  return { small: loadModel(pack(trees.small)), large: loadModel(pack(trees.large)) };
}
