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
  s: Scan,
  mentions: readonly PlaceMention[],
  names: readonly NameMention[],
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
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i] as PlaceMention;
    if (m.place.country === '' || (m.place.weak && !isSupported(s, mentions, m))) continue;
    const e = of(m.place.country);
    const sentence = s.sentence[m.from] as number;
    const kind = m.place.kind;
    if (kind === 'money' || kind === 'firm' || kind === 'seat' || kind === 'company') {
      e[kind]++;
      if (sentence <= opening && kind === 'company') e.companyTitle = 1;
      if (sentence <= opening && kind === 'seat') e.seatTitle = 1;
      continue;
    }
    const w = STRONG[kind];
    e.strong += w;
    if (kind === 'name') e.names++;
    if (kind === 'people') e.people++;
    if (insideName(s, m)) e.inName++;
    if (near(mentions, i)) e.listed++;
    e.sentence = Math.min(e.sentence, sentence);
    if (hasTitle && sentence === 0) e.title = 1;
    if (sentence === opening) e.opening = Math.max(e.opening, w);
    e.first = Math.min(e.first, m.from / s.key.length);
  }
  for (const n of names) {
    if (n.type !== 'person' || !n.country) continue;
    const sentence = s.sentence[n.from] as number;
    if (mentions.some((m) => m.place.country === n.country && s.sentence[m.from] === sentence)) continue;
    const e = of(n.country);
    e.leaders++;
    if (sentence <= opening) e.leaderOpening = 1;
  }
  for (const country of findTickers(s.text, gazetteer.exchanges)) of(country).ticker++;
  return all;
}

function insideName(s: Scan, m: PlaceMention): boolean {
  const after = s.breaks[m.to - 1] === 0 && m.to < s.key.length && s.shape[m.to] !== 0;
  const before =
    m.from > 1 &&
    s.key[m.from - 1] === 'of' &&
    s.shape[m.from - 2] !== 0 &&
    s.sentence[m.from - 2] === s.sentence[m.from];
  return after || before;
}

function near(mentions: readonly PlaceMention[], i: number): boolean {
  const m = mentions[i] as PlaceMention;
  for (const o of [mentions[i - 1], mentions[i + 1]]) {
    if (!o || o.place.country === m.place.country || o.place.country === '') continue;
    if (
      (o.place.kind === 'name' || o.place.kind === 'people') &&
      (o.from > m.from ? o.from - m.to : m.from - o.to) <= 2
    )
      return true;
  }
  return false;
}

const BEFORE_PLACE = new Set(
  'in near at outside around from toward towards into across throughout to of via'.split(' '),
);

/** "Nice" and "Sofia" count where a preposition stands before them or their country is named otherwise. */
function isSupported(s: Scan, mentions: readonly PlaceMention[], m: PlaceMention): boolean {
  if (m.from > 0 && BEFORE_PLACE.has(s.key[m.from - 1] as string)) return true;
  return mentions.some((o) => o.place.country === m.place.country && !o.place.weak);
}

/** The evidence as numbers for the country model, in the order that the model was fitted with. No number says which country it is. */
export function features(e: Evidence, all: Map<string, Evidence>, words: number): number[] {
  let total = 0;
  let most = 0;
  let strongs = 0;
  let titles = 0;
  let ahead = 0;
  const standing = weigh(e);
  let best = 0;
  for (const o of all.values()) {
    total += o.strong;
    if (o.strong > most) most = o.strong;
    if (o.strong > 0) strongs++;
    if (o.title > 0) titles++;
    const other = weigh(o);
    if (other > standing) ahead++;
    if (other > best) best = other;
  }
  return [
    e.title,
    e.opening,
    e.strong,
    total > 0 ? e.strong / total : 0,
    most > 0 ? e.strong / most : 0,
    e.first,
    Math.min(e.sentence, 50),
    e.names,
    e.people,
    e.inName,
    e.listed,
    e.money,
    e.firm,
    e.ticker,
    e.company,
    e.companyTitle,
    e.seat,
    e.seatTitle,
    e.leaders,
    e.leaderOpening,
    ahead,
    best - standing,
    strongs,
    titles,
    total,
    all.size,
    words,
  ];
}

function weigh(e: Evidence): number {
  return e.strong + 2 * e.title + e.opening;
}
