import { createRequire } from 'node:module';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const require = createRequire(import.meta.url);

type Node = DefaultTreeAdapterTypes.Node;
type Readable = ReturnType<typeof load>;

/** The document that Readability brings along for places without a DOM; it reads what is written like XML. */
interface SmallDomParser {
  parse(markup: string, url: string): Document;
}

let loaded: Readable | null = null;

function load() {
  return {
    Parser: require('@mozilla/readability/JSDOMParser.js') as new () => SmallDomParser,
    Readability: (require('@mozilla/readability') as typeof import('@mozilla/readability')).Readability,
  };
}

/** Readability's own guard: beyond this it freezes on odd pages (seen for minutes). */
const MAX_ELEMENTS = 60_000;

/**
 * The reference extractor, Readability: page source to the article's HTML, or null where it finds none. It reads parse5's tree through
 * the small DOM that comes with it: a full one's start costs as much CPU as a hundred pages, and 150 MB. Loaded when first asked.
 */
export function reference(html: string, url: string): string | null {
  loaded ??= load();
  const { Parser, Readability } = loaded;
  const address = /^https?:/i.test(url) ? url : 'https://page.invalid/';
  try {
    const document = new Parser().parse(wellFormed(parse(html, { scriptingEnabled: false })), address);
    const options = { maxElemsToParse: MAX_ELEMENTS, charThreshold: 200 };
    return new Readability(document, options).parse()?.content ?? null;
  } catch {
    return null;
  }
}

const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const ATTRIBUTE = /^[a-z_][\w.:-]*$/i;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ESCAPES[c] as string);
}

/** The tree written so that every element is closed, without styles and without the scripts that are no data. */
function wellFormed(root: Node): string {
  const parts: string[] = [];
  const write = (node: Node): void => {
    if (node.nodeName === '#text') parts.push(escaped((node as DefaultTreeAdapterTypes.TextNode).value));
    if (!('childNodes' in node)) return;
    if (!('tagName' in node)) {
      for (const child of node.childNodes) write(child);
      return;
    }
    const { tagName, attrs } = node;
    if (tagName === 'style' || tagName === 'template') return;
    if (tagName === 'script' && !attrs.some((a) => a.name === 'type' && a.value.includes('ld+json'))) return;
    parts.push('<', tagName);
    for (const { name, value } of attrs) if (ATTRIBUTE.test(name)) parts.push(' ', name, '="', escaped(value), '"');
    if (VOID.has(tagName)) {
      parts.push('/>');
      return;
    }
    parts.push('>');
    for (const child of node.childNodes) write(child);
    parts.push('</', tagName, '>');
  };
  write(root);
  return parts.join('');
}
