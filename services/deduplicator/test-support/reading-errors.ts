import { pick } from './press.ts';

/** What a scanner reads for a letter: shapes that are near. */
const MISREAD: Readonly<Record<string, readonly string[]>> = {
  a: ['o', 'u', 'n'],
  b: ['h', '6', 'l>'],
  c: ['e', 'o', '('],
  d: ['cl', 'o', 'a'],
  e: ['c', 'o', 'a'],
  f: ['t', 'r', 'i'],
  g: ['q', '9', 'y'],
  h: ['b', 'li', 'n'],
  i: ['l', '1', 'j'],
  k: ['lc', 'h', 'x'],
  l: ['1', 'i', 't'],
  m: ['rn', 'nn', 'in'],
  n: ['u', 'r', 'ri'],
  o: ['0', 'c', 'e'],
  p: ['n', 'o', 'y'],
  r: ['n', 'v', 't'],
  s: ['5', 'a', 'e'],
  t: ['f', 'l', 'r'],
  u: ['n', 'o', 'ii'],
  v: ['y', 'r', 'w'],
  w: ['v', 'vv', 'm'],
  y: ['v', 'g', 'p'],
};

/** A text as a poor scanner reads it: this share of its letters become others, now and then a space is lost or one too many. */
export function misread(random: () => number, text: string, share: number): string {
  let read = '';
  for (const letter of text) {
    if (letter === ' ' && random() < share / 8) continue;
    if (!/\p{L}/u.test(letter) || random() >= share) {
      read += letter;
      continue;
    }
    const shapes = MISREAD[letter.toLowerCase()];
    const turn = random();
    if (turn < 0.06) read += '';
    else if (turn < 0.1) read += `${letter} `;
    else read += shapes ? pick(random, shapes) : 'o';
  }
  return read;
}
