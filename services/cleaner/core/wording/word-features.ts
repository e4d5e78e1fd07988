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
/** Below this character none of them begins. */
const UNSPACED_FROM = 0x0e00;
const QUOTE = /["“”«»„]/;

const PRIME = 16777619;

/** FNV-1a over UTF-16 code units of a feature of some kind, folded to a slot. */
export function slot(kind: number, text: string, from = 0): number {
  return folded(hashed(begun(kind), text, text.length, from));
}

function begun(kind: number): number {
  return Math.imul(2166136261 ^ kind, PRIME);
}

function hashed(begun: number, text: string, end: number, from = 0): number {
  let h = begun;
  for (let i = from; i < end; i += 1) h = Math.imul(h ^ text.charCodeAt(i), PRIME);
  return h;
}

function folded(h: number): number {
  return (h ^ (h >>> 15)) & (SLOTS - 1);
}

/** The slot of two texts with a blank between, of each at most its first `most` characters. */
function pairSlot(kind: number, one: string, other: string, most: number): number {
  const first = hashed(begun(kind), one, Math.min(most, one.length));
  return folded(hashed(Math.imul(first ^ 32, PRIME), other, Math.min(most, other.length)));
}

/** When each slot was last found: by the number of the search. */
const marks = new Uint32Array(SLOTS);
let search = 0;

/** Slots as they first come, each once. In lists and not in typed arrays, of which each has memory of its own outside of V8's. */
export function distinct(slots: readonly number[]): number[] {
  search += 1;
  const found: number[] = [];
  for (let i = 0; i < slots.length; i += 1) {
    const each = slots[i] as number;
    if (marks[each] === search) continue;
    marks[each] = search;
    found.push(each);
  }
  return found;
}

/** The last sentences and their slots: each is asked about at both edges, by several models. */
const recent = new Map<string, readonly number[]>();
const MOST_RECENT = 100;

/**
 * A sentence as slots of a linear model: its words, their stems, pairs of neighbours, the roles that its words play, alone and
 * in pairs, how it begins and ends, its marks, its length and its place.
 * @param place where it stands, a feature like the others
 * @returns distinct slots
 */
export function wordFeatures(sentence: string, place: string): number[] {
  let placeless = recent.get(sentence);
  if (placeless === undefined) {
    placeless = distinct(slotsOf(sentence));
    if (recent.size >= MOST_RECENT) recent.clear();
    recent.set(sentence, placeless);
  }
  const placed = slot(0, place);
  const rest = placeless.includes(placed) ? placeless.filter((each) => each !== placed) : placeless;
  return [placed, ...rest];
}

function slotsOf(sentence: string): number[] {
  const tokens = tokenize(sentence).slice(0, MAX_TOKENS);
  const found = [slot(1, String(Math.min(6, Math.floor(Math.log2(tokens.length + 1)))))];
  if (QUOTE.test(sentence)) found.push(slot(2, 'quote'));
  if (/\d/.test(sentence)) found.push(slot(2, 'digit'));
  for (const mark of '!?:') if (sentence.includes(mark)) found.push(slot(2, mark));
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as string;
    found.push(slot(3, token));
    let stem = hashed(begun(4), token, Math.min(SHORTEST_STEM - 1, token.length));
    for (let k = SHORTEST_STEM; k <= LONGEST_STEM && k <= token.length; k += 1) {
      stem = hashed(stem, token, k, k - 1);
      found.push(folded(stem));
    }
    if (mayBeUnspaced(token) && UNSPACED.test(token))
      for (let k = 0; k + 2 <= token.length; k += 1) found.push(folded(hashed(begun(9), token, k + 2, k)));
    const next = tokens[i + 1];
    if (next !== undefined) found.push(pairSlot(5, token, next, LONGEST_STEM));
  }
  const roles = rolesOf(tokens);
  found.push(slot(10, String(roles.length)));
  for (const role of roles) for (const other of roles) if (role <= other) found.push(rolesSlot(role, other));
  const first = tokens[0];
  if (first !== undefined) {
    found.push(slot(6, first));
    found.push(pairSlot(7, first, tokens[1] ?? '', Number.POSITIVE_INFINITY));
    found.push(slot(8, tokens.at(-1) as string));
  }
  return found;
}

function mayBeUnspaced(token: string): boolean {
  for (let i = 0; i < token.length; i += 1) if (token.charCodeAt(i) >= UNSPACED_FROM) return true;
  return false;
}

/** Slots of two roles, found when they first come. */
const rolePairs = new Map<number, number>();
const MOST_ROLES = 1024;

function rolesSlot(role: number, other: number): number {
  const pair = role * MOST_ROLES + other;
  let known = rolePairs.get(pair);
  if (known === undefined) {
    known = slot(11, `${role} ${other}`);
    rolePairs.set(pair, known);
  }
  return known;
}
