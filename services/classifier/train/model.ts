import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { bestTwo, confidenceFeatures, firstConfidence, isHardNews, isHardNewsPair } from '../core/topics/confidence.ts';
import { type Features, hashedFeatures, readWords } from '../core/topics/features.ts';
import { BUCKETS } from '../core/topics/hash.ts';
import { LEXICON_FEATURES, lexiconFeatures } from '../core/topics/lexicon.ts';
import { lexiconOf } from '../core/topics/lexicons/index.ts';
import { calibrated, linearScores, type TopicModel } from '../core/topics/topic-model.ts';
import { fitPlatt } from './calibrate.ts';
import { fitFirstConfidence, type Judged, thresholdFor } from './confidence.ts';
import type { Row } from './corpus.ts';
import { type Example, trainLogistic } from './logistic.ts';
import { quantise, round } from './quantise.ts';

/** Four rounds at this rate: six gained nothing in domain; half the rate gains 0.4 points on sources left out and costs 5 in domain. */
const EPOCHS = 4;
const RATE = 0.3;
const SEED = 1;
const FOLDS = 3;
/** Of what is asserted, so much shall be right. */
const WANTED_ACCURACY = 0.9;
/** The same for hard news, on the own labels, which name both topics. */
const WANTED_PAIR_ACCURACY = 0.86;
/** Hard news is asserted from no less than this on: from .5 on, what is asserted of sources left out was no longer .88 right. */
const LEAST_HARD = 0.56;
/** A further topic is said when it is more likely than not. */
const ASSERT_FURTHER = 0.55;
/** Rare classes count more, by the root of how rare they are against this many texts, at most fourfold. */
const USUAL_CLASS = 1500;
const MOST_CLASS_WEIGHT = 4;
/** Two thirds of the labelled set are one aggregator's US politics: at half weight the sources left out gain 1 point. */
const SOURCE_WEIGHT: Readonly<Record<string, number>> = { allsides: 0.5 };
/** The aggregator's "culture" is celebrities, films and quarrels over values alike, mapped to society: hardly a label. */
const VAGUE_LABEL = 'culture';
const VAGUE_WEIGHT = 0.2;
/** Foreign news read and labelled for this model: few rows for what matters most. */
const OWN_LABEL_WEIGHT = 2;
/** They alone name all topics of a text, so they alone show when either of two would be right. */
const OWN_CONFIDENCE_WEIGHT = 4;
const CLASSES = TOP_CODES.length;
const POLITICS = TOP_CODES.indexOf('11000000');

/** A row with what the model reads of it. */
export interface Sample {
  row: Row;
  features: Features;
  dense: Float32Array;
  words: number;
}

export function sampleOf(row: Row): Sample {
  const words = readWords(row.title, row.text);
  return {
    row,
    features: hashedFeatures(words),
    dense: lexiconFeatures(lexiconOf(row.lang)?.match(words)),
    words: words.title.length + words.body.length,
  };
}

/**
 * Trains on labelled samples. Calibration, confidence and threshold are fitted on scores of texts that the fold's model
 * never saw; parts of one text in several languages (`group`) stay in one fold.
 */
export function trainTopicModel(samples: readonly Sample[], version: string): TopicModel {
  const model = trainRaw(samples, version);
  const fold = foldsOf(samples);
  const scores: Float64Array[] = [];
  const kept: Sample[] = [];
  for (let f = 0; f < FOLDS; f += 1) {
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
  const { header } = model;
  const weights = evenly(kept);
  // One scaling for all classes: scalings of their own would follow the sources' mix and reorder the topics (2 points lost on sources left out).
  const fit = fitPlatt(
    scores.flatMap((s) => [...s]),
    kept.flatMap(({ row }) => TOP_CODES.map((code) => (row.iptc.includes(code) ? 1 : 0))),
    kept.flatMap((_, i) => TOP_CODES.map(() => weights[i]!)),
  );
  header.slope = round(fit.slope);
  header.shift = round(fit.shift);
  const judged = kept.map((sample, i): Judged & { hard: boolean; hardPair: boolean } => {
    const p = calibrated(model, scores[i]!);
    const [best, second] = bestTwo(p);
    return {
      hard: sample.row.own && isHardNews(best),
      hardPair: sample.row.own && isHardNewsPair(best, second),
      features: confidenceFeatures(p, sample.dense[CLASSES + best]!, sample.words),
      best,
      right: sample.row.iptc.includes(TOP_CODES[best]!),
      weight: weights[i]!,
    };
  });
  const first = fitFirstConfidence(judged, CLASSES);
  header.first = { bias: round(first.bias), weights: first.weights.map(round), byClass: first.byClass.map(round) };
  const threshold = (part: readonly Judged[], wanted: number) =>
    round(
      thresholdFor(
        part.map(({ features, best }) => firstConfidence(header.first, features, best)),
        part,
        wanted,
      ),
    );
  header.assertFirst = threshold(judged, WANTED_ACCURACY);
  header.assertHard = Math.min(
    header.assertFirst,
    Math.max(
      LEAST_HARD,
      threshold(
        judged.filter(({ hard }) => hard),
        WANTED_PAIR_ACCURACY,
      ),
    ),
  );
  header.assertPair = Math.min(
    header.assertFirst,
    threshold(
      judged.filter(({ hardPair }) => hardPair),
      WANTED_PAIR_ACCURACY,
    ),
  );
  header.assertFurther = ASSERT_FURTHER;
  return model;
}

function trainRaw(samples: readonly Sample[], version: string): TopicModel {
  const count = new Map<string, number>();
  for (const { row } of samples) for (const code of row.iptc) count.set(code, (count.get(code) ?? 0) + 1);
  const weights = trainLogistic(
    samples.map((sample) => exampleOf(sample, count)),
    {
      buckets: BUCKETS,
      classes: CLASSES,
      denseSize: LEXICON_FEATURES,
      epochs: EPOCHS,
      rate: RATE,
      l2: 0,
      seed: SEED,
    },
  );
  return quantise(weights, version);
}

function exampleOf({ row, features, dense }: Sample, count: ReadonlyMap<string, number>): Example {
  const targets = new Int8Array(CLASSES);
  for (const code of row.iptc) targets[TOP_CODES.indexOf(code)] = 1;
  // One editor's one topic a story: there, a story filed under immigration or health is most often politics too.
  if (row.source === 'allsides' && targets[POLITICS] === 0) targets[POLITICS] = -1;
  const rarity = Math.sqrt(USUAL_CLASS / count.get(row.iptc[0]!)!);
  const weight =
    Math.min(MOST_CLASS_WEIGHT, rarity) *
    (SOURCE_WEIGHT[row.source] ?? 1) *
    (row.own ? OWN_LABEL_WEIGHT : 1) *
    (row.label === VAGUE_LABEL ? VAGUE_WEIGHT : 1);
  return { features, dense, targets, weight };
}

/** Weights by which large sources do not drown small ones: new feeds will be like none of them in particular. */
function evenly(samples: readonly Sample[]): Float32Array {
  const key = ({ row }: Sample) => (row.own ? 'own' : row.source);
  const size = new Map<string, number>();
  for (const sample of samples) size.set(key(sample), (size.get(key(sample)) ?? 0) + 1);
  return Float32Array.from(
    samples,
    (sample) => (sample.row.own ? OWN_CONFIDENCE_WEIGHT : 1) / Math.sqrt(size.get(key(sample))!),
  );
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
