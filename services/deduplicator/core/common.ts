import { type Article, sameOutlet } from './article.ts';
import type { Overlap } from './link.ts';
import { Stretches } from './stretches.ts';
import { isForm } from './template.ts';

/** Other groups in which a stretch must recur to be boilerplate; the second where one of them is of the article's own outlet. */
const FOREIGN_GROUPS = 3;
const HOME_GROUPS = 2;
/** Two texts are kin, whatever recurs elsewhere, when this much of the one stands in the other... */
const KIN_CONTAINED = 0.6;
/** ...or this much where they came out within days: a wire text carried inside an own article as long is half of it. */
const KIN_THESE_DAYS = 0.45;
const THESE_DAYS_MS = 3 * 86_400_000;
/** ...or, at one outlet, where a page's frame alone can cover half of a short text, this much of both. */
const KIN_HOME = 0.75;

/** Whether two overlapping texts are so much one text that what they share counts once. */
function isKin(overlap: Overlap, newer: Article, older: Article, home: boolean): boolean {
  if (home) return Math.min(overlap.share, overlap.originalShare) >= KIN_HOME && !isForm(overlap, newer, older);
  const soon = Math.abs(newer.instant.at - older.instant.at) <= THESE_DAYS_MS;
  const least = soon ? KIN_THESE_DAYS : KIN_CONTAINED;
  return Math.max(overlap.share, overlap.originalShare) >= least && !isForm(overlap, newer, older);
}

/** Another article with which one overlaps without being one text with it. */
export interface Partner {
  id: string;
  /** Of the same outlet. */
  home: boolean;
  overlap: Overlap;
  /** On which side of the overlap the article itself stands: 0 where it is the newer. */
  side: 0 | 1;
}

/** The overlaps among some articles, by article, and of those the kin. */
export class Surroundings {
  #partners = new Map<string, Partner[]>();
  #kin = new Map<string, string[]>();

  constructor(articles: ReadonlyMap<string, Article>, overlaps: readonly Overlap[]) {
    for (const overlap of overlaps) {
      const [newer, older] = [articles.get(overlap.newer), articles.get(overlap.older)];
      if (!newer || !older) continue;
      const home = sameOutlet(newer, older);
      if (isKin(overlap, newer, older, home)) {
        push(this.#kin, newer.id, older.id);
        push(this.#kin, older.id, newer.id);
      } else {
        push(this.#partners, newer.id, { id: older.id, home, overlap, side: 0 });
        push(this.#partners, older.id, { id: newer.id, home, overlap, side: 1 });
      }
    }
  }

  /** The articles that overlap with this one without being kin. */
  partnersOf(id: string): readonly Partner[] {
    return this.#partners.get(id) ?? [];
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
export function likelyPartners(article: Article, around: Surroundings): readonly Partner[] {
  const partners = around.partnersOf(article.id);
  if (partners.length < HOME_GROUPS) return [];
  if (partners.length < FOREIGN_GROUPS && !partners.some((partner) => partner.home)) return [];
  const counts = new Counts(article.tokenCount);
  for (const { overlap, side, home } of partners) {
    for (const { runs } of overlap.spans) {
      for (let r = 0; r < runs.length; r += 3) counts.add(runs[r + side]!, runs[r + 2]!, home);
    }
  }
  return counts.recurring().length > 0 ? partners : [];
}

/**
 * The stretches of an article that recur in articles of other groups: frames, forms, standing paragraphs, statements that
 * everybody prints. A pure function of the overlaps around it.
 */
export function commonSpans(article: Article, partners: readonly Partner[], around: Surroundings): [number, number][] {
  const counts = new Counts(article.tokenCount);
  const groups = groupsOf(article, partners, around);
  for (let first = 0; first < partners.length; first += 1) {
    if (groups[first] !== first) continue;
    let home = false;
    stretches.clear();
    for (let i = first; i < partners.length; i += 1) {
      if (groups[i] !== first) continue;
      const { overlap, side } = partners[i]!;
      home ||= partners[i]!.home;
      for (const { runs } of overlap.spans) {
        for (let r = 0; r < runs.length; r += 3) stretches.add(runs[r + side]!, runs[r + side]! + runs[r + 2]!);
      }
    }
    stretches.settle();
    for (let i = 0; i < stretches.length; i += 2) {
      counts.add(stretches.values[i]!, stretches.values[i + 1]! - stretches.values[i]!, home);
    }
  }
  return counts.recurring();
}

const stretches = new Stretches();

let anywhere = new Int32Array(4096);
let atHome = new Int32Array(4096);

/** How many texts have each word of an article, and how many of those are of its outlet. There is one at a time. */
class Counts {
  #length: number;

  constructor(length: number) {
    if (anywhere.length <= length) {
      anywhere = new Int32Array(length * 2);
      atHome = new Int32Array(length * 2);
    }
    anywhere.fill(0, 0, length + 1);
    atHome.fill(0, 0, length + 1);
    this.#length = length;
  }

  /** Counts a stretch: where it begins one more, where it ends one less. */
  add(start: number, length: number, home: boolean): void {
    anywhere[start]! += 1;
    anywhere[start + length]! -= 1;
    if (!home) return;
    atHome[start]! += 1;
    atHome[start + length]! -= 1;
  }

  /** The stretches that enough texts have. */
  recurring(): [number, number][] {
    const common: [number, number][] = [];
    let all = 0;
    let home = 0;
    let from = -1;
    for (let i = 0; i < this.#length; i += 1) {
      all += anywhere[i]!;
      home += atHome[i]!;
      const enough = all >= FOREIGN_GROUPS || (all >= HOME_GROUPS && home > 0);
      if (enough && from < 0) from = i;
      else if (!enough && from >= 0) {
        common.push([from, i]);
        from = -1;
      }
    }
    if (from >= 0) common.push([from, this.#length]);
    return common;
  }
}

/**
 * For each partner the place of the first of those to whom it is kin, over any number of steps; -1 where it is kin to the
 * article itself in that way. The steps lead through the partners and the article's own kin: all who carry one text with it.
 * Only its neighbours, so that whatever changes the answer is a link of its own or between two of them.
 */
function groupsOf(article: Article, partners: readonly Partner[], around: Surroundings): number[] {
  const own = around.kinOf(article.id);
  const places = new Map<string, number>([[article.id, 0]]);
  for (const id of own) if (!places.has(id)) places.set(id, places.size);
  const first = places.size;
  for (const { id } of partners) if (!places.has(id)) places.set(id, places.size);
  const up = Int32Array.from({ length: places.size }, (_, i) => i);
  const top = (place: number): number => {
    let at = place;
    while (up[at] !== at) {
      up[at] = up[up[at]!]!;
      at = up[at]!;
    }
    return at;
  };
  for (const [id, place] of places) {
    for (const other of around.kinOf(id)) {
      const there = places.get(other);
      if (there === undefined) continue;
      const [x, y] = [top(place), top(there)];
      if (x !== y) up[Math.max(x, y)] = Math.min(x, y);
    }
  }
  return partners.map(({ id }) => {
    const group = top(places.get(id)!);
    return group < first ? -1 : group - first;
  });
}
