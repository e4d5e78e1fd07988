import type { Commonness } from './commonness.ts';
import { MAX_STORY_POSTINGS, type Marks, marksOf, type Told } from './marks.ts';
import { contentWords, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Characters of a text whose words are compared: what comes after is background. */
const READ = 5000;

/** What a report is compared by. */
export interface Reading {
  marks: Marks;
  title: ReadonlySet<string>;
  words: Vocabulary;
}

/** Reads a report. */
export function readReport(told: Told): Reading {
  const title = told.title ?? '';
  const words = vocabularyOf(`${title}\n${told.text.slice(0, READ)}`);
  return { marks: marksOf(told), title: new Set(contentWords(title)), words };
}

/** What is known of how common things are. */
export interface Background {
  /** How many texts of these days have a mark, as far as that is known. */
  texts(mark: string): number;
  common: Commonness;
}

/** How like two reports are, and by what. */
export interface Likeness {
  /** From 0 to 1: how likely it is that they tell of one event, by the pairs that the weights were fitted on. */
  likeness: number;
  /** The marks that they share, the rarest first. */
  shared: string[];
}

/** The weights of a logistic regression and where it says even; `docs/decisions/dedup.md` tells on what. */
const SHARED_WEIGHT = 1.5;
const NUMBERS_WEIGHT = 0.45;
const TITLES_WEIGHT = 2;
const WORDS_WEIGHT = 8.5;
const EVEN = 10.2;

/** How much a mark weighs that so many texts of its days have; what is kept of common ones is bounded, so this is too. */
export function rarity(texts: number): number {
  return Math.log(1 + MAX_STORY_POSTINGS / Math.max(1, Math.min(texts, MAX_STORY_POSTINGS)));
}

/**
 * How like two reports are: by the names, numbers and title words that they share, each by its rarity in these days; by how much
 * of each one's title stands in the other; and by the words that they use, each by its rarity in the language.
 */
export function likenessOf(a: Reading, b: Reading, { texts, common }: Background): Likeness {
  const shared = [...a.marks.keys()].filter((mark) => b.marks.has(mark));
  const weights = new Map(shared.map((mark) => [mark, rarity(texts(mark))]));
  const sum = (marks: string[]) => marks.reduce((total, mark) => total + weights.get(mark)!, 0);
  const score =
    SHARED_WEIGHT * Math.log1p(sum(shared)) +
    NUMBERS_WEIGHT * Math.log1p(sum(shared.filter(isFigure))) +
    TITLES_WEIGHT * (shareOf(a.title, b.words, common) + shareOf(b.title, a.words, common)) +
    WORDS_WEIGHT * cosine(a.words, b.words, common);
  return {
    likeness: 1 / (1 + Math.exp(EVEN - score)),
    shared: shared.sort((x, y) => weights.get(y)! - weights.get(x)!),
  };
}

/** A year is no figure: half of the texts of its days have it. */
function isFigure(mark: string): boolean {
  return /^\p{Nd}+$/u.test(mark) && !/^20\d\d$/.test(mark);
}

/** How much of a title stands in a text, by rarity. */
function shareOf(title: ReadonlySet<string>, words: Vocabulary, common: Commonness): number {
  let all = 0;
  let held = 0;
  for (const word of title) {
    const weight = common.rarity(word);
    all += weight;
    if (words.has(word)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function cosine(a: Vocabulary, b: Vocabulary, common: Commonness): number {
  const norm = (words: Vocabulary) => {
    let square = 0;
    for (const [word, weight] of words) square += (weight * common.rarity(word)) ** 2;
    return square;
  };
  let product = 0;
  for (const [word, weight] of a) {
    const other = b.get(word);
    if (other !== undefined) product += weight * other * common.rarity(word) ** 2;
  }
  return product === 0 ? 0 : product / Math.sqrt(norm(a) * norm(b));
}
