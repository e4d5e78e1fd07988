import type { Facts } from './link.ts';

/** Numbers that must stand in the shared parts before they can speak. */
const MIN_NUMBERS = 6;
/** Share of numbers that agree in a copy, also in one whose figures were brought up to date. */
const KEPT_NUMBERS = 0.7;

/** Why two texts are two fillings of one form, or null. */
export function templateReason(spans: readonly Facts[]): string | null {
  const sum = (key: keyof Facts) => spans.reduce((total, span) => total + span[key], 0);
  const [numbers, kept] = [sum('numbers'), sum('numbersKept')];
  if (numbers >= MIN_NUMBERS && kept / numbers < KEPT_NUMBERS) {
    return `one form with other numbers: ${kept} of ${numbers} agree`;
  }
  return null;
}
