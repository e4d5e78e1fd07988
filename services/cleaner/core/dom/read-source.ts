import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { type Parser, Token, TokenizerMode } from 'parse5';
import { keptName } from './attributes.ts';
import { tagNameOf } from './tag-names.ts';
import type { LightTypes } from './tree-adapter.ts';

type TreeBuilder = Parser<LightTypes>;
/** parse5's insertion modes of framesets, in which white space stands apart from other text. */
const FRAMESETS: ReadonlySet<number> = new Set([19, 20, 22]);

/** `<!doctype html>` with or without public and system identifiers, in the forms that need no repair. */
const DOCTYPE =
  /<!doctype[ \t\n\f]+([a-z]+)(?:[ \t\n\f]+(?:public[ \t\n\f]+(?:"([^">]*)"|'([^'>]*)')(?:[ \t\n\f]+(?:"([^">]*)"|'([^'>]*)'))?|system[ \t\n\f]+(?:"([^">]*)"|'([^'>]*)')))?[ \t\n\f]*>/iy;

/**
 * Reads HTML source for parse5's tree builder: the same tokens as its own tokeniser makes, in a fifth of the time, for whole
 * texts are looked up by their end instead of code point by code point, and attributes that nothing reads are passed over.
 * @param source without null characters and without carriage returns
 * @returns false where the source has something that is read otherwise (an open comment, a script, CDATA, a doctype in need of
 * repair): the tree is then unfinished, and the source is parse5's alone
 */
export function readSource(source: string, builder: TreeBuilder): boolean {
  const reader = new SourceReader(source, builder);
  return reader.read();
}

class SourceReader {
  readonly #source: string;
  readonly #builder: TreeBuilder;
  #at = 0;
  #selfClosing = false;

  constructor(source: string, builder: TreeBuilder) {
    this.#source = source;
    this.#builder = builder;
  }

  read(): boolean {
    const source = this.#source;
    const end = source.length;
    let textFrom = 0;
    for (let open = source.indexOf('<'); open >= 0; ) {
      if (this.#opens(open)) {
        if (open > textFrom) this.#text(textFrom, open);
        if (!this.#markup(open)) return false;
        textFrom = this.#at;
      }
      open = source.indexOf('<', Math.max(open + 1, textFrom));
    }
    if (textFrom < end) this.#text(textFrom, end);
    this.#builder.onEof({ type: Token.TokenType.EOF, location: null });
    return true;
  }

  /** Does markup begin at this bracket? */
  #opens(open: number): boolean {
    const next = this.#source.charCodeAt(open + 1);
    return (
      isLetter(next) ||
      next === 33 /* ! */ ||
      next === 63 /* ? */ ||
      (next === 47 /* / */ && open + 2 < this.#source.length)
    );
  }

  /** Reads what opens at a bracket; `at` is behind it then, the source's end where it is cut off in a tag. False where it is parse5's alone. */
  #markup(open: number): boolean {
    const source = this.#source;
    const next = source.charCodeAt(open + 1);
    if (isLetter(next)) {
      this.#at = open + 1;
      const name = this.#startTag();
      if (name === null) return this.#cutOff();
      return this.#builder.tokenizer.state === TokenizerMode.DATA || this.#holdsRaw(name);
    }
    if (next !== 47 /* / */) return this.#declaration(open);
    const letter = source.charCodeAt(open + 2);
    if (isLetter(letter)) {
      this.#at = open + 2;
      return this.#endTag() || this.#cutOff();
    }
    if (letter !== 62 /* > */) return this.#declaration(open);
    this.#at = open + 3;
    return true;
  }

  /** The source ends within a tag: nothing of it is text. */
  #cutOff(): boolean {
    this.#at = this.#source.length;
    return true;
  }

  /** An element was opened that holds no elements. */
  #holdsRaw(name: string): boolean {
    const { tokenizer } = this.#builder;
    const { state } = tokenizer;
    if (state !== TokenizerMode.RCDATA && state !== TokenizerMode.RAWTEXT) return false;
    tokenizer.state = TokenizerMode.DATA;
    this.#rawText(name, state === TokenizerMode.RCDATA);
    return true;
  }

  /** Text as the tree builder wants it: white space at its head apart, for some places take only that. */
  #text(from: number, to: number): void {
    const raw = this.#source.slice(from, to);
    this.#characters(raw.includes('&') ? decodeHTML(raw) : raw);
  }

  #characters(text: string): void {
    const builder = this.#builder;
    let first = 0;
    while (first < text.length && isSpace(text.charCodeAt(first))) first += 1;
    if (first > 0) this.#space(first === text.length ? text : text.slice(0, first));
    if (first === text.length) return;
    if (!FRAMESETS.has(builder.insertionMode)) {
      const chars = first === 0 ? text : text.slice(first);
      builder.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null });
      return;
    }
    for (const chars of text.slice(first).match(/[ \t\n\f]+|[^ \t\n\f]+/g) ?? []) {
      if (isSpace(chars.charCodeAt(0))) this.#space(chars);
      else builder.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null });
    }
  }

  #space(chars: string): void {
    this.#builder.onWhitespaceCharacter({ type: Token.TokenType.WHITESPACE_CHARACTER, chars, location: null });
  }

  /** The content of an element that has no elements in it, up to its own end tag. */
  #rawText(name: string, decoded: boolean): void {
    const source = this.#source;
    const from = this.#at;
    const end = new RegExp(`</${name}(?=[ \\t\\n\\f/>])`, 'gi');
    end.lastIndex = from;
    const to = end.exec(source)?.index ?? source.length;
    if (to > from) {
      const raw = source.slice(from, to);
      this.#characters(decoded && raw.includes('&') ? decodeHTML(raw) : raw);
    }
    this.#at = to;
  }

  /** Returns the element's name, or null where the source ends in the tag. */
  #startTag(): string | null {
    const { name, id, keepsAll: all } = tagNameOf(this.#name());
    const attrs: Token.Attribute[] = [];
    if (!this.#attributes(attrs, all)) return null;
    this.#builder.onStartTag({
      type: Token.TokenType.START_TAG,
      tagName: name,
      tagID: id,
      selfClosing: this.#selfClosing,
      ackSelfClosing: false,
      attrs,
      location: null,
    });
    return name;
  }

  #endTag(): boolean {
    const { name, id } = tagNameOf(this.#name());
    if (!this.#attributes(null, false)) return false;
    this.#builder.onEndTag({
      type: Token.TokenType.END_TAG,
      tagName: name,
      tagID: id,
      selfClosing: false,
      ackSelfClosing: false,
      attrs: [],
      location: null,
    });
    return true;
  }

  /** A tag's name as written; `at` is behind it then. */
  #name(): string {
    const source = this.#source;
    const from = this.#at;
    let i = from + 1;
    for (; i < source.length; i += 1) {
      const c = source.charCodeAt(i);
      if (c <= 62 && (c === 62 || c === 47 || isSpace(c))) break;
    }
    this.#at = i;
    return source.slice(from, i);
  }

  /** Reads to the tag's end; false where the source ends before. */
  #attributes(into: Token.Attribute[] | null, all: boolean): boolean {
    const source = this.#source;
    const end = source.length;
    let i = this.#at;
    let seen: Set<string> | null = null;
    for (;;) {
      let c = source.charCodeAt(i);
      let slash = false;
      while (isSpace(c) || c === 47) {
        slash = c === 47;
        i += 1;
        c = source.charCodeAt(i);
      }
      if (i >= end) return false;
      if (c === 62 /* > */) {
        this.#selfClosing = slash;
        this.#at = i + 1;
        return true;
      }
      // An equals sign that opens a name is part of it.
      const nameFrom = i;
      i += 1;
      for (; i < end; i += 1) {
        c = source.charCodeAt(i);
        if (c <= 62 && (c === 61 || c === 62 || c === 47 || isSpace(c))) break;
      }
      const nameTo = i;
      while (i < end && isSpace(c)) {
        i += 1;
        c = source.charCodeAt(i);
      }
      let valueFrom = i;
      let valueTo = i;
      if (i < end && c === 61 /* = */) {
        do {
          i += 1;
          c = source.charCodeAt(i);
        } while (i < end && isSpace(c));
        if (c === 34 || c === 39) {
          valueFrom = i + 1;
          valueTo = source.indexOf(c === 34 ? '"' : "'", valueFrom);
          if (valueTo < 0) return false;
          i = valueTo + 1;
        } else {
          valueFrom = i;
          for (; i < end; i += 1) {
            c = source.charCodeAt(i);
            if (c === 62 || isSpace(c)) break;
          }
          valueTo = i;
        }
      }
      if (i >= end) return false;
      if (into === null) continue;
      const raw = source.slice(nameFrom, nameTo);
      const name = all ? raw.replace(/[A-Z]/g, (l) => l.toLowerCase()) : keptName(raw);
      if (name === undefined) continue;
      if (seen === null ? into.some((a) => a.name === name) : seen.has(name)) continue;
      const value = source.slice(valueFrom, valueTo);
      into.push({ name, value: value.includes('&') ? decodeHTMLAttribute(value) : value });
      if (seen !== null) seen.add(name);
      else if (into.length > MOST_COMPARED) seen = new Set(into.map((a) => a.name));
    }
  }

  /** Doctypes and what the rules read as a comment; false for what they read otherwise. */
  #declaration(open: number): boolean {
    const source = this.#source;
    const builder = this.#builder;
    if (source.charCodeAt(open + 1) === 33 /* ! */) {
      if (source.startsWith('--', open + 2)) return false;
      if (/^doctype/i.test(source.slice(open + 2, open + 9))) return this.#doctype(open);
      if (builder.tokenizer.inForeignNode && source.startsWith('[CDATA[', open + 2)) return false;
    }
    const end = source.indexOf('>', open + 2);
    this.#at = end < 0 ? source.length : end + 1;
    builder.onComment({ type: Token.TokenType.COMMENT, data: '', location: null });
    return true;
  }

  #doctype(open: number): boolean {
    DOCTYPE.lastIndex = open;
    const match = DOCTYPE.exec(this.#source);
    if (!match) return false;
    this.#at = DOCTYPE.lastIndex;
    this.#builder.onDoctype({
      type: Token.TokenType.DOCTYPE,
      name: (match[1] as string).toLowerCase(),
      forceQuirks: false,
      publicId: match[2] ?? match[3] ?? null,
      systemId: match[4] ?? match[5] ?? match[6] ?? match[7] ?? null,
      location: null,
    });
    return true;
  }
}

/** Attributes of one element that are compared one by one; a hostile element has a hundred thousand. */
const MOST_COMPARED = 16;

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isSpace(code: number): boolean {
  return code === 32 || (code <= 12 && code >= 9 && code !== 11);
}
