import type { XmlElement } from './xml.ts';

/** The elements directly inside an element. */
export function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** Child elements by key, in the document's order. */
export type Fields = ReadonlyMap<string, readonly XmlElement[]>;

/** An element's children by key. `own` names a prefix that is the format's own and so is left out of the keys. */
export function fields(parent: XmlElement, own = ''): Fields {
  const out = new Map<string, XmlElement[]>();
  const prefix = own === '' ? '' : `${own}:`;
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    const key = prefix !== '' && child.key.startsWith(prefix) ? child.key.slice(prefix.length) : child.key;
    const list = out.get(key);
    if (list) list.push(child);
    else out.set(key, [child]);
  }
  return out;
}

/** The text of an element and all below it. */
export function textOf(element: XmlElement): string {
  const { children } = element;
  if (children.length === 1 && typeof children[0] === 'string') return children[0];
  let text = '';
  for (const child of children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}

/** The first non-empty text among the fields named, in the order of the names; white space folded at both ends. */
export function firstText(of: Fields, ...keys: string[]): string | null {
  for (const key of keys) {
    for (const element of of.get(key) ?? []) {
      const text = textOf(element).trim();
      if (text !== '') return text;
    }
  }
  return null;
}
