import { type Article, sameOutlet } from './article.ts';
import { type Interval, union } from './intervals.ts';
import { type Overlap, runsOf } from './link.ts';
import { isForm } from './template.ts';

/** Other groups in which a stretch must recur to be boilerplate: across outlets, and within the article's own outlet. */
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
 * The stretches of an article that recur in articles of other groups: frames, forms, standing paragraphs, statements that
 * everybody prints. A pure function of the overlaps around it.
 */
export function commonSpans(article: Article, around: Surroundings): [number, number][] {
  const partners = partnersOf(article, around);
  if (recurring(partners, article.tokenCount).length === 0) return [];
  return recurring(groupsOf(partners, around), article.tokenCount);
}

/**
 * Whether anything can recur: partners counted one by one bound their groups from above. Needs the article's own overlaps
 * only, and most articles end here.
 */
export function mayRecur(article: Article, around: Surroundings): boolean {
  return recurring(partnersOf(article, around), article.tokenCount).length > 0;
}

function partnersOf(article: Article, around: Surroundings): Partner[] {
  return around.partnersOf(article.id).map(([id, overlap]) => {
    const side = overlap.newer === article.id ? 0 : 1;
    const spans = overlap.spans.flatMap((span) => runsOf(span, side));
    return { id, home: sameOutlet(article, around.articles.get(id)!), spans: union(spans) };
  });
}

/** Another article with which this one shares stretches without being one text with it. */
interface Partner {
  id: string;
  home: boolean;
  spans: Interval[];
}

/** The stretches that enough partners have. */
function recurring(partners: readonly Partner[], length: number): [number, number][] {
  const homes = partners.reduce((sum, partner) => sum + (partner.home ? 1 : 0), 0);
  if (partners.length < FOREIGN_GROUPS && homes < HOME_GROUPS) return [];
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
    if (anywhere < FOREIGN_GROUPS && atHome < HOME_GROUPS) continue;
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
