import type { Facts } from './link.ts';

/** Facts (numbers and names) that must have been exchanged before two texts are called fillings of one form. */
const MIN_EXCHANGED = 3;
/** Exchanged facts for each equal word: bulletins have .045 and more, articles whose figures were brought up to date .03 at most. */
const EXCHANGED_PER_WORD = 0.035;
/** Share of numbers that agree in a copy, also in one whose figures were brought up to date; of all facts where numbers are few. */
const NUMBERS_KEPT = 0.65;
const FACTS_KEPT = 0.6;
const FEW_NUMBERS = 3;

/**
 * Why two texts are two fillings of one form (a weather bulletin of another day, a company's other quarter), or null.
 * Facts stand where ordinary words are the same: the form is copied, the news is not.
 */
export function templateReason(spans: readonly (Facts & { matched: number })[]): string | null {
  const sum = (key: keyof Facts | 'matched') => spans.reduce((total, span) => total + span[key], 0);
  const [numbers, numbersKept] = [sum('numbers'), sum('numbersKept')];
  const facts = numbers + sum('names');
  const kept = numbersKept + sum('namesKept');
  if (facts - kept < MIN_EXCHANGED || (facts - kept) / sum('matched') < EXCHANGED_PER_WORD) return null;
  const others = numbers >= FEW_NUMBERS && numbersKept / numbers < NUMBERS_KEPT;
  if (!others && kept / facts >= FACTS_KEPT) return null;
  return `one form with other facts: ${numbersKept} of ${numbers} numbers and ${kept - numbersKept} of ${facts - numbers} names agree`;
}
