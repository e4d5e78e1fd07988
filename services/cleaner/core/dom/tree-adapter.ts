import { html, type Token, type TreeAdapter } from 'parse5';
import { ElementNode, type LightNode, TextNode } from './node.ts';

/** Thrown while a tree is built: the page is past a bound, and building on would only burn time. */
export class TreeBound extends Error {
  readonly bound: 'depth' | 'nodes' | 'characters';
  constructor(bound: TreeBound['bound'], message: string) {
    super(message);
    this.bound = bound;
  }
}

/** parse5's type map for the light nodes: comments and doctypes are not kept, so they are text nodes without a parent. */
export interface LightTypes {
  node: LightNode;
  parentNode: ElementNode;
  childNode: LightNode;
  document: ElementNode;
  documentFragment: ElementNode;
  element: ElementNode;
  commentNode: TextNode;
  textNode: TextNode;
  template: ElementNode;
  documentType: TextNode;
}

/**
 * A parse5 tree adapter that builds light nodes and stops at bounds.
 * @param maxDepth open elements at once (parse5 walks this stack for many tags: without a bound, nesting costs the square)
 * @param maxNodes elements in all
 */
export function createTreeAdapter(maxDepth: number, maxNodes: number): TreeAdapter<LightTypes> {
  let nodes = 0;
  let depth = 0;
  let mode: html.DOCUMENT_MODE = html.DOCUMENT_MODE.NO_QUIRKS;

  function append(parent: ElementNode, node: LightNode): void {
    parent.children.push(node);
    node.parent = parent;
  }
  function before(parent: ElementNode, node: LightNode, reference: LightNode): void {
    // From the end: what the tree rules move out of a table goes before it, and the table is the last child by then.
    const at = parent.children.lastIndexOf(reference);
    parent.children.splice(at < 0 ? parent.children.length : at, 0, node);
    node.parent = parent;
  }
  return {
    createDocument: () => new ElementNode('#document', '', []),
    createDocumentFragment: () => new ElementNode('#fragment', '', []),
    createElement(tag: string, namespace: string, attributes: Token.Attribute[]) {
      nodes += 1;
      if (nodes > maxNodes) throw new TreeBound('nodes', `more than ${maxNodes} elements`);
      return new ElementNode(tag, namespace, attributes);
    },
    createCommentNode: () => new TextNode(''),
    createTextNode: (value: string) => new TextNode(value),
    appendChild(parent: ElementNode, node: LightNode) {
      append(parent, node);
    },
    insertBefore(parent: ElementNode, node: LightNode, reference: LightNode) {
      before(parent, node, reference);
    },
    setTemplateContent(template: ElementNode, content: ElementNode) {
      template.content = content;
    },
    getTemplateContent: (template: ElementNode) => template.content ?? template,
    setDocumentType() {},
    setDocumentMode(_document: ElementNode, value: html.DOCUMENT_MODE) {
      mode = value;
    },
    getDocumentMode: () => mode,
    detachNode(node: LightNode) {
      if (!node.parent) return;
      const { children } = node.parent;
      const at = children[0] === node ? 0 : children.lastIndexOf(node);
      if (at >= 0) children.splice(at, 1);
      node.parent = null;
    },
    insertText(parent: ElementNode, text: string) {
      const last = parent.children.at(-1);
      if (last instanceof TextNode) last.value += text;
      else append(parent, new TextNode(text));
    },
    insertTextBefore(parent: ElementNode, text: string, reference: LightNode) {
      const previous = parent.children[parent.children.lastIndexOf(reference) - 1];
      if (previous instanceof TextNode) previous.value += text;
      else before(parent, new TextNode(text), reference);
    },
    adoptAttributes(element: ElementNode, attributes: Token.Attribute[]) {
      const known = new Set(element.attributes.map((a) => a.name));
      for (const a of attributes) if (!known.has(a.name)) element.attributes.push(a);
    },
    getFirstChild: (node: ElementNode) => node.children[0] ?? null,
    getChildNodes: (node: ElementNode) => node.children,
    getParentNode: (node: LightNode) => node.parent,
    getAttrList: (element: ElementNode) => element.attributes,
    getTagName: (element: ElementNode) => element.tag,
    getNamespaceURI: (element: ElementNode) => element.namespace as html.NS,
    getTextNodeContent: (node: TextNode) => node.value,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node: LightNode): node is TextNode => node instanceof TextNode,
    isCommentNode: (_node: LightNode): _node is TextNode => false,
    isDocumentTypeNode: (_node: LightNode): _node is TextNode => false,
    isElementNode: (node: LightNode): node is ElementNode => node instanceof ElementNode,
    setNodeSourceCodeLocation() {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation() {},
    onItemPush() {
      depth += 1;
      if (depth > maxDepth) throw new TreeBound('depth', `nested deeper than ${maxDepth}`);
    },
    onItemPop() {
      depth -= 1;
    },
  };
}
