import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, type ArticleText, addressesOf, outletTimesOf } from './core/article.ts';
import { type Fingerprint, fingerprint } from './core/fingerprint.ts';
import type { Link } from './core/link.ts';
import { MAX_AT_ADDRESS, type Port } from './core/port.ts';
import { MAX_SAME_HASH, PostingIndex } from './core/posting-index.ts';
import type { Ruling } from './core/rulings.ts';

/** The store of `wirewatch dedup` and of the tests: everything in this process. */
export class MemoryPort implements Port {
  #numbers = new Map<string, number>();
  /** By number; a later state of an article takes a new one, and the old leads nowhere. */
  #articles: (ArticleText | null)[] = [];
  #index = new PostingIndex();
  #byHash = new Map<string, number[]>();
  #byAddress = new Map<string, string[]>();
  #links = new Map<string, Link[]>();
  #groupSizes = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();
  /** What analysts ruled. */
  readonly rulings: Ruling[] = [];
  readonly syndication = new Map<string, Syndication>();

  async publish(article: ArticleText, print: Fingerprint): Promise<string[]> {
    const known = this.#numbers.get(article.id);
    const before = this.#linksOf(article.id).map((link) => otherEnd(link, article.id));
    const old = known === undefined ? undefined : this.#articles[known]!;
    if (old?.text === article.text) {
      this.#articles[known!] = article;
    } else {
      if (old) {
        this.#index.remove(known!, fingerprint(old.text).keys);
        this.#articles[known!] = null;
      }
      const number = this.#articles.length;
      this.#articles.push(article);
      this.#numbers.set(article.id, number);
      this.#index.add(number, print.keys);
      if (print.textKey) push(this.#byHash, print.textKey, number);
    }
    for (const address of [...addressesOf(article), ...outletTimesOf(article)])
      push(this.#byAddress, address, article.id);
    return before;
  }

  async candidates(id: string, print: Fingerprint): Promise<string[]> {
    const self = this.#numbers.get(id) ?? -1;
    const found = new Set(this.#index.find(self, print.keys, this.#articles.length));
    if (print.textKey) for (const n of this.#byHash.get(print.textKey)?.slice(0, MAX_SAME_HASH) ?? []) found.add(n);
    const ids: string[] = [];
    for (const number of found) {
      const article = this.#articles[number];
      if (article && article.id !== id) ids.push(article.id);
    }
    return ids;
  }

  async atAddress(keys: string[]): Promise<string[]> {
    const found = new Set<string>();
    for (const key of keys)
      for (const id of this.#byAddress.get(key) ?? []) if (found.size < MAX_AT_ADDRESS) found.add(id);
    return [...found];
  }

  async read(ids: string[]): Promise<ArticleText[]> {
    const found: ArticleText[] = [];
    for (const id of ids) {
      const number = this.#numbers.get(id);
      if (number !== undefined) found.push(this.#articles[number]!);
    }
    return found;
  }

  async replaceLinks(id: string, before: readonly string[], links: Link[]): Promise<void> {
    const gone = new Set(before);
    this.#links.set(
      id,
      this.#linksOf(id).filter((link) => !gone.has(otherEnd(link, id))),
    );
    for (const other of gone) {
      this.#links.set(
        other,
        this.#linksOf(other).filter((link) => otherEnd(link, other) !== id),
      );
    }
    await this.saveLinks(links);
  }

  async saveLinks(links: Link[]): Promise<void> {
    for (const link of links) {
      const [mine, theirs] = [this.#linksOf(link.newer), this.#linksOf(link.older)];
      // The two hold the same link: the shorter list is looked through, for the first of a large group has thousands.
      const before = (mine.length < theirs.length ? mine : theirs).find((held) => isSamePair(held, link));
      if (before) {
        mine[mine.indexOf(before)] = link;
        theirs[theirs.indexOf(before)] = link;
      } else {
        mine.push(link);
        theirs.push(link);
      }
    }
  }

  articlesOf(ids: string[]): Promise<Article[]> {
    return this.read(ids);
  }

  async linksOf(ids: string[]): Promise<Link[]> {
    const links: Link[] = [];
    const asked = new Set<string>();
    for (const id of ids) {
      if (asked.has(id)) continue;
      // A link that was met from its other end stands there already.
      for (const link of this.#links.get(id) ?? []) if (!asked.has(otherEnd(link, id))) links.push(link);
      asked.add(id);
    }
    return links;
  }

  async saveCommon(common: Map<string, [number, number][]>): Promise<void> {
    for (const [id, spans] of common) {
      const number = this.#numbers.get(id);
      if (number !== undefined) this.#articles[number]!.common = spans;
    }
  }

  async standingOf(ids: string[]): Promise<Map<string, Syndication>> {
    return new Map(ids.flatMap((id) => (this.syndication.has(id) ? [[id, this.syndication.get(id)!]] : [])));
  }

  async rulingsOn(ids: string[]): Promise<Ruling[]> {
    const asked = new Set(ids);
    return this.rulings.filter(({ subject, other }) => asked.has(subject) || (other !== null && asked.has(other)));
  }

  async groupSize(group: string): Promise<number> {
    return this.#groupSizes.get(group) ?? 0;
  }

  async saveSyndication(rows: Map<string, Syndication>): Promise<void> {
    for (const [id, row] of rows) {
      const before = this.syndication.get(id);
      if (before) this.#groupSizes.set(before.group, this.#groupSizes.get(before.group)! - 1);
      this.#groupSizes.set(row.group, (this.#groupSizes.get(row.group) ?? 0) + 1);
      this.syndication.set(id, row);
    }
  }

  exclusively<T>(work: (port: Port) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => work(this));
    this.#last = result.catch(() => {});
    return result;
  }

  #linksOf(id: string): Link[] {
    let held = this.#links.get(id);
    if (!held) {
      held = [];
      this.#links.set(id, held);
    }
    return held;
  }
}

function otherEnd(link: Link, id: string): string {
  return link.newer === id ? link.older : link.newer;
}

function isSamePair(a: Link, b: Link): boolean {
  return (a.newer === b.newer && a.older === b.older) || (a.newer === b.older && a.older === b.newer);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
