import { lexiconsByLanguage } from '../by-language.ts';
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

/** The fields of life that every list tells apart, as `area.field`: space, lodging, injuries. */
export const FIELDS: readonly string[] = Object.keys(en);

/** The areas that the fields lie in. */
export const AREAS: readonly string[] = [...new Set(FIELDS.map(areaOf))];

/** The area of a field. */
export function areaOf(field: string): string {
  return field.slice(0, field.indexOf('.'));
}

/** A language's words by field of life. Wider than the lexicon of concepts: what a lone sentence is about is told by everyday words, too. */
export const fieldsOf = lexiconsByLanguage({ ar, de, en, es, fa, fr, he, ru, tr, uk });
