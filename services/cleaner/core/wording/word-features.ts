import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { rolesOf } from './roles.ts';

/** Slots of the feature space: 2^16. With 2^15 a tenth of held-out sentences is lost to collisions, with 2^17 none is won. */
export const SLOTS = 1 << 16;
/** Beginnings of words that stand for them in all their endings: Turkish, Arabic and Russian inflect what English leaves alone. */
const SHORTEST_STEM = 3;
const LONGEST_STEM = 6;
/** Tokens that are read: a reposter's sentence of more is unheard of. */
const MAX_TOKENS = 120;
/** Scripts without spaces: a token is a clause there, and pairs of characters stand for words. */
export const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
const QUOTE = /["“”«»„]/;

/** FNV-1a over UTF-16 code units of a feature of some kind, folded to a slot. */
export function slot(kind: number, text: string, start = 0, end = text.length): number {
  let h = Math.imul(2166136261 ^ kind, 16777619);
  for (let i = start; i < end; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return (h ^ (h >>> 15)) & (SLOTS - 1);
}

/**
 * A sentence as slots of a linear model: its words, their stems, pairs of neighbours, the roles that its words play, alone and
 * in pairs, how it begins and ends, its marks, its length and its place.
 * @param place where it stands, a feature like the others
 * @returns distinct slots, in no order
 */
export function wordFeatures(sentence: string, place: string): Set<number> {
  const tokens = tokenize(sentence).slice(0, MAX_TOKENS);
  const found = new Set<number>([
    slot(0, place),
    slot(1, String(Math.min(6, Math.floor(Math.log2(tokens.length + 1))))),
  ]);
  if (QUOTE.test(sentence)) found.add(slot(2, 'quote'));
  if (/\d/.test(sentence)) found.add(slot(2, 'digit'));
  for (const mark of '!?:') if (sentence.includes(mark)) found.add(slot(2, mark));
  tokens.forEach((token, i) => {
    found.add(slot(3, token));
    for (let k = SHORTEST_STEM; k <= LONGEST_STEM && k <= token.length; k += 1) found.add(slot(4, token, 0, k));
    if (UNSPACED.test(token)) for (let k = 0; k + 2 <= token.length; k += 1) found.add(slot(9, token, k, k + 2));
    const next = tokens[i + 1];
    if (next !== undefined) found.add(slot(5, `${token.slice(0, LONGEST_STEM)} ${next.slice(0, LONGEST_STEM)}`));
  });
  const roles = rolesOf(tokens);
  found.add(slot(10, String(roles.length)));
  for (const role of roles) for (const other of roles) if (role <= other) found.add(slot(11, `${role} ${other}`));
  if (tokens[0] !== undefined) {
    found.add(slot(6, tokens[0]));
    found.add(slot(7, `${tokens[0]} ${tokens[1] ?? ''}`));
    found.add(slot(8, tokens.at(-1) as string));
  }
  return found;
}
