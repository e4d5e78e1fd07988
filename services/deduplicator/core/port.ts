import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Article, ArticleText } from './article.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Link } from './link.ts';
import type { Ruling } from './rulings.ts';

/** Articles that are read by keys for one article: of a large outlet's day not all. */
export const MAX_AT_ADDRESS = 256;

/** A state of an article: what becomes of it when its text or its time changes has another number. */
export interface State {
  id: string;
  number: number;
}

/** What became of others when an article was stored. */
export interface Published {
  /** The number of the state that was stored. */
  number: number;
  /** Ids of the articles with which its earlier state had links. */
  before: string[];
  /** Articles that may have others to be compared with now: `first-texts.ts`. */
  moved: State[];
}

/** What the stage needs of a store. Implemented in memory and over the database. */
export interface Port {
  /**
   * Stores an article and its fingerprint, replacing what an earlier run of the same id left (common stretches included, links not:
   * {@link replaceLinks}), and commits before it resolves: of two workers blind to each other, the one that asks second sees the first.
   */
  publish(article: ArticleText, print: Fingerprint): Promise<Published>;
  /**
   * How often a text that was stored has taken the place of others among the first of a key. It has grown before it is read who else is
   * concerned. Null where other processes may store texts, too.
   */
  displacements(): Promise<number | null>;
  /** Numbers of others' states that may share text with a published article: bounds in `posting-index.ts`. */
  candidates(id: string, print: Fingerprint): Promise<number[]>;
  /** Numbers of states kept under one of these keys: `addressesOf` and `outletTimesOf` in `article.ts`. At most {@link MAX_AT_ADDRESS}. */
  atAddress(keys: string[]): Promise<number[]>;
  /** Whose states these are; numbers of states that are gone are left out. */
  statesOf(numbers: readonly number[]): Promise<State[]>;
  /** Articles in these states, texts included, in this order; undefined where one is in another by now, or gone. */
  read(numbers: readonly number[]): Promise<(ArticleText | undefined)[]>;
  /** Takes away an article's links with those of an earlier state, and stores what it has with others now. */
  replaceLinks(id: string, before: readonly string[], links: Link[]): Promise<void>;
  /** Stores links, replacing those between the same two articles. */
  saveLinks(links: Link[]): Promise<void>;
  /** The articles with these ids, without their texts. */
  articlesOf(ids: string[]): Promise<Article[]>;
  /** Every link of any of these articles, once. */
  linksOf(ids: string[]): Promise<Link[]>;
  /** Stores the common stretches of articles. */
  saveCommon(common: Map<string, [number, number][]>): Promise<void>;
  /** Where these articles stand, as stored. */
  standingOf(ids: string[]): Promise<Map<string, Syndication>>;
  /** What analysts have ruled of any of these articles, and not taken back. */
  rulingsOn(ids: string[]): Promise<Ruling[]>;
  /** How many articles stand in a group. */
  groupSize(group: string): Promise<number>;
  /** Stores where articles stand. */
  saveSyndication(rows: Map<string, Syndication>): Promise<void>;
  /**
   * Runs `work` while no other worker settles any article that it reads or writes: what it reads is what has been committed, and what it
   * writes comes in one piece. Without it two workers could write one component from two views of it. It may be run several times, each
   * time from the beginning with what it wrote undone.
   * @param about the articles that it is known to need; without them nobody settles beside it
   */
  exclusively<T>(work: (port: Port) => Promise<T>, about?: readonly string[]): Promise<T>;
}
