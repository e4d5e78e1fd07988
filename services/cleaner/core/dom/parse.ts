import { Parser, parse } from 'parse5';
import { hiddenNames } from './hidden-names.ts';
import { ElementNode } from './node.ts';
import { readSource } from './read-source.ts';
import { openShadowRoots } from './shadow-roots.ts';
import { flattenSource, stripSource } from './strip.ts';
import { createTreeAdapter, TreeBound } from './tree-adapter.ts';

/** A page as a light tree. */
export interface Page {
  document: ElementNode;
  head: ElementNode;
  body: ElementNode;
  /** `lang` of `<html>`, as written. */
  lang: string | null;
  jsonLd: string[];
  /** The state of the page's scripts, as written. */
  states: string[];
  /** Classes and ids that the page's own styles hide, each with its `.` or `#`. */
  hidden: ReadonlySet<string>;
  /** What had to be done to the source before it could be read. */
  repaired: string[];
}

/** Characters without scripts, styles and the attributes of images, times the room; the largest of 983 real pages has 545,000. */
const MAX_STRIPPED = 4_000_000;
/** Chromium gives up at 512 open elements; real pages stay under 100. */
const MAX_DEPTH = 512;
/** Times the room. A tree of this size takes some 2 s and 300 MB; the largest real page seen has 60,000. */
const MAX_NODES = 250_000;

/**
 * HTML source to a light tree by the HTML5 rules.
 * @param room how many times the usual bounds the page may take
 * @throws TreeBound where the page has too many elements or characters
 */
export function parsePage(source: string, room = 1): Page {
  const { html, jsonLd, states, styles, scripts } = stripSource(openShadowRoots(source));
  const most = MAX_STRIPPED * room;
  if (html.length > most)
    throw new TreeBound('characters', `more than ${most} characters without its scripts and styles`);
  const repaired: string[] = [];
  let document: ElementNode;
  try {
    document = build(html, room);
  } catch (error) {
    if (!(error instanceof TreeBound) || error.bound !== 'depth') throw error;
    repaired.push(`${error.message}: deeper tags left out`);
    document = build(flattenSource(html, MAX_DEPTH / 4), room);
  }
  const hidden = hiddenNames(styles, scripts);
  const root = child(document, 'html') ?? document;
  const lang = root.attributes.find((a) => a.name === 'lang' || a.name === 'xml:lang')?.value ?? null;
  const head = child(root, 'head') ?? root;
  return { document, head, body: child(root, 'body') ?? root, lang, jsonLd, states, hidden, repaired };
}

/** The tree by the quick reader, and by parse5 alone where that one meets what it does not read. */
export function build(html: string, room = 1): ElementNode {
  const builder = new Parser({ treeAdapter: createTreeAdapter(MAX_DEPTH, MAX_NODES * room), scriptingEnabled: false });
  const source = html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html;
  return readSource(source, builder) ? builder.document : buildSlowly(source, room);
}

/** The tree by parse5 alone: what every tree has to be like. */
export function buildSlowly(html: string, room = 1): ElementNode {
  return parse(html, { treeAdapter: createTreeAdapter(MAX_DEPTH, MAX_NODES * room), scriptingEnabled: false });
}

function child(parent: ElementNode, tag: string): ElementNode | null {
  for (const node of parent.children) if (node instanceof ElementNode && node.tag === tag) return node;
  return null;
}
