import type { Commonness } from './commonness.ts';
import { LONGEST_TITLE, MAX_STORY_POSTINGS, type Marks, marksOf, type Told } from './marks.ts';
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
  const title = told.title?.slice(0, LONGEST_TITLE) ?? '';
  const words = vocabularyOf(`${title}\n${told.text.slice(0, READ)}`);
  return { marks: marksOf(told), title: new Set(contentWords(title)), words };
}

/** What is known of how common things are. */
export interface Background {
  /** How many texts of these days have a mark; null where nobody counted. */
  texts(mark: string): number | null;
  common: Commonness;
}

/** How like two reports are, and by what. */
export interface Likeness {
  /** From 0 to 1: how likely it is that they tell of one event, by the pairs that the weights were fitted on. */
  likeness: number;
  /** The marks of either that the other tells of, the rarest first. */
  shared: string[];
}

/** The weights of a logistic regression and where it says even; `docs/decisions/dedup.md` tells on what. */
const MARKS_WEIGHT = 1.25;
const RARE_WEIGHT = 0.67;
const TOLD_WEIGHT = 6.4;
const FIGURES_WEIGHT = 0.67;
const TITLES_WEIGHT = 2.1;
const WORDS_WEIGHT = 7.2;
/** The longer two texts are the more they share by chance. */
const LENGTH_WEIGHT = -0.78;
const EVEN = 5.4;
/** So many shared figures count. */
const MOST_FIGURES = 3;

/** How much a mark weighs that so many texts of its days have; what is kept of common ones is bounded, so this is too. */
export function rarity(texts: number): number {
  return Math.log(1 + MAX_STORY_POSTINGS / Math.max(1, Math.min(texts, MAX_STORY_POSTINGS)));
}

/**
 * How like two reports are: by the names, numbers and title words that both have, and those that the other tells of anywhere, each
 * by its rarity in these days; by how much of each one's title stands in the other; and by the words that they use, each by its
 * rarity in the language. What short texts have in common counts more.
 */
export function likenessOf(a: Reading, b: Reading, background: Background): Likeness {
  const { common } = background;
  const weights = new Map<string, number>();
  for (const mark of [...a.marks.keys(), ...b.marks.keys()]) weights.set(mark, weightOf(mark, background));
  const sum = (marks: Iterable<string>) => {
    let total = 0;
    for (const mark of marks) total += weights.get(mark)!;
    return total;
  };
  const [ours, theirs] = [sum(a.marks.keys()), sum(b.marks.keys())];
  const shared = [...weights.keys()].filter((mark) => a.words.has(mark) && b.words.has(mark));
  const both = shared.filter((mark) => a.marks.has(mark) && b.marks.has(mark));
  const size = Math.min(ours, theirs);
  if (size === 0) return { likeness: 0, shared };
  const score =
    MARKS_WEIGHT * (sum(both) / size) +
    RARE_WEIGHT * Math.log1p(sum(both)) +
    TOLD_WEIGHT * (sum(shared) / (ours + theirs)) +
    FIGURES_WEIGHT * Math.min(MOST_FIGURES, shared.filter(isFigure).length) +
    TITLES_WEIGHT * (shareOf(a.title, b.words, common) + shareOf(b.title, a.words, common)) +
    WORDS_WEIGHT * cosine(a.words, b.words, common) +
    LENGTH_WEIGHT * Math.log1p(Math.min(a.words.size, b.words.size));
  return {
    likeness: 1 / (1 + Math.exp(EVEN - score)),
    shared: shared.sort((x, y) => weights.get(y)! - weights.get(x)!),
  };
}

/** Where nobody counted a mark it is as rare as the word in the language. */
function weightOf(mark: string, { texts, common }: Background): number {
  const counted = texts(mark);
  return counted === null ? Math.min(rarity(1), common.rarity(mark)) : rarity(counted);
}

/** A number of three digits and more is hardly ever shared by chance, unless it is a year. */
function isFigure(mark: string): boolean {
  return /^\p{Nd}{3,}$/u.test(mark) && !/^(?:19|20)\d\d$/.test(mark);
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
  let product = 0;
  for (const [word, weight] of a) {
    const other = b.get(word);
    if (other !== undefined) product += weight * other * common.rarity(word) ** 2;
  }
  return product === 0 ? 0 : product / Math.sqrt(common.norm(a) * common.norm(b));
}
