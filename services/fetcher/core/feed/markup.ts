import { decodeHTML } from 'entities';
import { WINDOWS_1252 } from './references.ts';
import type { XmlElement } from './xml.ts';

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'area', 'col', 'embed', 'source', 'track', 'meta', 'link']);
/** Tags, comments also where nobody closed them, and scripts and styles with all that they hold. */
const TAG = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?[A-Za-z][^<>]*>|<!--[\s\S]*?(?:-->|$)/gi;
/** Elements that end a line or a cell: a title must not glue the words on both sides. */
const BREAKING = /^<\/?(?:br|p|div|h[1-6]|li|ul|ol|tr|td|th|table|blockquote|section)\b/i;
const RAISED = /<(sub|sup)\b[^<>]*>([0-9+\-=()]{1,8})<\/\1\s*>/gi;
const SUBSCRIPTS = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index]!]));
const SUPERSCRIPTS = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'][index]!]));

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * What an element holds, as HTML. Character data alone is taken as the markup that it spells (RSS and Atom `html`);
 * where elements stand in it (XHTML, or HTML that nobody escaped), it is written out again, prefixes of XHTML left away.
 * @param literal character data is plain text, whose brackets are to be shown
 */
export function innerHtml(element: XmlElement, literal = false): string {
  const html = rawHtml(element, literal);
  return html.includes('&#1') ? html.replace(/&#(1[2-5]\d);/g, windowsReference) : html;
}

/** Character numbers of windows-1252 in escaped HTML: browsers read them as letters, strict readers as control characters. */
function windowsReference(written: string, digits: string): string {
  return WINDOWS_1252[Number(digits) - 0x80] ?? written;
}

function rawHtml(element: XmlElement, literal: boolean): string {
  const { children } = element;
  if (children.every((child) => typeof child === 'string')) {
    const text = children.length === 1 ? (children[0] as string) : children.join('');
    return literal ? escapeHtml(text) : text;
  }
  // A single XHTML div is the wrapper that Atom demands; it belongs to the construct, not to the text.
  const inner = children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const only = inner.length === 1 ? inner[0] : undefined;
  if (only !== undefined && typeof only !== 'string' && only.key === 'xhtml:div') return writeAll(only.children);
  return writeAll(children, !literal);
}

/** @param markup character data beside elements is markup itself (`&lt;b&gt;` next to a real `<br/>`) */
function writeAll(children: XmlElement['children'], markup = false): string {
  let out = '';
  for (const child of children) {
    if (typeof child === 'string') out += markup ? child : escapeHtml(child);
    else out += write(child);
  }
  return out;
}

/** HTML has no prefixes: elements of XHTML, SVG and MathML go by their local names, attributes of other vocabularies say nothing in it. */
function write({ name, attributes, children }: XmlElement): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    const plain = key === 'xml:lang' ? 'lang' : key;
    if (plain !== 'xmlns' && !plain.includes(':'))
      tag += ` ${plain}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
  }
  if (children.length === 0 && VOID.has(name.toLowerCase())) return `${tag}>`;
  return `${tag}>${writeAll(children)}</${name}>`;
}

/** H<sub>2</sub>O is H₂O, and no H2O or H 2 O. */
function raised(_written: string, tag: string, signs: string): string {
  const table = tag.toLowerCase() === 'sub' ? SUBSCRIPTS : SUPERSCRIPTS;
  return [...signs].map((sign) => table.get(sign)).join('');
}

/** Plain text of a title, byline or category that may be HTML: tags gone, references resolved, white space folded. */
export function plainText(html: string): string {
  let text = html;
  if (text.includes('<')) text = text.replace(RAISED, raised).replace(TAG, (tag) => (BREAKING.test(tag) ? ' ' : ''));
  if (text.includes('&')) text = decodeHTML(text);
  return text.replace(/\s+/g, ' ').trim();
}
