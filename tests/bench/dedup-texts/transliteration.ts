/** Ways in which desks write the sounds of names from other scripts: each pair is exchanged in either direction. */
const HANDS: readonly [RegExp, string][] = [
  [/kh/gi, 'h'],
  [/sh/gi, 'sch'],
  [/ch/gi, 'tsch'],
  [/zh/gi, 'j'],
  [/ou/gi, 'u'],
  [/ee/gi, 'i'],
  [/oo/gi, 'u'],
  [/ph/gi, 'f'],
  [/ck/gi, 'k'],
  [/y\b/gi, 'ij'],
  [/y/gi, 'i'],
  [/j/gi, 'dj'],
  [/v/gi, 'w'],
  [/q/gi, 'k'],
  [/c(?=[aou])/gi, 'k'],
  [/x/gi, 'ks'],
  [/ei|ai/gi, 'ay'],
  [/(?<=[aeiou])([lmnst])(?=[aeiou])/gi, '$1$1'],
  [/([lmnst])\1/gi, '$1'],
  [/e(?=[lmnr])/gi, 'a'],
  [/a(?=[lmnr])/gi, 'e'],
  [/u/gi, 'ou'],
  [/i(?=[a-z])/gi, 'y'],
];
/** How many of the ways one desk differs from another by in one name. */
const MOST = 3;
const NAME = /(?<=[\p{L},;:’'”]\s)\p{Lu}\p{L}{2,}/gu;

/** The name in another hand; the same where no way applies. */
function inOtherHand(random: () => number, name: string): string {
  let written = name;
  let changed = 0;
  const from = Math.floor(random() * HANDS.length);
  for (let k = 0; k < HANDS.length && changed < MOST; k += 1) {
    const [sound, by] = HANDS[(from + k) % HANDS.length]!;
    const next = written.replace(sound, by);
    if (next === written) continue;
    written = next;
    changed += 1;
  }
  return written[0]!.toUpperCase() + written.slice(1);
}

/** A text with this share of its names written in another hand, each name in one way throughout. */
export function transliterated(random: () => number, text: string, share: number): string {
  const hands = new Map<string, string>();
  return text.replace(NAME, (name) => {
    let written = hands.get(name);
    if (written === undefined) {
      written = random() < share ? inOtherHand(random, name) : name;
      hands.set(name, written);
    }
    return written;
  });
}
