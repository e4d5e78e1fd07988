import type { NameMention } from '../names/name-mention.ts';
import type { Scan } from '../scan.ts';

/** One who acts, with what its own words tell. */
interface Told {
  from: number;
  to: number;
  country: string | null;
  bare: boolean;
}

/** Where the surname stands first: "Kim Jong Un", then "Kim". */
const SURNAME_FIRST = new Set(['PRK', 'KOR', 'CHN', 'TWN', 'VNM']);

/** Whom an article has given a country: "Danish minister Lena Korrsund", then "Korrsund". */
export class KnownPeople {
  /** By last name; null where two of one name are of two countries. */
  readonly #byLastName = new Map<string, string | null>();

  readonly #surnames = new Set<string>();

  /** Knows those whose country their own mention tells. */
  constructor(scanned: Scan, names: readonly NameMention[]) {
    for (const { type, from, to, country } of names) {
      if (type !== 'person') continue;
      if (to - from > 1) this.#surnames.add(scanned.key[to - 1] as string);
      if (country) {
        this.#add(scanned.key[to - 1] as string, country);
        if (to - from > 1 && SURNAME_FIRST.has(country)) this.#add(scanned.key[from] as string, country);
      }
    }
  }

  /** Whether a lone word is the last name of somebody whom the text names in full. */
  isSurname(scanned: Scan, { from, to }: { from: number; to: number }): boolean {
    return to - from === 1 && this.#surnames.has(scanned.key[from] as string);
  }

  /** Learns the persons among those who act whose country is told by the words beside them. */
  learn(scanned: Scan, names: readonly NameMention[], actors: readonly Told[]): void {
    for (const { from: start, to: stop, country, bare } of actors) {
      if (!country || bare) continue;
      for (const { type, from, to, country: own } of names)
        if (type === 'person' && own === null && from >= start && to <= stop)
          this.#add(scanned.key[to - 1] as string, country);
    }
  }

  /** The country of a person named elsewhere, null where none is known. */
  countryOf(scanned: Scan, { type, to }: NameMention): string | null {
    return type === 'person' ? (this.#byLastName.get(scanned.key[to - 1] as string) ?? null) : null;
  }

  #add(name: string, country: string): void {
    const known = this.#byLastName.get(name);
    this.#byLastName.set(name, known === undefined || known === country ? country : null);
  }
}
