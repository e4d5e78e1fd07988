import { LARGE_GROUP, type Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { asTheyStand, type Change, neighboursOf, touchedBy } from './changes.ts';
import type { Article, DedupArticle } from './core/article.ts';
import { commonSpans, likelyPartners, type Partner, Surroundings } from './core/common.ts';
import { isBefore } from './core/instant.ts';
import { areSame } from './core/intervals.ts';
import { judge } from './core/judge.ts';
import { type Link, linkOf, type Verdict } from './core/link.ts';
import { rowInLarge } from './core/member-row.ts';
import { around, component } from './core/neighbourhood.ts';
import type { Port } from './core/port.ts';
import { resolve } from './core/resolve.ts';
import { tellSharedSources } from './core/shared-sources.ts';
import { KnownWords } from './known-words.ts';
import { Partners } from './partners.ts';

/** The deduplicator over a store: in memory for the stream, over the database for the service. */
export class Engine {
  #port: Port;
  #onLargeGroup: (group: string) => void;
  readonly #partners: Partners;

  /**
   * @param onLargeGroup is told of a group of {@link LARGE_GROUP} articles or more that has got another
   * @param words of texts compared lately; by default room for a whole stream
   */
  constructor(port: Port, onLargeGroup: (group: string) => void = () => {}, words = new KnownWords()) {
    this.#port = port;
    this.#onLargeGroup = onLargeGroup;
    this.#partners = new Partners(port, words);
  }

  /**
   * Publishes an article and compares it with those that may share its text.
   * @returns the ids of the articles that overlap with it, or did before its text changed
   */
  async publish(input: DedupArticle): Promise<string[]> {
    const changes = await this.#partners.find(input);
    for (const { id, before, links } of changes) await this.#port.replaceLinks(id, before, links);
    return touchedBy(changes);
  }

  /**
   * Learns anew what recurs around these articles, and judges their links by it.
   * @param fresh the articles whose links are new: they are judged in any case, for another worker may have learned since
   * @param read articles as they are in this turn
   */
  async weigh(
    asked: string[],
    fresh: ReadonlySet<string> = NOBODY,
    read: ReadonlyMap<string, Article> = NOTHING,
    port: Port = this.#port,
  ): Promise<Weighed> {
    const known = new Set(asked);
    let { byId, links } = await around(port, asked, read);
    const meanwhile = [...neighboursOf(fresh, links)].filter((id) => !known.has(id));
    const ids = [...asked, ...meanwhile];
    if (meanwhile.length > 0) ({ byId, links } = await around(port, ids, byId));
    const changed = await this.#learn(ids, byId, links, port);
    if (changed.size > 0) await port.saveCommon(changed);
    for (const [id, common] of changed) byId.set(id, { ...byId.get(id)!, common });
    const judged: Link[] = [];
    const turned: string[] = [];
    for (const link of links) {
      if (![link.newer, link.older].some((id) => fresh.has(id) || changed.has(id))) continue;
      const verdict = judge(link, byId.get(link.newer)!, byId.get(link.older)!);
      if (isSame(verdict, link)) continue;
      if (verdict.kind !== link.kind) turned.push(link.newer, link.older);
      judged.push(linkOf(link, verdict));
    }
    if (judged.length > 0) await port.saveLinks(judged);
    return { turned, meanwhile };
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
    const changes = await this.#partners.find(input);
    let row = (await this.#change(changes, input.id)).get(input.id)!;
    for (let last = await this.#partners.overtaken(changes); last.length > 0; ) {
      row = (await this.#change(last)).get(input.id) ?? row;
      last = await this.#partners.overtaken(last);
    }
    return row;
  }

  /**
   * Puts links in place of others, and settles what follows.
   * @param newcomer the article that has come in, where it is the first time
   */
  #change(changes: readonly Change[], newcomer?: string): Promise<Map<string, Syndication>> {
    const touched = [...new Set([...(newcomer ? [newcomer] : []), ...touchedBy(changes)])];
    // Links change with the groups that follow from them, in one piece. Between the two a copy of this text that another worker
    // settles would find itself alone, and be told as news a second time.
    return this.#port.exclusively(async (port) => {
      // Who shares text with nobody, as most do, turns nothing: half of what is asked for under the lock is asked for nothing then.
      if (touched.length === 1) return this.settle(touched, port);
      const now = new Map((await port.articlesOf(touched)).map((article) => [article.id, article]));
      for (const { id, before, links } of asTheyStand(changes, now)) await port.replaceLinks(id, before, links);
      const { turned, meanwhile } = await this.weigh(touched, new Set(changes.map(({ id }) => id)), now, port);
      if (newcomer && changes.length === 1 && turned.length === 0 && (await port.rulingsOn([newcomer])).length === 0) {
        const row = await this.#joinLarge(newcomer, port);
        if (row) return new Map([[newcomer, row]]);
      }
      return this.settle([...new Set([...touched, ...turned, ...meanwhile])], port);
    }, touched);
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
}

/** What came of judging links anew. */
interface Weighed {
  /** The ids of the articles at the ends of links that now mean something else. */
  turned: string[];
  /**
   * The ids of those whom other workers have linked with fresh articles since these looked for partners. Two of their neighbours may be
   * linked only now, and with it what recurs in them is another: they are weighed, too.
   */
  meanwhile: string[];
}

const NOBODY: ReadonlySet<string> = new Set();
const NOTHING: ReadonlyMap<string, Article> = new Map();

function isSame(a: Verdict, b: Verdict): boolean {
  if (a.kind !== b.kind || a.coverage !== b.coverage || a.originalCoverage !== b.originalCoverage) return false;
  return a.reason === b.reason && a.confidence === b.confidence && a.basis.join() === b.basis.join();
}
