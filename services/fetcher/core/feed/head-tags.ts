import { decodeHTMLAttribute } from 'entities';

/** A tag by which a page names other places. */
export interface HeadTag {
  /** Lower case. */
  tag: 'link' | 'a' | 'base' | 'meta';
  /** By lower-case names; of one that stands twice, the first. */
  attributes: ReadonlyMap<string, string>;
}

/** A bracket may stand within a quoted value; where quotes do not pair, the tag ends at its first one. Each way begins with another letter, so that nothing is tried twice. */
const TAG = /<(link|a|base|meta)\s((?:[^<>"']|"[^"<]{0,4000}"|'[^'<]{0,4000}')*|[^<>]*)>/gi;
const ATTRIBUTE = /(?<![a-z-])([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** The longest tag that announces a feed is a few hundred characters. */
const MAX_TAG = 4000;
/** Scripts and comments hold markup that is not the page's. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** The links, anchors, bases and metas of a page, in its order. */
export function* tagsOf(html: string): Generator<HeadTag> {
  for (const [, tag, written] of html.replace(HIDDEN, '').matchAll(TAG)) {
    yield { tag: tag!.toLowerCase() as HeadTag['tag'], attributes: readAttributes(written!.slice(0, MAX_TAG)) };
  }
}

function readAttributes(written: string): Map<string, string> {
  const found = [...written.matchAll(ATTRIBUTE)].map(
    ([, name, double, single, bare]) =>
      [name!.toLowerCase(), decodeHTMLAttribute(double ?? single ?? bare ?? '')] as const,
  );
  return new Map(found.reverse());
}
