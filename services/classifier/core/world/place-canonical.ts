import { allCountries, countryCode } from '@wirewatch/shared/query/values/countries.ts';
import { foldWord } from './fold.ts';
import { latinForm } from './names/latin-form.ts';

/** Consonants that two names of one capital share: "Москва" and "Moscow". */
const SOUNDS = 3;

/**
 * The one name of a place over all languages: its country's English name for what names a whole country, be it by letters ("ABD") or
 * sounding like an English name of it ("Amerika"); the English name of the capital for what sounds like that; else its own in Latin letters.
 */
export function canonicalPlace(
  phrase: string,
  country: string,
  known: { names: readonly string[]; capitals: readonly string[] },
): string {
  if (
    country !== '' &&
    (countryCode(phrase) === country ||
      known.names.includes(phrase) ||
      /^\p{Lu}{2,4}$/u.test(phrase) ||
      known.names.some((name) => sounds(name) === sounds(phrase)))
  )
    return countryName(country);
  return known.capitals.find((capital) => sounds(capital) === sounds(phrase)) ?? latinForm(phrase);
}

let names: Map<string, string> | null = null;

function countryName(code: string): string {
  names ??= new Map(allCountries().map((country) => [country.code, country.name]));
  return names.get(code) ?? code;
}

/** What is left of a capital's name in any language and script: its first consonants, those of one sound as one. */
function sounds(phrase: string): string {
  return foldWord(latinForm(phrase))
    .replace(/^al-/, '')
    .replace(/[cqk]h?/g, 'k')
    .replace(/[wv]/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/[^bdfgjklmnprstvxz]/g, '')
    .slice(0, SOUNDS);
}
