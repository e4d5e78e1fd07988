import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { FIELD_FEATURES, fieldFeatures } from './field-features.ts';
import { fieldsOf } from './fields/index.ts';
import { type LinearHeader, type LinearModel, linearScores, parseLinearModel } from './linear-model.ts';
import { SENTENCE_BUCKETS, sentenceFeatures } from './sentence-features.ts';

/** The first bytes of a sentence model's file: the format's name and number. */
export const SENTENCE_MAGIC = 'WWS1';
/** What a sentence may be about that is no topic of news: lands and waters. Told apart so that it is not taken for travel. */
const GEOGRAPHY = 'geography';
export const SENTENCE_CLASSES: readonly string[] = [...TOP_CODES, GEOGRAPHY];

export interface SentenceHeader extends LinearHeader {
  /** Probabilities are the softmax of slope * score. */
  slope: number;
  /** The least probability at which the best topic is asserted. */
  assert: number;
}

export type SentenceModel = LinearModel<SentenceHeader>;

/** @throws Error where the bytes are no model of sentences for this code's features */
export function parseSentenceModel(bytes: Uint8Array): SentenceModel {
  return parseLinearModel<SentenceHeader>(bytes, {
    magic: SENTENCE_MAGIC,
    buckets: SENTENCE_BUCKETS,
    dense: FIELD_FEATURES,
    classes: SENTENCE_CLASSES,
  });
}

/** The probability of each class for a sentence's words, in the order of {@link SENTENCE_CLASSES}. */
export function sentenceProbabilities(model: SentenceModel, words: readonly string[], language: string): Float64Array {
  const fields = fieldFeatures(fieldsOf(language)?.match({ title: [], body: [...words] }));
  return softmax(linearScores(model, sentenceFeatures(words), fields), model.header.slope);
}

/** The softmax of slope * score. */
export function softmax(scores: ArrayLike<number>, slope: number): Float64Array {
  const out = Float64Array.from(scores, (score) => score * slope);
  const most = out.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let c = 0; c < out.length; c += 1) {
    out[c] = Math.exp(out[c]! - most);
    sum += out[c]!;
  }
  for (let c = 0; c < out.length; c += 1) out[c]! /= sum;
  return out;
}
