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

/** The lexicon of a language by concept of the taxonomy. */
export const lexiconOf = lexiconsByLanguage({ ar, de, en, es, fa, fr, he, ru, tr, uk });
