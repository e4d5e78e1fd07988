import { internalSubset } from './doctype.ts';
import { FeedError } from './feed-error.ts';
import { type EntityTable, entityTable, resolveReferences } from './references.ts';
import { type Attributes, type KnownName, Scope } from './scope.ts';
import { readStartTag, type StartTag } from './tag.ts';

/** An element of a document read tolerantly. */
export interface XmlElement {
  /** `name`, or `prefix:name` with the prefix of namespaces.ts; all lower case. */
  key: string;
  /** Local name as written. */
  name: string;
  /** By the same kind of key; values resolved. */
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** A document: its top elements, and what had to be mended on the way. */
export interface XmlDocument {
  roots: XmlElement[];
  repaired: Set<string>;
}

/** Real feeds stay under 40, also with XHTML content; a browser's own limit is 512. */
const MAX_DEPTH = 256;
/** A feed of 5,000 entries with 80 elements each: past this, memory and not the bytes would be the cost. */
const MAX_ELEMENTS = 400_000;
/** Where an operator raised the bytes, an element for each so many of them. */
const BYTES_AN_ELEMENT = 42;

/** Elements read at most of a document of up to so many bytes. */
export function mostElements(maxBytes: number): number {
  return Math.max(MAX_ELEMENTS, Math.floor(maxBytes / BYTES_AN_ELEMENT));
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

interface Open {
  element: XmlElement;
  name: KnownName;
  scope: Scope;
}

/**
 * Reads XML as it is found: junk before the root, undefined entities, bare ampersands and angle brackets, unclosed and crossed tags, missing
 * quotes and undeclared prefixes are mended and named in `repaired`. Linear in the text's length.
 * @throws FeedError `too-deep`, `too-large` or `too-many-entities` past a bound
 */
export function readXml(text: string, maxElements = MAX_ELEMENTS): XmlDocument {
  return new Reader(text, maxElements).read();
}

class Reader {
  readonly #text: string;
  readonly #maxElements: number;
  readonly #entities: EntityTable = entityTable();
  readonly #repaired = new Set<string>();
  readonly #roots: XmlElement[] = [];
  readonly #stack: Open[] = [];
  readonly #outermost = new Scope(new Map(), () => this.#repaired.add('undeclared-prefix'));
  #count = 0;
  #doctypeSeen = false;
  readonly #ahead = new Map<string, { from: number; found: number }>();

  constructor(text: string, maxElements: number) {
    this.#text = text;
    this.#maxElements = maxElements;
  }

  /**
   * `indexOf` whose total cost is linear: markup that opens a million constructs and closes none would else scan to the end for each.
   * Places are asked for in rising order only.
   */
  #find(needle: string, at: number): number {
    const last = this.#ahead.get(needle);
    if (last && at >= last.from && (last.found < 0 || last.found >= at)) return last.found;
    const found = this.#text.indexOf(needle, at);
    this.#ahead.set(needle, { from: at, found });
    return found;
  }

  read(): XmlDocument {
    const text = this.#text;
    let at = 0;
    while (at < text.length) {
      const next = text.indexOf('<', at);
      if (next < 0) {
        this.#addText(text.slice(at));
        break;
      }
      if (next > at) this.#addText(text.slice(at, next));
      at = this.#markup(next);
    }
    this.#close();
    if (this.#entities.undefinedSeen) this.#repaired.add('undefined-entity');
    return { roots: this.#roots, repaired: this.#repaired };
  }

  /** One construct that opens with `<` at `at`; the place after it. */
  #markup(at: number): number {
    const text = this.#text;
    const code = text.charCodeAt(at + 1);
    if (code === 0x2f) return this.#endTag(at);
    if (code === 0x21) return this.#declaration(at);
    if (code === 0x3f) return this.#instruction(at);
    return this.#startTag(at);
  }

  #instruction(at: number): number {
    const end = this.#find('?>', at);
    const other = this.#text.indexOf('<', at + 1);
    if (end >= 0 && (other < 0 || end < other)) return end + 2;
    const close = this.#find('>', at);
    return close < 0 ? this.#text.length : close + 1;
  }

  #declaration(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const end = this.#find('-->', at + 4);
      if (end >= 0) return end + 3;
      this.#repaired.add('unclosed-comment');
      const close = this.#find('>', at);
      return close < 0 ? text.length : close + 1;
    }
    if (text.startsWith('<![CDATA[', at)) return this.#cdata(at + 9);
    const close = this.#find('>', at);
    if (close < 0) return text.length;
    if (this.#doctypeSeen || !/^<!doctype/i.test(text.slice(at, at + 9))) return close + 1;
    this.#doctypeSeen = true;
    const doctype = internalSubset(text, at);
    for (const [name, value] of doctype.entities) this.#entities.declared.set(name, value);
    return doctype.end;
  }

  #cdata(start: number): number {
    const text = this.#text;
    let end = this.#find(']]>', start);
    let after = end + 3;
    if (end < 0) {
      // Unclosed: it can reach no further than its element's own end tag.
      this.#repaired.add('unclosed-cdata');
      const open = this.#stack.at(-1);
      end = open ? this.#endTagOf(open.name.lower, start) : text.length;
      after = end;
    }
    const open = this.#stack.at(-1);
    if (open && end > start) open.element.children.push(text.slice(start, end));
    return after;
  }

  /** Where the end tag of this name begins, from `start` on; the text's end where there is none. */
  #endTagOf(name: string, start: number): number {
    const text = this.#text;
    for (let at = this.#find('</', start); at >= 0; at = this.#find('</', at + 2)) {
      const after = at + 2 + name.length;
      // The last character first: a name of kilobytes is not copied at each end tag.
      if (text.charAt(after - 1).toLowerCase() !== name.at(-1) || text.slice(at + 2, after).toLowerCase() !== name)
        continue;
      if (/^\s*>/.test(text.slice(after, after + 100))) return at;
    }
    return text.length;
  }

  #startTag(at: number): number {
    const tag = readStartTag(this.#text, at, (from) => this.#find('>', from));
    if (tag === null) {
      this.#repaired.add('bare-angle-bracket');
      this.#addText('<');
      return at + 1;
    }
    if (tag.broken) this.#repaired.add('broken-tag');
    this.#open(tag);
    return tag.end;
  }

  #open({ name: written, attributes, closed }: StartTag): void {
    this.#count += 1;
    if (this.#count > this.#maxElements) throw new FeedError('too-large', `more than ${this.#maxElements} elements`);
    const stack = this.#stack;
    const outer = stack.at(-1)?.scope ?? this.#outermost;
    const scope = attributes ? outer.within(attributes) : outer;
    const name = scope.name(written);
    this.#closeBefore(name);
    const element: XmlElement = {
      key: name.key,
      name: name.local,
      attributes: attributes ? this.#attributes(attributes, scope) : NO_ATTRIBUTES,
      children: [],
    };
    (stack.at(-1)?.element.children ?? this.#roots).push(element);
    if (closed || name.isVoid) return;
    stack.push({ element, name, scope });
    if (stack.length > MAX_DEPTH) {
      throw new FeedError(
        'too-deep',
        `more than ${MAX_DEPTH} elements inside one another, at <${written.slice(0, 40)}>`,
      );
    }
  }

  /** Closes what cannot stay open when an element of this name begins. */
  #closeBefore(name: KnownName): void {
    const stack = this.#stack;
    const top = stack.at(-1);
    if (!top) return;
    if (name.closesItsKind && top.name.lower === name.lower) {
      stack.pop();
    } else if (name.neverNested) {
      // Deeper inside, the name belongs to some other vocabulary, or to a channel of channels (CDF).
      const depth = stack.findLastIndex((open) => open.name.key === name.key);
      if (depth < stack.length - 2 || depth < 0 || name.key === 'channel') return;
      this.#repaired.add('unclosed-element');
      stack.length = depth;
    } else if (top.name.isPlainField && name.isField && stack.at(-2)?.name.isEntry) {
      // A misspelt end tag left the field open.
      this.#repaired.add('unclosed-element');
      stack.pop();
    }
  }

  #endTag(at: number): number {
    const text = this.#text;
    const stack = this.#stack;
    let end = this.#find('>', at);
    if (end < 0) return text.length;
    const other = text.indexOf('<', at + 1);
    // `</title <link>`: the bracket of the next tag closes nothing of this one.
    if (other >= 0 && other < end) end = other - 1;
    const written = text
      .slice(at + 2, end + (text.charCodeAt(end) === 0x3e ? 0 : 1))
      .trim()
      .toLowerCase();
    const top = stack.at(-1);
    if (top && top.name.lower === written) {
      stack.pop();
      return end + 1;
    }
    const depth = stack.findLastIndex((open) => open.name.lower === written);
    this.#repaired.add(depth < 0 ? 'stray-end-tag' : 'unclosed-element');
    if (depth >= 0) stack.length = depth;
    return end + 1;
  }

  /** At the end of the text: what is still open was cut off. A cut field of an entry would be half an address or half a text. */
  #close(): void {
    const stack = this.#stack;
    const last = stack.at(-1);
    if (!last) return;
    this.#repaired.add('truncated');
    const parent = stack.at(-2);
    if (parent?.name.isEntry && last.element.children.every((child) => typeof child === 'string')) {
      parent.element.children.pop();
    }
  }

  #addText(raw: string): void {
    const open = this.#stack.at(-1);
    if (!open) {
      if (raw.trim() !== '') this.#repaired.add('junk-outside-root');
      return;
    }
    open.element.children.push(raw.includes('&') ? resolveReferences(raw, this.#entities) : raw);
  }

  #attributes(written: Attributes, scope: Scope): Record<string, string> {
    // Without a prototype: an attribute may be called "constructor".
    const out: Record<string, string> = Object.create(null);
    for (const [name, value] of written) {
      const key = scope.attributeKey(name);
      if (!(key in out)) out[key] = resolveReferences(value, this.#entities);
    }
    return out;
  }
}
