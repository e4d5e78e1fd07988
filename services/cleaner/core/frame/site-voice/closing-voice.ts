import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { isCommonWord, siteVoice } from './site-voice.ts';

/** Blocks from the end that are asked, each only where what stands behind it went. */
const CLOSING = 3;
/** The longest block, in characters: who addresses readers is brief. */
const LONGEST = 300;
/** Fewer paragraphs before it are no article that it could be compared with. */
const LEAST_BEFORE = 3;
/** Log odds from which a paragraph is the site's. Chosen on labelled articles that the model had not seen, see docs/decisions. */
const SITES = 0.3;
/** The same where an article goes on below it: a box between two paragraphs. Chosen likewise. */
const SITES_WITHIN = 3.5;
/** A share of its own words that the article uses too, from which a paragraph is on the article's matter. */
const ON_THE_MATTER = 0.5;
/** Letters of a word that tell what it is about, and those of its beginning that stand for all its endings. */
const TELLING = 4;
const STEM = 5;
/** Speaks in somebody's name: what a quotation asks for is told of. */
const QUOTED = /^["“„«‘'»—–-]/u;
/** What stands behind a colon is quoted, too. */
const ANNOUNCES = /[:：]\s*$/;

/**
 * Which of a text's last paragraphs are the site that speaks to its readers, by their voice, and not about what the article is about.
 * @param went is a block gone already?
 * @param isItem is a block an item of a list?
 * @returns their places, the last one first
 */
export function closingVoice(
  texts: readonly string[],
  went: (at: number) => boolean,
  isItem: (at: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let at = texts.length - 1; at >= Math.max(LEAST_BEFORE, texts.length - CLOSING); at -= 1) {
    if (went(at)) continue;
    const text = texts[at] as string;
    if (text.length > LONGEST || QUOTED.test(text) || isItem(at)) break;
    if (siteVoice(text) <= SITES || isOnTheMatter(text, texts.slice(0, at))) break;
    found.push(at);
  }
  return found;
}

/**
 * Which paragraphs before those are a box of the site's between two of the article's: an offer, a notice in place of a film.
 * @param isItem is a block an item of a list?
 */
export function voiceWithin(texts: readonly string[], isItem: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < texts.length - 1; at += 1) {
    const text = texts[at] as string;
    if (text.length > LONGEST || QUOTED.test(text) || isItem(at) || ANNOUNCES.test(texts[at - 1] ?? '')) continue;
    if (siteVoice(text) <= SITES_WITHIN || isOnTheMatter(text, texts.toSpliced(at, 1))) continue;
    found.push(at);
  }
  return found;
}

function isOnTheMatter(text: string, article: readonly string[]): boolean {
  const own = stemsOf(text);
  if (own.size === 0) return false;
  const articles = new Set(article.flatMap((t) => [...stemsOf(t)]));
  let shared = 0;
  for (const stem of own) if (articles.has(stem)) shared += 1;
  return shared >= ON_THE_MATTER * own.size;
}

function stemsOf(text: string): Set<string> {
  const telling = tokenize(text).filter((token) => token.length >= TELLING && !isCommonWord(token));
  return new Set(telling.map((token) => token.slice(0, STEM)));
}
