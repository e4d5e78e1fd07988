import { pick } from './press.ts';

/** What a reading machine takes for what: two letters for one, one for two, a letter for a figure, and shapes of one height. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  rn: ['m'],
  in: ['m', 'iii'],
  cl: ['d'],
  li: ['h', 'U'],
  ri: ['n'],
  vv: ['w'],
  fi: ['ﬁ', 'h'],
  tt: ['ft', 'H'],
  a: ['s', 'e', 'ā'],
  b: ['lo', '6', 'k'],
  c: ['(', 'e', 'o'],
  d: ['cl', 'ci', 'il'],
  e: ['c', 'é', 'o', 's'],
  f: ['l', 't', 'r'],
  g: ['q', 'y', '8'],
  h: ['b', 'li', 'ii'],
  i: ['l', '!', 'í', 'r'],
  j: [';', 'i'],
  k: ['lc', 'b', 'ic'],
  l: ['1', 'I', '|', 'i'],
  m: ['rn', 'iii', 'nn'],
  n: ['ri', 'h', 'a', 'o'],
  o: ['0', 'c', 'ó', 'e'],
  p: ['jo', 'n', 'o'],
  q: ['g', 'o'],
  r: ['i', 't', 'v'],
  s: ['a', '8', '5', 'e'],
  t: ['i', 'l', '1', 'f'],
  u: ['ii', 'n', 'a'],
  v: ['y', 'r', 'x'],
  w: ['vv', 'ro', 'iv'],
  x: ['k', 'z'],
  y: ['v', 'p', '7'],
  z: ['s', '2'],
};
/** Letters of a printed line. */
const LINE = 62;
const DUST = [' .', ' ,', " '", ' |', ' -'];

/**
 * A text as a machine reads it off a bad page, otherwise than `reading-errors.ts` does: line by line, this share of the letters taken for
 * shapes like theirs, words run together and torn apart, now and then a word broken at the end of a line or a whole line lost.
 */
export function scanned(random: () => number, text: string, share: number): string {
  return text
    .split('\n')
    .map((paragraph) => linesOf(random, paragraph).filter(() => random() >= share / 4))
    .map((lines) => lines.map((line) => readLine(random, line, share)).join('\n'))
    .join('\n');
}

/** The printed lines of a paragraph; one in eight breaks its last word. */
function linesOf(random: () => number, paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line.length + word.length > LINE) {
      const broken = word.length > 6 && random() < 0.125 ? Math.floor(word.length / 2) : 0;
      lines.push(broken > 0 ? `${line} ${word.slice(0, broken)}-` : line);
      line = word.slice(broken);
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function readLine(random: () => number, line: string, share: number): string {
  let read = '';
  for (let i = 0; i < line.length; i += 1) {
    const letter = line[i]!;
    if (letter === ' ') {
      const turn = random();
      if (turn < share / 5) continue;
      read += turn < share / 4 ? pick(random, DUST) : ' ';
      if (turn < share / 4) read += ' ';
      continue;
    }
    if (!/\p{L}/u.test(letter) || random() >= share) {
      read += letter;
      if (/\p{L}/u.test(letter) && random() < share / 12) read += ' ';
      continue;
    }
    const two = line.slice(i, i + 2).toLowerCase();
    if (SHAPES[two] && two.length === 2) {
      read += pick(random, SHAPES[two]);
      i += 1;
    } else read += random() < 0.08 ? letter.toUpperCase() : pick(random, SHAPES[letter.toLowerCase()] ?? ['~']);
  }
  return read;
}
