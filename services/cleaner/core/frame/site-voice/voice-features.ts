import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { kindReader } from '../../wording/roles.ts';
import { distinct, slot, UNSPACED, wordFeatures } from '../../wording/word-features.ts';
import { SITE_WORDS } from './site-words.ts';
import { kindsWithin, partsOf } from './unspaced-words.ts';

/** A sentence as slots, in three views of it that err in different ways: their log odds are added. */
export interface VoiceFeatures {
  /** Its words. */
  words: number[];
  /** How it speaks, its subject unknown. */
  manner: number[];
  /** What kinds of a site's words come together in it. */
  kinds: number[];
}

/** Tokens that are read: who addresses readers is brief. */
const MAX_TOKENS = 80;
/** Letters of a word's ending. */
const ENDINGS = [2, 3, 4];
/** A word with a capital that begins no sentence: a name, or a German noun. */
const NAME = /(?<=[\p{L}\p{N},;:]\s["“„«(]?)\p{Lu}[\p{L}\p{M}]+/gu;
const MARKS = ['【', '「', '《', '※', '?', '؟', '!', ':', ';', '"', '“', '«', '(', '@', '–', '—'];
const PARTS = /(?<=[.!?؟:])\s|(?<=[。！？])(?=.)/u;
const LAST_MARK = /[.!?…؟:。！？：]["”»」』]?$/;
const DIGIT = /^\d/;
/** Of these no ending tells anything. */
const BARE = /^[\p{sc=Han}\p{sc=Kana}\p{sc=Thai}]/u;

const kindsOf = kindReader(SITE_WORDS);

/**
 * @param text a short paragraph; at most 80 of its words are read
 * @param common the commonest words of the languages: what stays of a sentence that is to be judged by its manner alone
 */
export function voiceFeatures(text: string, common: ReadonlySet<string>): VoiceFeatures {
  const tokens = tokenize(text).slice(0, MAX_TOKENS);
  return { words: wordsOf(text, tokens), manner: mannerOf(text, tokens, common), kinds: kindPairs(text, tokens) };
}

/** Words, stems and pairs as everywhere, and endings: an imperative, a second person, a past tense. */
function wordsOf(text: string, tokens: readonly string[]): number[] {
  const found = wordFeatures(text, 'close');
  tokens.forEach((token, i) => {
    if (UNSPACED.test(token)) {
      for (let k = 0; k < token.length; k += 1) {
        found.push(slot(22, token[k] as string));
        if (k + 3 <= token.length) found.push(slot(23, token.slice(k, k + 3)));
      }
      for (const k of ENDINGS) if (k <= token.length) found.push(slot(24, token, token.length - k));
      return;
    }
    for (const k of ENDINGS) {
      if (k >= token.length) break;
      found.push(slot(20, token, token.length - k));
      if (i === 0) found.push(slot(21, token, token.length - k));
    }
  });
  return distinct(found);
}

/**
 * Common words as they are, of all others the ending alone: a sentence on a newsletter reads like one on a bell here, and it is told
 * whether somebody is addressed, offered or forbidden something, or whether something is told of somebody.
 */
function mannerOf(text: string, whole: readonly string[], common: ReadonlySet<string>): number[] {
  const found: number[] = [];
  const tokens = whole.flatMap((token) => (UNSPACED.test(token) ? partsOf(token) : [token]));
  const put = (kind: number, value: string): void => {
    found.push(slot(kind, value));
  };
  const shape = (token: string, letters: number): string =>
    DIGIT.test(token) ? '#' : common.has(token) ? token : BARE.test(token) ? '字' : `~${token.slice(-letters)}`;
  const two = tokens.map((t) => shape(t, 2));
  const three = tokens.map((t) => shape(t, 3));
  two.forEach((form, i) => {
    put(30, form);
    put(31, three[i] as string);
    put(32, `${form} ${two[i + 1] ?? '$'}`);
    put(33, shape(tokens[i] as string, 4));
  });
  put(34, two[0] ?? '');
  put(35, three[0] ?? '');
  put(36, `${two[0]} ${two[1]}`);
  put(37, three.at(-1) ?? '');
  const names = text.match(NAME)?.length ?? 0;
  put(38, `names ${Math.min(4, names)}`);
  put(38, `names in all ${Math.round((4 * names) / Math.max(1, tokens.length))}`);
  put(38, `length ${Math.floor(Math.log2(tokens.length + 1) * 2)}`);
  for (const mark of MARKS) if (text.includes(mark)) put(38, mark);
  put(38, `ends ${LAST_MARK.exec(text)?.[0] ?? ''}`);
  const parts = text.split(PARTS);
  put(38, `parts ${Math.min(4, parts.length)}`);
  if (/[?？؟]$/.test(parts[0] as string)) put(38, 'asks first');
  for (const part of parts.slice(1)) put(39, shape(tokenize(part)[0] ?? '', 3));
  if (/\d/.test(text)) put(38, 'digit');
  if (/[%€$£]/.test(text)) put(38, 'money');
  if (/\d{4}/.test(text)) put(38, 'year');
  return distinct(found);
}

function kindPairs(text: string, tokens: readonly string[]): number[] {
  const found: number[] = [];
  const kinds = [...new Set([...kindsOf(tokens), ...kindsWithin(tokens.join(' '))])].sort((a, b) => a - b);
  const asks = /[?？؟]/.test(text) ? 'asks' : '';
  found.push(slot(50, String(kinds.length)));
  for (const kind of kinds) {
    found.push(slot(53, `${kind} ${asks}`));
    for (const other of kinds) if (kind <= other) found.push(slot(51, `${kind} ${other}`));
  }
  return distinct(found);
}
