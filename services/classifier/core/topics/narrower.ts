import { concept, topOf } from '@wirewatch/shared/contracts/media-topics.ts';
import type { LexiconHits } from './lexicon.ts';

/**
 * Words of these concepts stand in news of every kind (a president, a police spokesman), so they say less: without this,
 * a third of the election stories of the training set came out as "government".
 */
const COMMON: Readonly<Record<string, number>> = { '20000593': 0.5, '20000129': 0.6 };
/**
 * Logistic regression by train/narrower.ts of "the second-level concept is the label's, where the first level is": on texts of the other
 * source what was said .7 to .8, .8 to .9 and more came true in .75, .86 and .93, on labels left out in .75, .83 and .89.
 */
const BIAS = -0.52;
const WEIGHTS: NarrowerFactors = {
  weight: -0.37,
  share: 0.22,
  lead: 1.19,
  entries: 0.42,
  ofAll: 1.74,
  titleShare: 1.11,
  titled: -0.48,
  againstTitle: -0.09,
};
export const NARROWER_FACTORS = Object.keys(WEIGHTS) as (keyof NarrowerFactors)[];
/** Nothing is said below: from here on .89 were right on the other source and .85 on labels left out, over .23 and .26 of the texts. */
const LEAST_CHANCE = 0.8;
/** Within a second-level concept, a third-level one is said when it has most of the hits, and so much of them. */
const LEAST_DEEPER_WEIGHT = 3;
const LEAST_DEEPER_SHARE = 0.5;
/** Added to all hits before shares are taken, so that one lone word is no certainty. */
const SHARE_FLOOR = 2;

/** What the chance of a second-level concept is told by. */
export interface NarrowerFactors {
  /** ln(1 + its hits). */
  weight: number;
  /** Its part of the hits beneath the same first-level concept, and by how much it leads the next, as a logarithm. */
  share: number;
  lead: number;
  /** ln(1 + the entries of the lexicon found). */
  entries: number;
  /** Its part of all hits of the text. */
  ofAll: number;
  /** Its part of the headline's hits beneath the first level; whether the headline has any (0 or 1), and whether all are of others. */
  titleShare: number;
  titled: number;
  againstTitle: number;
}

export interface Narrower {
  code: string;
  /** How likely it is right where the first level is; for a third level, times its part of the second's hits (there are no labels to fit it on). */
  chance: number;
}

/** The second-level concept with most of the lexicon's hits beneath a first-level one, and what its chance is told by. */
export function leadingBeneath(top: string, hits: LexiconHits): { code: string; factors: NarrowerFactors } | undefined {
  const second = bySecond(top, hits.weights);
  const best = largest(second);
  if (!best) return undefined;
  const [code, weight] = best;
  const title = bySecond(top, hits.titled);
  const inTitle = sum(title.values());
  const others = [...second].filter(([other]) => other !== code).map(([, value]) => value);
  const entries = [...hits.words].filter(([at]) => isBeneath(top, at) && secondLevel(at) === code);
  return {
    code,
    factors: {
      weight: Math.log1p(weight),
      share: weight / sum(second.values()),
      lead: Math.log((weight + 1) / (Math.max(0, ...others) + 1)),
      entries: Math.log1p(sum(entries.map(([, found]) => found.length))),
      ofAll: weight / (sum(hits.weights.values()) + SHARE_FLOOR),
      titleShare: inTitle > 0 ? (title.get(code) ?? 0) / inTitle : 0,
      titled: inTitle > 0 ? 1 : 0,
      againstTitle: inTitle > 0 && !title.has(code) ? 1 : 0,
    },
  };
}

/** The second-level concept (and where it is as clear, the third-level one) beneath a first-level one; none where the lexicon is not sure. */
export function narrowerOf(top: string, hits: LexiconHits): Narrower[] {
  const best = leadingBeneath(top, hits);
  if (!best) return [];
  const chance = chanceOf(best.factors);
  if (chance < LEAST_CHANCE) return [];
  const found: Narrower[] = [{ code: best.code, chance }];
  const third = new Map([...hits.weights].filter(([code]) => concept(code).parent === best.code));
  const deeper = largest(third);
  if (!deeper || deeper[1] < LEAST_DEEPER_WEIGHT) return found;
  const share = (deeper[1] * (COMMON[best.code] ?? 1)) / Math.expm1(best.factors.weight);
  if (share >= LEAST_DEEPER_SHARE) found.push({ code: deeper[0], chance: chance * share });
  return found;
}

function chanceOf(factors: NarrowerFactors): number {
  let logit = BIAS;
  for (const name of NARROWER_FACTORS) logit += WEIGHTS[name] * factors[name];
  return 1 / (1 + Math.exp(-logit));
}

/** Hits by second-level concept beneath a first-level one. */
function bySecond(top: string, weights: ReadonlyMap<string, number>): Map<string, number> {
  const second = new Map<string, number>();
  for (const [code, weight] of weights) {
    if (!isBeneath(top, code)) continue;
    const at = secondLevel(code);
    second.set(at, (second.get(at) ?? 0) + weight * (COMMON[at] ?? 1));
  }
  return second;
}

function isBeneath(top: string, code: string): boolean {
  return concept(code).parent !== null && topOf(code) === top;
}

function secondLevel(code: string): string {
  let at = concept(code);
  while (at.parent !== null && concept(at.parent).parent !== null) at = concept(at.parent);
  return at.code;
}

function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}

function largest(weights: ReadonlyMap<string, number>): [string, number] | undefined {
  let best: [string, number] | undefined;
  for (const entry of weights) if (!best || entry[1] > best[1]) best = entry;
  return best;
}
