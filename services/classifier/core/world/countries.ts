import { features, gatherEvidence } from './country-evidence.ts';
import { COUNTRY_WEIGHTS } from './country-weights.ts';
import type { PlaceMention } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Scan } from './scan.ts';

/** A country with the probability that the article is on it. */
export interface CountryScore {
  country: string;
  score: number;
}

/** Best F1 on the half of the labelled newswire that the weights had not seen. */
const LEAST = 0.42;
/** The best one is named from here on: an article is seldom about no country. */
const LEAST_FIRST = 0.2;

/** The countries a text is about, best first. */
export function rankCountries(
  s: Scan,
  mentions: readonly PlaceMention[],
  hasTitle: boolean,
  gazetteer: Gazetteer,
): CountryScore[] {
  const all = gatherEvidence(s, mentions, hasTitle, gazetteer);
  const ranked: CountryScore[] = [];
  for (const [country, e] of all) {
    let z = 0;
    features(e, all, s.key.length).forEach((x, i) => {
      z += x * (COUNTRY_WEIGHTS[i] ?? 0);
    });
    ranked.push({ country, score: 1 / (1 + Math.exp(-z)) });
  }
  ranked.sort((a, b) => b.score - a.score);
  return ranked.filter((r, i) => r.score >= (i === 0 ? LEAST_FIRST : LEAST));
}
