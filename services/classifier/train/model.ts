import { type Features, hashedFeatures, readWords } from '../core/topics/features.ts';
import { BUCKETS } from '../core/topics/hash.ts';
import { LEXICON_FEATURES, lexiconFeatures } from '../core/topics/lexicon.ts';
import { lexiconOf } from '../core/topics/lexicons/index.ts';
import { TOP_CODES } from '../core/topics/taxonomy.ts';
import { linearScores, type TopicModel } from '../core/topics/topic-model.ts';
import { fitPlatt } from './calibrate.ts';
import type { Row } from './corpus.ts';
import { type Example, trainLogistic, type Weights } from './logistic.ts';

/** Four rounds at this rate: more fit the sources of the set better and sources left out worse. */
const EPOCHS = 4;
const RATE = 1;
const SEED = 1;
const FOLDS = 5;
const CLASSES = TOP_CODES.length;

/** A row with what the model reads of it. */
export interface Sample {
  row: Row;
  features: Features;
  dense: Float32Array;
}

export function sampleOf(row: Row): Sample {
  const words = readWords(row.title, row.text);
  return { row, features: hashedFeatures(words), dense: lexiconFeatures(lexiconOf(row.lang)?.match(words)) };
}

function exampleOf({ row, features, dense }: Sample): Example {
  const targets = new Int8Array(CLASSES);
  for (const code of row.iptc) targets[TOP_CODES.indexOf(code)] = 1;
  return { features, dense, targets, weight: 1 };
}

/** A model without calibration (slope 1, shift 0) that asserts everything. */
function trainRaw(samples: readonly Sample[], version: string): TopicModel {
  const weights = trainLogistic(samples.map(exampleOf), {
    buckets: BUCKETS,
    classes: CLASSES,
    denseSize: LEXICON_FEATURES,
    epochs: EPOCHS,
    rate: RATE,
    l2: 0,
    seed: SEED,
  });
  return quantise(weights, version);
}

/**
 * Trains on labelled samples. The calibration is fitted on scores of texts that the fold's model never saw;
 * parts of one text in several languages (`group`) stay in one fold.
 */
export function trainTopicModel(samples: readonly Sample[], version: string): TopicModel {
  const model = trainRaw(samples, version);
  const fold = foldsOf(samples);
  const scores: Float64Array[] = [];
  const kept: Sample[] = [];
  for (let f = 0; f < FOLDS; f++) {
    const part = trainRaw(
      samples.filter((_, i) => fold[i] !== f),
      version,
    );
    for (const [i, sample] of samples.entries()) {
      if (fold[i] !== f) continue;
      scores.push(linearScores(part, sample.features, sample.dense));
      kept.push(sample);
    }
  }
  const ones = new Float32Array(kept.length).fill(1);
  for (let c = 0; c < CLASSES; c++) {
    const right = kept.map((s) => (s.row.iptc.includes(TOP_CODES[c]!) ? 1 : 0));
    const fit = fitPlatt(
      scores.map((s) => s[c]!),
      right,
      ones,
    );
    model.header.slope[c] = round(fit.slope);
    model.header.shift[c] = round(fit.shift);
  }
  model.header.assertFirst = 0.35;
  model.header.assertFurther = 0.5;
  return model;
}

function foldsOf(samples: readonly Sample[]): number[] {
  const byGroup = new Map<string, number>();
  let next = 0;
  return samples.map(({ row }) => {
    const group = row.group ?? row.id;
    let fold = byGroup.get(group);
    if (fold === undefined) {
      fold = next++ % FOLDS;
      byGroup.set(group, fold);
    }
    return fold;
  });
}

function quantise(w: Weights, version: string): TopicModel {
  const steps = new Array<number>(CLASSES).fill(0);
  // A few very large weights would cost all others their resolution: the step is set by the 99.99th percentile, what lies above is cut.
  for (let c = 0; c < CLASSES; c++) {
    const column = new Float32Array(BUCKETS);
    for (let b = 0; b < BUCKETS; b++) column[b] = Math.abs(w.hashed[b * CLASSES + c]!);
    column.sort();
    steps[c] = Math.max(column[Math.floor(BUCKETS * 0.9999)]! / 127, 1e-9);
  }
  const weights = new Int8Array(BUCKETS * CLASSES);
  for (let i = 0; i < weights.length; i++) {
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
      slope: new Array<number>(CLASSES).fill(1),
      shift: new Array<number>(CLASSES).fill(0),
      assertFirst: 0,
      assertFurther: 1,
    },
    weights,
  };
}

function round(x: number): number {
  return Math.round(x * 1e4) / 1e4;
}
