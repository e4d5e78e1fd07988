import type { Syndication } from '../../packages/shared/contracts/syndication.ts';
import { type Article, type ArticleText, addressesOf, articleOf, type DedupArticle } from './core/article.ts';
import { commonSpans, Surroundings } from './core/common.ts';
import { compare } from './core/compare.ts';
import { fingerprintOf } from './core/fingerprint.ts';
import { judge } from './core/judge.ts';
import type { Link } from './core/link.ts';
import { around, component } from './core/neighbourhood.ts';
import type { Port } from './core/port.ts';
import { resolve } from './core/resolve.ts';
import { readWords, type Words } from './core/words.ts';

/** Words of recently compared texts that are kept: about 3 kB a text. */
const CACHED_TEXTS = 4096;

/** The deduplicator over a store: in memory for the stream, over the database for the service. */
export class Engine {
  #port: Port;
  #words = new Map<string, { text: string; words: Words }>();

  constructor(port: Port) {
    this.#port = port;
  }

  /**
   * Publishes an article and compares it with those that may share its text.
   * @returns the ids of the articles that overlap with it, or did before its text changed
   */
  async publish(input: DedupArticle): Promise<string[]> {
    const words = readWords(input.text);
    const print = fingerprintOf(words);
    const article: ArticleText = { ...articleOf(input, print.tokenCount, print.contentHash), text: input.text };
    this.#keep(article, words);
    const before = await this.#port.publish(article, print);
    const ids = new Set([
      ...(await this.#port.candidates(article.id, print)),
      ...(await this.#port.atAddress(addressesOf(article))),
    ]);
    ids.delete(article.id);
    if (ids.size === 0) return before;
    const side = { article, words };
    const links: Link[] = [];
    for (const other of await this.#port.read([...ids])) {
      const overlap = compare(side, { article: other, words: this.#wordsOf(other) });
      if (!overlap) continue;
      const [newer, older] = overlap.newer === article.id ? [article, other] : [other, article];
      links.push({ ...overlap, ...judge(overlap, newer, older) });
    }
    if (links.length > 0) await this.#port.saveLinks(links);
    return [...before, ...links.map((link) => (link.newer === article.id ? link.older : link.newer))];
  }

  /**
   * Learns anew what recurs around these articles, and judges their links by it.
   * @returns the ids of the articles at the ends of links that now mean something else
   */
  async weigh(ids: string[], port: Port = this.#port): Promise<string[]> {
    const { articles, links } = await around(port, ids);
    const byId = new Map<string, Article>(articles.map((article) => [article.id, article]));
    const changed = new Map<string, [number, number][]>();
    const surroundings = new Surroundings(byId, links);
    for (const id of ids) {
      const article = byId.get(id);
      if (!article) continue;
      const common = commonSpans(article, surroundings);
      if (JSON.stringify(common) !== JSON.stringify(article.common)) changed.set(id, common);
    }
    if (changed.size > 0) await port.saveCommon(changed);
    for (const [id, common] of changed) byId.set(id, { ...byId.get(id)!, common });
    const asked = new Set(ids);
    const judged: Link[] = [];
    const turned: string[] = [];
    for (const link of links) {
      // Also where nothing was learned: another worker may have learned it after this link was first judged.
      if (!asked.has(link.newer) && !asked.has(link.older)) continue;
      const verdict = judge(link, byId.get(link.newer)!, byId.get(link.older)!);
      if (verdict.kind === link.kind && verdict.coverage === link.coverage && verdict.reason === link.reason) continue;
      if (verdict.kind !== link.kind) turned.push(link.newer, link.older);
      judged.push({ ...link, ...verdict });
    }
    if (judged.length > 0) await port.saveLinks(judged);
    return turned;
  }

  /** Settles where these articles and all connected with them stand, and stores it. */
  async settle(ids: string[], port: Port = this.#port): Promise<Map<string, Syndication>> {
    const { articles, links, settled } = await component(port, ids);
    const rows = resolve(articles, links);
    for (const id of rows.keys()) if (!settled.has(id)) rows.delete(id);
    await port.saveSyndication(rows);
    return rows;
  }

  /** One article through the whole stage: what the worker does for a job. */
  async deduplicate(input: DedupArticle): Promise<Syndication> {
    const touched = [input.id, ...(await this.publish(input))];
    return this.#port.exclusively(async (port) => {
      const turned = await this.weigh(touched, port);
      const rows = await this.settle([...new Set([...touched, ...turned])], port);
      return rows.get(input.id)!;
    });
  }

  #keep(article: ArticleText, words: Words): void {
    this.#words.set(article.id, { text: article.text, words });
    if (this.#words.size > CACHED_TEXTS) this.#words.delete(this.#words.keys().next().value!);
  }

  #wordsOf(article: ArticleText): Words {
    const held = this.#words.get(article.id);
    if (held && held.text === article.text) return held.words;
    const words = readWords(article.text);
    this.#keep(article, words);
    return words;
  }
}

/** One article through the whole stage. */
export async function deduplicate(input: DedupArticle, port: Port): Promise<Syndication> {
  return new Engine(port).deduplicate(input);
}
