import { prefixOfHabit, prefixOfUri } from './namespaces.ts';

/** What the reader needs to know of an element's name; worked out once for each name in each scope. */
export interface KnownName {
  /** As written, lower case, for matching the end tag. */
  lower: string;
  /** See `XmlElement.key`. */
  key: string;
  /** Local name as written. */
  local: string;
  /** An HTML element without content: inside a feed's text it is written unclosed. */
  isVoid: boolean;
  /** An HTML element whose end tag is optional: the next of the kind closes it. */
  closesItsKind: boolean;
  /** Never stands within its own kind: a second one means that the first was not closed. */
  neverNested: boolean;
  isEntry: boolean;
  /** A field of an entry that holds plain text only. */
  isPlainField: boolean;
  isField: boolean;
}

export type Attributes = [name: string, value: string][];

/** Bindings kept of one element: more is an attack on memory, not a feed. */
const MAX_BINDINGS = 200;
const MAX_CACHED_NAMES = 1000;
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'area', 'col', 'embed']);
const CLOSES_ITS_KIND = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'option']);
const NEVER_NESTED = new Set(['item', 'channel', 'atom:entry', 'sitemap:url']);
const ENTRY = /^(?:item|entry|atom:entry)$/;
const PLAIN_FIELD = /^(?:atom:)?(?:title|link|guid|id|pubdate|published|updated|category|comments)$/;
const OTHER_FIELD = /^(?:atom:)?(?:description|summary|content|author|enclosure)$|^(?:content|dc):/;

/** The namespace prefixes in force at a place of the document. Shared by all elements below that declare none of their own. */
export class Scope {
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #names = new Map<string, KnownName>();
  readonly #undeclared: () => void;

  /** @param undeclared called for each prefix met that nothing declares */
  constructor(bindings: ReadonlyMap<string, string>, undeclared: () => void) {
    this.#bindings = bindings;
    this.#undeclared = undeclared;
  }

  /** The scope inside an element with these attributes. */
  within(attributes: Attributes): Scope {
    let bindings: Map<string, string> | null = null;
    for (const [name, value] of attributes) {
      if (!/^xmlns(?::|$)/i.test(name)) continue;
      bindings ??= new Map(this.#bindings.size < MAX_BINDINGS ? this.#bindings : []);
      const bound = name.slice(6).toLowerCase();
      bindings.set(bound, prefixOfUri(value, bound));
    }
    return bindings ? new Scope(bindings, this.#undeclared) : this;
  }

  name(written: string): KnownName {
    let known = this.#names.get(written);
    if (known === undefined) {
      known = this.#describe(written);
      if (this.#names.size < MAX_CACHED_NAMES) this.#names.set(written, known);
    }
    return known;
  }

  attributeKey(written: string): string {
    const lower = written.toLowerCase();
    const colon = lower.indexOf(':');
    return colon < 0 ? lower : `${this.#prefix(lower.slice(0, colon))}:${lower.slice(colon + 1)}`;
  }

  #describe(written: string): KnownName {
    const lower = written.toLowerCase();
    const colon = written.indexOf(':');
    const local = colon < 0 ? written : written.slice(colon + 1);
    const prefix = colon < 0 ? (this.#bindings.get('') ?? '') : this.#prefix(lower.slice(0, colon));
    const key = prefix === '' ? local.toLowerCase() : `${prefix}:${local.toLowerCase()}`;
    const isPlainField = PLAIN_FIELD.test(key);
    return {
      lower,
      key,
      local,
      isVoid: VOID.has(lower),
      closesItsKind: CLOSES_ITS_KIND.has(lower),
      neverNested: NEVER_NESTED.has(key),
      isEntry: ENTRY.test(key),
      isPlainField,
      isField: isPlainField || OTHER_FIELD.test(key),
    };
  }

  #prefix(written: string): string {
    const bound = this.#bindings.get(written);
    if (bound !== undefined) return bound;
    if (written !== 'xml' && written !== 'xmlns') this.#undeclared();
    return prefixOfHabit(written);
  }
}
