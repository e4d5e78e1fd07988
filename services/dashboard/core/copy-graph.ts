import type { CopyPair } from '@wirewatch/shared/store/copies/house-rows.ts';

/** A house on one side of the graph. */
export interface Node {
  key: string;
  name: string;
  /** Its page; null where the store has none of its pages. */
  id: string | null;
  copies: number;
  /** Its row, from above. */
  row: number;
}

/** Texts that one house carries of another. */
export interface Edge {
  from: Node;
  to: Node;
  copies: number;
  lagSeconds: number | null;
}

/** Whose texts, on the left, are carried by whom, on the right. */
export interface CopyGraph {
  sources: Node[];
  carriers: Node[];
  /** The weakest first, so that the strongest lies above. */
  edges: Edge[];
  /** Pairs that are not drawn. */
  more: number;
}

/** Houses a side: what a screen holds without scrolling. */
const MOST = 16;

/** Lays out who copies whom: houses by how much, each side's neighbours near their partners so that few lines cross. */
export function copyGraph(pairs: readonly CopyPair[]): CopyGraph {
  const keyOf = ({ from, fromName }: CopyPair) => from ?? `name ${fromName}`;
  const sources = strongest(pairs, (pair) => ({ key: keyOf(pair), name: pair.fromName, id: pair.from }));
  const carriers = strongest(pairs, (pair) => ({ key: pair.by, name: pair.byName, id: pair.by }));
  const drawn = pairs.filter((pair) => sources.has(keyOf(pair)) && carriers.has(pair.by));
  const edges = drawn.map((pair) => ({
    from: sources.get(keyOf(pair))!,
    to: carriers.get(pair.by)!,
    copies: pair.copies,
    lagSeconds: pair.lagSeconds,
  }));
  // One sweep by the mean row of the partners: enough where few sources feed most carriers, as it is with news.
  const mean = (node: Node) => {
    const own = edges.filter(({ to }) => to === node);
    const all = own.reduce((sum, { copies }) => sum + copies, 0);
    return all === 0 ? Number.POSITIVE_INFINITY : own.reduce((sum, edge) => sum + edge.from.row * edge.copies, 0) / all;
  };
  const means = new Map([...carriers.values()].map((node) => [node, mean(node)]));
  const right = [...carriers.values()]
    .filter((node) => means.get(node) !== Number.POSITIVE_INFINITY)
    .sort((a, b) => means.get(a)! - means.get(b)! || b.copies - a.copies);
  for (const [row, node] of right.entries()) node.row = row;
  const used = new Set(edges.map(({ from }) => from));
  const left = [...sources.values()].filter((node) => used.has(node));
  for (const [row, node] of left.entries()) node.row = row;
  return {
    sources: left,
    carriers: right,
    edges: edges.sort((a, b) => a.copies - b.copies),
    more: pairs.length - drawn.length,
  };
}

function strongest(
  pairs: readonly CopyPair[],
  read: (pair: CopyPair) => { key: string; name: string; id: string | null },
): Map<string, Node> {
  const nodes = new Map<string, Node>();
  for (const pair of pairs) {
    const { key, name, id } = read(pair);
    const held = nodes.get(key) ?? { key, name, id, copies: 0, row: 0 };
    held.copies += pair.copies;
    nodes.set(key, held);
  }
  const kept = [...nodes.values()].sort((a, b) => b.copies - a.copies || (a.name < b.name ? -1 : 1)).slice(0, MOST);
  for (const [row, node] of kept.entries()) node.row = row;
  return new Map(kept.map((node) => [node.key, node]));
}
