import type { Syndication } from '../../../packages/shared/contracts/syndication.ts';
import type { Article, ArticleText } from './article.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Link } from './link.ts';

/** What the stage needs of a store. Implemented in memory and over the database. */
export interface Port {
  /**
   * Stores an article's fingerprint and text, replacing what an earlier run of the same id left (links included), and
   * commits before it resolves: of two workers blind to each other, the one that asks second sees the first.
   */
  publish(article: ArticleText, print: Fingerprint): Promise<void>;
  /** Ids of other articles that may share text with a published one: see `candidates.ts` for the bounds. */
  candidates(id: string, print: Fingerprint): Promise<string[]>;
  /** Ids of articles whose address is one of these keys (`urlKey`), and of those that point there (canonical or credit link). */
  atAddress(keys: string[]): Promise<string[]>;
  /** The articles with these ids, texts included; ids that are gone are left out. */
  read(ids: string[]): Promise<ArticleText[]>;
  saveLinks(links: Link[]): Promise<void>;
  /** All articles connected with these by links that are no overlap, those that overlap with them, and the links among all. */
  component(ids: string[]): Promise<{ articles: Article[]; links: Link[] }>;
  /** Writes where articles stand; equal rows may be left alone. */
  saveSyndication(rows: Map<string, Syndication>): Promise<void>;
}
