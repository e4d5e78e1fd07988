import { distinctOwners, type Range } from './range.ts';
import type { Owner, Standing } from './standing.ts';
import { type Text, textsOf } from './texts.ts';

/** An independent source: who stands behind it, and what it wrote. */
export interface Source {
  owner: Owner;
  /** The first to publish first. */
  texts: Text[];
  /** Whether a page of the text itself is in the store; else it is known by who credits it. */
  inStore: boolean;
}

/** Two texts that quote one source: two, with something in common. */
export interface SharedSource {
  groups: [string, string];
}

/** How many sources some articles are. */
export interface SourceCount {
  articles: number;
  outlets: number;
  houses: number;
  /** Texts: each group of copies is one. */
  groups: number;
  /** Happenings that several texts tell of; what only one text tells of is none. */
  stories: number;
  copies: number;
  excerpts: number;
  /** How many independent sources stand behind them, outlets of one house counted once: a range where something is contested or unsure. */
  independent: Range;
  /** How many independent texts: as the sources, but what a house wrote of different happenings counts for each. */
  texts: Range;
  /** The first to publish first. */
  sources: Source[];
  shared: SharedSource[];
  /** What is contested or unsure, in words. */
  doubts: string[];
}

/**
 * Counts the independent sources of some articles; what independent means is in docs/sources.md.
 * @param context other articles that theirs are from: they are named and settle who was first, but are not counted as articles
 */
export function countSources(asked: readonly Standing[], context: readonly Standing[] = []): SourceCount {
  const all = textsOf(asked, context);
  const texts = all.filter(({ carriers }) => carriers.some((carrier) => carrier.asked));
  const relations = Map.groupBy(asked, ({ relation }) => relation);
  return {
    articles: asked.length,
    outlets: new Set(asked.map(({ outletId }) => outletId)).size,
    houses: new Set(asked.map(({ house }) => house.key)).size,
    groups: new Set(asked.map(({ group }) => group)).size,
    stories: new Set(asked.flatMap(({ story }) => story ?? [])).size,
    copies: relations.get('copy')?.length ?? 0,
    excerpts: relations.get('excerpt')?.length ?? 0,
    independent: rangeOf(texts, all, keysOf),
    texts: rangeOf(texts, all, keysWithStory),
    sources: sourcesOf(texts),
    shared: sharedBy(texts),
    doubts: doubtsOf(texts, all),
  };
}

/** Once with every text that may be from another's as one of its own, and once as that other's. */
function rangeOf(texts: readonly Text[], all: readonly Text[], keys: (text: Text) => string[]): Range {
  const byGroup = new Map(all.map((text) => [text.group, text]));
  const settled = new Set(texts.map((text) => surest(text, byGroup)));
  const apart = distinctOwners(texts.map(keys));
  const joined = distinctOwners([...settled].map(keys));
  return { min: Math.min(apart.min, joined.min), max: Math.max(apart.max, joined.max) };
}

function keysOf({ owners }: Text): string[] {
  return owners.map(({ key }) => key);
}

function keysWithStory({ owners, root, group }: Text): string[] {
  return owners.map(({ key }) => `${root.story ?? group}\n${key}`);
}

/** The text that a text is from, if all that is unsure holds. */
function surest(text: Text, byGroup: ReadonlyMap<string, Text>): Text {
  const seen = new Set([text]);
  for (let at = text; ; ) {
    const next = at.perhapsOf === null ? undefined : byGroup.get(at.perhapsOf);
    if (!next || seen.has(next)) return at;
    seen.add(next);
    at = next;
  }
}

function sourcesOf(texts: readonly Text[]): Source[] {
  return [...Map.groupBy(texts, ({ owners }) => owners[0]!.key).values()].map((own) => ({
    owner: own[0]!.owners[0]!,
    texts: own,
    inStore: own.some(({ root }) => root.credited === null),
  }));
}

function sharedBy(texts: readonly Text[]): SharedSource[] {
  const groupOf = new Map(texts.flatMap((text) => text.carriers.map(({ article }) => [article.id, text.group])));
  const pairs = new Map<string, SharedSource>();
  for (const { group, carriers } of texts) {
    for (const other of carriers.flatMap(({ article }) => article.quotesWith)) {
      const theirs = groupOf.get(other);
      if (theirs === undefined || theirs === group) continue;
      const groups = [group, theirs].sort() as [string, string];
      pairs.set(groups.join(' '), { groups });
    }
  }
  return [...pairs.values()];
}

function doubtsOf(texts: readonly Text[], all: readonly Text[]): string[] {
  const rootOf = new Map(all.map(({ group, root }) => [group, root]));
  return texts.flatMap(({ root, owners, perhapsOf, carriers }) => {
    const said: string[] = [];
    if (owners.length > 1) {
      const evidence = [
        ...new Set(carriers.flatMap(({ article }) => article.contestedBy.map((rival) => rival.evidence))),
      ];
      const names = owners.map(({ name }) => name).join(' or ');
      said.push([`who was first is contested: ${names} (${titleOf(root)})`, ...evidence].join('; '));
    }
    if (perhapsOf !== null) {
      const from = rootOf.get(perhapsOf);
      const whose = from ? ` ${from.outlet}` : ' another';
      said.push(`${root.outlet} may have its text from${whose}: ${root.reason} (${titleOf(root)})`);
    }
    return said;
  });
}

function titleOf({ title, url }: Standing): string {
  return title ?? url;
}
