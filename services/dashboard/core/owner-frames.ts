/** Sentences of a foot that are looked at; a foot with more is a page of its own. */
const MOST_SENTENCES = 12;
/** A sentence is nobody's by chance from so many characters and words on. */
const LEAST_LENGTH = 60;
const LEAST_WORDS = 8;
const MOST_FEET = 4;
const LONGEST_FOOT = 40_000;

/** What services and laws make everybody write. */
const EVERYBODYS =
  /recaptcha|cookie|privacy|datenschutz|javascript|browser|wordpress|newsletter|subscribe|sign up|e-?mail address|validation|vendors|powered by|all rights reserved|terms of (?:use|service)/i;

/**
 * The sentences of a page's foot (`<footer>`), folded so that they can be compared word for word: how a publisher speaks of itself. What
 * everybody writes there is left out. Linear in the page.
 * @param seen the page's markup without what nobody sees
 */
export function footSentences(seen: string): string[] {
  const found = new Set<string>();
  for (const { index: at } of seen.matchAll(/<footer\b/gi).take(MOST_FEET)) {
    const foot = seen.slice(at, at + LONGEST_FOOT).split(/<\/footer/i, 1)[0]!;
    const text = foot
      .replace(/<\/?(?:a|b|i|em|strong|span|abbr|small)\b[^<>]{0,2000}>/gi, '')
      .replace(/<[^<>]{0,2000}>/g, '\n');
    for (const sentence of text.split(/\n|(?<=[.!?。])\s/)) {
      const folded = sentence.replace(/\s+/g, ' ').trim();
      if (folded.length < LEAST_LENGTH || folded.split(' ').length < LEAST_WORDS || EVERYBODYS.test(folded)) continue;
      if (/©|&copy;|copyright/i.test(folded)) continue;
      found.add(folded);
      if (found.size === MOST_SENTENCES) return [...found];
    }
  }
  return [...found];
}

const LINK = /<link\s([^<>]{1,2000})>/gi;
const ICON = /\brel\s{0,4}=\s{0,4}["']?(?:shortcut |apple-touch-)?icon\b/i;
const ADDRESS = /\bhref\s{0,4}=\s{0,4}["']?(?:https?:)?\/\/([^"'\s>?#]{4,300})/i;
/** Hosts of platforms and themes, whose icons their guests bear. */
const SHARED_HOSTS =
  /(?:^|\.)(?:w\.org|wp\.com|wordpress\.com|parastorage\.com|blogspot\.com|blogger\.com|squarespace(?:-cdn)?\.com|googleusercontent\.com|gstatic\.com|cloudfront\.net|medium\.com|ghost\.io|substackcdn\.com)$/;

/** Addresses of a page's icons, host and path: one that two outlets share lies where their owner keeps it. */
export function iconAddresses(markup: string): string[] {
  const found = new Set<string>();
  for (const [, attributes] of markup.matchAll(LINK)) {
    const address = ICON.test(attributes!) ? ADDRESS.exec(attributes!)?.[1] : undefined;
    if (address?.includes('/') && !SHARED_HOSTS.test(address.split('/')[0]!.toLowerCase())) found.add(address);
  }
  return [...found];
}
