// Every expression below sees at most 800 characters: the model's own too, for it is shown windows.
import { eld } from 'eld/extrasmall';
import { languageByLetters, languageByScript } from './language-script.ts';
import { languageByWords } from './language-words.ts';
import { tokenize } from './tokens.ts';

/** A language guess: ISO 639-1 (else 639-3, else `und`), and whether it can be trusted. */
export interface LanguageGuess {
  language: string;
  reliable: boolean;
}

/** A stretch of a text in another language than the rest: UTF-16 offsets, end exclusive. */
export interface LanguageBlock {
  language: string;
  start: number;
  end: number;
}

/** The n-gram model looks at some 350 bytes; so long a window holds that in any script. */
const WINDOW = 400;
/** A text longer than this is looked at in three places: a consent notice at its head must not decide. */
const SEVERAL_WINDOWS = 1500;
/** Shorter blocks are titles, names and quotations; the model errs on them too often to call them foreign. */
const BLOCK_LETTERS = /^(?:\P{L}*\p{L}){60}/u;
const UNKNOWN: LanguageGuess = { language: 'und', reliable: false };

/**
 * The language of a text: by its script where one language has it, by letters of its own, else by eld's extra-small n-gram
 * model in two places, and a third where they differ. Pure; 60-500 us whatever the text's length.
 * @param expected what the text's carrier says of it: where the first place says so too, beyond doubt, no other is asked
 */
export function detectLanguage(text: string, expected?: string): LanguageGuess {
  if (text.length <= SEVERAL_WINDOWS) return detectWindow(text.slice(0, WINDOW * 2));
  const votes = new Map<string, { count: number; reliable: boolean }>();
  // The middle first: where all three differ, it is the least likely to be furniture.
  for (const part of [0.5, 0.15, 0.8]) {
    const guess = detectWindow(text.slice(wordStart(text, Math.floor(text.length * part))).slice(0, WINDOW));
    if (guess.language === 'und') continue;
    if (guess.reliable && guess.language === expected) return guess;
    const vote = votes.get(guess.language);
    votes.set(guess.language, {
      count: (vote?.count ?? 0) + 1,
      reliable: (vote?.reliable ?? false) || guess.reliable,
    });
    if (vote) break;
  }
  let best: { language: string; count: number; reliable: boolean } | null = null;
  for (const [language, vote] of votes) if (!best || vote.count > best.count) best = { language, ...vote };
  return best ? { language: best.language, reliable: best.reliable } : UNKNOWN;
}

/** Paragraphs told to be in the main language before words stand for the model. */
const LEAST_TOLD = 2;
/**
 * Share of a paragraph's words that stand in such paragraphs: it is in their language then. In 1,000 texts with a paragraph of a neighbouring
 * language put among ten, .4 missed 20, all Danish in Norwegian or the other way round, .5 two, .55 one.
 */
const MET = 0.55;
/** Words of a paragraph from which that share says something. */
const LEAST_WORDS = 8;

/** Paragraphs in another language than `main`, told reliably; neighbours of one language are one block. */
export function foreignBlocks(text: string, main: string): LanguageBlock[] {
  const blocks: LanguageBlock[] = [];
  const met = new Set<string>();
  let told = 0;
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+/g)) {
    const sample = paragraph.slice(0, WINDOW);
    if (!BLOCK_LETTERS.test(sample)) continue;
    const words = tokenize(sample);
    const isMet = told >= LEAST_TOLD && shareOf(words, met) >= MET;
    const { language, reliable } = isMet ? { language: main, reliable: true } : detectWindow(sample);
    if (!reliable || language === 'und') continue;
    if (language === main) {
      told += 1;
      for (const word of words) met.add(word);
      continue;
    }
    const end = index + paragraph.length;
    const before = blocks.at(-1);
    if (before?.language === language && text.slice(before.end, index).trim() === '') before.end = end;
    else blocks.push({ language, start: index, end });
  }
  return blocks;
}

function shareOf(words: readonly string[], met: ReadonlySet<string>): number {
  if (words.length < LEAST_WORDS) return 0;
  let hits = 0;
  for (const word of words) if (met.has(word)) hits += 1;
  return hits / words.length;
}

function detectWindow(sample: string): LanguageGuess {
  if (!/\p{L}{2}/u.test(sample)) return UNKNOWN;
  const alone = languageByScript(sample) ?? languageByLetters(sample);
  if (alone) return { language: alone, reliable: true };
  const guess = eld.detect(sample);
  const language = guess.language || 'und';
  const reliable = guess.language !== '' && guess.isReliable();
  const byWords = languageByWords(sample, language, reliable);
  return byWords ? { language: byWords, reliable } : { language, reliable };
}

/** The next word's beginning at or after `at`, so that a window does not open in mid-word. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 || space - at > WINDOW ? at : space + 1;
}
