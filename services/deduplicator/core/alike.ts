/** Letters that one name is written with in different hands: beside each other they are one sound, and vowels none. */
const SOUNDS: readonly [RegExp, string][] = [
  [/ph/g, 'f'],
  [/tsch|tch|sch|sh|ch|cz|zh/g, 's'],
  [/kh|gh|q|ck|c|g/g, 'k'],
  [/[wv]/g, 'f'],
  [/th|d/g, 't'],
  [/dj|[jz]/g, 's'],
  [/x/g, 'ks'],
  [/b/g, 'p'],
  [/[aeiouyh'’]/g, ''],
  [/(.)\1+/g, '$1'],
];
/** A frame of fewer consonants is many a name's. */
const MIN_SOUNDS = 2;
/** Letters that may differ, of the longer word; one name in two transliterations, or a word badly read, has .4 at most. */
const MOST_CHANGED = 0.4;
const MIN_LETTERS = 4;

/** Whether two folded words are one word written or read otherwise. */
export function areAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < MIN_LETTERS) return short.length > 1 && long.length - short.length <= 1 && isSame(a, b);
  const most = Math.floor(long.length * MOST_CHANGED);
  if (long.length - short.length <= most && distance(short, long, most) <= most) return true;
  return isSame(a, b);
}

function isSame(a: string, b: string): boolean {
  const sound = soundOf(a);
  return sound.length >= MIN_SOUNDS && sound === soundOf(b);
}

const sounds = new Map<string, string>();
/** Words whose sounds are kept: names come again, and ten replacements take as long as all else that is done for a word. */
const MOST_SOUNDS = 20_000;

function soundOf(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  let sound = word;
  for (const [pattern, by] of SOUNDS) sound = sound.replace(pattern, by);
  if (sounds.size >= MOST_SOUNDS) sounds.clear();
  sounds.set(word, sound);
  return sound;
}

/** Whether at most so many letters are to be changed, added or left out between two words. */
export function areWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  return a.length < b.length ? distance(a, b, most) <= most : distance(b, a, most) <= most;
}

/** Letters of a word that are told apart: of longer "words" only equal ones are near. */
const LONGEST = 64;
/** Words of so many letters fit the bits of one integer. */
const BITS = 31;

/**
 * Letters to change, add or leave out between a word and one that is as long or longer; any number above `most` where it is more, or
 * where a word is very long.
 */
function distance(a: string, b: string, most: number): number {
  if (a.length > LONGEST || b.length > LONGEST) return a === b ? 0 : most + 1;
  return a.length <= BITS ? distanceInBits(a, b) : distanceInRows(a, b);
}

/** For each code unit the letters of the word at hand that are it, one bit each; empty between two calls. */
const lettersOf = new Int32Array(0x10000);

/** Levenshtein's distance, a column of its table in two integers (Myers 1999, as simplified by Hyyrö 2003). `a` is not empty. */
function distanceInBits(a: string, b: string): number {
  const last = a.length - 1;
  for (let i = 0; i <= last; i += 1) lettersOf[a.charCodeAt(i)]! |= 1 << i;
  let [more, less] = [-1, 0];
  let score = a.length;
  for (let j = 0; j < b.length; j += 1) {
    const equal = lettersOf[b.charCodeAt(j)]!;
    const diagonal = (((equal & more) + more) ^ more) | equal | less;
    let up = less | ~(diagonal | more);
    let down = more & diagonal;
    score += ((up >>> last) & 1) - ((down >>> last) & 1);
    up = (up << 1) | 1;
    down <<= 1;
    more = down | ~(diagonal | up);
    less = up & diagonal;
  }
  for (let i = 0; i <= last; i += 1) lettersOf[a.charCodeAt(i)] = 0;
  return score;
}

const row = new Uint8Array(LONGEST + 1);

function distanceInRows(a: string, b: string): number {
  for (let j = 0; j <= b.length; j += 1) row[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    let above = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const changed = above + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      above = row[j]!;
      row[j] = Math.min(changed, above + 1, row[j - 1]! + 1);
    }
  }
  return row[b.length]!;
}
