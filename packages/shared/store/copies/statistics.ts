import type { Relation } from '@wirewatch/shared/contracts/syndication.ts';

/** One article as the statistics read it. */
export interface CopyRow {
  outlet: string;
  relation: Relation;
  /** The original's outlet, where there is one. */
  original: string | null;
  coverage: number | null;
  originalCoverage: number | null;
  lagSeconds: number | null;
}

/**
 * Houses count once: of the articles of one house in one group only one is kept, its own where it has one there,
 * else the first. Revisions all stay.
 */
export function oncePerHouse<Row extends CopyRow & { group: string }>(rows: Iterable<Row>): Row[] {
  const revisions: Row[] = [];
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.outlet}\n${row.group}`;
    const held = kept.get(key);
    if (row.relation === 'revision') revisions.push(row);
    else if (!held || isEarlier(row, held)) kept.set(key, row);
  }
  return [...kept.values(), ...revisions];
}

function isEarlier(row: CopyRow, held: CopyRow): boolean {
  const lag = ({ relation, lagSeconds }: CopyRow) =>
    relation === 'original' ? Number.NEGATIVE_INFINITY : (lagSeconds ?? Number.POSITIVE_INFINITY);
  return lag(row) < lag(held);
}

/** What an outlet does. */
export interface OutletStats {
  outlet: string;
  articles: number;
  /** Articles of its own: original or unique. */
  own: number;
  copies: number;
  excerpts: number;
  revisions: number;
  /** Share of its articles, revisions left out, that are copies; 0 where it has none. */
  copiedShare: number;
  /** Median seconds after the original, of its copies. */
  medianLagSeconds: number | null;
  /** Whom it copies, most first. */
  from: { outlet: string; copies: number }[];
}

/** How one outlet copies another. */
export interface PairStats {
  outlet: string;
  original: string;
  copies: number;
  excerpts: number;
  medianLagSeconds: number | null;
  /** Median share of a copy that is not the original's: what it puts round or in. */
  medianAdded: number | null;
  /** Median share of the original that its copies leave out. */
  medianCut: number | null;
}

/** What each outlet does, by name; a pure function of the rows. */
export function outletStats(rows: readonly CopyRow[]): OutletStats[] {
  return [...Map.groupBy(rows, (row) => row.outlet)]
    .map(([outlet, own]) => {
      const of = (...relations: Relation[]) => own.filter((row) => relations.includes(row.relation));
      const copies = of('copy');
      const revisions = of('revision').length;
      const sources = Map.groupBy(
        copies.filter((row) => row.original !== null),
        (row) => row.original!,
      );
      return {
        outlet,
        articles: own.length,
        own: of('original', 'unique').length,
        copies: copies.length,
        excerpts: of('excerpt').length,
        revisions,
        copiedShare: own.length > revisions ? copies.length / (own.length - revisions) : 0,
        medianLagSeconds: median(copies.map((row) => row.lagSeconds)),
        from: [...sources]
          .map(([source, list]) => ({ outlet: source, copies: list.length }))
          .sort((a, b) => b.copies - a.copies || a.outlet.localeCompare(b.outlet)),
      };
    })
    .sort((a, b) => a.outlet.localeCompare(b.outlet));
}

/** How each outlet copies each other one, most first. */
export function pairStats(rows: readonly CopyRow[]): PairStats[] {
  const taken = rows.filter((row) => (row.relation === 'copy' || row.relation === 'excerpt') && row.original !== null);
  return [...Map.groupBy(taken, (row) => `${row.outlet}\n${row.original}`).values()]
    .map((list) => {
      const copies = list.filter((row) => row.relation === 'copy');
      return {
        outlet: list[0]!.outlet,
        original: list[0]!.original!,
        copies: copies.length,
        excerpts: list.length - copies.length,
        medianLagSeconds: median(list.map((row) => row.lagSeconds)),
        medianAdded: median(copies.map((row) => rest(row.coverage))),
        medianCut: median(copies.map((row) => rest(row.originalCoverage))),
      };
    })
    .sort((a, b) => b.copies - a.copies || a.outlet.localeCompare(b.outlet) || a.original.localeCompare(b.original));
}

function rest(share: number | null): number | null {
  return share === null ? null : 1 - share;
}

/** The middle of the values that are known, the lower of two. */
function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return known[Math.floor((known.length - 1) / 2)] ?? null;
}
