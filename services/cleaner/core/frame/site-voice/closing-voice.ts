import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { isCommonWord, siteVoice } from './site-voice.ts';

/** Blocks from the end that are asked, each only where what stands behind it went. */
const CLOSING = 3;
/** Blocks from the beginning that are asked, each only where those above it went. */
const OPENING = 3;
/** The longest block, in characters: who addresses readers is brief. */
const LONGEST = 300;
/** Fewer paragraphs before it are no article that it could be compared with. */
const LEAST_BEFORE = 3;
/** Log odds from which a paragraph is the site's. Chosen on labelled articles that the model had not seen, see docs/decisions. */
const SITES = 0.3;
/** The same where an article goes on below it: a box between two paragraphs. Chosen likewise. */
const SITES_WITHIN = 3.5;
/** The same where the article speaks otherwise: above it; a whole sentence or a label with what it leads to within; at its end. */
const APART_OPENING = 0.3;
const APART_WITHIN = 1;
const APART_CLOSING = 0;
/** Log odds of an article's own paragraphs: of so large a part of them they are below this where it tells. Blogs and guides address readers. */
const MOST = 0.75;
const TELLS = -9;
/** A share of its own words that the article uses too, from which a paragraph is on the article's matter. */
const ON_THE_MATTER = 0.5;
/** The same of a paragraph between two of the article's whose voice is not sure. */
const NEAR_THE_MATTER = 0.3;
/** Letters of a word that tell what it is about, and those of its beginning that stand for all its endings. */
const TELLING = 4;
const STEM = 5;
/** Speaks in somebody's name: what a quotation asks for is told of. */
const QUOTED = /^["“„«‘'»—–-]/u;
/** What stands behind a colon is quoted, too. */
const ANNOUNCES = /[:：]\s*$/;
/** Five words, or as much without blanks, up to the mark at their end: no heading and no label. */
const SENTENCE = /^(?:\S+\s+){4}[\s\S]*[.!?…。！？؟।]["'”»’)」』]*$|[。！？]["'”»’)」』]*$/u;
/** "Also: another headline", "[Also] another headline": a label without numbers, and no sentence's end. Sees at most 300 characters. */
const LABEL =
  /^[^\p{L}\p{N}]{0,3}[^\p{N}:：→|｜】］〕/=＝\n]{1,32}\s?[:：→|｜】］〕/=＝]\s?(?=\S).*[^\s.!?…。！？؟।:：]$/u;

/**
 * Which of a text's paragraphs are the site that speaks to its readers, by their voice, and not about what the article is about: the last
 * ones, and boxes above the others and between them.
 * @param went is a block gone already?
 * @param isItem is a block an item of a list?
 */
export function siteParagraphs(
  texts: readonly string[],
  went: (at: number) => boolean,
  isItem: (at: number) => boolean,
): Set<number> {
  const odds = texts.map((text) => (text.length > LONGEST ? null : siteVoice(text)));
  return new Set([...closing(texts, odds, went, isItem), ...above(texts, odds, isItem)]);
}

type Odds = readonly (number | null)[];

function closing(
  texts: readonly string[],
  odds: Odds,
  went: (at: number) => boolean,
  isItem: (at: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let at = texts.length - 1; at >= Math.max(LEAST_BEFORE, texts.length - CLOSING); at -= 1) {
    if (went(at)) continue;
    const text = texts[at] as string;
    const own = odds[at] ?? null;
    if (own === null || QUOTED.test(text) || isItem(at) || own <= APART_CLOSING) break;
    if ((own <= SITES && !standsApart(odds, at)) || isOnTheMatter(text, texts.slice(0, at), ON_THE_MATTER)) break;
    found.push(at);
  }
  return found;
}

/** A box of the site's above the article or between two of its paragraphs: an offer, a notice in place of a film. */
function above(texts: readonly string[], odds: Odds, isItem: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < texts.length - 1; at += 1) {
    const text = texts[at] as string;
    const own = odds[at] ?? null;
    if (own === null || own <= APART_OPENING) continue;
    if (QUOTED.test(text) || isItem(at) || ANNOUNCES.test(text) || ANNOUNCES.test(texts[at - 1] ?? '')) continue;
    const opens = at < OPENING && found.length === at;
    const apart = opens ? APART_OPENING : SENTENCE.test(text) || LABEL.test(text) ? APART_WITHIN : SITES_WITHIN;
    if (own <= SITES_WITHIN && (own <= apart || !standsApart(odds, at))) continue;
    const matter = own > SITES_WITHIN || opens ? ON_THE_MATTER : NEAR_THE_MATTER;
    if (isOnTheMatter(text, texts.toSpliced(at, 1), matter)) continue;
    found.push(at);
  }
  return found;
}

/** Do the article's other short paragraphs tell, and not speak to readers as this one does? */
function standsApart(odds: Odds, at: number): boolean {
  const others = odds.filter((each, i): each is number => i !== at && each !== null).sort((a, b) => a - b);
  return (others[Math.floor((others.length - 1) * MOST)] ?? Number.NEGATIVE_INFINITY) < TELLS;
}

function isOnTheMatter(text: string, article: readonly string[], least: number): boolean {
  const own = stemsOf(text);
  if (own.size === 0) return false;
  const articles = new Set(article.flatMap((t) => [...stemsOf(t)]));
  let shared = 0;
  for (const stem of own) if (articles.has(stem)) shared += 1;
  return shared >= least * own.size;
}

function stemsOf(text: string): Set<string> {
  const telling = tokenize(text).filter((token) => token.length >= TELLING && !isCommonWord(token));
  return new Set(telling.map((token) => token.slice(0, STEM)));
}
