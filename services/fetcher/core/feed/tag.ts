import type { Attributes } from './scope.ts';

const NAME = /[A-Za-z_:\u0080-\uFFFF][^\s/>=<"']*/y;
const ATTRIBUTE =
  /[\s/]*([^\s=/>"'<]+)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|"([^"]*)"(?=[\s/>])|'([^']*)'(?=[\s/>])|([^\s>"'<]+)))?/y;
const LATER = /\s([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')(?=[\s/]|$)/g;
const TAG_END = /[\s/"']*>/y;
/** Attributes kept of one element: more is an attack on memory, not a feed. */
const MAX_ATTRIBUTES = 200;

/** A start tag as written. */
export interface StartTag {
  name: string;
  /** Null where the tag has none. */
  attributes: Attributes | null;
  /** `<x/>` */
  closed: boolean;
  /** Something in it could not be read as an attribute. */
  broken: boolean;
  /** The place after it. */
  end: number;
}

/**
 * Reads a start tag: quotes missing, doubled or left out are borne.
 * @param at the place of its `<`
 * @param nextClose the place of the next `>` from a place on, -1 for none
 * @returns null where the bracket opens no tag: it is text
 */
export function readStartTag(text: string, at: number, nextClose: (from: number) => number): StartTag | null {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  let place = at + 1 + name.length;
  if (text.charCodeAt(place) === 0x3e) return { name, attributes: null, closed: false, broken: false, end: place + 1 };
  const attributes: Attributes = [];
  for (;;) {
    ATTRIBUTE.lastIndex = place;
    const found = ATTRIBUTE.exec(text);
    if (!found) break;
    const value = found[2] ?? found[3] ?? found[4] ?? found[5] ?? found[6] ?? '';
    if (attributes.length < MAX_ATTRIBUTES) attributes.push([found[1]!, value]);
    place = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = place;
  const whole = TAG_END.test(text);
  let end = TAG_END.lastIndex;
  if (!whole) {
    const close = nextClose(place);
    const other = text.indexOf('<', place);
    if (close < 0 || (other >= 0 && other < close)) return null;
    end = close + 1;
    // A stray quote costs the attribute that it stands in, not those after it.
    for (const [, attribute, double, single] of text.slice(place, close).matchAll(LATER)) {
      if (attributes.length < MAX_ATTRIBUTES) attributes.push([attribute!, double ?? single ?? '']);
    }
  }
  return { name, attributes, closed: text.charCodeAt(end - 2) === 0x2f, broken: !whole, end };
}
