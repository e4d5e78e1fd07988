/** Marks of vowels in Arabic script: written or left out as one likes. */
const ARABIC_MARKS = /[\u064b-\u0652\u0640]/g;

/** What has nothing to fold but its capitals: most words. */
const PLAIN = /^[\w'’-]*$/;

/** A name of a month or of a half of the day as it is compared: small letters without points, joiners and optional marks. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replace(/[.॰\u200b-\u200f\u061c]/g, '')
    .replace(ARABIC_MARKS, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[׳״]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Does the runtime know names in this language? What is no language tag is none that it knows. */
export function known(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
