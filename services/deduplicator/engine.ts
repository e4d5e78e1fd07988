import type { Syndication } from '../../packages/shared/contracts/syndication.ts';
import { type ArticleText, articleOf, type DedupArticle, urlKey } from './core/article.ts';
import { compare, prepare } from './core/compare.ts';
import { fingerprintOf } from './core/fingerprint.ts';
import type { Link } from './core/link.ts';
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
   * Publishes an article and links it with those that share its text.
   * @returns its links; groups are made by {@link settle}
   */
  async link(input: DedupArticle): Promise<Link[]> {
    const words = readWords(input.text);
    const print = fingerprintOf(words);
    const article: ArticleText = { ...articleOf(input, print.tokenCount, print.contentHash), text: input.text };
    this.#keep(article, words);
    await this.#port.publish(article, print);
    const addresses = [article.url, article.canonicalUrl, article.credit?.url].flatMap((url) =>
      url ? [urlKey(url)] : [],
    );
    const ids = new Set([
      ...(await this.#port.candidates(article.id, print)),
      ...(await this.#port.atAddress(addresses)),
    ]);
    ids.delete(article.id);
    if (ids.size === 0) return [];
    const side = prepare({ article, words });
    const links: Link[] = [];
    for (const other of await this.#port.read([...ids])) {
      const link = compare(side, { article: other, words: this.#wordsOf(other) });
      if (link) links.push(link);
    }
    if (links.length > 0) await this.#port.saveLinks(links);
    return links;
  }

  /** Settles where these articles and all connected with them stand, and stores it. */
  async settle(ids: string[]): Promise<Map<string, Syndication>> {
    const { articles, links } = await this.#port.component(ids);
    const rows = resolve(articles, links);
    await this.#port.saveSyndication(rows);
    return rows;
  }

  /** Links one article and settles its component: what the worker does for a job. */
  async deduplicate(input: DedupArticle): Promise<Syndication> {
    const links = await this.link(input);
    const rows = await this.settle([input.id, ...links.flatMap((link) => [link.newer, link.older])]);
    return rows.get(input.id)!;
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
