const RUSSIAN =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|иею|ием|иям|ах|ях|ов|ев|ом|ем|ам|ям|ой|ей|ою|ею|ую|юю|ая|яя|ое|ее|ые|ие|ый|ий|ых|их|ым|им|ии|ию|ия|[аяуюеиоыьй])$/u;
const TURKISH = /(?:lar|ler)(?:in|i|a|e|la|le|dan|den|da|de)?$/;
const GERMAN = /(?:er|en|em|es|e|n|s)$/;
const ROMANCE = /(?:as|os|es|s|a|o|e)$/;
const ARABIC_PREFIX = /^(?:[وف]?(?:بال|كال|لل|ال)|[وف])(?=.{3})/u;
const ARABIC_SUFFIX = /(?:ين|ون|ات|ان|ه)$/u;

/** Shortest stem that is cut: below this, different words meet. */
const LEAST_STEM = 3;

/**
 * A folded word without the endings (and, in Arabic, the joined particles) that names and adjectives of a country take in a language.
 * Crude on purpose: list and text go through the same cut, so only the words of one list need to stay apart.
 */
export function stemName(key: string, language: string): string {
  switch (language) {
    case 'ru':
    case 'uk':
      return cut(key, RUSSIAN);
    case 'tr':
      return cut(key, TURKISH);
    case 'de':
      return cut(key, GERMAN);
    case 'fr':
    case 'es':
      return cut(key, ROMANCE);
    case 'ar':
    case 'fa':
      return cut(key.replace(ARABIC_PREFIX, ''), ARABIC_SUFFIX);
    default:
      return key;
  }
}

function cut(key: string, ending: RegExp): string {
  const stem = key.replace(ending, '');
  return stem.length >= LEAST_STEM ? stem : key;
}
