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
/** Such a text has so many words at least: half of a short item can be its frame. */
const CARRIED_WORDS = 50;
const THESE_DAYS_MS = 3 * 86_400_000;
/** ...or, at one outlet, where a page's frame alone can cover half of a short text, this much of both. */
const KIN_HOME = 0.75;

/** Whether two overlapping texts are so much one text that what they share counts once. */
function isKin(overlap: Overlap, newer: Article, older: Article, home: boolean): boolean {
  if (home) return Math.min(overlap.share, overlap.originalShare) >= KIN_HOME && !isForm(overlap, newer, older, true);
  const share = Math.max(overlap.share, overlap.originalShare);
  if (share < KIN_CONTAINED && !isCarried(overlap, share, newer, older)) return false;
  return !isForm(overlap, newer, older, false);
}

/** Whether two may carry one text of these days inside articles of their own. */
function isCarried({ spans }: Overlap, share: number, newer: Article, older: Article): boolean {
  if (share < KIN_THESE_DAYS || Math.abs(newer.instant.at - older.instant.at) > THESE_DAYS_MS) return false;
  let words = 0;
  for (const { matched } of spans) words += matched;
  return words >= CARRIED_WORDS;
}

/** Another article with which one overlaps without being one text with it. */
export interface Partner {
  id: string;
  /** Its number among the {@link Surroundings} at hand. */
  number: number;
  /** Of the same outlet. */
  home: boolean;
  overlap: Overlap;
  /** On which side of the overlap the article itself stands: 0 where it is the newer. */
  side: 0 | 1;
}

const NONE: readonly never[] = [];

/** The overlaps among some articles, by article, and of those the kin. */
export class Surroundings {
  /** Articles that overlap have numbers here: following kin from one to the next is quicker by them than by ids. */
  #numbers = new Map<string, number>();
  #partners: Partner[][] = [];
  #kin: number[][] = [];

  constructor(articles: ReadonlyMap<string, Article>, overlaps: readonly Overlap[]) {
    for (const overlap of overlaps) {
      const newer = articles.get(overlap.newer);
      const older = articles.get(overlap.older);
      if (!newer || !older) continue;
      const home = sameOutlet(newer, older);
      const ours = this.#numberOf(newer.id);
      const theirs = this.#numberOf(older.id);
      if (isKin(overlap, newer, older, home)) {
        this.#kin[ours]!.push(theirs);
        this.#kin[theirs]!.push(ours);
      } else {
        this.#partners[ours]!.push({ id: older.id, number: theirs, home, overlap, side: 0 });
        this.#partners[theirs]!.push({ id: newer.id, number: ours, home, overlap, side: 1 });
      }
    }
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of an article; -1 where it overlaps with none. */
  numberOf(id: string): number {
    return this.#numbers.get(id) ?? -1;
  }

  /** The articles that overlap with this one without being kin. */
  partnersOf(id: string): readonly Partner[] {
    return this.#partners[this.numberOf(id)] ?? NONE;
  }

  kinOf(number: number): readonly number[] {
    return this.#kin[number] ?? NONE;
  }

  #numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(id, number);
      this.#partners.push([]);
      this.#kin.push([]);
    }
    return number;
  }
}

/**
 * Those partners of an article among which something may recur: counted one by one they bound their groups from above.
 * Needs the article's own overlaps only; most articles have none.
 */
export function likelyPartners(article: Article, around: Surroundings): readonly Partner[] {
  const partners = around.partnersOf(article.id);
  if (partners.length < HOME_GROUPS) return NONE;
  if (partners.length < FOREIGN_GROUPS && !partners.some((partner) => partner.home)) return NONE;
  const counts = new Counts(article.tokenCount);
  for (const { overlap, side, home } of partners) {
    for (const { runs } of overlap.spans) {
      for (let r = 0; r < runs.length; r += 3) counts.add(runs[r + side]!, runs[r + 2]!, home);
    }
  }
  return counts.recurs() ? partners : NONE;
}

/**
 * The stretches of an article that recur in articles of other groups: frames, forms, standing paragraphs, statements that
 * everybody prints. A pure function of the overlaps around it.
 */
export function commonSpans(article: Article, partners: readonly Partner[], around: Surroundings): [number, number][] {
  const counts = new Counts(article.tokenCount);
  const groups = groupsOf(article, partners, around);
  const next = nextOfGroup(groups);
  for (let first = 0; first < partners.length; first += 1) {
    if (groups[first] !== first) continue;
    let home = false;
    stretches.clear();
    for (let i = first; i >= 0; i = next[i]!) {
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

/** For each partner the next one of its group, -1 where there is none: a frame's partners are hundreds, each a group of its own. */
function nextOfGroup(groups: readonly number[]): Int32Array {
  const next = new Int32Array(groups.length).fill(-1);
  const nearest = new Int32Array(groups.length).fill(-1);
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    const group = groups[i]!;
    if (group < 0) continue;
    next[i] = nearest[group]!;
    nearest[group] = i;
  }
  return next;
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

  /** Whether enough texts have any stretch. */
  recurs(): boolean {
    let all = 0;
    let home = 0;
    for (let i = 0; i < this.#length; i += 1) {
      all += anywhere[i]!;
      home += atHome[i]!;
      if (areEnough(all, home)) return true;
    }
    return false;
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
      const enough = areEnough(all, home);
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

function areEnough(all: number, home: number): boolean {
  return all >= FOREIGN_GROUPS || (all >= HOME_GROUPS && home > 0);
}

/** By number the place of each article in the steps at hand and one more, or 0. */
let placeOf = new Int32Array(1024);
/** By place: the number of the article, and the place above it, itself at the top. */
let numberAt = new Int32Array(1024);
let up = new Int32Array(1024);

/**
 * For each partner the place of the first of those to whom it is kin, over any number of steps; -1 where it is kin to the
 * article itself in that way. The steps lead through the partners and the article's own kin: all who carry one text with it.
 * Only its neighbours, so that whatever changes the answer is a link of its own or between two of them.
 */
function groupsOf(article: Article, partners: readonly Partner[], around: Surroundings): number[] {
  const self = around.numberOf(article.id);
  if (placeOf.length < around.size) placeOf = new Int32Array(around.size * 2);
  if (up.length < around.size) {
    up = new Int32Array(around.size * 2);
    numberAt = new Int32Array(around.size * 2);
  }
  let places = 0;
  const take = (number: number): void => {
    if (placeOf[number] !== 0) return;
    numberAt[places] = number;
    up[places] = places;
    places += 1;
    placeOf[number] = places;
  };
  take(self);
  for (const kin of around.kinOf(self)) take(kin);
  const first = places;
  for (const { number } of partners) take(number);
  for (let place = 0; place < places; place += 1) {
    for (const other of around.kinOf(numberAt[place]!)) {
      const there = placeOf[other]! - 1;
      if (there < 0) continue;
      const x = topOf(place);
      const y = topOf(there);
      if (x !== y) up[Math.max(x, y)] = Math.min(x, y);
    }
  }
  const groups = partners.map(({ number }) => {
    const group = topOf(placeOf[number]! - 1);
    return group < first ? -1 : group - first;
  });
  for (let place = 0; place < places; place += 1) placeOf[numberAt[place]!] = 0;
  return groups;
}

function topOf(place: number): number {
  let at = place;
  while (up[at] !== at) {
    up[at] = up[up[at]!]!;
    at = up[at]!;
  }
  return at;
}
