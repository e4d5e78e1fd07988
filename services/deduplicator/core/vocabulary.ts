import { tokenize } from '@wirewatch/shared/text/tokens.ts';

/** A text's content words, each with how much it is spoken of: 1 + ln of how often it stands there. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Letters of a word that are looked at: an ending, of a case or a plural, makes no other word. */
const STEM = 6;
/** Shorter words are articles and prepositions mostly; names of three letters are lost with them. */
const MIN_LETTERS = 4;
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;

/** The words of a text that may say what it is about, as beginnings of {@link STEM} letters; numbers of two digits and more. */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  for (const token of tokenize(text)) {
    if (token.length >= 2 && mayHaveNoSpaces(token) && NO_SPACES.test(token)) words.push(...segments(token));
    else if (token.length >= MIN_LETTERS || /\p{Nd}{2}/u.test(token)) words.push(stemOf(token));
  }
  return words;
}

/** The first script that writes without spaces is Thai: words of letters before it need no look at all the ranges of such scripts. */
function mayHaveNoSpaces(token: string): boolean {
  for (let i = 0; i < token.length; i += 1) if (token.charCodeAt(i) >= 0x0e00) return true;
  return false;
}

/** What of a folded word its endings leave. */
export function stemOf(word: string): string {
  return word.slice(0, STEM);
}

/** Words of a run of a script without spaces: one character alone says nothing. */
function segments(run: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(run), (part) => part.segment).filter((word) => word.length > 1);
}

/** The vocabulary of a text. */
export function vocabularyOf(text: string): Vocabulary {
  const found = new Map<string, number>();
  for (const word of contentWords(text)) found.set(word, (found.get(word) ?? 0) + 1);
  for (const [word, times] of found) found.set(word, 1 + Math.log(times));
  return found;
}
