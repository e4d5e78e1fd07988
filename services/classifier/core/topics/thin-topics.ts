import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';

/** Topics that the training set has (next to) no articles of, weather and human interest: for them the lexicon decides alone. */
const THIN = ['17000000', '08000000'].map((code) => TOP_CODES.indexOf(code));
/** So much of all lexicon hits, and so many of them, must be the topic's: of 3,000 texts of the set this made it the first topic of one, a snowstorm. */
const LEAST_SHARE = 0.5;
const LEAST_WEIGHT = 4;
/** What such a finding is taken for; there is nothing to measure it on. */
export const THIN_PROBABILITY = 0.7;

/** The thin topic that the lexicon's features ({@link ./lexicon.ts}) speak for, as its class number, or -1. */
export function thinTopic(dense: Float32Array): number {
  for (const c of THIN) {
    if (dense[TOP_CODES.length + c]! >= LEAST_SHARE && Math.expm1(dense[c]!) >= LEAST_WEIGHT) return c;
  }
  return -1;
}
