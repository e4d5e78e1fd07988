import { type Article, sameOutlet } from './article.ts';
import { type Interval, union } from './intervals.ts';
import { type Overlap, runsOf } from './link.ts';
import { isForm } from './template.ts';

/** Other groups in which a stretch must recur to be boilerplate; the second where one of them is of the article's own outlet. */
const FOREIGN_GROUPS = 3;
const HOME_GROUPS = 2;
/** Two texts are kin, whatever recurs elsewhere, when this much of the one stands in the other... */
const KIN_CONTAINED = 0.6;
/** ...or, at one outlet, where a page's frame alone can cover half of a short text, this much of both. */
const KIN_HOME = 0.75;

/** Whether two overlapping texts are so much one text that what they share counts once. */
function isKin(overlap: Overlap, newer: Article, older: Article): boolean {
  const near = sameOutlet(newer, older)
    ? Math.min(overlap.share, overlap.originalShare) >= KIN_HOME
    : Math.max(overlap.share, overlap.originalShare) >= KIN_CONTAINED;
  return near && !isForm(overlap, newer, older);
}

/** The overlaps among some articles, by article, and of those the kin. */
export class Surroundings {
  readonly articles: ReadonlyMap<string, Article>;
  #overlaps = new Map<string, [string, Overlap][]>();
  #kin = new Map<string, string[]>();

  constructor(articles: ReadonlyMap<string, Article>, overlaps: readonly Overlap[]) {
    this.articles = articles;
    for (const overlap of overlaps) {
      const [newer, older] = [articles.get(overlap.newer), articles.get(overlap.older)];
      if (!newer || !older) continue;
      if (isKin(overlap, newer, older)) {
        push(this.#kin, newer.id, older.id);
        push(this.#kin, older.id, newer.id);
      } else {
        push(this.#overlaps, newer.id, [older.id, overlap]);
        push(this.#overlaps, older.id, [newer.id, overlap]);
      }
    }
  }

  /** The articles that overlap with this one without being kin. */
  partnersOf(id: string): readonly [string, Overlap][] {
    return this.#overlaps.get(id) ?? [];
  }

  kinOf(id: string): readonly string[] {
    return this.#kin.get(id) ?? [];
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

/**
 * Those partners of an article among which something may recur: counted one by one they bound their groups from above.
 * Needs the article's own overlaps only; most articles have none.
 */
export function likelyPartners(article: Article, around: Surroundings): Partner[] {
  const overlaps = around.partnersOf(article.id);
  if (overlaps.length < HOME_GROUPS) return [];
  const homes = overlaps.map(([id]) => sameOutlet(article, around.articles.get(id)!));
  if (overlaps.length < FOREIGN_GROUPS && !homes.includes(true)) return [];
  const partners = overlaps.map(([id, overlap], index): Partner => {
    const side = overlap.newer === article.id ? 0 : 1;
    return { id, home: homes[index]!, spans: overlap.spans.flatMap((span) => runsOf(span, side)) };
  });
  return recurring(partners, article.tokenCount).length > 0 ? partners : [];
}

/**
 * The stretches of an article that recur in articles of other groups: frames, forms, standing paragraphs, statements that
 * everybody prints. A pure function of the overlaps around it.
 */
export function commonSpans(article: Article, partners: readonly Partner[], around: Surroundings): [number, number][] {
  return partners.length === 0 ? [] : recurring(groupsOf(partners, around), article.tokenCount);
}

/** Another article with which this one shares stretches without being one text with it. */
export interface Partner {
  id: string;
  home: boolean;
  spans: Interval[];
}

/** The stretches that enough partners have. */
function recurring(partners: readonly Partner[], length: number): [number, number][] {
  const all = new Int16Array(length + 1);
  const home = new Int16Array(length + 1);
  for (const partner of partners) {
    for (const [start, end] of partner.spans) {
      all[start]! += 1;
      all[end]! -= 1;
      if (!partner.home) continue;
      home[start]! += 1;
      home[end]! -= 1;
    }
  }
  const common: [number, number][] = [];
  let anywhere = 0;
  let atHome = 0;
  for (let i = 0; i < length; i += 1) {
    anywhere += all[i]!;
    atHome += home[i]!;
    if (anywhere < FOREIGN_GROUPS && (anywhere < HOME_GROUPS || atHome === 0)) continue;
    const last = common.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else common.push([i, i + 1]);
  }
  return common;
}

/** Partners that are kin to one another made one. */
function groupsOf(partners: readonly Partner[], around: Surroundings): Partner[] {
  const groupOf = new Map<string, Partner[]>(partners.map((partner) => [partner.id, [partner]]));
  for (const { id } of partners) {
    for (const other of around.kinOf(id)) {
      const [mine, theirs] = [groupOf.get(id)!, groupOf.get(other)];
      if (!theirs || mine === theirs) continue;
      for (const member of theirs) groupOf.set(member.id, mine);
      mine.push(...theirs);
    }
  }
  return [...new Set(groupOf.values())].map((members) => ({
    id: members[0]!.id,
    home: members.some((member) => member.home),
    spans: union(members.flatMap((member) => member.spans)),
  }));
}
