import { type ElementNode, TextNode } from '../core/dom/node.ts';

const VOID = new Set(['br', 'img', 'hr', 'meta', 'link', 'input', 'source', 'wbr', 'col', 'embed', 'area', 'track']);

/** A light tree as HTML again, with the elements and texts that are wanted. */
export function serialise(
  element: ElementNode,
  wanted: (e: ElementNode) => boolean,
  textIn: (parent: ElementNode) => boolean = () => true,
): string {
  const attributes = element.attributes.map(
    (a) => ` ${a.name}="${a.value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`,
  );
  const open = `<${element.tag}${attributes.join('')}>`;
  if (VOID.has(element.tag)) return open;
  const inner = element.children.map((child) => {
    if (child instanceof TextNode)
      return textIn(element) ? child.value.replace(/&/g, '&amp;').replace(/</g, '&lt;') : ' ';
    return wanted(child) ? serialise(child, wanted, textIn) : '';
  });
  return `${open}${inner.join('')}</${element.tag}>`;
}
