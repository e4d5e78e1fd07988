import type { Article } from './article.ts';
import { isBefore } from './instant.ts';
import type { Link } from './link.ts';

/** Both texts nearly whole in the other: then whoever copied the one copied the other as well. */
const ONE_TEXT = 0.8;

/**
 * The root of each article's group. Every article hangs on its best earlier source, so that weak links do not chain. Only
 * texts that are one word by word, or nearly, join whatever the others chose: in a group larger than the index looks at,
 * two of its members may not have been compared with one another.
 */
export function rootsOf(
  articles: readonly Article[],
  sources: ReadonlyMap<string, Link | undefined>,
  links: readonly Link[],
): Map<string, string> {
  const inOrder = [...articles].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const rank = new Map(inOrder.map((article, index) => [article.id, index]));
  const roots = new Map<string, string>();
  const root = (id: string): string => {
    const up = roots.get(id) ?? id;
    if (up === id) return id;
    const top = root(up);
    roots.set(id, top);
    return top;
  };
  const join = (a: string, b: string) => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) roots.set(...(rank.get(x)! < rank.get(y)! ? ([y, x] as const) : ([x, y] as const)));
  };
  for (const { id } of inOrder) {
    const source = sources.get(id);
    if (source) join(id, source.older);
  }
  const firstOfHash = new Map<string, string>();
  for (const { id, textKey } of inOrder) {
    if (!textKey) continue;
    const first = firstOfHash.get(textKey);
    if (first === undefined) firstOfHash.set(textKey, id);
    else join(id, first);
  }
  for (const link of links) {
    const strong = link.kind === 'copy' || link.kind === 'revision';
    if (strong && Math.min(link.coverage, link.originalCoverage) >= ONE_TEXT) join(link.newer, link.older);
  }
  for (const { id } of inOrder) roots.set(id, root(id));
  return roots;
}
