import { attribute, ElementNode, elementsOf } from '../dom/node.ts';

/** The `<meta>` and `<link>` tags of a page, by lower-case name, in order. */
export interface MetaTags {
  get(name: string): string | null;
  all(name: string): string[];
  canonical: string | null;
  title: string | null;
}

/** Reads the tags of a page: also those that stand in the body by fault. */
export function readTags(document: ElementNode): MetaTags {
  const values = new Map<string, string[]>();
  let canonical: string | null = null;
  let title: string | null = null;
  for (const element of elementsOf(document).filter(isMetadata)) {
    if (element.tag === 'meta') {
      readMeta(element, values);
    } else if (element.tag === 'link' && canonical === null) {
      if (attribute(element, 'rel')?.toLowerCase().split(/\s+/).includes('canonical'))
        canonical = attribute(element, 'href');
    } else if (element.tag === 'title' && title === null && element.namespace.endsWith('xhtml')) {
      const value = element.children.map((c) => (c instanceof ElementNode ? '' : c.value)).join('');
      title = value.replace(/\s+/g, ' ').trim() || null;
    }
  }
  return {
    get: (name) => values.get(name)?.[0] ?? null,
    all: (name) => values.get(name) ?? [],
    canonical,
    title,
  };
}

function isMetadata({ tag }: ElementNode): boolean {
  return tag === 'meta' || tag === 'link' || tag === 'title';
}

function readMeta(element: ElementNode, values: Map<string, string[]>): void {
  const name =
    attribute(element, 'property') ??
    attribute(element, 'name') ??
    attribute(element, 'itemprop') ??
    attribute(element, 'http-equiv');
  const content = attribute(element, 'content') ?? attribute(element, 'value');
  if (!name || !content || content.trim() === '') return;
  for (const key of name.toLowerCase().split(/\s+/)) {
    const known = values.get(key);
    if (known) known.push(content.trim());
    else values.set(key, [content.trim()]);
  }
}
