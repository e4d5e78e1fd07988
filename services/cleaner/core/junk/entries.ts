import { attribute, ElementNode, type TextNode } from '../dom/node.ts';
import { Kind, kindsOf } from './container-kinds.ts';

/** Boxes of one name that are a row of entries: fewer can be boxes beside a text. */
const LEAST = 5;
/** Share of the page's prose that such a row has at least. Of the labelled pages nine have one, with .37 to .73; comments have no headings. */
const SHARE = 0.3;
/** Share of its boxes that have a heading of their own. */
const HEADED = 0.8;
/** What the boxes are called after what they tell of: products that are for sale, firms and people that are introduced. */
const TOLD = Kind.ad | Kind.author;
/** Whatever else they are called, they are no entries. */
const ELSE =
  Kind.comments | Kind.related | Kind.nav | Kind.footer | Kind.aside | Kind.hidden | Kind.consent | Kind.newsletter;

/**
 * Forgets what the entries of a guide are called, a product's or a firm's box each: no page advertises so often and so much.
 * @param prose characters of prose below each element, by its place
 */
export function forgetEntries(body: ElementNode, prose: Float64Array): void {
  const rows = new Map<string, ElementNode[]>();
  collect(body, prose, rows);
  const total = prose[body.place] as number;
  for (const row of rows.values()) {
    if (row.length < LEAST) continue;
    const chars = row.reduce((sum, e) => sum + (prose[e.place] as number), 0);
    if (chars < total * SHARE || row.filter(hasHeading).length < row.length * HEADED) continue;
    for (const box of row) forget(box);
  }
}

/** Boxes that hold prose by name, the outermost only: each element is looked at once, however deep they are nested. */
function collect(element: ElementNode, prose: Float64Array, rows: Map<string, ElementNode[]>): void {
  for (const child of element.children) {
    if (!(child instanceof ElementNode) || prose[child.place] === 0) continue;
    const kinds = kindsOf(child);
    if (kinds & ELSE) continue;
    if ((kinds & TOLD) === 0) {
      collect(child, prose, rows);
      continue;
    }
    const name = `${child.tag} ${attribute(child, 'class')?.trim().split(/\s/, 1)[0] ?? ''} ${kinds}`;
    const row = rows.get(name);
    if (row) row.push(child);
    else rows.set(name, [child]);
  }
}

/** Is there a heading in it that is no link to somewhere else? */
function hasHeading(element: ElementNode): boolean {
  return element.children.some(
    (child) =>
      child instanceof ElementNode && child.tag !== 'a' && (HEADING.test(child.tag) ? says(child) : hasHeading(child)),
  );
}

const HEADING = /^h[2-5]$/;

function says(node: ElementNode | TextNode): boolean {
  if (!(node instanceof ElementNode)) return node.value.trim() !== '';
  return node.tag !== 'a' && node.children.some(says);
}

function forget(element: ElementNode): void {
  element.kinds = kindsOf(element) & ~TOLD;
  for (const child of element.children) if (child instanceof ElementNode) forget(child);
}
