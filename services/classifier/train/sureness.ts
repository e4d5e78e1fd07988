import { softmax } from '../core/topics/sentence-model.ts';

/** The slope at which the softmax of the scores gives what was right its highest likelihood; looked for between a fifth and five. */
export function fitSlope(scores: readonly ArrayLike<number>[], labels: readonly number[]): number {
  const loss = (slope: number) =>
    scores.reduce((sum, score, i) => sum - Math.log(softmax(score, slope)[labels[i]!]! + 1e-9), 0);
  let low = Math.log(0.2);
  let high = Math.log(5);
  // Golden section: the loss has one valley.
  const part = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 30; step += 1) {
    const a = high - part * (high - low);
    const b = low + part * (high - low);
    if (loss(Math.exp(a)) < loss(Math.exp(b))) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

/** The lowest sureness at which those no less sure are right as often as wanted; 1 where none is. */
export function leastFor(judged: readonly { sureness: number; right: boolean }[], wanted: number): number {
  let right = 0;
  let least = 1;
  for (const [i, one] of [...judged].sort((a, b) => b.sureness - a.sureness).entries()) {
    if (one.right) right += 1;
    if (right / (i + 1) >= wanted) least = one.sureness;
  }
  return least;
}
