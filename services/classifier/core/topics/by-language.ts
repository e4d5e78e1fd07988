import { compileLexicon, type Lexicon, type LexiconSource } from './lexicon.ts';

/** Arabic words without the particles that are written on to them: and, so, with, for, as, and the article. */
const ARABIC_JOINED = /^(?:[وف]?(?:ال|بال|كال|لل)|[وفبلك])/;
/** Hebrew words without one or two joined particles: and, the, in, to, from, that, as. */
const HEBREW_JOINED = /^[והבלמשכ]/;
/** A shorter rest would be another word. */
const LEAST_STEM = 2;

const VARIANTS: Readonly<Record<string, (token: string) => string[]>> = {
  ar: (token) => without(token, ARABIC_JOINED),
  he: (token) => {
    const once = without(token, HEBREW_JOINED);
    return [...once, ...once.flatMap((word) => without(word, HEBREW_JOINED))];
  },
};

function without(token: string, joined: RegExp): string[] {
  const rest = token.replace(joined, '');
  return rest !== token && rest.length >= LEAST_STEM ? [rest] : [];
}

/** Lexicons by language (ISO 639-1), each compiled when first asked for; undefined for a language that has none. */
export function lexiconsByLanguage(
  sources: Readonly<Record<string, LexiconSource>>,
): (language: string) => Lexicon | undefined {
  const compiled = new Map<string, Lexicon>();
  return (language) => {
    const known = compiled.get(language);
    if (known) return known;
    const source = sources[language];
    if (!source) return undefined;
    const lexicon = compileLexicon(source, VARIANTS[language]);
    compiled.set(language, lexicon);
    return lexicon;
  };
}
