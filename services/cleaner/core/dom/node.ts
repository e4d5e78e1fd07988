import type { AttributeName } from './attributes.ts';

/**
 * The light DOM: what parse5 builds for us, and no more. An element knows its tag, attributes, children and parent;
 * everything that a page's script could ask of a real DOM is missing on purpose (measured: a tenth of jsdom's time).
 */
export class ElementNode {
  readonly tag: string;
  readonly namespace: string;
  readonly attributes: { name: string; value: string }[];
  children: LightNode[] = [];
  parent: ElementNode | null = null;
  /** A `<template>`'s content, which the tree rules keep apart. */
  content: ElementNode | null = null;
  /** What the element calls itself, see container-kinds.ts; -1 until it is first asked. */
  kinds = -1;
  /** Its number in the order of its document, see {@link elementsOf}. */
  place = 0;

  constructor(tag: string, namespace: string, attributes: { name: string; value: string }[]) {
    this.tag = tag;
    this.namespace = namespace;
    this.attributes = attributes;
  }
}

export class TextNode {
  value: string;
  parent: ElementNode | null = null;
  constructor(value: string) {
    this.value = value;
  }
}

export type LightNode = ElementNode | TextNode;

/** An attribute's value, or null where the element has none of that name. */
export function attribute(element: ElementNode, name: AttributeName): string | null {
  for (const entry of element.attributes) if (entry.name === name) return entry.value;
  return null;
}

/**
 * All text below an element, white space collapsed.
 * @param work nodes and characters (white space but once) that are looked at; what lies beyond is left out. Nested elements
 * that are each asked for their text would else cost the square of the page.
 */
export function textOf(node: LightNode, work: number = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  gather(node, parts, work);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Returns the work that is left. */
function gather(node: LightNode, parts: string[], work: number): number {
  if (node instanceof TextNode) {
    parts.push(node.value);
    return work - 1 - node.value.trim().length;
  }
  if (node.tag === 'br') parts.push(' ');
  let left = work - 1;
  for (const child of node.children) {
    if (left <= 0) break;
    left = gather(child, parts, left);
  }
  return left;
}

const orders = new WeakMap<ElementNode, readonly ElementNode[]>();

/** Every element below (and with) a node, in document order. Listed once a root, and a document's elements numbered then: a tree does not change once it is built. */
export function elementsOf(root: ElementNode): readonly ElementNode[] {
  let order = orders.get(root);
  if (!order) {
    order = listed(root);
    if (root.parent === null) for (let i = 0; i < order.length; i += 1) (order[i] as ElementNode).place = i;
    orders.set(root, order);
  }
  return order;
}

function listed(root: ElementNode): ElementNode[] {
  const order: ElementNode[] = [];
  const stack: ElementNode[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    order.push(element);
    const { children } = element;
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i];
      if (child instanceof ElementNode) stack.push(child);
    }
  }
  return order;
}
