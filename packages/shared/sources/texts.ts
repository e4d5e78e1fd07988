import type { Owner, Standing } from './standing.ts';

/**
 * How an article has its text. `own`: it wrote it, as far as is known. `copy`: it repeats it. `translation`, `retold`: it credits it, in
 * another language or other words. `excerpt`: it quotes a long part. `revision`: a newer state of the same outlet's piece.
 */
export type How = 'own' | 'copy' | 'translation' | 'retold' | 'excerpt' | 'revision';

/** An article that carries a text. */
export interface Carrier {
  article: Standing;
  how: How;
  /** Whether it was asked for; the others are named because a text is from them. */
  asked: boolean;
}

/** One text, however many carry it. */
export interface Text {
  /** The group of copies that it is. */
  group: string;
  /** The article that stands for it: its original, else the first. */
  root: Standing;
  /** Who may stand behind it, the likeliest first; several where it is contested who was first. */
  owners: Owner[];
  /** The text that it is likely to be from, though that is unsure: it may be one of its own. */
  perhapsOf: string | null;
  /** The first to publish first. */
  carriers: Carrier[];
}

/**
 * Below this confidence a text that credits another of its own language, without words in common, may be one of its own: a credit to the
 * outlet and numbers, names or a title that agree have 0.5, a link to the very page 0.85 (services/deduplicator/core/agreement.ts).
 * A translation can have no words in common: there the credit and the facts that agree are all that there can be.
 */
const SURE = 0.6;

/** Parts articles into texts: groups of copies, those that were made of another's text with it. The first to publish first. */
export function textsOf(asked: readonly Standing[], context: readonly Standing[] = []): Text[] {
  const all = new Map([...context, ...asked].map((article) => [article.id, article]));
  const wanted = new Set(asked.map(({ id }) => id));
  const groups = Map.groupBy(all.values(), ({ group }) => group);
  const roots = new Map([...groups].map(([group, members]) => [group, rootOf(members)]));
  const parents = new Map([...roots].map(([group, root]) => [group, parentOf(root, all)]));
  const texts = new Map<string, Text>();
  for (const [group, members] of groups) {
    const into = ancestor(group, parents);
    const text = texts.get(into) ?? { ...emptyText(into, roots.get(into)!, groups.get(into)!, all), carriers: [] };
    text.perhapsOf = into === group ? (parents.get(group)?.group ?? null) : text.perhapsOf;
    const asked = (article: Standing) => ({ article, how: howOf(article, all), asked: wanted.has(article.id) });
    text.carriers.push(...members.map(asked));
    texts.set(into, text);
  }
  for (const text of texts.values()) text.carriers.sort((a, b) => inTime(a.article, b.article));
  return [...texts.values()].sort((a, b) => inTime(a.root, b.root));
}

/** The article that stands for a group: its original, else the first. */
function rootOf(members: readonly Standing[]): Standing {
  const named = new Set(members.map(({ originalId }) => originalId));
  const candidates = members.filter(({ id, relation }) => relation === 'original' || named.has(id));
  return (candidates.length > 0 ? candidates : [...members]).sort(inTime)[0]!;
}

interface Parent {
  group: string;
  sure: boolean;
}

/** The group that a group's text is from: another text that its root translates, retells or quotes. */
function parentOf(root: Standing, all: ReadonlyMap<string, Standing>): Parent | null {
  const from = root.originalId === null ? undefined : all.get(root.originalId);
  if (!from || from.group === root.group || !DERIVED.has(root.relation)) return null;
  const sure = root.relation !== 'copy' || root.basis.includes('translation') || root.confidence >= SURE;
  return { group: from.group, sure };
}

const DERIVED = new Set<Standing['relation']>(['copy', 'excerpt', 'revision']);

/** Up the sure steps to the text that a group belongs to. Rows of two moments may name one another: each group is passed once. */
function ancestor(group: string, parents: ReadonlyMap<string, Parent | null>): string {
  const seen = new Set([group]);
  for (let at = group; ; ) {
    const parent = parents.get(at);
    if (!parent?.sure || !parents.has(parent.group) || seen.has(parent.group)) return at;
    at = parent.group;
    seen.add(at);
  }
}

function emptyText(
  group: string,
  root: Standing,
  members: readonly Standing[],
  all: ReadonlyMap<string, Standing>,
): Omit<Text, 'carriers'> {
  return { group, root, owners: ownersOf(root, members, all), perhapsOf: null };
}

/** Who may stand behind a group's text: whom its root credits, else the root's house, and those with whom that is contested. */
function ownersOf(root: Standing, members: readonly Standing[], all: ReadonlyMap<string, Standing>): Owner[] {
  const owners = new Map<string, Owner>();
  const own = root.credited ?? root.house;
  owners.set(own.key, own);
  for (const { contestedBy } of members) {
    for (const rival of contestedBy) {
      const article = all.get(rival.id);
      if (!article || article.group !== root.group) continue;
      const owner = article.credited ?? article.house;
      owners.set(owner.key, owner);
    }
  }
  return [...owners.values()];
}

function howOf(article: Standing, all: ReadonlyMap<string, Standing>): How {
  switch (article.relation) {
    case 'original':
    case 'unique':
      return 'own';
    case 'copy': {
      if (article.basis.includes('translation')) return 'translation';
      const from = article.originalId === null ? undefined : all.get(article.originalId);
      return from && from.group !== article.group ? 'retold' : 'copy';
    }
    default:
      return article.relation;
  }
}

function inTime(a: Standing, b: Standing): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
