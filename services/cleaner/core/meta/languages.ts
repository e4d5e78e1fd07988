import { detectLanguage } from '@wirewatch/shared/text/language.ts';

/** The page's language: the text's own where the detector trusts itself, else what the page says of itself. */
export function readLanguage(text: string, lang: string | null, locale: string | null): string {
  const declared = /^([a-z]{2,3})(?:[-_]|$)/i.exec(lang ?? locale ?? '')?.[1]?.toLowerCase();
  const guess = detectLanguage(text, declared);
  if (guess.reliable && text.length >= 200) return guess.language;
  if (declared && declared !== 'un') return declared;
  return guess.language;
}
