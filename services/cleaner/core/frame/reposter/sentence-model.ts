import {
  type LinearModel,
  linearScore,
  loadLinearModel,
  type StoredLinearModel,
  weightsOf,
} from '../../wording/linear-model.ts';
import { wordFeatures } from '../../wording/word-features.ts';

/** At which end of the article a sentence stands. */
export type Place = 'open' | 'close';

/** What a reposter's sentence does. */
export const ACTS = ['thank', 'announce', 'first-published', 'disclaim', 'invite'] as const;
export type Act = (typeof ACTS)[number];

/** Acts are told apart in fewer slots: a wrong one costs a word in a reason, nothing else. */
export const ACT_SLOTS = 1 << 13;

export interface SentenceModel {
  /** Is a sentence the reposter's? */
  frame: LinearModel;
  /** actWeights[slot % ACT_SLOTS + act * ACT_SLOTS]: which act it is. */
  actBias: readonly number[];
  actScale: number;
  actWeights: Int8Array;
}

/** A model as it is stored: the weights in base64. */
export interface StoredSentenceModel {
  frame: StoredLinearModel;
  actBias: number[];
  actScale: number;
  actWeights: string;
}

export function loadSentenceModel(stored: StoredSentenceModel): SentenceModel {
  const actWeights = weightsOf(stored.actWeights, ACT_SLOTS * ACTS.length);
  return { ...stored, frame: loadLinearModel(stored.frame), actWeights };
}

/** The log odds that a sentence is the reposter's and not the article's. */
export function frameScore(model: SentenceModel, sentence: string, place: Place): number {
  return linearScore(model.frame, wordFeatures(sentence, place));
}

/** What a reposter's sentence most likely does. */
export function actOf(model: SentenceModel, sentence: string): Act {
  const slots = wordFeatures(sentence, 'close');
  const scores = ACTS.map((_, act) => {
    let sum = 0;
    for (const slot of slots) sum += model.actWeights[(slot % ACT_SLOTS) + act * ACT_SLOTS] as number;
    return (model.actBias[act] as number) + (model.actScale * sum) / Math.sqrt(slots.length);
  });
  return ACTS[scores.indexOf(Math.max(...scores))] as Act;
}
