import { html as names } from 'parse5';
import { keepsAll } from './attributes.ts';

/** The name of a tag as it is meant, parse5's number of it, and whether all of its attributes are read. */
interface TagName {
  name: string;
  id: names.TAG_ID;
  keepsAll: boolean;
}

/** Names as written to names as meant; bounded, for a hostile page has as many as tags. */
const tagNames = new Map<string, TagName>();
const MOST_NAMES = 2000;

/** @param raw the name as the source writes it */
export function tagNameOf(raw: string): TagName {
  let known = tagNames.get(raw);
  if (known === undefined) {
    const name = raw.replace(/[A-Z]/g, (c) => c.toLowerCase());
    known = { name, id: names.getTagID(name), keepsAll: keepsAll(name) };
    if (tagNames.size >= MOST_NAMES) tagNames.clear();
    tagNames.set(raw, known);
  }
  return known;
}
