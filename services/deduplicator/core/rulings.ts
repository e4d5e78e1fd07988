import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Link } from './link.ts';

/** What an analyst has said of articles: the strongest evidence there is. */
export interface Ruling {
  id: number;
  /** `apart`: the two have not the same text; `first`: the subject was the first with its text. */
  kind: 'apart' | 'first';
  subject: string;
  /** The other article of `apart`. */
  other: string | null;
  who: string;
  /** Epoch ms. */
  at: number;
}

/** Pairs of articles that an analyst has parted. */
export type Parted = readonly (readonly [string, string])[];

/** The pairs that these rulings part. */
export function partedBy(rulings: readonly Ruling[]): Parted {
  return rulings.flatMap(({ kind, subject, other }) => (kind === 'apart' && other !== null ? [[subject, other]] : []));
}

/** The links without those that an analyst's ruling contradicts: what the two share stays told as an overlap. */
export function withoutParted(links: readonly Link[], parted: Parted): readonly Link[] {
  if (parted.length === 0) return links;
  const pairs = new Set(parted.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  return links.map((link) => (pairs.has(`${link.newer} ${link.older}`) ? { ...link, kind: 'overlap' } : link));
}

/** The ruling by which an article of a group was first; of several the last. */
export function ruledFirst(rulings: readonly Ruling[], members: ReadonlySet<string>): Ruling | null {
  const own = rulings.filter(({ kind, subject }) => kind === 'first' && members.has(subject));
  return own.reduce<Ruling | null>(
    (last, each) => (!last || each.at > last.at || (each.at === last.at && each.id > last.id) ? each : last),
    null,
  );
}

/** The row with what was ruled of its article. */
export function withRulings(row: Syndication, id: string, rulings: readonly Ruling[]): Syndication {
  const own = rulings.filter(({ kind, subject, other }) => kind === 'apart' && (subject === id || other === id));
  if (own.length === 0) return row;
  const said = own.map(
    ({ subject, other, who }) => `not the text of ${subject === id ? other : subject}, ruled ${who}`,
  );
  return { ...row, basis: [...new Set([...row.basis, 'ruling' as const])], reason: [row.reason, ...said].join('; ') };
}
