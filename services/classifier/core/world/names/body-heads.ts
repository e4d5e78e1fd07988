import { foldWord } from '../fold.ts';
import { bareForms, stemName } from '../stem-name.ts';

/**
 * Words that bodies are called by in languages other than English: by language, folded, without endings where the language has cases, and
 * each as the list writes it.
 */
export type BodyHeads = ReadonlyMap<string, ReadonlyMap<string, string>>;

const STEMMED: ReadonlySet<string> = new Set(['ru', 'uk']);
/** German compounds end in these ("Verteidigungsministerium"); shorter heads would be found in ordinary words. */
const LEAST_COMPOUND = 8;
const SHORT_COMPOUND =
  /^(?:bundes|landes|kriminal|verfassungs|verwaltungs|oberlandes).*(?:amt|gericht|rat|bank|polizei|wehr|partei)s?$/;

/** Compiles `language -> words`. */
export function bodyHeads(lists: Readonly<Record<string, string>>): BodyHeads {
  return new Map(
    Object.entries(lists).map(([language, words]) => [
      language,
      new Map(
        words
          .split(' ')
          .map((word) => [STEMMED.has(language) ? stemName(foldWord(word), language) : foldWord(word), word]),
      ),
    ]),
  );
}

/** Whether a folded word is what bodies are called by in a language: alone, in a case, as the last part of a compound. */
export function isHead(heads: BodyHeads, key: string, language: string): boolean {
  const own = heads.get(language);
  if (!own) return false;
  if (own.has(key)) return true;
  if (STEMMED.has(language)) return own.has(stemName(key, language));
  if (language === 'de') {
    const bare = key.replace(/(?:es|s|e|en)$/, '');
    return own.has(bare) || isCompound(own, key);
  }
  if (language === 'ar') return bareForms(key).some((form) => own.has(form)) || own.has(key.replace(/^لل/, 'ال'));
  return false;
}

function isCompound(own: ReadonlyMap<string, string>, key: string): boolean {
  if (SHORT_COMPOUND.test(key)) return true;
  const bare = key.replace(/(?:es|s|en)$/, '');
  for (let from = 3; from <= bare.length - LEAST_COMPOUND; from += 1) if (own.has(bare.slice(from))) return true;
  return false;
}

/** Whether a German word is a compound that says by itself which body is meant. */
export function isGermanCompound(heads: BodyHeads, key: string): boolean {
  const own = heads.get('de');
  return own !== undefined && isCompound(own, key);
}
