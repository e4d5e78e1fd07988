import { rootOf } from '../blocks/region.ts';
import { attribute, ElementNode, elementsOf, TextNode } from '../dom/node.ts';
import { Kind, kindsOf } from './container-kinds.ts';
import { forgetEntries } from './entries.ts';

/** A text node of fewer characters is a label, a link's text or a name: no prose. */
const PROSE = 20;
/** From this share of the page's prose an element wraps the article: what its name says of one box cannot be meant of all that. */
const MOST = 0.5;
/** What holds as much of a body that names itself is the body. */
const NEARLY_ALL = 0.95;
/** What says where in the article something stands, and is true of all that it wraps. */
const KEPT = Kind.body | Kind.article | Kind.quote | Kind.table | Kind.list;
/** Kinds of boxes that can hold more prose than a short article: only round the headline, or round a body that names itself, are their names void. */
const CAN_BE_LONG = Kind.comments | Kind.related | Kind.consent | Kind.footer | Kind.nav | Kind.aside | Kind.author;

/**
 * Forgets what wrappers of the whole article are called: `tag-harbour` of a blog's own slugs, `dialog-off-canvas` of a theme,
 * `newsletter-post`, a form round the page. Measured on news, 3.7 % of the text's words went by such names.
 * To be called before anything asks for kinds of the page's blocks.
 */
export function forgetWrappers(body: ElementNode): void {
  const order = elementsOf(body);
  const prose = new Float64Array(elementsOf(rootOf(body)).length);
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const element = order[i] as ElementNode;
    if (element.tag === 'a') continue;
    const chars = (prose[element.place] as number) + ownProse(element);
    prose[element.place] = chars;
    const { parent } = element;
    if (parent && element !== body) prose[parent.place] = (prose[parent.place] as number) + chars;
  }
  const least = (prose[body.place] as number) * MOST;
  if (least === 0) return;
  const chain: ElementNode[] = [];
  for (let e: ElementNode | undefined = body; e; e = e.children.find((c) => isMost(c, prose, least)) as ElementNode)
    chain.push(e);
  const headed = new Set<ElementNode>();
  for (const element of order.filter(({ tag }) => tag === 'h1'))
    for (let e = element.parent; e && !headed.has(e); e = e.parent) headed.add(e);
  const named = chain.findLastIndex((e, i) => i > 0 && (kindsOf(e) & Kind.body) !== 0);
  const within = named < 0 ? 0 : (prose[(chain[named] as ElementNode).place] as number) * NEARLY_ALL;
  const sure = chain.findLastIndex(
    (e, i) => headed.has(e) || i === named || (named > 0 && i > named && (prose[e.place] as number) >= within),
  );
  chain.forEach((element, i) => {
    const kinds = kindsOf(element);
    const hidden = kinds & Kind.hidden && hidesItself(element) ? Kind.hidden : 0;
    element.kinds = kinds & (KEPT | hidden | (i <= sure ? 0 : CAN_BE_LONG));
  });
  forgetEntries(body, prose);
}

function isMost(node: ElementNode | TextNode, prose: Float64Array, least: number): boolean {
  return node instanceof ElementNode && (prose[node.place] as number) >= least;
}

function ownProse({ children }: ElementNode): number {
  let chars = 0;
  for (const child of children)
    if (child instanceof TextNode && child.value.length >= PROSE) chars += proseOf(child.value);
  return chars;
}

/** Characters of a text node, 0 where it is mostly white space. */
function proseOf(value: string): number {
  const { length } = value.trim();
  return length >= PROSE ? length : 0;
}

/** Is it hidden by more than a name? `aria-hidden` is set on the whole page behind a dialog. */
function hidesItself(element: ElementNode): boolean {
  return attribute(element, 'hidden') !== null || /display\s*:\s*none/i.test(attribute(element, 'style') ?? '');
}
