import type { Overlap, Span } from './link.ts';

/** Facts (numbers and names) that both texts must have of their own before they are called fillings of one form. */
const MIN_EXCHANGED = 3;
/** Such facts for each equal word: bulletins have .045 and more, articles whose figures were brought up to date .03 at most. */
const EXCHANGED_PER_WORD = 0.035;
/** Share of numbers that agree in a copy, also in one whose figures were brought up to date; of all facts where numbers are few. */
const NUMBERS_KEPT = 0.65;
const FACTS_KEPT = 0.6;
const FEW_NUMBERS = 3;
/** Share of all the facts of a text that agree although its news was cut and others' added; below it only standing text is shared. */
const ALL_FACTS_KEPT = 0.3;
const ALL_NUMBERS_KEPT = 0.25;
/** Lost numbers for each equal word, where numbers alone decide. */
const NUMBERS_PER_WORD = 0.06;

/** Share of capitalised words above which a language writes all nouns so: 5 of 100 English articles have .2 and more, 95 German ones .23. */
const NOUNS_SHARE = 0.22;
/** Share of the words that are names in news, in such a language as well. */
const NAMES_SHARE = 0.1;

/** Exchanged facts for each equal word from which kept nouns are no facts: heavily edited German copies have fewer. */
const VERY_DENSE = 0.08;

/** Share of the equal words from which a text is one without capitals. */
const MOSTLY_UNCASED = 0.5;
/** Exchanged words of such a text for each equal one: forms have .1 and more, copies of which words were edited one by one .05. */
const FILLS_PER_WORD = 0.065;

/** Numbers and names. */
export interface FactCount {
  numbers: number;
  names: number;
}

/** Share of either text under which what the two have in common is a part of them, and no form that was filled in. */
const PART_OF_BOTH = 0.35;
/** Two reporters rework one message within so many hours. */
const ONE_EVENT_MS = 36 * 3_600_000;
/** So many numbers that all agree tell of one event; in a form the numbers are what changes first. */
const SOME_FIGURES = 2;
const MANY_FIGURES = 3;

/** How two texts stand to one another, whatever their words say. */
export interface Setting {
  /** What they share is a small part of both. */
  isPart: boolean;
  /** Two outlets' texts of one day, worded anew all over, of which all numbers in the aligned parts agree: one message that each has told. */
  oneEvent: boolean;
}

/** Two fillings of a form are covered by it, .77 and more of both, and its standing words come 15 in a row and more. */
const FORM_COVERS = 0.7;
const FORM_RUN_WORDS = 15;

/** How two texts stand to one another. `home`: they are of one outlet. */
export function settingOf(overlap: Overlap, sum: FactSum, newer: Dated, older: Dated, home: boolean): Setting {
  const { share, originalShare, spans } = overlap;
  const oneDay = !home && Math.abs(newer.instant.at - older.instant.at) <= ONE_EVENT_MS;
  return {
    isPart: Math.max(share, originalShare) < PART_OF_BOTH,
    oneEvent:
      oneDay && sum.numbersKept === sum.numbers && Math.min(share, originalShare) < FORM_COVERS && isReworded(spans),
  };
}

/** Whether equal words are found in short rows, as where somebody has gone through all of a text. */
function isReworded(spans: readonly Span[]): boolean {
  let words = 0;
  let runs = 0;
  for (const span of spans) {
    words += span.matched;
    runs += span.runs.length / 3;
  }
  return words < runs * FORM_RUN_WORDS;
}

interface Dated {
  instant: { at: number };
}

/**
 * Why the aligned parts of two texts are two fillings of one form (a weather bulletin of another day, a company's other
 * quarter), or null. Facts stand where ordinary words are the same: the form is copied, the news is not.
 */
export function templateReason(sum: FactSum, setting: Setting): string | null {
  const filled = setting.isPart || (setting.oneEvent && sum.numbers >= SOME_FIGURES) ? null : fillReason(sum);
  if (filled) return filled;
  const { numbers, numbersKept, names, namesKept, matched } = isVeryDense(sum) ? withoutNouns(sum) : sum;
  if (!isDense(numbers - numbersKept + names - namesKept, matched)) return null;
  const others = numbers >= FEW_NUMBERS && numbersKept / numbers < NUMBERS_KEPT;
  if (!others && (numbersKept + namesKept) / (numbers + names) >= FACTS_KEPT) return null;
  return `one form with other facts: ${numbersKept} of ${numbers} numbers and ${namesKept} of ${names} names agree`;
}

/**
 * Why two texts in a script without capitals are two fillings of one form, or null: there any word may be a name, so what was exchanged
 * where the rest stands still is what was filled in.
 */
function fillReason({ numbers, numbersKept, uncased, fills, matched }: FactSum): string | null {
  if (uncased < matched * MOSTLY_UNCASED) return null;
  const lost = fills + numbers - numbersKept;
  if (lost < MIN_EXCHANGED || lost < matched * FILLS_PER_WORD) return null;
  return `one form filled in otherwise: ${Math.round(lost)} words exchanged beside ${matched} equal ones`;
}

/**
 * Why two texts share their standing words and not their news, or null: the news of a form can be all in one sentence,
 * which then aligns with nothing. What only one side has more of was added or cut, and speaks of nothing.
 * @param newer the facts of the whole newer text, those left aside not counted; `older` likewise
 */
export function standingReason(
  sum: FactSum,
  newer: FactCount,
  older: FactCount,
  { oneEvent }: Pick<Setting, 'oneEvent'>,
): string | null {
  const { numbersKept, namesKept, matched } = sum;
  const numbersLost = Math.max(0, Math.min(newer.numbers, older.numbers) - numbersKept);
  // One may stand where nothing is aligned: whole texts are counted, not compared.
  if (oneEvent && numbersKept >= MANY_FIGURES && numbersLost <= numbersKept / MANY_FIGURES) return null;
  const namesLost = Math.max(0, Math.min(newer.names, older.names) - sum.namesKept);
  if (!isDense(numbersLost + namesLost, matched)) return null;
  const numbers = numbersKept + numbersLost;
  const facts = numbers + namesKept + namesLost;
  const dense = numbersLost / matched >= NUMBERS_PER_WORD;
  const others = dense && numbersLost >= FEW_NUMBERS && numbersKept / numbers < ALL_NUMBERS_KEPT;
  if (!others && (numbersKept + namesKept) / facts >= ALL_FACTS_KEPT) return null;
  return `only standing words are shared: of ${facts} facts ${numbersKept + namesKept} agree`;
}

/** Far more was exchanged than edited copies of texts in such languages have. */
function isVeryDense({ numbers, numbersKept, names, namesKept, matched }: FactSum): boolean {
  return numbers - numbersKept + names - namesKept >= matched * VERY_DENSE;
}

/** Where all nouns are capitalised most of those that agree are standing words, and no names. */
function withoutNouns(sum: FactSum): FactSum {
  if (sum.names <= sum.matched * NOUNS_SHARE) return sum;
  const nouns = sum.names - Math.round(sum.matched * NAMES_SHARE);
  return { ...sum, names: sum.names - Math.min(nouns, sum.namesKept), namesKept: Math.max(0, sum.namesKept - nouns) };
}

/** Share of its numbers that a newer state of a piece still has of the older at least: the next bulletin replaces them. */
const NUMBERS_OF_STATE = 0.5;

/**
 * Why two pages of one outlet are two numbers of a series and no states of one piece, or null: a newer state adds to what was
 * known, the next number has other figures in its place. Counted over the whole texts.
 */
export function seriesReason({ numbersKept }: FactSum, newer: FactCount, older: FactCount): string | null {
  const numbers = Math.min(newer.numbers, older.numbers);
  if (numbers < FEW_NUMBERS || numbersKept >= numbers * NUMBERS_OF_STATE) return null;
  return `the next of a series: ${numbersKept} of ${numbers} numbers agree`;
}

function isDense(lost: number, matched: number): boolean {
  return lost >= MIN_EXCHANGED && lost / matched >= EXCHANGED_PER_WORD;
}

/** The share of the facts in the aligned parts that agree; 1 where there are none. */
export function factsKept({ numbers, numbersKept, names, namesKept }: FactSum): number {
  return numbers + names === 0 ? 1 : (numbersKept + namesKept) / (numbers + names);
}

interface Counted extends FactCount, Dated {
  tokenCount: number;
}

/** The facts of some spans together. */
export interface FactSum extends FactCount {
  numbersKept: number;
  namesKept: number;
  uncased: number;
  fills: number;
  matched: number;
}

export function sumFacts(spans: readonly Span[]): FactSum {
  const sum = { numbers: 0, numbersKept: 0, names: 0, namesKept: 0, uncased: 0, fills: 0, matched: 0 };
  for (const span of spans) {
    sum.numbers += span.numbers;
    sum.numbersKept += span.numbersKept;
    sum.names += span.names;
    sum.namesKept += span.namesKept;
    // Links that an earlier version stored have neither.
    sum.uncased += span.uncased ?? 0;
    sum.fills += span.fills ?? 0;
    sum.matched += span.matched;
  }
  return sum;
}

/** Exchanged facts for each equal word under which nobody calls two texts a form. */
const HARDLY_ANY = 0.02;

/** Whether enough was exchanged for two texts to be fillings of one form, before it is known what the words are. */
export function isSuspect(spans: readonly Span[]): boolean {
  const { numbers, numbersKept, names, namesKept, fills, matched } = sumFacts(spans);
  const lost = numbers - numbersKept + names - namesKept + fills;
  return lost >= MIN_EXCHANGED && lost >= matched * HARDLY_ANY;
}

/** Words before the first or after the last aligned stretch that can be a dateline, a stamp or a signature. */
const DATELINE_WORDS = 12;
/** Of both texts so much stands in the other. */
const ALL_BUT_DATELINE = 0.85;

/** Whether the facts of two texts differ at their very ends only: where it was written and when is not what it tells. */
export function differInDateline(
  overlap: Overlap,
  newer: { tokenCount: number },
  older: { tokenCount: number },
): boolean {
  if (Math.min(overlap.share, overlap.originalShare) < ALL_BUT_DATELINE) return false;
  if (factsKept(sumFacts(overlap.spans)) < 1) return false;
  let [start, theirStart, end, theirEnd] = [newer.tokenCount, older.tokenCount, 0, 0];
  for (const span of overlap.spans) {
    start = Math.min(start, span.start);
    theirStart = Math.min(theirStart, span.originalStart);
    end = Math.max(end, span.end);
    theirEnd = Math.max(theirEnd, span.originalEnd);
  }
  return Math.max(start, theirStart, newer.tokenCount - end, older.tokenCount - theirEnd) <= DATELINE_WORDS;
}

/** Whether an overlap as found, whatever recurs elsewhere, is of two fillings of one form. */
export function isForm(overlap: Overlap, newer: Counted, older: Counted, home: boolean): boolean {
  if (overlap.exact) return false;
  const sum = sumFacts(overlap.spans);
  const setting = settingOf(overlap, sum, newer, older, home);
  if (templateReason(sum, setting) !== null) return true;
  return !differInDateline(overlap, newer, older) && standingReason(sum, newer, older, setting) !== null;
}
