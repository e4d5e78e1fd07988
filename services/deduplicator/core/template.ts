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

/** Numbers and names. */
export interface FactCount {
  numbers: number;
  names: number;
}

/**
 * Why the aligned parts of two texts are two fillings of one form (a weather bulletin of another day, a company's other
 * quarter), or null. Facts stand where ordinary words are the same: the form is copied, the news is not.
 */
export function templateReason(spans: readonly Span[]): string | null {
  const numbersKept = total(spans, 'numbersKept');
  const namesKept = total(spans, 'namesKept');
  const numbersLost = total(spans, 'numbers') - numbersKept;
  const namesLost = total(spans, 'names') - namesKept;
  if (!isDense(numbersLost + namesLost, spans)) return null;
  const numbers = numbersKept + numbersLost;
  const facts = numbers + namesKept + namesLost;
  const others = numbers >= FEW_NUMBERS && numbersKept / numbers < NUMBERS_KEPT;
  if (!others && (numbersKept + namesKept) / facts >= FACTS_KEPT) return null;
  return `one form with other facts: ${numbersKept} of ${numbers} numbers and ${namesKept} of ${facts - numbers} names agree`;
}

/**
 * Why two texts share their standing words and not their news, or null: the news of a form can be all in one sentence,
 * which then aligns with nothing. What only one side has more of was added or cut, and speaks of nothing.
 * @param newer the facts of the whole newer text, those left aside not counted; `older` likewise
 */
export function standingReason(spans: readonly Span[], newer: FactCount, older: FactCount): string | null {
  const numbersKept = total(spans, 'numbersKept');
  const namesKept = total(spans, 'namesKept');
  const numbersLost = Math.max(0, Math.min(newer.numbers, older.numbers) - numbersKept);
  const namesLost = Math.max(0, Math.min(newer.names, older.names) - namesKept);
  if (!isDense(numbersLost + namesLost, spans)) return null;
  const numbers = numbersKept + numbersLost;
  const facts = numbers + namesKept + namesLost;
  const dense = numbersLost / total(spans, 'matched') >= NUMBERS_PER_WORD;
  const others = dense && numbersLost >= FEW_NUMBERS && numbersKept / numbers < ALL_NUMBERS_KEPT;
  if (!others && (numbersKept + namesKept) / facts >= ALL_FACTS_KEPT) return null;
  return `only standing words are shared: of ${facts} facts ${numbersKept + namesKept} agree`;
}

function isDense(lost: number, spans: readonly Span[]): boolean {
  return lost >= MIN_EXCHANGED && lost / total(spans, 'matched') >= EXCHANGED_PER_WORD;
}

/** The share of the facts in the aligned parts that agree; 1 where there are none. */
export function factsKept(spans: readonly Span[]): number {
  const facts = total(spans, 'numbers') + total(spans, 'names');
  return facts === 0 ? 1 : (total(spans, 'numbersKept') + total(spans, 'namesKept')) / facts;
}

type Count = 'numbers' | 'numbersKept' | 'names' | 'namesKept' | 'matched';

function total(spans: readonly Span[], key: Count): number {
  return spans.reduce((sum, span) => sum + span[key], 0);
}

/** Whether an overlap as found, whatever recurs elsewhere, is of two fillings of one form. */
export function isForm(overlap: Overlap, newer: FactCount, older: FactCount): boolean {
  if (overlap.exact) return false;
  return templateReason(overlap.spans) !== null || standingReason(overlap.spans, newer, older) !== null;
}
