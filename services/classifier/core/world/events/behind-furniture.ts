import type { Scan } from '../scan.ts';

/** Labels of a page that stand before what they belong to, and stick to the text's first sentence where no full stop ends them. */
const LABELS =
  /(?:image|media) caption|image copyright \S+|toggle caption|hide caption|enlarge this image|story highlights|media playback is \S+ on your device|listen to article(?: \d+:\d\d)?|share this article|share tweet post(?: email)?|updated at [\d:]+ [ap]\.?m\.?(?: [a-z]{2,3})?|getty images/giu;
/** What is left of a sentence has to be one. */
const LEAST_LEFT = 14;
/** A label further on is none before the sentence. */
const AT_MOST = 0.45;

/**
 * The first word of a sentence behind the page's labels that stick to it; `start` where there are none, or where too little would be left.
 */
export function behindFurniture(scanned: Scan, start: number, stop: number): number {
  const from = scanned.start[start] as number;
  const sentence = scanned.text.slice(from, scanned.end[stop - 1]);
  let end = 0;
  for (const match of sentence.matchAll(LABELS))
    if (match.index < AT_MOST * sentence.length) end = match.index + match[0].length;
  if (end === 0) return start;
  let i = start;
  while (i < stop && (scanned.start[i] as number) < from + end) i += 1;
  return stop - i >= LEAST_LEFT ? i : start;
}
