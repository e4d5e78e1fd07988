import { type ElementNode, elementsOf, TextNode } from '../dom/node.ts';
import { Kind, kindsOf } from './container-kinds.ts';

/** Characters of a box that unfolds: an answer, a chapter behind a tab. */
const UNFOLDING = 150;
/** So many boxes of one name and such length unfold, whatever shows them. */
const SEVERAL = 2;

/**
 * Marks as hidden what the page's own styles hide by a class or an id, but for boxes that come in a row and hold prose. To be
 * called before anything asks for kinds of the page's blocks.
 */
export function hideByStyle(body: ElementNode, names: ReadonlySet<string>): void {
  if (names.size === 0) return;
  const hidden = new Map<string, ElementNode[]>();
  for (const element of elementsOf(body))
    for (const name of namesOf(element)) if (names.has(name)) hidden.set(name, [...(hidden.get(name) ?? []), element]);
  for (const elements of hidden.values()) {
    if (elements.filter((e) => holds(e, UNFOLDING)).length >= SEVERAL) continue;
    for (const element of elements) element.kinds = kindsOf(element) | Kind.hidden;
  }
}

function namesOf({ attributes }: ElementNode): string[] {
  return attributes.flatMap(({ name, value }) => {
    if (name === 'class') return value.split(/\s+/).map((part) => `.${part}`);
    return name === 'id' ? [`#${value}`] : [];
  });
}

/** Does an element hold so many characters of text? */
function holds(element: ElementNode, least: number): boolean {
  let left = least;
  const visit = (node: ElementNode): void => {
    for (const child of node.children) {
      if (left <= 0) return;
      if (child instanceof TextNode) left -= child.value.trim().length;
      else visit(child);
    }
  };
  visit(element);
  return left <= 0;
}
