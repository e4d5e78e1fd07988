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

function soundOf(word: string): string {
  let sound = word;
  for (const [pattern, by] of SOUNDS) sound = sound.replace(pattern, by);
  return sound;
}

/** Whether at most so many letters are to be changed, added or left out between two words. */
export function areWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  return a.length < b.length ? distance(a, b, most) <= most : distance(b, a, most) <= most;
}

const LONGEST = 64;
let before = new Uint8Array(LONGEST + 1);
let now = new Uint8Array(LONGEST + 1);

/** Letters to change, add or leave out between two words; any number above `most` where it is more, or where a word is very long. */
function distance(a: string, b: string, most: number): number {
  if (a.length > LONGEST || b.length > LONGEST) return a === b ? 0 : most + 1;
  for (let j = 0; j <= b.length; j += 1) before[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    now[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let value = before[j - 1]! + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      if (before[j]! < value) value = before[j]! + 1;
      if (now[j - 1]! < value) value = now[j - 1]! + 1;
      now[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return least;
    [before, now] = [now, before];
  }
  return before[b.length]!;
}
