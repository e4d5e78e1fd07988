import type { Cutter } from './chinese-words.ts';
import { foldWord } from './fold.ts';

/** How a word is written: no capital (or a script without capitals), a capital first letter, capitals only. */
export const LOWER = 0;
export const CAPITAL = 1;
export const UPPER = 2;
/** A script without capitals. */
export const UNCASED = 3;

/** The words of a text as parallel arrays, and the sentences they stand in. Offsets are UTF-16 units of the text. */
export interface Scan {
  text: string;
  start: number[];
  end: number[];
  /** Folded words, see {@link foldWord}. */
  key: string[];
  shape: number[];
  /** The sentence number of each word. */
  sentence: number[];
  /** First word of each sentence; the last element is the number of words. */
  first: number[];
  /** 1 where the text between this word and the next breaks a name: punctuation other than a hyphen, an apostrophe or an initial's full stop. */
  breaks: number[];
  /** The first word behind a dateline that stood as a sentence of its own, where one was joined to the sentence behind it. */
  newsFrom?: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const ENDS = /[.!?…؟。]['"”’»)\]]*\s/;
/** Ends a sentence without a space behind it. */
const FULL_WIDTH_ENDS = /[。！？]/;
const UNCASED_LETTER = /\p{Lo}/u;
const OPENING_QUOTE = /\s["“«]/;
/** Words that open a sentence after an abbreviation; names do not begin with them. */
const STARTERS = new Set(
  'The He She It They But In On At After As A An This That These Those We I And Its His Her Their However Meanwhile Officials'.split(
    ' ',
  ),
);
/** Words whose full stop ends no sentence: titles, months, ranks, places in several languages. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen lt col maj sgt capt cmdr adm sen rep gov st ste mt ft vs jr sr inc corp co ltd no nos jan feb aug sept oct nov dec dept est etc hon rev messrs pres supt det sra dra bzw usw ca nr dres av cad sok doc doç'.split(
    ' ',
  ),
);

/** Sentences longer than this many words are cut: bounded time on text without full stops. */
const MAX_SENTENCE_WORDS = 200;

/** Splits a text into folded words and sentences; `headline` is a first sentence of its own, `cut` parts what is written without spaces. */
export function scan(headline: string, body: string, cut?: Cutter): Scan {
  const text = headline ? `${headline}\n\n${body}` : body;
  const scanned: Scan = { text, start: [], end: [], key: [], shape: [], sentence: [], first: [0], breaks: [] };
  let previousEnd = 0;
  let sentence = 0;
  let sentenceStart = 0;
  WORD.lastIndex = 0;
  const add = (word: string, index: number, stands: string | null): void => {
    const i = scanned.key.length;
    const head = word[0] as string;
    const capital = head !== head.toLowerCase();
    const gap = text.slice(previousEnd, index);
    if (i > 0) {
      const broken = gap !== '' && gap !== ' ' && gap !== '-';
      let breaks = 0;
      if (broken) breaks = breaksName(gap, scanned, i - 1) ? 1 : 0;
      if ((broken && endsSentence(gap, scanned, i - 1, capital, word)) || i - sentenceStart >= MAX_SENTENCE_WORDS) {
        sentence += 1;
        sentenceStart = i;
        scanned.first.push(i);
        breaks = 1;
      }
      scanned.breaks.push(breaks);
    }
    scanned.start.push(index);
    previousEnd = index + word.length;
    scanned.end.push(previousEnd);
    scanned.key.push(cachedFold(stands ?? word));
    scanned.shape.push(
      UNCASED_LETTER.test(head)
        ? UNCASED
        : capital
          ? word.length > 1 && word === word.toUpperCase()
            ? UPPER
            : CAPITAL
          : LOWER,
    );
    scanned.sentence.push(sentence);
  };
  for (let m = WORD.exec(text); m; m = WORD.exec(text)) {
    if (!cut) {
      add(m[0], m.index, null);
      continue;
    }
    let at = m.index;
    for (const { length, stands } of cut(m[0])) {
      add(text.slice(at, at + length), at, stands);
      at += length;
    }
  }
  scanned.breaks.push(1);
  scanned.first.push(scanned.key.length);
  return scanned;
}

function breaksName(gap: string, s: Scan, before: number): boolean {
  if (gap === "'" || gap === '’' || gap === ' & ' || gap === " '" || gap === '. ' || gap === '.') {
    if (gap[0] !== '.') return false;
    const key = s.key[before] as string;
    return !(key.length === 1 || ABBREVIATIONS.has(key));
  }
  return !/^\s+$/.test(gap) || gap.includes('\n\n');
}

function endsSentence(gap: string, s: Scan, before: number, capital: boolean, word: string): boolean {
  if (gap.includes('\n\n')) return true;
  if (FULL_WIDTH_ENDS.test(gap)) return true;
  if (!ENDS.test(gap)) return false;
  const starts = capital || UNCASED_LETTER.test(word[0] as string) || OPENING_QUOTE.test(gap);
  if (/[!?…؟。]/.test(gap)) return starts;
  const key = s.key[before] as string;
  // An initial or an abbreviation ("U.S.", "Gen.") goes on; single digits do end sentences.
  if (ABBREVIATIONS.has(key) && s.shape[before] !== LOWER) return false;
  // "a. D.", "z. B.": two letters that stand for words.
  if (key.length === 1 && word.length === 1 && word !== 'I' && !STARTERS.has(word)) return false;
  if (key.length === 1 && s.shape[before] !== LOWER) {
    // "the U.S. He said" ends, "the U.S. Congress" goes on.
    return OPENING_QUOTE.test(gap) || STARTERS.has(word);
  }
  return starts || /^\d/.test(word);
}

const folded = new Map<string, string>();
/** Distinct words kept folded: news repeats its vocabulary, and 50,000 words cost some 5 MB. */
const FOLD_CACHE = 50_000;

function cachedFold(word: string): string {
  const hit = folded.get(word);
  if (hit !== undefined) return hit;
  const key = foldWord(word);
  if (folded.size >= FOLD_CACHE) folded.clear();
  folded.set(word, key);
  return key;
}

/** The text of a sentence, trimmed. */
export function sentenceText(s: Scan, sentence: number): string {
  const opens = s.first[sentence] ?? 0;
  const to = s.first[sentence + 1] ?? s.key.length;
  const from = s.newsFrom !== undefined && opens < s.newsFrom && s.newsFrom < to ? s.newsFrom : opens;
  const start = from === 0 ? 0 : (s.start[from] ?? 0);
  const last = s.end[to - 1] ?? s.text.length;
  const closing = /^[^\s\p{L}\p{N}]*/u.exec(s.text.slice(last, last + 8));
  return s.text.slice(start, last + (closing?.[0].length ?? 0)).trim();
}
