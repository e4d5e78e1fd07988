import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { Article, ArticleText } from './article.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Link } from './link.ts';
import type { Ruling } from './rulings.ts';

/** Articles that are read by keys for one article: of a large outlet's day not all. */
export const MAX_AT_ADDRESS = 256;

/** What the stage needs of a store. Implemented in memory and over the database. */
export interface Port {
  /**
   * Stores an article and its fingerprint, replacing what an earlier run of the same id left (common stretches included, links not:
   * {@link replaceLinks}), and commits before it resolves: of two workers blind to each other, the one that asks second sees the first.
   * @returns ids of the articles with which the earlier state had links
   */
  publish(article: ArticleText, print: Fingerprint): Promise<string[]>;
  /** Ids of other articles that may share text with a published one: bounds in `posting-index.ts`. */
  candidates(id: string, print: Fingerprint): Promise<string[]>;
  /** Ids of articles kept under one of these keys: `addressesOf` and `outletTimesOf` in `article.ts`. At most {@link MAX_AT_ADDRESS}. */
  atAddress(keys: string[]): Promise<string[]>;
  /** The articles with these ids, texts included; ids that are gone are left out. */
  read(ids: string[]): Promise<ArticleText[]>;
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
   * Runs `work` while no other worker settles: what it reads is what has been committed, and what it writes comes in one piece.
   * Without it two workers could write one component from two views of it.
   */
  exclusively<T>(work: (port: Port) => Promise<T>): Promise<T>;
}
