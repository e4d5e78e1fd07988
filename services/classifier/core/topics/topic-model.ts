import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import type { FirstConfidence } from './confidence.ts';
import { BUCKETS } from './hash.ts';
import { LEXICON_FEATURES } from './lexicon.ts';
import { type LinearHeader, type LinearModel, parseLinearModel } from './linear-model.ts';
import { ofVotes } from './neighbours.ts';

/** The first bytes of a model file: the format's name and number. */
export const MODEL_MAGIC = 'WWT1';

/** What stands before the weights of a topic model's file. */
export interface ModelHeader extends LinearHeader {
  /** Scaling of the linear score alone, and of what {@link wholeScores} makes of it. */
  words: Scaling;
  whole: Scaling;
  /** What a class's score is raised by for being rare in training. */
  lift: number[];
  first: FirstConfidence;
  /** The least confidence at which the best topic, and the least probability at which a further one, is asserted. */
  assertFirst: number;
  assertFurther: number;
}

/** Platt's scaling of a score to a probability: 1 / (1 + exp(-(slope * score + shift))). */
export interface Scaling {
  slope: number;
  shift: number;
}

export type TopicModel = LinearModel<ModelHeader>;

/** @throws Error where the bytes are no topic model for this code's features */
export function parseTopicModel(bytes: Uint8Array): TopicModel {
  return parseLinearModel<ModelHeader>(bytes, {
    magic: MODEL_MAGIC,
    buckets: BUCKETS,
    dense: LEXICON_FEATURES,
    classes: TOP_CODES,
  });
}

/** The calibrated probability of each class from its score. */
export function calibrated({ slope, shift }: Scaling, scores: Float64Array): Float64Array {
  return scores.map((score) => 1 / (1 + Math.exp(-(slope * score + shift))));
}

/** Linear scores with what the nearest labelled texts say, and with what rare classes are raised by. */
export function wholeScores(lift: readonly number[], linear: Float64Array, votes: Float64Array): Float64Array {
  return linear.map((score, c) => score + ofVotes(votes[c]!) + lift[c]!);
}
