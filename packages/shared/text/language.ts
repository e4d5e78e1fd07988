import { eld } from 'eld/extrasmall';

/** A language guess: ISO 639-1 (else 639-3, else `und`), and whether the detector itself trusts it. */
export interface LanguageGuess {
  language: string;
  reliable: boolean;
}

/** The language of a text. Pure; eld's extra-small n-gram model (98.4 % on short texts, 42-60 us a text). */
export function detectLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, 2000);
  if (!/\p{L}{2}/u.test(sample)) return { language: 'und', reliable: false };
  const guess = eld.detect(sample);
  return { language: guess.language || 'und', reliable: guess.language !== '' && guess.isReliable() };
}
