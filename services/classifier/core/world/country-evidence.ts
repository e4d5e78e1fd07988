import { findTickers, type PlaceMention } from './find-places.ts';
import type { Gazetteer, PlaceKind } from './gazetteer.ts';
import type { NameMention } from './names/name-mention.ts';
import type { Scan } from './scan.ts';

/** What a text says for one country. */
export interface Evidence {
  title: number;
  opening: number;
  /** Mentions by name, people, capital, place or body; the others count apart. */
  strong: number;
  names: number;
  money: number;
  firm: number;
  company: number;
  companyTitle: number;
  seatTitle: number;
  ticker: number;
  seat: number;
  /** Leaders and office holders of the lists, named where the country itself is not. */
  leaders: number;
  leaderOpening: number;
  people: number;
  /** Mentions inside a capital name that goes on ("Bank of Tokyo", "Texas Instruments"). */
  inName: number;
  /** Mentions next to another country's: a list. */
  listed: number;
  /** The sentence of the first strong mention. */
  sentence: number;
  /** Where the first strong mention stands, 0 (start) to 1. */
  first: number;
}

const STRONG: Record<PlaceKind, number> = {
  name: 1,
  people: 1,
  capital: 1,
  place: 0.8,
  body: 0.6,
  company: 0,
  money: 0,
  firm: 0,
  ticker: 0,
  seat: 0,
  area: 0,
  block: 0,
};

const NONE: Evidence = {
  title: 0,
  opening: 0,
  strong: 0,
  names: 0,
  money: 0,
  firm: 0,
  company: 0,
  companyTitle: 0,
  seatTitle: 0,
  people: 0,
  inName: 0,
  listed: 0,
  sentence: 99,
  ticker: 0,
  seat: 0,
  leaders: 0,
  leaderOpening: 0,
  first: 1,
};

/** Gathers the evidence for each country of a text. */
export function gatherEvidence(
  scanned: Scan,
  mentions: readonly PlaceMention[],
  names: readonly NameMention[],
  hasTitle: boolean,
  gazetteer: Gazetteer,
): Map<string, Evidence> {
  const all = new Map<string, Evidence>();
  const of = (country: string): Evidence => {
    let evidence = all.get(country);
    if (!evidence) {
      evidence = { ...NONE };
      all.set(country, evidence);
    }
    return evidence;
  };
  const opening = hasTitle ? 1 : 0;
  for (let i = 0; i < mentions.length; i += 1) {
    const mention = mentions[i] as PlaceMention;
    if (mention.place.country === '' || (mention.place.weak && !isSupported(scanned, mentions, mention))) continue;
    const evidence = of(mention.place.country);
    const sentence = scanned.sentence[mention.from] as number;
    const kind = mention.place.kind;
    if (kind === 'money' || kind === 'firm' || kind === 'seat' || kind === 'company') {
      evidence[kind] += 1;
      if (sentence <= opening && kind === 'company') evidence.companyTitle = 1;
      if (sentence <= opening && kind === 'seat') evidence.seatTitle = 1;
      continue;
    }
    const w = STRONG[kind];
    evidence.strong += w;
    if (kind === 'name') evidence.names += 1;
    if (kind === 'people') evidence.people += 1;
    if (insideName(scanned, mention)) evidence.inName += 1;
    if (near(mentions, i)) evidence.listed += 1;
    evidence.sentence = Math.min(evidence.sentence, sentence);
    if (hasTitle && sentence === 0) evidence.title = 1;
    if (sentence === opening) evidence.opening = Math.max(evidence.opening, w);
    evidence.first = Math.min(evidence.first, mention.from / scanned.key.length);
  }
  for (const n of names) {
    if (n.type !== 'person' || !n.country) continue;
    const sentence = scanned.sentence[n.from] as number;
    if (mentions.some((m) => m.place.country === n.country && scanned.sentence[m.from] === sentence)) continue;
    const evidence = of(n.country);
    evidence.leaders += 1;
    if (sentence <= opening) evidence.leaderOpening = 1;
  }
  for (const country of findTickers(scanned.text, gazetteer.exchanges)) of(country).ticker++;
  return all;
}

function insideName(scanned: Scan, mention: PlaceMention): boolean {
  const after =
    scanned.breaks[mention.to - 1] === 0 && mention.to < scanned.key.length && scanned.shape[mention.to] !== 0;
  const before =
    mention.from > 1 &&
    scanned.key[mention.from - 1] === 'of' &&
    scanned.shape[mention.from - 2] !== 0 &&
    scanned.sentence[mention.from - 2] === scanned.sentence[mention.from];
  return after || before;
}

function near(mentions: readonly PlaceMention[], i: number): boolean {
  const mention = mentions[i] as PlaceMention;
  for (const o of [mentions[i - 1], mentions[i + 1]]) {
    if (!o || o.place.country === mention.place.country || o.place.country === '') continue;
    if (
      (o.place.kind === 'name' || o.place.kind === 'people') &&
      (o.from > mention.from ? o.from - mention.to : mention.from - o.to) <= 2
    )
      return true;
  }
  return false;
}

const BEFORE_PLACE = new Set(
  'in near at outside around from toward towards into across throughout to of via'.split(' '),
);

/** "Nice" and "Sofia" count where a preposition stands before them or their country is named otherwise. */
function isSupported(scanned: Scan, mentions: readonly PlaceMention[], mention: PlaceMention): boolean {
  if (mention.from > 0 && BEFORE_PLACE.has(scanned.key[mention.from - 1] as string)) return true;
  return mentions.some((o) => o.place.country === mention.place.country && !o.place.weak);
}

/** The evidence as numbers for the country model, in the order that the model was fitted with. No number says which country it is. */
export function features(evidence: Evidence, all: Map<string, Evidence>, words: number): number[] {
  let total = 0;
  let most = 0;
  let strongs = 0;
  let titles = 0;
  let ahead = 0;
  const standing = weigh(evidence);
  let best = 0;
  for (const o of all.values()) {
    total += o.strong;
    if (o.strong > most) most = o.strong;
    if (o.strong > 0) strongs += 1;
    if (o.title > 0) titles += 1;
    const other = weigh(o);
    if (other > standing) ahead += 1;
    if (other > best) best = other;
  }
  return [
    evidence.title,
    evidence.opening,
    evidence.strong,
    total > 0 ? evidence.strong / total : 0,
    most > 0 ? evidence.strong / most : 0,
    evidence.first,
    Math.min(evidence.sentence, 50),
    evidence.names,
    evidence.people,
    evidence.inName,
    evidence.listed,
    evidence.money,
    evidence.firm,
    evidence.ticker,
    evidence.company,
    evidence.companyTitle,
    evidence.seat,
    evidence.seatTitle,
    evidence.leaders,
    evidence.leaderOpening,
    ahead,
    best - standing,
    strongs,
    titles,
    total,
    all.size,
    words,
  ];
}

function weigh(evidence: Evidence): number {
  return evidence.strong + 2 * evidence.title + evidence.opening;
}
