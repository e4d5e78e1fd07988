/** Scripts that one language of the news writes in: no statistics needed. ISO 639-1, else 639-3. */
const ONE_LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, 'ja'],
  [/\p{sc=Hangul}/gu, 'ko'],
  [/\p{sc=Greek}/gu, 'el'],
  [/\p{sc=Armenian}/gu, 'hy'],
  [/\p{sc=Georgian}/gu, 'ka'],
  [/\p{sc=Thai}/gu, 'th'],
  [/\p{sc=Lao}/gu, 'lo'],
  [/\p{sc=Khmer}/gu, 'km'],
  [/\p{sc=Myanmar}/gu, 'my'],
  [/\p{sc=Sinhala}/gu, 'si'],
  [/\p{sc=Tamil}/gu, 'ta'],
  [/\p{sc=Telugu}/gu, 'te'],
  [/\p{sc=Kannada}/gu, 'kn'],
  [/\p{sc=Malayalam}/gu, 'ml'],
  [/\p{sc=Gujarati}/gu, 'gu'],
  [/\p{sc=Gurmukhi}/gu, 'pa'],
  [/\p{sc=Oriya}/gu, 'or'],
  [/\p{sc=Thaana}/gu, 'dv'],
  [/\p{sc=Tibetan}/gu, 'bo'],
];

/** Letters that only one language (of those written in that script) has. Common ones only: a name may bring a rare one. */
const OWN_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[ѓќѕ]/giu, 'mk'],
  [/[ђћ]/giu, 'sr'],
  [/ў/giu, 'be'],
  [/[ҳҷӣӯ]/giu, 'tg'],
  [/[әұқғ]/giu, 'kk'],
  // Kyrgyz has Mongolian's two letters and one more: the first of equals wins.
  [/[өү]/giu, 'mn'],
  [/[өүң]/giu, 'ky'],
  [/[їєґ]/giu, 'uk'],
  [/[ڕێۆڵ]/gu, 'ckb'],
  [/[ټډړښځڅېۍ]/gu, 'ps'],
  [/[ۇۈېۋ]/gu, 'ug'],
  [/[ٹڈڑےں]/gu, 'ur'],
];

/** So much of a text's letters must be its own for a language to be told by them (in running text they are 1 to 15 %). */
const LEAST_OWN = 0.012;
/** A longer text needs two of them: one may come with a name. */
const LINE_LETTERS = 100;

/** Letters beyond Latin: without any, neither table has anything to say (most texts; it saves them 30 searches). */
const BEYOND_LATIN = /[\u0370-\u1DFF\u2E80-\uD7FF\uF900-\uFDFF\uFE70-\uFEFC]/;
/** Cyrillic, Hebrew, Arabic: many languages each. */
const SHARED_SCRIPTS = /[\u0400-\u052F\u0590-\u077F]/g;

/** The language that a text's script or letters alone tell, or null. Looks at what is most, so a quoted word decides nothing. */
export function languageByScript(text: string): string | null {
  if (!BEYOND_LATIN.test(text)) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if ((text.match(SHARED_SCRIPTS)?.length ?? 0) > letters / 2) return null;
  for (const [script, language] of ONE_LANGUAGE) {
    const count = text.match(script)?.length ?? 0;
    // Japanese mixes its kana with Chinese characters; a third is plenty there, and a half elsewhere.
    if (count >= letters * (language === 'ja' ? 0.2 : 0.5)) return language;
  }
  return null;
}

/** The language that letters of its own give away among those of one script, or null; the one with most of them wins. */
export function languageByLetters(text: string): string | null {
  if (!BEYOND_LATIN.test(text)) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  let best: string | null = null;
  let most = 0;
  for (const [own, language] of OWN_LETTERS) {
    const count = text.match(own)?.length ?? 0;
    if (count > most && (count > 1 || letters < LINE_LETTERS) && count >= letters * LEAST_OWN) {
      best = language;
      most = count;
    }
  }
  return best;
}
