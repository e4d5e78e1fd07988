import type { Article, ArticleText } from './core/article.ts';
import type { Link } from './core/link.ts';

/** Links of an article that take the place of others. */
export interface Change {
  id: string;
  /** The articles at the other ends of those that go. */
  before: string[];
  links: Link[];
  /** Who had links with it: some of them may have lost or found a neighbour of their neighbour. */
  near: string[];
  /** In what state all of these were. */
  look: Look;
}

/** Whom one has met who looks for partners of an article, and in what state they were whose links he wants to change. */
export class Look {
  readonly article: ArticleText;
  /** Of its state. */
  readonly number: number;
  /** {@link Port.displacements} before it was looked. */
  readonly asOf: number | null;
  /** Numbers of the states with which it was to be compared. */
  candidates: readonly number[] = [];
  readonly #met: Set<number>;
  readonly #states = new Map<string, string>();

  constructor(article: ArticleText, number: number, asOf: number | null) {
    this.article = article;
    this.number = number;
    this.asOf = asOf;
    this.#met = new Set([number]);
    this.at([article]);
  }

  /** Those of these states that were not met before. */
  meet(numbers: readonly number[]): number[] {
    const fresh: number[] = [];
    for (const number of numbers) {
      if (this.#met.has(number)) continue;
      this.#met.add(number);
      fresh.push(number);
    }
    return fresh;
  }

  at(articles: readonly Article[]): void {
    for (const article of articles) this.#states.set(article.id, stateOf(article));
  }

  /** Whether this article still is what was looked at. */
  holds(id: string, now: ReadonlyMap<string, Article>): boolean {
    const article = now.get(id);
    return article !== undefined && stateOf(article) === this.#states.get(id);
  }
}

/** What links follow from: the words, and when they came out. */
function stateOf({ textKey, instant }: Article): string {
  return `${textKey} ${instant.at} ${instant.seen}`;
}

/**
 * What of some changes holds for the articles as they are now. Who has become another since was stored as such after the look that found
 * its former state, finds whoever looked, and settles what is between them. Who is gone has no links.
 * @param now the articles at both ends of all of these links
 */
export function asTheyStand(changes: readonly Change[], now: ReadonlyMap<string, Article>): Change[] {
  return changes.flatMap((change) => {
    const { id, look } = change;
    if (!look.holds(id, now)) return [];
    const before = change.before.filter((other) => look.holds(other, now));
    const links = change.links.filter((link) => look.holds(otherEnd(link, id), now));
    return [{ ...change, before, links }];
  });
}

/** The articles whose links change, and the other ends of these. */
export function touchedBy(changes: readonly Change[]): string[] {
  return changes.flatMap(({ id, before, links, near }) => [
    id,
    ...before,
    ...near,
    ...links.map((link) => otherEnd(link, id)),
  ]);
}

export function otherEnd({ newer, older }: Link, id: string): string {
  return newer === id ? older : newer;
}

/** The other ends of these articles' links. */
export function neighboursOf(ids: ReadonlySet<string>, links: readonly Link[]): Set<string> {
  const others = new Set<string>();
  for (const { newer, older } of links) {
    if (ids.has(newer)) others.add(older);
    if (ids.has(older)) others.add(newer);
  }
  return others;
}
