import { LARGE_GROUP, type Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { agreementOf } from './core/agreement.ts';
import {
  type Article,
  type ArticleText,
  addressesOf,
  articleOf,
  creditKeysOf,
  type DedupArticle,
  sameOutlet,
  sourceKeysOf,
} from './core/article.ts';
import { commonSpans, likelyPartners, type Partner, Surroundings } from './core/common.ts';
import { compare, type Side } from './core/compare.ts';
import { fingerprintOf } from './core/fingerprint.ts';
import { isBefore } from './core/instant.ts';
import { areSame } from './core/intervals.ts';
import { judge } from './core/judge.ts';
import { type Link, linkOf, type Overlap, type Verdict } from './core/link.ts';
import { rowInLarge } from './core/member-row.ts';
import { around, component } from './core/neighbourhood.ts';
import type { Port } from './core/port.ts';
import { resolve } from './core/resolve.ts';
import { revisedFrom } from './core/revised.ts';
import { tellSharedSources } from './core/shared-sources.ts';
import { readWords, type Words } from './core/words.ts';

/**
 * Words of recently compared texts that are kept, 13 bytes each beside the texts themselves: some 16,000 articles, 200 MB. Counted in words,
 * for as many of the longest texts would be twenty times as much.
 */
const CACHED_WORDS = 8_000_000;

/** The deduplicator over a store: in memory for the stream, over the database for the service. */
export class Engine {
  #port: Port;
  #onLargeGroup: (group: string) => void;
  #words = new Map<string, { text: string; words: Words }>();
  #cached = 0;

  /** @param onLargeGroup is told of a group of {@link LARGE_GROUP} articles or more that has got another */
  constructor(port: Port, onLargeGroup: (group: string) => void = () => {}) {
    this.#port = port;
    this.#onLargeGroup = onLargeGroup;
  }

  /**
   * Publishes an article and compares it with those that may share its text.
   * @returns the ids of the articles that overlap with it, or did before its text changed
   */
  async publish(input: DedupArticle): Promise<string[]> {
    const { before, links } = await this.#find(input);
    await this.#port.replaceLinks(input.id, before, links);
    return touchedBy(input.id, before, links);
  }

  /** Stores an article, and finds its links: those of an earlier state stand until these take their place. */
  async #find(input: DedupArticle): Promise<{ before: string[]; links: Link[] }> {
    const words = readWords(input.text);
    const print = fingerprintOf(words);
    const article: ArticleText = { ...articleOf(input, words), text: input.text };
    if (input.before) article.revised = revisedFrom({ article, words, text: input.text }, input.before);
    this.#keep(article, words);
    const before = await this.#port.publish(article, print);
    const candidates = await this.#port.candidates(article.id, print);
    const keys = [...addressesOf(article), ...creditKeysOf(article)];
    const met = new Set([article.id]);
    const links = await this.#linksWith(article, words, [...candidates, ...(await this.#port.atAddress(keys))], met);
    const isCopy = links.some(
      (link) => link.newer === article.id && (link.kind === 'copy' || link.kind === 'revision'),
    );
    if (!isCopy) {
      const sources = sourceKeysOf(article);
      if (sources.length > 0)
        links.push(...(await this.#linksWith(article, words, await this.#port.atAddress(sources), met)));
    }
    return { before, links };
  }

  /** Compares an article with others, but for those it has met before. */
  async #linksWith(article: ArticleText, words: Words, ids: readonly string[], met: Set<string>): Promise<Link[]> {
    const fresh: string[] = [];
    for (const id of ids) {
      if (met.has(id)) continue;
      met.add(id);
      fresh.push(id);
    }
    if (fresh.length === 0) return [];
    const links: Link[] = [];
    for (const other of await this.#port.read(fresh)) {
      const overlap = this.#overlapOf({ article, words, text: article.text }, article, other);
      if (!overlap) continue;
      const [newer, older] = overlap.newer === article.id ? [article, other] : [other, article];
      links.push(linkOf(overlap, judge(overlap, newer, older)));
    }
    return links;
  }

  /**
   * Learns anew what recurs around these articles, and judges their links by it.
   * @param fresh the article whose links are new: they are judged in any case, for another worker may have learned since
   * @returns the ids of the articles at the ends of links that now mean something else
   */
  async weigh(ids: string[], fresh: string | null = null, port: Port = this.#port): Promise<string[]> {
    const { articles, links } = await around(port, ids);
    const byId = new Map<string, Article>(articles.map((article) => [article.id, article]));
    const changed = await this.#learn(ids, byId, links, port);
    if (changed.size > 0) await port.saveCommon(changed);
    for (const [id, common] of changed) byId.set(id, { ...byId.get(id)!, common });
    const judged: Link[] = [];
    const turned: string[] = [];
    for (const link of links) {
      if (link.newer !== fresh && link.older !== fresh && !changed.has(link.newer) && !changed.has(link.older))
        continue;
      const verdict = judge(link, byId.get(link.newer)!, byId.get(link.older)!);
      if (isSame(verdict, link)) continue;
      if (verdict.kind !== link.kind) turned.push(link.newer, link.older);
      judged.push(linkOf(link, verdict));
    }
    if (judged.length > 0) await port.saveLinks(judged);
    return turned;
  }

  /** The common stretches of these articles, where they are others than before. */
  async #learn(
    ids: string[],
    byId: ReadonlyMap<string, Article>,
    links: Link[],
    port: Port,
  ): Promise<Map<string, [number, number][]>> {
    const changed = new Map<string, [number, number][]>();
    const near = new Surroundings(byId, links);
    const asked = ids.flatMap((id) => byId.get(id) ?? []);
    const rich = new Map<string, readonly Partner[]>();
    for (const article of asked) {
      const partners = likelyPartners(article, near);
      if (partners.length > 0) rich.set(article.id, partners);
    }
    // Only where something may recur does it matter which of the partners are one text among themselves.
    const own = new Set(ids);
    const others = new Set<string>();
    for (const partners of rich.values()) for (const { id } of partners) if (!own.has(id)) others.add(id);
    const unknown = [...others];
    const more = unknown.length > 0 ? await port.linksOf(unknown) : [];
    const among = more.length > 0 ? new Surroundings(byId, [...new Set([...links, ...more])]) : near;
    for (const article of asked) {
      const partners = rich.get(article.id);
      if (!partners && article.common.length === 0) continue;
      const common = partners ? commonSpans(article, partners, among) : [];
      if (!areSame(common, article.common)) changed.set(article.id, common);
    }
    return changed;
  }

  /** Settles where these articles and all connected with them stand, and stores it. */
  async settle(ids: string[], port: Port = this.#port): Promise<Map<string, Syndication>> {
    const { articles, links, settled } = await component(port, ids);
    const rulings = await port.rulingsOn(articles.map(({ id }) => id));
    const rows = resolve(articles, links, rulings);
    tellSharedSources(rows, links);
    for (const id of rows.keys()) if (!settled.has(id)) rows.delete(id);
    await port.saveSyndication(rows);
    return rows;
  }

  /** One article through the whole stage: what the worker does for a job. */
  async deduplicate(input: DedupArticle): Promise<Syndication> {
    const { before, links } = await this.#find(input);
    const touched = [input.id, ...touchedBy(input.id, before, links)];
    // Links change with the groups that follow from them, in one piece. Between the two a copy of this text that another worker
    // settles would find itself alone, and be told as news a second time.
    return this.#port.exclusively(async (port) => {
      // Who shares text with nobody, as most do, turns nothing: half of what is asked for under the lock is asked for nothing then.
      if (touched.length === 1) return (await this.settle(touched, port)).get(input.id)!;
      await port.replaceLinks(input.id, before, links);
      const turned = await this.weigh(touched, input.id, port);
      if (turned.length === 0 && (await port.rulingsOn([input.id])).length === 0) {
        const row = await this.#joinLarge(input.id, port);
        if (row) return row;
      }
      const rows = await this.settle([...new Set([...touched, ...turned])], port);
      return rows.get(input.id)!;
    });
  }

  /**
   * Joins an article to a group that is too large to be settled as a whole for each newcomer: it takes the standing of a
   * copy of that group's original, and nobody else's changes.
   * @returns its row, or null where it belongs to no such group
   */
  async #joinLarge(id: string, port: Port): Promise<Syndication | null> {
    const links = await port.linksOf([id]);
    const [article] = await port.articlesOf([id]);
    const sources = links.filter((link) => link.newer === id && (link.kind === 'copy' || link.kind === 'revision'));
    if (!article || sources.length === 0) return null;
    const standings = await port.standingOf(sources.map((link) => link.older));
    for (const link of sources) {
      const standing = standings.get(link.older);
      if (!standing || (await port.groupSize(standing.group)) < LARGE_GROUP) continue;
      const [original] = await port.articlesOf([standing.originalId ?? link.older]);
      if (!original || isBefore(article, original)) continue;
      const row = rowInLarge(article, original, standing.group, link);
      await port.saveSyndication(new Map([[id, row]]));
      this.#onLargeGroup(standing.group);
      return row;
    }
    return null;
  }

  #overlapOf(side: Side, article: ArticleText, other: ArticleText): Overlap | null {
    const there = { article: other, words: this.#wordsOf(other), text: other.text };
    const overlap = compare(side, there, !sameOutlet(article, other));
    const agreement = agreementOf(article, other, overlap !== null);
    if (!agreement) return overlap;
    const [newer, older] = isBefore(article, other) ? [other.id, article.id] : [article.id, other.id];
    return { ...(overlap ?? { newer, older, exact: false, share: 0, originalShare: 0, spans: [] }), agreement };
  }

  #keep(article: ArticleText, words: Words): void {
    this.#forget(article.id);
    this.#words.set(article.id, { text: article.text, words });
    this.#cached += words.hashes.length;
    while (this.#cached > CACHED_WORDS) this.#forget(this.#words.keys().next().value!);
  }

  #forget(id: string): void {
    this.#cached -= this.#words.get(id)?.words.hashes.length ?? 0;
    this.#words.delete(id);
  }

  #wordsOf(article: ArticleText): Words {
    const held = this.#words.get(article.id);
    if (held && held.text === article.text) return held.words;
    const words = readWords(article.text);
    this.#keep(article, words);
    return words;
  }
}

function touchedBy(id: string, before: readonly string[], links: readonly Link[]): string[] {
  return [...before, ...links.map((link) => (link.newer === id ? link.older : link.newer))];
}

function isSame(a: Verdict, b: Verdict): boolean {
  if (a.kind !== b.kind || a.coverage !== b.coverage || a.originalCoverage !== b.originalCoverage) return false;
  return a.reason === b.reason && a.confidence === b.confidence && a.basis.join() === b.basis.join();
}
