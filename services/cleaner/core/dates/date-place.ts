import { textSize } from '../blocks/text-size.ts';
import { attribute, ElementNode, elementsOf, textOf } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';

/** Levels above a date at which its item of a list is looked for. */
const LEVELS = 5;
/** Nodes and characters of an item that are looked at. */
const LOOK = 600;
/** An item with more says more than a teaser or a short comment: it may be the article. */
const LONGEST_TEASER = 400;
/** Letters of a link that can be a headline, not an author's name or a section. */
const HEADLINE = 25;
/** Siblings that are looked at. */
const MAX_SIBLINGS = 60;

/** Does a date in the markup belong to something else than the page's article: a comment, or a teaser of another article? */
export function isOfOthers(date: ElementNode, url: string): boolean {
  for (let e: ElementNode | null = date; e; e = e.parent) if (kindsOf(e) & Kind.comments) return true;
  let item = date;
  for (let level = 0; level < LEVELS && item.parent && item.parent.tag !== 'body'; level += 1) {
    const holdsHeadline = elementsOf(item.parent).some((e) => e.tag === 'h1');
    item = item.parent;
    if (holdsHeadline) return false;
    const text = textOf(item, LOOK);
    if (text.length > LONGEST_TEASER) return false;
    if (linksAway(item, url)) return true;
  }
  return false;
}

/** Has it a link that reads like a headline and leads to another page? */
function linksAway(item: ElementNode, url: string): boolean {
  const own = pathOf(url);
  const among = siblingsLike(item);
  return elementsOf(item)
    .slice(0, MAX_SIBLINGS)
    .some((e) => {
      if (e.tag !== 'a') return false;
      const href = attribute(e, 'href') ?? '';
      const path = pathOf(href);
      if (path === '' || path === '/' || path === own || /author|rel=|\/tag\//i.test(href)) return false;
      // One among several of its like needs less of a headline.
      return textSize(textOf(e, LOOK)) >= (among ? HEADLINE / 2 : HEADLINE);
    });
}

/** Do others of its kind with a date of their own stand beside it? */
function siblingsLike(item: ElementNode): boolean {
  const name = attribute(item, 'class');
  return (item.parent?.children ?? [])
    .slice(0, MAX_SIBLINGS)
    .some(
      (c) =>
        c instanceof ElementNode &&
        c !== item &&
        c.tag === item.tag &&
        attribute(c, 'class') === name &&
        elementsOf(c).some((e) => e.tag === 'time'),
    );
}

function pathOf(href: string): string {
  return href
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}
