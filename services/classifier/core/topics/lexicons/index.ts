import { compileLexicon, type Lexicon, type LexiconSource } from '../lexicon.ts';
import { en } from './en.ts';

const SOURCES: Readonly<Record<string, LexiconSource>> = { en };
const compiled = new Map<string, Lexicon>();

/** The lexicon of a language (ISO 639-1), or undefined where there is none; compiled when first asked for. */
export function lexiconOf(language: string): Lexicon | undefined {
  const known = compiled.get(language);
  if (known) return known;
  const source = SOURCES[language];
  if (!source) return undefined;
  const lexicon = compileLexicon(source);
  compiled.set(language, lexicon);
  return lexicon;
}
