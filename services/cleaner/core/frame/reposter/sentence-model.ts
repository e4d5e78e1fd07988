import { type Place, SLOTS, sentenceFeatures } from './sentence-features.ts';

/** What a reposter's sentence does. */
export const ACTS = ['thank', 'announce', 'first-published', 'disclaim', 'invite'] as const;
export type Act = (typeof ACTS)[number];

/** Acts are told apart in fewer slots: a wrong one costs a word in a reason, nothing else. */
export const ACT_SLOTS = 1 << 13;

/** Linear models of a sentence's slots: a score is bias + scale * sum of weights / sqrt(slots), a log odds. */
export interface SentenceModel {
  bias: number;
  scale: number;
  /** One a slot: is the sentence the reposter's? */
  weights: Int8Array;
  /** actWeights[slot % ACT_SLOTS + act * ACT_SLOTS]: which act it is. */
  actBias: readonly number[];
  actScale: number;
  actWeights: Int8Array;
}

/** A model as it is stored: the weights in base64. */
export interface StoredSentenceModel {
  bias: number;
  scale: number;
  weights: string;
  actBias: number[];
  actScale: number;
  actWeights: string;
}

export function loadSentenceModel(stored: StoredSentenceModel): SentenceModel {
  const weights = bytesOf(stored.weights);
  const actWeights = bytesOf(stored.actWeights);
  if (weights.length !== SLOTS || actWeights.length !== ACT_SLOTS * ACTS.length)
    throw new Error(
      'the model of the reposter’s sentences was trained for other features than this code reads: train it again',
    );
  return { ...stored, weights, actWeights };
}

function bytesOf(base64: string): Int8Array {
  return new Int8Array(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)).buffer);
}

/** The log odds that a sentence is the reposter's and not the article's. */
export function frameScore(model: SentenceModel, sentence: string, place: Place): number {
  const slots = sentenceFeatures(sentence, place);
  let sum = 0;
  for (const slot of slots) sum += model.weights[slot] as number;
  return model.bias + (model.scale * sum) / Math.sqrt(slots.size);
}

/** What a reposter's sentence most likely does. */
export function actOf(model: SentenceModel, sentence: string): Act {
  const slots = sentenceFeatures(sentence, 'close');
  const scores = ACTS.map((_, act) => {
    let sum = 0;
    for (const slot of slots) sum += model.actWeights[(slot % ACT_SLOTS) + act * ACT_SLOTS] as number;
    return (model.actBias[act] as number) + (model.actScale * sum) / Math.sqrt(slots.size);
  });
  return ACTS[scores.indexOf(Math.max(...scores))] as Act;
}
