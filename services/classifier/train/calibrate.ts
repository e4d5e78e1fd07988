/** Platt's scaling: the slope and shift that make 1 / (1 + exp(-(slope * score + shift))) fit what was right. */
export interface Platt {
  slope: number;
  shift: number;
}

/** Newton steps until the fit stands still; news sets of some thousand scores need about ten. */
const STEPS = 50;
/** Keeps the step finite where all scores agree. */
const RIDGE = 1e-3;

/** Fits {@link Platt} on scores and whether each was right (1) or not (0), each with a weight. */
export function fitPlatt(scores: ArrayLike<number>, right: ArrayLike<number>, weights: ArrayLike<number>): Platt {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let g0 = RIDGE * (slope - 1);
    let g1 = 0;
    let h00 = RIDGE;
    let h01 = 0;
    let h11 = RIDGE;
    for (let i = 0; i < scores.length; i += 1) {
      const p = 1 / (1 + Math.exp(-(slope * scores[i]! + shift)));
      const error = (p - right[i]!) * weights[i]!;
      const curve = Math.max(p * (1 - p), 1e-6) * weights[i]!;
      g0 += error * scores[i]!;
      g1 += error;
      h00 += curve * scores[i]! * scores[i]!;
      h01 += curve * scores[i]!;
      h11 += curve;
    }
    const det = h00 * h11 - h01 * h01;
    const d0 = (h11 * g0 - h01 * g1) / det;
    const d1 = (h00 * g1 - h01 * g0) / det;
    const damp = Math.min(1, 2 / Math.hypot(d0, d1));
    slope -= damp * d0;
    shift -= damp * d1;
    if (Math.hypot(d0, d1) < 1e-6) break;
  }
  return { slope: Math.max(slope, 0.05), shift };
}
