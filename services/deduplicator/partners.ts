import { type Change, Look, otherEnd } from './changes.ts';
import { agreementOf } from './core/agreement.ts';
import {
  type ArticleText,
  addressesOf,
  articleOf,
  creditKeysOf,
  type DedupArticle,
  meetByAddress,
  sameOutlet,
  sourceKeysOf,
} from './core/article.ts';
import { compare, type Side } from './core/compare.ts';
import { fingerprintOf } from './core/fingerprint.ts';
import { Spare } from './core/first-texts.ts';
import { isBefore } from './core/instant.ts';
import { judge } from './core/judge.ts';
import { type Link, linkOf, type Overlap } from './core/link.ts';
import type { Port, State } from './core/port.ts';
import { FRAME_TEXTS } from './core/posting-index.ts';
import { revisedFrom } from './core/revised.ts';
import { readWords, type Words } from './core/words.ts';
import { KnownApart } from './known-apart.ts';
import type { KnownWords } from './known-words.ts';

/** Looks for those with whom articles have text in common, outside the turn in which their links are stored. */
export class Partners {
  readonly #port: Port;
  readonly #words: KnownWords;
  readonly #spare = new Spare();
  readonly #apart = new KnownApart();

  constructor(port: Port, words: KnownWords) {
    this.#port = port;
    this.#words = words;
  }

  /** Stores an article, and finds its links: those of an earlier state stand until these take their place. */
  async find(input: DedupArticle): Promise<Change[]> {
    const words = readWords(input.text);
    const print = fingerprintOf(words);
    const article: ArticleText = { ...articleOf(input, words), text: input.text };
    if (input.before) article.revised = revisedFrom({ article, words, text: input.text }, input.before);
    this.#words.keep(article, words);
    const since = await this.#port.displacements();
    const { number, before, moved } = await this.#port.publish(article, print);
    // Its own is no other's.
    const asOf = since === null ? null : since + (moved.length > 0 ? 1 : 0);
    const look = new Look(article, number, asOf);
    if (before.length > 0) look.at(await this.#port.articlesOf(before));
    look.candidates = await this.#port.candidates(article.id, print);
    const keys = [...addressesOf(article), ...creditKeysOf(article)];
    const links = await this.#linksWith(look, words, [...look.candidates, ...(await this.#port.atAddress(keys))]);
    const isCopy = links.some(
      (link) => link.newer === article.id && (link.kind === 'copy' || link.kind === 'revision'),
    );
    if (!isCopy) {
      const sources = sourceKeysOf(article);
      if (sources.length > 0) links.push(...(await this.#linksWith(look, words, await this.#port.atAddress(sources))));
    }
    const changes: Change[] = [{ id: article.id, before, links, near: [], look }];
    if (this.#spare.spend(moved.length)) changes.push(...(await this.#findAllAnew(moved, article, asOf)));
    return changes;
  }

  /**
   * Those of these changes that others have overtaken: since the look of an article, and before its links could be seen, a text has taken
   * a place among the first of a key that it has. Whoever stored that text knew nothing of these links.
   * @returns what is to be changed, too, now that they can be seen
   */
  async overtaken(changes: readonly Change[]): Promise<Change[]> {
    const asOf = await this.#port.displacements();
    const again = new Map<number, ArticleText>();
    for (const { look } of changes) {
      const { article, number, candidates } = look;
      // No key of it is in so many texts that one could take another's place.
      if (candidates.length < FRAME_TEXTS || (asOf !== null && asOf === look.asOf)) continue;
      const now = new Set(await this.#port.candidates(article.id, fingerprintOf(this.#words.of(article))));
      const gone = candidates.filter((other) => !now.has(other));
      if (gone.length === 0 && now.size === candidates.length) continue;
      again.set(number, article);
      for (const [i, other] of (await this.#port.read(gone)).entries())
        if (other && isBefore(article, other)) again.set(gone[i]!, other);
    }
    if (!this.#spare.spend(again.size, 0)) return [];
    const found: Change[] = [];
    for (const [number, article] of again) found.push(...(await this.#findAnew(article, number, asOf)));
    return found;
  }

  /** Those that have others to be compared with since an article was stored: who came out after it. */
  async #findAllAnew(moved: readonly State[], since: ArticleText, asOf: number | null): Promise<Change[]> {
    const changes: Change[] = [];
    const numbers = moved.map(({ number }) => number);
    for (const [i, other] of (await this.#port.read(numbers)).entries())
      if (other && isBefore(since, other)) changes.push(...(await this.#findAnew(other, numbers[i]!, asOf)));
    return changes;
  }

  /** Whom a text is compared with, where that has become others: those that came out before it, of which it met some. */
  async #findAnew(article: ArticleText, number: number, asOf: number | null): Promise<Change[]> {
    const words = this.#words.of(article);
    const look = new Look(article, number, asOf);
    // Before the candidates: who comes in between the two is one of these, and no link of his is taken for a former one.
    const held = await this.#port.linksOf([article.id]);
    const near = new Set(held.map((link) => otherEnd(link, article.id)));
    look.candidates = await this.#port.candidates(article.id, fingerprintOf(words));
    // Who is known to have nothing in common with it need not be told by name.
    const states = await this.#port.statesOf(look.candidates.filter((other) => !this.#apart.has(number, other)));
    const unknown = states.flatMap((state) => (near.has(state.id) ? [] : state.number));
    const links = (await this.#linksWith(look, words, unknown)).filter(({ newer }) => newer === article.id);
    const wanted = new Set(states.map(({ id }) => id));
    const unwanted = held.filter((link) => link.newer === article.id && !link.agreement && !wanted.has(link.older));
    const others = await this.#port.articlesOf(unwanted.map(({ older }) => older));
    look.at(others);
    const before = others.filter((other) => !meetByAddress(article, other)).map(({ id }) => id);
    if (links.length + before.length === 0) return [];
    return [{ id: article.id, before, links, near: [...near], look }];
  }

  /** Compares an article with others, but for those it has met before. */
  async #linksWith(look: Look, words: Words, numbers: readonly number[]): Promise<Link[]> {
    const fresh = look.meet(numbers);
    if (fresh.length === 0) return [];
    const { article, number } = look;
    const side = { article, words, text: article.text };
    const links: Link[] = [];
    const others = await this.#port.read(fresh);
    for (let i = 0; i < others.length; i += 1) {
      const other = others[i];
      // Who has become another between the two questions finds this one, if his text now is one to be compared with it.
      if (!other) continue;
      const overlap = this.#overlapOf(side, article, other);
      if (!overlap) {
        this.#apart.add(number, fresh[i]!);
        continue;
      }
      look.at([other]);
      const [newer, older] = overlap.newer === article.id ? [article, other] : [other, article];
      links.push(linkOf(overlap, judge(overlap, newer, older)));
    }
    return links;
  }

  #overlapOf(side: Side, article: ArticleText, other: ArticleText): Overlap | null {
    const there = { article: other, words: this.#words.of(other), text: other.text };
    const overlap = compare(side, there, !sameOutlet(article, other));
    const agreement = agreementOf(article, other, overlap !== null);
    if (!agreement) return overlap;
    const [newer, older] = isBefore(article, other) ? [other.id, article.id] : [article.id, other.id];
    return { ...(overlap ?? { newer, older, exact: false, share: 0, originalShare: 0, spans: [] }), agreement };
  }
}
