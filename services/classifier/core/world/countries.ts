import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { features, gatherEvidence } from './country-evidence.ts';
import { type CountryModel, probability } from './country-model.ts';
import type { PlaceMention } from './find-places.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { NameMention } from './names/name-mention.ts';
import type { Scan } from './scan.ts';

/** A country with the probability that the article is on it. */
export interface CountryScore {
  country: string;
  score: number;
}

/** Best F1 on the half of the labelled newswire that the model had not seen. */
const LEAST = 0.4;
/** The best one is named from here on: an article is seldom about no country. */
const LEAST_FIRST = 0.2;

/** Every country that a text says something for, best first. */
export function rankCountries(
  scanned: Scan,
  mentions: readonly PlaceMention[],
  names: readonly NameMention[],
  hasTitle: boolean,
  gazetteer: Gazetteer,
  model: CountryModel,
): CountryScore[] {
  const all = gatherEvidence(scanned, mentions, names, hasTitle, gazetteer);
  const ranked: CountryScore[] = [];
  for (const [country, evidence] of all)
    ranked.push({ country, score: probability(model, features(evidence, all, scanned.key.length)) });
  ranked.sort((a, b) => b.score - a.score);
  return ranked;
}

/** Whether the country of this rank (from 0) is one that the article is about. */
export function isNamed({ score }: CountryScore, rank: number): boolean {
  return score >= (rank === 0 ? LEAST_FIRST : LEAST);
}

/** An event that is said with less, cautious as its confidence is, says nothing of the order. */
const SURE_EVENT = 0.4;

/**
 * Those countries of a ranking that the article is about: the parties of its main event first, for where and between whom the news happens
 * goes before what else is named; among either by score.
 */
export function namedCountries(ranked: readonly CountryScore[], main: NewsEvent | undefined) {
  const parties = new Set(main && main.confidence >= SURE_EVENT ? [...main.source, ...main.target] : []);
  const named = ranked.filter(isNamed);
  const [first, rest] = [named.filter((c) => parties.has(c.country)), named.filter((c) => !parties.has(c.country))];
  const all = [...first, ...rest];
  return {
    countries: all.map(({ country }) => country),
    countryScores: Object.fromEntries(all.map(({ country, score }) => [country, Math.round(100 * score) / 100])),
  };
}
