import type { Article } from './article.ts';
import type { Link } from './link.ts';
import type { Port } from './port.ts';

type Reader = Pick<Port, 'articlesOf' | 'linksOf'>;

/**
 * These articles and those linked with them, and every link of the former.
 * @param read articles that are known as they are, and not asked for
 */
export async function around(
  port: Reader,
  ids: readonly string[],
  read: ReadonlyMap<string, Article>,
): Promise<{ byId: Map<string, Article>; links: Link[] }> {
  const near = new Set(ids);
  const links = await port.linksOf([...near]);
  for (const link of links) near.add(link.newer).add(link.older);
  const unread = [...near].filter((id) => !read.has(id));
  const byId = new Map(read);
  if (unread.length > 0) for (const article of await port.articlesOf(unread)) byId.set(article.id, article);
  return { byId, links };
}

/** Articles without texts, the links among them, and those of the articles whose standing it is enough to know. */
export interface Component {
  articles: Article[];
  links: Link[];
  settled: Set<string>;
}

/**
 * What must be known to say where these articles stand, and where those that quote them stand: groups reach as far as
 * copies and revisions lead, quotations but one step, or half of the store would hang together by them.
 */
export async function component(port: Reader, ids: readonly string[]): Promise<Component> {
  const known = new Set(ids);
  const seen: Link[] = [];
  const groups = async () => {
    for (let fringe = [...known].filter((id) => !read.has(id)); fringe.length > 0; ) {
      const next: string[] = [];
      for (const link of await port.linksOf(fringe)) {
        // Met before, from its other end.
        if (read.has(link.newer) || read.has(link.older)) continue;
        seen.push(link);
        if (link.kind !== 'copy' && link.kind !== 'revision') continue;
        for (const id of [link.newer, link.older]) {
          if (known.has(id)) continue;
          known.add(id);
          next.push(id);
        }
      }
      for (const id of fringe) read.add(id);
      fringe = next;
    }
  };
  const read = new Set<string>();
  await groups();
  const inner = new Set(known);
  const settled = new Set(known);
  for (const link of seen) {
    if (link.kind !== 'excerpt' && link.kind !== 'credit') continue;
    if (inner.has(link.older)) settled.add(link.newer);
    if (link.undecided && inner.has(link.newer)) settled.add(link.older);
    known.add(link.newer).add(link.older);
  }
  await groups();
  for (const { kind, newer, older, undecided } of seen) {
    if ((kind === 'excerpt' || kind === 'credit' || kind === 'points') && settled.has(newer)) known.add(older);
    if (undecided && settled.has(older)) known.add(newer);
  }
  await groups();
  return { articles: await port.articlesOf([...known]), links: seen, settled };
}
