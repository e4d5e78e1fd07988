import type { MarkKind, OwnerMark } from './owner-marks.ts';

/** An outlet with what its pages say of their owner. */
export interface MarkedOutlet {
  id: string;
  /** Its house as the operator or the known list has it, or null. */
  house: string | null;
  /** Where it is a guest of a host that many share (`x.platform.example`), that host; else null. */
  platform: string | null;
  marks: readonly OwnerMark[];
}

/** Two outlets that may be of one house, and what says so: the strongest first. */
export interface HouseProposal {
  outlets: string[];
  /** The house that one of them is of already, or null. */
  house: string | null;
  evidence: { kind: MarkKind; marks: string[] }[];
}

/** What each kind weighs: money and proofs of ownership go to an owner's account; a container or an application may be an agency's or a platform's; a foot or an icon may be a theme's. */
const WEIGHT: Readonly<Record<MarkKind, number>> = {
  advertising: 3,
  verification: 3,
  measuring: 2,
  publisher: 2,
  social: 2,
  imprint: 2,
  frame: 1,
  icon: 1,
};
const ENOUGH = 4;
const MOST_CARRIERS = 40;

/**
 * Which outlets may be of one house: those whose pages share marks of two kinds at least, as heavy as ENOUGH. A mark is nobody's where guests
 * of one platform share it, where outlets of two houses that are known do, or where more than MOST_CARRIERS do. Outlets that belong together
 * by pairs are one proposal. Pure; nothing is applied.
 */
export function proposeHouses(outlets: readonly MarkedOutlet[]): HouseProposal[] {
  const carriers = new Map<string, { kind: MarkKind; by: Set<number> }>();
  outlets.forEach(({ marks }, at) => {
    for (const { kind, value } of marks) {
      const entry = carriers.get(value) ?? { kind, by: new Set() };
      entry.by.add(at);
      carriers.set(value, entry);
    }
  });
  const shared = [...carriers].filter(([, { by }]) => by.size > 1 && isAnOwners([...by].map((at) => outlets[at]!)));
  const pairs = new Map<string, Map<MarkKind, string[]>>();
  for (const [value, { kind, by }] of shared) {
    const all = [...by];
    for (const [n, a] of all.entries()) {
      for (const b of all.slice(n + 1)) {
        const kinds = pairs.get(`${a} ${b}`) ?? new Map<MarkKind, string[]>();
        kinds.set(kind, [...(kinds.get(kind) ?? []), value]);
        pairs.set(`${a} ${b}`, kinds);
      }
    }
  }
  const root = outlets.map((_, at) => at);
  const rootOf = (at: number): number => (root[at] === at ? at : rootOf(root[at]!));
  const sure = [...pairs].filter(([, kinds]) => kinds.size > 1 && weigh(kinds.keys()) >= ENOUGH);
  for (const [pair] of sure) {
    const [a, b] = pair.split(' ').map(Number) as [number, number];
    root[rootOf(b)] = rootOf(a);
  }
  const groups = Map.groupBy(sure, ([pair]) => rootOf(Number(pair.split(' ')[0])));
  return [...groups.values()].flatMap((members) => propose(outlets, members) ?? []);
}

function weigh(kinds: Iterable<MarkKind>): number {
  return [...kinds].reduce((sum, kind) => sum + WEIGHT[kind], 0);
}

function isAnOwners(by: readonly MarkedOutlet[]): boolean {
  if (by.length > MOST_CARRIERS) return false;
  const platforms = by.flatMap(({ platform }) => platform ?? []);
  if (new Set(platforms).size < platforms.length) return false;
  return new Set(by.flatMap(({ house }) => house ?? [])).size < 2;
}

/** One proposal of the pairs that hang together; null where all are of one house already. */
function propose(
  outlets: readonly MarkedOutlet[],
  pairs: readonly [string, Map<MarkKind, string[]>][],
): HouseProposal | null {
  const members = [...new Set(pairs.flatMap(([pair]) => pair.split(' ').map(Number)))].map((at) => outlets[at]!);
  const houses = new Set(members.map(({ house }) => house));
  if (houses.size === 1 && !houses.has(null)) return null;
  const evidence = new Map<MarkKind, Set<string>>();
  for (const [, kinds] of pairs) {
    for (const [kind, marks] of kinds) evidence.set(kind, new Set([...(evidence.get(kind) ?? []), ...marks]));
  }
  return {
    outlets: members.map(({ id }) => id),
    house: members.find(({ house }) => house !== null)?.house ?? null,
    evidence: [...evidence]
      .map(([kind, marks]) => ({ kind, marks: [...marks] }))
      .sort((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind]),
  };
}
