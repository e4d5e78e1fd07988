/** One letter or pair of another script in Latin letters, as newspapers write them rather than libraries. */
type Letters = Readonly<Record<string, string>>;

const CYRILLIC: Letters = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ў: 'u', ђ: 'dj', ј: 'j' },
  ...{
    љ: 'lj',
    њ: 'nj',
    ћ: 'c',
    џ: 'dz',
    ѓ: 'gj',
    ќ: 'kj',
    ң: 'ng',
    ө: 'o',
    ү: 'u',
    ұ: 'u',
    қ: 'k',
    ғ: 'gh',
    ә: 'a',
    һ: 'h',
  },
};
const GREEK: Letters = {
  ...{ ου: 'ou', αυ: 'av', ευ: 'ev', γκ: 'gk', γγ: 'ng', τζ: 'tz', ει: 'ei', οι: 'oi' },
  ...{
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
  },
  ...{ ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o' },
};
/** Consonants of Arabic and Persian; their long vowels are told by their place. */
const ARABIC: Letters = {
  ...{ ب: 'b', پ: 'p', ت: 't', ث: 'th', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', ژ: 'zh' },
  ...{ س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ک: 'k', گ: 'g', ل: 'l' },
  ...{ م: 'm', ن: 'n', ه: 'h', ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ى: 'a', ة: 'a', ع: 'a', ؤ: 'u', ئ: 'i', ء: '' },
};
const HEBREW: Letters = {
  ...{
    א: 'a',
    ב: 'b',
    ג: 'g',
    ד: 'd',
    ה: 'h',
    ז: 'z',
    ח: 'ch',
    ט: 't',
    כ: 'k',
    ך: 'k',
    ל: 'l',
    מ: 'm',
    ם: 'm',
    נ: 'n',
  },
  ...{ ן: 'n', ס: 's', ע: 'a', פ: 'p', ף: 'f', צ: 'tz', ץ: 'tz', ק: 'k', ר: 'r', ש: 'sh', ת: 't' },
};
const VOWEL = /[aeiou]$/;
const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{M}]*$/u;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * A name in Latin letters: one form for all texts that write it in one script. What is written in Latin letters stays, and so do scripts
 * whose letters do not tell sounds one by one (Chinese, Thai ...). Vowels that Arabic and Hebrew leave out are guessed by one rule.
 */
export function latinForm(name: string): string {
  if (LATIN.test(name)) return name;
  return name.normalize('NFC').replace(WORD, (word) => {
    if (/^\p{Script=Cyrillic}/u.test(word)) return alphabetic(word, CYRILLIC).replace(/(?<=[^aeiou])(?:iy|yy)$/, 'y');
    if (/^\p{Script=Greek}/u.test(word)) return alphabetic(word.normalize('NFD').replace(/\p{M}/gu, ''), GREEK);
    if (/^\p{Script=Arabic}/u.test(word)) return semitic(word, ARABIC, 'و', 'يی');
    if (/^\p{Script=Hebrew}/u.test(word)) return semitic(word, HEBREW, 'ו', 'י');
    return word;
  });
}

function alphabetic(word: string, letters: Letters): string {
  const lower = word.toLowerCase();
  let out = '';
  for (let i = 0; i < lower.length; i += 1) {
    const pair = letters[lower.slice(i, i + 2)];
    if (pair !== undefined) i += 1;
    out += pair ?? letters[lower[i] as string] ?? lower[i];
  }
  return word[0] === lower[0] ? out : capital(out);
}

/** Letters for w and y are vowels between consonants; two consonants at the beginning have an "a" between them. */
function semitic(word: string, letters: Letters, w: string, y: string): string {
  const bare = word.replace(/[\u064B-\u065F\u0670\u0640\u0591-\u05C7]/g, '');
  const article = /^ال(?=..)/.test(bare) ? 'al-' : '';
  const body = article ? bare.slice(2) : bare;
  let out = '';
  let consonants = 0;
  for (let i = 0; i < body.length; i += 1) {
    const letter = body[i] as string;
    const isLast = i === body.length - 1;
    let sound = letters[letter] ?? letter;
    if (w.includes(letter)) sound = i === 0 || VOWEL.test(out) ? 'w' : 'u';
    else if (y.includes(letter)) sound = i === 0 || (VOWEL.test(out) && !isLast) ? 'y' : 'i';
    const isConsonant = !VOWEL.test(sound);
    if (isConsonant && consonants === 1 && i === 1) out += 'a';
    consonants = isConsonant ? consonants + 1 : 0;
    out += sound === 'a' && out.endsWith('a') ? '' : sound;
  }
  return article + capital(out);
}

function capital(word: string): string {
  return word === '' ? word : word[0]!.toUpperCase() + word.slice(1);
}
