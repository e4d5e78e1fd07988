import { compileLexicon, type Lexicon, type LexiconSource } from '../lexicon.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

const SOURCES: Readonly<Record<string, LexiconSource>> = { ar, de, en, es, fa, fr, he, ru, tr, uk };
const compiled = new Map<string, Lexicon>();

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

/** The lexicon of a language (ISO 639-1), or undefined where there is none; compiled when first asked for. */
export function lexiconOf(language: string): Lexicon | undefined {
  const known = compiled.get(language);
  if (known) return known;
  const source = SOURCES[language];
  if (!source) return undefined;
  const lexicon = compileLexicon(source, VARIANTS[language]);
  compiled.set(language, lexicon);
  return lexicon;
}
