import type { PlaceMention } from './find-places.ts';
import type { PlaceKind } from './gazetteer.ts';
import type { Scan } from './scan.ts';

/** A country with the evidence for it. */
export interface CountryScore {
  country: string;
  /** Probability that the article is on this country. */
  score: number;
}

export interface Evidence {
  title: number;
  opening: number;
  /** Mentions by name, people, capital, place or body; hints count apart. */
  strong: number;
  names: number;
  hints: number;
  /** Where the first strong mention stands, 0 (start) to 1. */
  first: number;
}

const STRONG: Record<PlaceKind, number> = { name: 1, people: 1, capital: 1, place: 0.8, body: 0.6, hint: 0, block: 0 };

export function gatherEvidence(s: Scan, mentions: readonly PlaceMention[], hasTitle: boolean): Map<string, Evidence> {
  const all = new Map<string, Evidence>();
  const opening = hasTitle ? 1 : 0;
  for (const m of mentions) {
    let e = all.get(m.place.country);
    if (!e) {
      e = { title: 0, opening: 0, strong: 0, names: 0, hints: 0, first: 1 };
      all.set(m.place.country, e);
    }
    const sentence = s.sentence[m.from] as number;
    if (m.place.kind === 'hint') {
      e.hints++;
      continue;
    }
    const w = STRONG[m.place.kind];
    e.strong += w;
    if (m.place.kind === 'name' || m.place.kind === 'people') e.names++;
    if (hasTitle && sentence === 0) e.title = 1;
    if (sentence === opening) e.opening = Math.max(e.opening, w);
    e.first = Math.min(e.first, m.from / s.key.length);
  }
  return all;
}

export function features(e: Evidence, all: Map<string, Evidence>): number[] {
  let total = 0;
  let most = 0;
  for (const o of all.values()) {
    total += o.strong;
    if (o.strong > most) most = o.strong;
  }
  return [
    1,
    e.title,
    e.opening,
    Math.log1p(e.strong),
    total > 0 ? e.strong / total : 0,
    most > 0 ? e.strong / most : 0,
    e.first,
    Math.min(e.hints, 3) / 3,
    most === 0 && e.hints > 0 ? 1 : 0,
    e.strong === 0 && most > 0 ? 1 : 0,
    e.names > 0 ? 1 : 0,
    Math.log(1 + all.size),
  ];
}

const COEFFICIENTS = [-2.42, 1.31, 0.76, 0.78, 1.26, 0.77, -0.77, 0.98, 2.89, 1.08, 0.69, 0.17];
const LEAST = 0.4;

/** The countries a text is about, best first. */
export function rankCountries(s: Scan, mentions: readonly PlaceMention[], hasTitle: boolean): CountryScore[] {
  const all = gatherEvidence(s, mentions, hasTitle);
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
