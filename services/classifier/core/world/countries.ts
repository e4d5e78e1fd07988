import { findTickers, type PlaceMention } from './find-places.ts';
import type { Gazetteer, PlaceKind } from './gazetteer.ts';
import type { Scan } from './scan.ts';

/** A country with the probability that the article is on it. */
export interface CountryScore {
  country: string;
  score: number;
}

/** What a text says for one country. */
export interface Evidence {
  title: number;
  opening: number;
  /** Mentions by name, people, capital, place or body; the others count apart. */
  strong: number;
  names: number;
  money: number;
  firm: number;
  ticker: number;
  seat: number;
  /** Where the first strong mention stands, 0 (start) to 1. */
  first: number;
}

const STRONG: Record<PlaceKind, number> = {
  name: 1,
  people: 1,
  capital: 1,
  place: 0.8,
  body: 0.6,
  money: 0,
  firm: 0,
  ticker: 0,
  seat: 0,
  area: 0,
  block: 0,
};

const NONE: Evidence = { title: 0, opening: 0, strong: 0, names: 0, money: 0, firm: 0, ticker: 0, seat: 0, first: 1 };

/** Gathers the evidence for each country of a text. */
export function gatherEvidence(
  s: Scan,
  mentions: readonly PlaceMention[],
  hasTitle: boolean,
  gazetteer: Gazetteer,
): Map<string, Evidence> {
  const all = new Map<string, Evidence>();
  const of = (country: string): Evidence => {
    let e = all.get(country);
    if (!e) {
      e = { ...NONE };
      all.set(country, e);
    }
    return e;
  };
  const opening = hasTitle ? 1 : 0;
  for (const m of mentions) {
    if (m.place.country === '') continue;
    const e = of(m.place.country);
    const sentence = s.sentence[m.from] as number;
    const kind = m.place.kind;
    if (kind === 'money' || kind === 'firm' || kind === 'seat') {
      e[kind]++;
      continue;
    }
    const w = STRONG[kind];
    e.strong += w;
    if (kind === 'name' || kind === 'people') e.names++;
    if (hasTitle && sentence === 0) e.title = 1;
    if (sentence === opening) e.opening = Math.max(e.opening, w);
    e.first = Math.min(e.first, m.from / s.key.length);
  }
  for (const country of findTickers(s.text, gazetteer.exchanges)) of(country).ticker++;
  return all;
}

/** The evidence as numbers for the linear model below. */
export function features(e: Evidence, all: Map<string, Evidence>): number[] {
  let total = 0;
  let most = 0;
  let strongs = 0;
  for (const o of all.values()) {
    total += o.strong;
    if (o.strong > most) most = o.strong;
    if (o.strong > 0) strongs++;
  }
  const only = most === 0 ? 1 : 0;
  const weak = e.strong === 0 ? 1 : 0;
  return [
    1,
    e.title,
    e.opening,
    Math.log1p(e.strong),
    total > 0 ? e.strong / total : 0,
    most > 0 ? e.strong / most : 0,
    e.first,
    Math.log1p(e.money) * (1 - weak),
    Math.log1p(e.firm) * (1 - weak),
    Math.log1p(e.ticker) * (1 - weak),
    Math.log1p(e.money) * weak,
    Math.log1p(e.firm) * weak,
    Math.log1p(e.ticker) * weak,
    Math.log1p(e.seat) * weak,
    only,
    weak * (1 - only),
    e.names > 0 ? 1 : 0,
    Math.log(1 + strongs),
  ];
}

const COEFFICIENTS = [
  -2.45, 1.35, 0.74, 0.76, 1.22, 0.79, -0.81, 0.14, 0.39, 0.48, -0.02, 0.33, 2.78, 0.92, 2.35, 0.59, 0.71, 0.18,
];
const LEAST = 0.4;

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
    features(e, all).forEach((x, i) => {
      z += x * (COEFFICIENTS[i] as number);
    });
    ranked.push({ country, score: 1 / (1 + Math.exp(-z)) });
  }
  ranked.sort((a, b) => b.score - a.score);
  return ranked.filter((r) => r.score >= LEAST);
}
