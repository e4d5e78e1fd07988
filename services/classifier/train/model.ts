import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { bestTwo, confidenceFeatures, firstConfidence } from '../core/topics/confidence.ts';
import { linearScores } from '../core/topics/linear-model.ts';
import { createVoter } from '../core/topics/neighbours.ts';
import { calibrated, type Scaling, type TopicModel, wholeScores } from '../core/topics/topic-model.ts';
import { type Sample, trainArticleWeights } from './article-weights.ts';
import { fitPlatt } from './calibrate.ts';
import { fitFirstConfidence, type Judged, thresholdFor } from './confidence.ts';
import { SENTENCES } from './corpus.ts';
import { foldsOf } from './folds.ts';
import { buildNeighbours } from './neighbour-index.ts';
import { quantise, round } from './quantise.ts';

const FOLDS = 3;
/** Of what is asserted, so much shall be right. */
const WANTED_ACCURACY = 0.9;
/** Nothing is asserted below: the least at which .89 of a fold of articles not trained on were right, counted as the sources mix them. */
const LEAST_SURE = 0.69;
/** A further topic is said when it is more likely than not. */
const ASSERT_FURTHER = 0.55;
/** They alone name all topics of a text, so they alone show when either of two would be right. */
const OWN_CONFIDENCE_WEIGHT = 4;
/** Rare classes are said as readily as common ones: of 0 to .4 in steps of .1 the best in folds (macro F1 .726 to .730; set aside .722 to .752). */
const LIFT = 0.3;
/** Texts that every class is taken to have beside its own: two have next to none. */
const SMOOTHING = 20;
const CLASSES = TOP_CODES.length;

/** A sample with what a model and an index that were made without it say of it. */
interface Unseen {
  sample: Sample;
  linear: Float64Array;
  votes: Float64Array;
  whole: Float64Array;
}

/**
 * Trains on labelled samples. Calibration, confidence and threshold are fitted on scores of texts that the fold's model
 * never saw; parts of one text in several languages (`group`) stay in one fold.
 */
export function trainTopicModel(samples: readonly Sample[], version: string): TopicModel {
  const model = trainRaw(samples, version);
  const { header } = model;
  const fold = foldsOf(
    samples.map(({ row }) => row),
    FOLDS,
  );
  const kept: Unseen[] = [];
  for (let f = 0; f < FOLDS; f += 1) {
    const seen = samples.filter((_, i) => fold[i] !== f);
    const part = trainRaw(seen, version);
    const voter = createVoter(buildNeighbours(seen, version));
    for (const [i, sample] of samples.entries()) {
      if (fold[i] !== f) continue;
      const linear = linearScores(part, sample.features, sample.dense);
      const votes = voter(sample.features);
      kept.push({ sample, linear, votes, whole: wholeScores(header.lift, linear, votes) });
    }
  }
  const weights = evenly(kept.map(({ sample }) => sample));
  const scaling = (scores: (unseen: Unseen) => Float64Array): Scaling => {
    // One scaling for all classes: scalings of their own would follow the sources' mix and reorder the topics (2 points lost on sources left out).
    const { slope, shift } = fitPlatt(
      kept.flatMap((unseen) => [...scores(unseen)]),
      kept.flatMap(({ sample: { row } }) => TOP_CODES.map((code) => (row.iptc.includes(code) ? 1 : 0))),
      kept.flatMap((_, i) => TOP_CODES.map(() => weights[i]!)),
    );
    return { slope: round(slope), shift: round(shift) };
  };
  header.words = scaling(({ linear }) => linear);
  header.whole = scaling(({ whole }) => whole);
  const judged = kept.map(({ sample, votes, whole }, i): Judged => {
    const p = calibrated(header.whole, whole);
    const [best] = bestTwo(p);
    return {
      features: confidenceFeatures(p, { share: sample.dense[CLASSES + best]!, words: sample.words, votes }),
      best,
      right: sample.row.iptc.includes(TOP_CODES[best]!),
      weight: weights[i]!,
    };
  });
  const first = fitFirstConfidence(judged, CLASSES);
  header.first = { bias: round(first.bias), weights: first.weights.map(round), byClass: first.byClass.map(round) };
  const sureness = judged.map(({ features, best }) => firstConfidence(header.first, features, best));
  header.assertFirst = Math.max(LEAST_SURE, round(thresholdFor(sureness, judged, WANTED_ACCURACY)));
  header.assertFurther = ASSERT_FURTHER;
  return model;
}

function trainRaw(samples: readonly Sample[], version: string): TopicModel {
  const { header, weights } = quantise(trainArticleWeights(samples), version, TOP_CODES);
  const none = { slope: 1, shift: 0 };
  const unfitted = { words: none, whole: none, lift: liftOf(samples), first: { bias: 0, weights: [], byClass: [] } };
  return {
    header: { ...header, ...unfitted, assertFirst: 0, assertFurther: 1 },
    weights,
  };
}

/** What a class is raised by: {@link LIFT} times how much rarer it is than all articles together, in ln. */
function liftOf(samples: readonly Sample[]): number[] {
  const count = new Map(TOP_CODES.map((code) => [code, SMOOTHING]));
  for (const { row } of samples) {
    if (row.source === SENTENCES) continue;
    for (const code of row.iptc) count.set(code, count.get(code)! + 1);
  }
  const all = [...count.values()].reduce((sum, n) => sum + n, 0);
  return TOP_CODES.map((code) => round(LIFT * Math.log(all / count.get(code)!)));
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
