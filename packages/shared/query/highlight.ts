import { foldForMatching } from '../text/letters.ts';

/** A stretch of the original text, UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** As {@link ./search-tokens.ts} cuts: scripts without spaces a character at a time. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\u034F]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;

/** Where the matched words and phrases of a {@link ./compile.ts} result stand in the text as it is shown; longer ones win, none overlap. */
export function highlightSpans(text: string, matched: readonly string[]): Span[] {
  const words = [...text.matchAll(WORD)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    token: foldForMatching(m[0]),
  }));
  const wanted = matched.map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length);
  const spans: Span[] = [];
  for (let i = 0; i < words.length; ) {
    const hit = wanted.find((phrase) => phrase.every((token, k) => words[i + k]?.token === token));
    if (!hit) {
      i += 1;
      continue;
    }
    spans.push({ start: words[i]!.start, end: words[i + hit.length - 1]!.end });
    i += hit.length;
  }
  return spans;
}
