import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { ofVotes } from './neighbours.ts';

/** How the chance that the best topic is right depends on its lead; fitted in training on texts the model had not seen. */
export interface FirstConfidence {
  bias: number;
  /** Weights of {@link confidenceFeatures}. */
  weights: number[];
  /** What each class adds when it is the best: some are rightly trusted earlier than others. */
  byClass: number[];
}

/** How many numbers {@link confidenceFeatures} gives. */
export const CONFIDENCE_FEATURES = 13;

/** The best and second best of the classes by calibrated probability. */
export function bestTwo(p: ArrayLike<number>): [number, number] {
  let best = 0;
  let second = -1;
  for (let c = 1; c < p.length; c += 1) {
    if (p[c]! > p[best]!) {
      second = best;
      best = c;
    } else if (second < 0 || p[c]! > p[second]!) second = c;
  }
  return [best, second];
}

/** Politics, conflict, crime, disaster: foreign news is made of these, often two at once, and then either is right. */
const HARD_NEWS = ['11000000', '16000000', '02000000', '03000000'].map((code) => TOP_CODES.indexOf(code));

/**
 * What the confidence in the best topic is judged by: how probable it is, its lead, how probable it is that one of the best
 * two holds, the lexicon's share of it, the text's length, how much hard news is in it, whether the best two are both that,
 * and what the nearest labelled texts say: how much at all, and which part of it for the best.
 * @param share the lexicon's share of the best topic
 * @param words tokens read
 */
export function confidenceFeatures(
  p: ArrayLike<number>,
  { share, words, votes }: { share: number; words: number; votes: Float64Array },
): number[] {
  const [best, second] = bestTwo(p);
  const lead = logit(p[best]!);
  const pair = isHardNewsPair(best, second);
  const all = votes.reduce((sum, vote) => sum + vote, 0);
  return [
    lead,
    lead - logit(p[second]!),
    logit(1 - (1 - p[best]!) * (1 - p[second]!)),
    share,
    Math.log(1 + words) / 6,
    ...HARD_NEWS.map((c) => p[c]!),
    pair ? 1 : 0,
    pair ? p[second]! : 0,
    ofVotes(all) / 6,
    all > 0 ? votes[best]! / all : 0,
  ];
}

/** How probable it is that a text is hard news at all, from the probability of each class. */
export function hardNewsOf(p: ArrayLike<number>): number {
  return 1 - HARD_NEWS.reduce((none, c) => none * (1 - p[c]!), 1);
}

/** Whether the best two topics are both hard news: then the text is likely about both, and either may stand first. */
function isHardNewsPair(best: number, second: number): boolean {
  return HARD_NEWS.includes(best) && HARD_NEWS.includes(second);
}

export function firstConfidence(model: FirstConfidence, features: readonly number[], best: number): number {
  let sum = model.bias + model.byClass[best]!;
  for (const [k, value] of features.entries()) sum += value * model.weights[k]!;
  return 1 / (1 + Math.exp(-sum));
}

function logit(p: number): number {
  const q = Math.min(Math.max(p, 1e-4), 1 - 1e-4);
  return Math.log(q / (1 - q));
}
