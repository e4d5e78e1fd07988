import { highlightSpans, type Span } from '../../query/highlight.ts';

/** A piece of text with the stretches in it that match. UTF-16 offsets, end exclusive. */
export interface Marked {
  text: string;
  spans: Span[];
}

const PASSAGES = 2;
/** Characters before and after the first match of a passage: some two lines. */
const BEFORE = 80;
const AFTER = 160;

/** The whole of a short text, marked. */
export function marked(text: string, matched: readonly string[]): Marked {
  return { text, spans: highlightSpans(text, matched) };
}

/** The first places of a text where something matches; its beginning where nothing does. */
export function passagesOf(text: string, matched: readonly string[]): Marked[] {
  const all = highlightSpans(text, matched);
  const passages: Marked[] = [];
  let from = 0;
  for (const span of all.length > 0 ? all : [{ start: 0, end: 0 }]) {
    if (span.start < from) continue;
    if (passages.length === PASSAGES) break;
    const start = wordStart(text, Math.max(from, span.start - BEFORE));
    const end = wordEnd(text, Math.max(span.end, span.start + AFTER));
    const spans = all
      .filter((one) => one.start >= start && one.end <= end)
      .map((one) => ({ start: one.start - start, end: one.end - start }));
    passages.push({ text: text.slice(start, end), spans });
    from = end;
  }
  return passages;
}

/** Moves a cut to the next blank, at most a word's length; never into half a character. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + 30).search(/\s/);
  return blank >= 0 ? at + blank + 1 : whole(text, at);
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.slice(at, at + 30).search(/\s/);
  return blank >= 0 ? at + blank : whole(text, at);
}

function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
