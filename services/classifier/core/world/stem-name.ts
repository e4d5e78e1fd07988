const RUSSIAN =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|иею|ием|иям|ах|ях|ов|ев|ом|ем|ам|ям|ой|ей|ою|ею|ую|юю|ая|яя|ое|ее|ые|ие|ый|ий|ых|их|ым|им|ии|ию|ия|[аяуюеиоыьй])$/u;
/** Folded: й is и, ї is і. */
const UKRAINIAN =
  /(?:ями|ами|ого|ому|ими|іми|ах|ях|ів|ом|ем|єм|ам|ям|оі|іи|ии|ою|ею|єю|их|іх|им|ім|ую|юю|іі|ію|ія|[аяуюеиоіьє])$/u;
const TURKISH = /(?:lar|ler)(?:in|i|a|e|la|le|dan|den|da|de)?$/;
const GERMAN = /(?:er|en|em|es|e|n|s)$/;
const ROMANCE = /(?:as|os|es|s|a|o|e)$/;
const ARABIC_PREFIX = /^(?:[وف]?(?:بال|كال|لل|ال)|[وف])(?=.{3})/u;
const GREEK = /(?:ιδες|ους|ων|ος|ου|ον|οι|ης|ην|ες|ας|αν|εις|ς|ν|α|η|ο|ι)$/u;
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
      return cut(key, RUSSIAN);
    case 'uk':
      return cut(key, UKRAINIAN);
    case 'tr':
      return cut(key, TURKISH);
    case 'de':
      return cut(key, GERMAN);
    case 'fr':
    case 'es':
      return cut(key, ROMANCE);
    case 'el':
      return cut(key, GREEK);
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

/** Letters that Arabic and Hebrew write as one with the word behind them: and, in, to, from, the, as, that. */
const JOINED: ReadonlySet<string> = new Set('\u0648\u0641\u0628\u0644\u0643\u05D5\u05E9\u05D1\u05DC\u05DE\u05D4\u05DB');
/** So many may stand together ("and in the", "when in"). */
const MOST_JOINED = 3;
const LEAST_BARE = 3;

/** A word without one and without two of the letters that its script joins to it, as far as it may begin with such. */
export function bareForms(key: string): string[] {
  const forms: string[] = [];
  for (let n = 1; n <= MOST_JOINED && JOINED.has(key[n - 1] as string) && key.length - n >= LEAST_BARE; n += 1)
    forms.push(key.slice(n));
  return forms;
}

/** The language whose endings a word of a script is cut by; null for scripts without endings of names. */
export function endingsOf(word: string): string | null {
  return /^\p{Script=Cyrillic}/u.test(word) ? 'ru' : /^\p{Script=Greek}/u.test(word) ? 'el' : null;
}

/** Endings of the Turkic languages that are written in Cyrillic: in, from, to, of, the. */
const STEPPE = /(?:[дт][ае]н|н[ае]н|[дт][оө]н|[дт][аеоө]|[ғқ]а|[гк][еаоө]|[ндт][ыиіуү]н|[ндт][ыіиуү]ң|[дтн][ыіиуү])$/u;

/** A folded word of such a language without its ending, as it stands first. */
export function steppeForms(key: string): string[] {
  const bare = key.replace(STEPPE, '');
  return bare !== key && bare.length > LEAST_STEM ? [key, bare] : [key];
}
