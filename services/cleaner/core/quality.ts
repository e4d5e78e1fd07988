import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import type { Wall } from './walls.ts';

export interface QualityFacts {
  paragraphs: readonly string[];
  title: string | null;
  hasDate: boolean;
  /** The title stands on the page as its headline. */
  hasHeadline: boolean;
  hasByline: boolean;
  /** Share of the page's prose that lies in the article's region, 0 to 1. */
  regionShare: number;
  /** Blocks of the page that are links, and all blocks. */
  linkBlocks: number;
  allBlocks: number;
  /** Blocks that were read at most, where the page has as many or more. */
  blockBound: number | null;
  /** Characters of the page that a reader sees, in Latin letters. */
  pageSize: number;
  /** Share of the JSON-LD articleBody's tokens found in the text; null where the page has none. */
  bodyAgreement: number | null;
  /** Share of the feed summary's tokens found in the text; null where there is none. */
  feedAgreement: number | null;
  /** What the page calls itself: JSON-LD types and og:type. */
  types: readonly string[];
  ogType: string | null;
  path: string;
  wall: Wall | null;
  /** Teasers of other articles that make up the text, 0 where they do not. */
  teasers: number;
  /** Why the page is no article by what it calls itself; null where it is not known to be none. */
  named: string | null;
  /** Why the text is the first part of an article only; null where it is whole. */
  half: string | null;
  cuts: number;
}

export interface Judgement {
  score: number;
  reasons: string[];
  outcome: Outcome;
  reason: string;
}

/** Below this many words a text cannot be judged; a character of a script without spaces counts as two thirds of a word. */
export const MIN_WORDS = 40;
/** A page of fewer characters than so many words have is empty. */
const SOME_TEXT = MIN_WORDS * 6;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Where the first of these scripts begins: most texts have curly quotes at the most, and three quick looks less. */
const MAYBE_UNSPACED = /[\u0e00-\u1fff\u2e80-\uffff]/;

/** Words of a text, fair to scripts without spaces (a Chinese word has 1.5 characters at the mean). */
export function countWords(text: string): number {
  if (!MAYBE_UNSPACED.test(text)) return tokenize(text).length;
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return Math.round(unspaced / 1.5) + tokenize(text.replace(UNSPACED, ' ')).length;
}

/** Quality 0 to 100 with its reasons, and the gate that the page ends at. */
export function judge(facts: QualityFacts): Judgement {
  const text = facts.paragraphs.join('\n\n');
  const words = countWords(text);
  const reasons: string[] = [];
  let score = 100;
  const minus = (points: number, why: string): void => {
    score -= points;
    reasons.push(`-${points}: ${why}`);
  };
  if (words < 120) minus(words < MIN_WORDS ? 40 : 15, `${words} words`);
  if (!facts.title) minus(10, 'no title');
  if (!facts.hasDate) minus(8, 'no date');
  if (!facts.hasByline) minus(3, 'no author');
  if (facts.regionShare < 0.5)
    minus(12, `the region holds ${Math.round(facts.regionShare * 100)} % of the page's prose`);
  const mean = words / Math.max(1, facts.paragraphs.length);
  if (mean < 9) minus(20, `paragraphs of ${mean.toFixed(1)} words`);
  if (facts.bodyAgreement !== null && facts.bodyAgreement < 0.6)
    minus(20, `${Math.round(facts.bodyAgreement * 100)} % of what the page's JSON-LD calls its text was found`);
  if (facts.feedAgreement !== null && facts.feedAgreement < 0.3) minus(10, "the text has little of the feed's summary");
  if (facts.half !== null) minus(10, facts.half);
  const gate = gateOf(facts, words, mean);
  if (gate.outcome !== 'passed') minus(30, gate.reason);
  return { score: Math.max(0, Math.min(100, Math.round(score))), reasons, ...gate };
}

/** Words of a paragraph that runs, and share of all words that such ones have in a guide with tables and lists: of five texts of short lines .44. */
const RUNS = 20;
const RUNNING = 0.4;

/** Short lines beside running text, signed and dated: a comparison, a plan, a ranking. A listing is signed by nobody. */
function isGuide({ hasByline, hasDate, paragraphs }: QualityFacts, words: number): boolean {
  if (!hasByline || !hasDate) return false;
  const running = paragraphs.map(countWords).reduce((sum, count) => sum + (count < RUNS ? 0 : count), 0);
  return running >= words * RUNNING;
}

function gateOf(facts: QualityFacts, words: number, mean: number): { outcome: Outcome; reason: string } {
  if (facts.wall && words < facts.wall.below) return { outcome: 'blocked', reason: facts.wall.reason };
  if (words === 0 && facts.pageSize < SOME_TEXT) return { outcome: 'empty', reason: 'the page has no text' };
  if (words === 0 && facts.blockBound !== null)
    return { outcome: 'too-large', reason: `no article's text in the first ${facts.blockBound} blocks` };
  if (words === 0)
    return {
      outcome: 'not-an-article',
      reason: `none of the page's ${facts.allBlocks} blocks reads as an article's text`,
    };
  if (facts.named !== null) return { outcome: 'not-an-article', reason: facts.named };
  const saysArticle = facts.types.some((t) => /Article|Posting|Report/.test(t));
  if (facts.teasers > 0 && !saysArticle)
    return { outcome: 'not-an-article', reason: `a list of ${facts.teasers} teasers of other articles` };
  const claimsArticle = saysArticle || facts.ogType === 'article';
  if (!claimsArticle) {
    if (facts.path === '/' || facts.path === '')
      return { outcome: 'not-an-article', reason: 'the address is a front page' };
    const listing = facts.types.some((t) => /CollectionPage|ItemList|SearchResultsPage/.test(t));
    if (listing && facts.regionShare < 0.8)
      return { outcome: 'not-an-article', reason: 'the page calls itself a listing' };
    const linkShare = facts.linkBlocks / Math.max(1, facts.allBlocks);
    if (words < 150 && linkShare > 0.6 && facts.allBlocks > 60 && !facts.hasDate && !facts.hasHeadline && mean < 18)
      return { outcome: 'not-an-article', reason: `${Math.round(linkShare * 100)} % of the page's blocks are links` };
    if (mean < 9 && facts.paragraphs.length > 10 && !isGuide(facts, words))
      return { outcome: 'not-an-article', reason: `a list of short lines (${mean.toFixed(1)} words each)` };
  }
  if ((facts.types.includes('VideoObject') || /^video/.test(facts.ogType ?? '')) && words < 80)
    return { outcome: 'not-an-article', reason: 'a video page' };
  if (words < MIN_WORDS) return { outcome: 'too-short', reason: `${words} words, fewer than ${MIN_WORDS}` };
  return { outcome: 'passed', reason: `${words} words in ${facts.paragraphs.length} paragraphs` };
}
