import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, type ArticleText, addressesOf, outletTimesOf } from './core/article.ts';
import { type Fingerprint, fingerprint } from './core/fingerprint.ts';
import { movedOf } from './core/first-texts.ts';
import { isBefore } from './core/instant.ts';
import type { Link } from './core/link.ts';
import { MAX_AT_ADDRESS, type Port, type Published, type State } from './core/port.ts';
import { type Displaced, MAX_SAME_HASH, PostingIndex } from './core/posting-index.ts';
import type { Ruling } from './core/rulings.ts';

/** What is kept of one id. */
interface Held {
  /** Its number among all that are held, for as long as this store lives. */
  place: number;
  /** The number of its text in the index; a later state of it takes a new one, and the old leads nowhere. */
  document: number;
  article: ArticleText;
  links: Link[];
  /** The place of the other end of each of the links: a place is soon looked up, an id is not. */
  others: number[];
}

/** The store of `wirewatch dedup` and of the tests: everything in this process. */
export class MemoryPort implements Port {
  #held = new Map<string, Held>();
  /** For each place the last call of {@link linksOf} that asked for it. */
  #asked = new Int32Array(1024);
  #calls = 0;
  #documents: (ArticleText | null)[] = [];
  #index = new PostingIndex((a, b) => this.#isBefore(a, b));
  #latest: Article | null = null;
  #byHash = new Map<string, number[]>();
  #byAddress = new Map<string, string[]>();
  #groupSizes = new Map<string, number>();
  #displacements = 0;
  #last: Promise<unknown> = Promise.resolve();
  /** What analysts ruled. */
  readonly rulings: Ruling[] = [];
  readonly syndication = new Map<string, Syndication>();

  async publish(article: ArticleText, print: Fingerprint): Promise<Published> {
    // Another state of an article is not put in its place while somebody settles by the former.
    if (this.#held.has(article.id)) return this.exclusively(async () => this.#enter(article, print));
    return this.#enter(article, print);
  }

  #enter(article: ArticleText, print: Fingerprint): Published {
    const known = this.#held.get(article.id);
    const before = known ? known.links.map((link) => otherEnd(link, article.id)) : [];
    let moved: State[] = [];
    let number: number;
    if (known && isSameState(known.article, article)) {
      number = known.document;
      known.article = article;
      this.#documents[number] = article;
    } else {
      if (known) {
        this.#index.remove(known.document, fingerprint(known.article.text).keys);
        this.#documents[known.document] = null;
      }
      const held = known ?? { place: this.#held.size, document: 0, article, links: [], others: [] };
      held.article = article;
      number = this.#documents.length;
      held.document = number;
      this.#documents.push(article);
      this.#held.set(article.id, held);
      const isLatest = !this.#latest || isBefore(this.#latest, article);
      if (isLatest) this.#latest = article;
      const displaced = isLatest ? this.#index.add(number, print.keys) : this.#index.insert(number, print.keys);
      if (print.textKey) this.#addSame(print.textKey, number, displaced);
      moved = this.#movedBy(displaced);
    }
    for (const address of addressesOf(article)) push(this.#byAddress, address, article.id);
    for (const key of outletTimesOf(article)) push(this.#byAddress, key, article.id);
    return { number, before, moved };
  }

  /** Adds an article to those of one text, which stand in the order in which they came out. */
  #addSame(textKey: string, number: number, displaced: Displaced): void {
    push(this.#byHash, textKey, number);
    const same = this.#byHash.get(textKey)!;
    let place = same.length - 1;
    for (; place > 0 && this.#isBefore(number, same[place - 1]!); place -= 1) same[place] = same[place - 1]!;
    same[place] = number;
    if (place < MAX_SAME_HASH) for (const one of same.slice(MAX_SAME_HASH)) displaced.out.add(one);
  }

  #movedBy({ out, first }: Displaced): State[] {
    if (out.size === 0) return [];
    this.#displacements += 1;
    const holders = this.#statesOf(first).flatMap(({ id }) =>
      this.#held.get(id)!.links.flatMap(({ newer, older }) => (older === id ? newer : [])),
    );
    const states = holders.map((id) => ({ id, number: this.#held.get(id)!.document }));
    return movedOf(this.#statesOf(out), states);
  }

  #statesOf(numbers: Iterable<number>): State[] {
    return [...numbers].flatMap((number) => {
      const article = this.#documents[number];
      return article ? { id: article.id, number } : [];
    });
  }

  /** Which of two states of articles came out first; what is gone comes last. */
  #isBefore = (a: number, b: number): boolean => {
    const [x, y] = [this.#documents[a], this.#documents[b]];
    return x && y ? isBefore(x, y) : Boolean(x) || (!y && a < b);
  };

  async displacements(): Promise<number> {
    return this.#displacements;
  }

  async candidates(id: string, print: Fingerprint): Promise<number[]> {
    const self = this.#held.get(id)?.document ?? -1;
    const found = this.#index.find(self, print.keys, this.#documents.length);
    const same = print.textKey ? this.#byHash.get(print.textKey) : undefined;
    if (same) for (const n of same.slice(0, MAX_SAME_HASH)) if (!found.includes(n)) found.push(n);
    return found.filter((number) => number !== self && this.#documents[number]);
  }

  async atAddress(keys: string[]): Promise<number[]> {
    const found = new Set<string>();
    for (const key of keys)
      for (const id of this.#byAddress.get(key) ?? []) if (found.size < MAX_AT_ADDRESS) found.add(id);
    return [...found].map((id) => this.#held.get(id)!.document);
  }

  async statesOf(numbers: readonly number[]): Promise<State[]> {
    return this.#statesOf(numbers);
  }

  async read(numbers: readonly number[]): Promise<(ArticleText | undefined)[]> {
    return numbers.map((number) => this.#documents[number] ?? undefined);
  }

  async replaceLinks(id: string, before: readonly string[], links: Link[]): Promise<void> {
    if (before.length > 0) {
      dropLinks(this.#held.get(id)!, new Set(before));
      const self = new Set([id]);
      for (const other of before) dropLinks(this.#held.get(other)!, self);
    }
    await this.saveLinks(links);
  }

  async saveLinks(links: Link[]): Promise<void> {
    for (const link of links) {
      const newer = this.#held.get(link.newer)!;
      const older = this.#held.get(link.older)!;
      // The two hold the same link: the shorter list is looked through, for the first of a large group has thousands.
      const [one, other] = newer.links.length < older.links.length ? [newer, older] : [older, newer];
      const at = one.others.indexOf(other.place);
      if (at >= 0) {
        one.links[at] = link;
        other.links[other.others.indexOf(one.place)] = link;
        continue;
      }
      one.links.push(link);
      one.others.push(other.place);
      other.links.push(link);
      other.others.push(one.place);
    }
  }

  async articlesOf(ids: string[]): Promise<Article[]> {
    const found: Article[] = [];
    for (const id of ids) {
      const held = this.#held.get(id);
      if (held) found.push(held.article);
    }
    return found;
  }
  async linksOf(ids: string[]): Promise<Link[]> {
    if (this.#asked.length < this.#held.size) {
      const asked = new Int32Array(this.#held.size * 2);
      asked.set(this.#asked);
      this.#asked = asked;
    }
    const asked = this.#asked;
    this.#calls += 1;
    const found: Link[] = [];
    for (const id of ids) {
      const held = this.#held.get(id);
      if (!held || asked[held.place] === this.#calls) continue;
      const { links, others } = held;
      // A link that was met from its other end stands there already.
      for (let i = 0; i < links.length; i += 1) if (asked[others[i]!] !== this.#calls) found.push(links[i]!);
      asked[held.place] = this.#calls;
    }
    return found;
  }

  async saveCommon(common: Map<string, [number, number][]>): Promise<void> {
    for (const [id, spans] of common) {
      const held = this.#held.get(id);
      if (held) held.article.common = spans;
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
}

/** Whether nothing by which it is found has changed. */
function isSameState(a: ArticleText, b: ArticleText): boolean {
  return a.text === b.text && !isBefore(a, b) && !isBefore(b, a);
}

function otherEnd(link: Link, id: string): string {
  return link.newer === id ? link.older : link.newer;
}

/** Takes away the links with these others. */
function dropLinks(held: Held, others: ReadonlySet<string>): void {
  const kept = held.links.map((link) => !others.has(otherEnd(link, held.article.id)));
  held.links = held.links.filter((_, i) => kept[i]);
  held.others = held.others.filter((_, i) => kept[i]);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}
