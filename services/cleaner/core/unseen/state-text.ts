import { textSize } from '../blocks/text-size.ts';

/** A string of less text, in Latin characters, is a name, a label or an address. */
const PROSE = 60;
const MAX_STRINGS = 20_000;
const MAX_DEPTH = 40;
/** Parts of a page's state that tell of other articles, of readers or of the site. */
const APART =
  /related|recommend|teaser|trending|latest|popular|comment|author|bio|footer|header|menu|nav|cookie|consent|config|translation|i18n|messages|seo|meta|description|summary|caption|credit/i;
/** Longer scripts are libraries' data: a page's state with its article has some 100,000 characters. */
const MAX_SCRIPT = 2_000_000;

/**
 * The longest text that a page's scripts hold as data (`__NEXT_DATA__`, `window.__STATE__ = {…}`): the strings under one path,
 * as HTML or as paragraphs; null where no script is such data.
 */
export function textInState(scripts: readonly string[]): string | null {
  const groups = new Map<string, string[]>();
  for (const script of [...scripts.filter((s) => !FLIGHT.test(s)), ...streamed(scripts)]) {
    const state = dataOf(script);
    if (state !== null) gather(state, '', 0, groups, { left: MAX_STRINGS });
  }
  let best: string | null = null;
  for (const strings of groups.values()) {
    const text = strings.map((s) => (/<(?:p|br|div)\b/i.test(s) ? s : `<p>${s}</p>`)).join('\n');
    if (best === null || text.length > best.length) best = text;
  }
  return best;
}

/** `self.__next_f.push([1,"…"])`: pieces of one stream of rows. */
const FLIGHT = /__next_f\.push\(\[1,\s?("(?:[^"\\]|\\.)*")\]\)/;
/** A row begins with its number; `T` is a text of so many bytes, in hexadecimal, which ends without a line break. */
const ROW = /([\da-f]{1,6}):(?:T([\da-f]{1,6}),)?/y;

function streamed(scripts: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const script of scripts) {
    const piece = FLIGHT.exec(script)?.[1];
    if (piece === undefined) continue;
    try {
      pieces.push(String(JSON.parse(piece)));
    } catch {
      // A piece that is cut off says nothing; the others may hold the text.
    }
  }
  return rowsOf(pieces.join(''));
}

/** The stream's values and texts, each as data of its own. */
function rowsOf(stream: string): string[] {
  const rows: string[] = [];
  for (let at = 0; at < stream.length; ) {
    ROW.lastIndex = at;
    const head = ROW.exec(stream);
    const size = head?.[2];
    const from = at + (head?.[0].length ?? 0);
    const line = stream.indexOf('\n', from);
    let to = line < 0 ? stream.length : line + 1;
    if (head && size !== undefined) {
      to = from + charactersOf(stream, from, Number.parseInt(size, 16));
      rows.push(JSON.stringify({ text: stream.slice(from, to) }));
    } else if (head && /[[{]/.test(stream[from] ?? '')) rows.push(`{"row":${stream.slice(from, to)}}`);
    at = to;
  }
  return rows;
}

/** How many characters from a place on make so many bytes of UTF-8. */
function charactersOf(text: string, from: number, bytes: number): number {
  let left = bytes;
  let at = from;
  for (; at < text.length && left > 0; at += 1) {
    const c = text.charCodeAt(at);
    // Each half of a pair stands for two bytes of its four.
    left -= c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 2 : 3;
  }
  return at - from;
}

/** Quotes and brackets as Angular writes them into its state. */
const ANGULAR: Record<string, string> = { q: '"', l: '<', g: '>', s: "'", a: '&' };

function dataOf(raw: string): unknown {
  const script = raw.includes('&q;')
    ? raw.replace(/&([qlgsa]);/g, (_, letter: string) => ANGULAR[letter] as string)
    : raw;
  const from = script.indexOf('{');
  const to = script.lastIndexOf('}');
  if (from < 0 || to < from || script.length > MAX_SCRIPT) return null;
  try {
    return JSON.parse(script.slice(from, to + 1));
  } catch {
    return null;
  }
}

function gather(
  value: unknown,
  path: string,
  depth: number,
  into: Map<string, string[]>,
  work: { left: number },
): void {
  if (depth > MAX_DEPTH || work.left <= 0) return;
  work.left -= 1;
  if (typeof value === 'string') {
    if (textSize(value) < PROSE || !isProse(value)) return;
    const group = into.get(path);
    if (group) group.push(value);
    else into.set(path, [value]);
  } else if (Array.isArray(value)) for (const item of value) gather(item, path, depth + 1, into, work);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (!APART.test(key)) gather(inner, `${path}.${key}`, depth + 1, into, work);
}

/** How a text ends, and how a paragraph of one does that goes on with who wrote it: a sentence, what closes it, and tags. A caption has breaks. */
const ENDS = /[.!?…。！？؟।]["”»'’)\]]*\s*(?:<\/[a-z]+>\s*)*$/u;
const PARAGRAPH_ENDS = /[.!?…。！？؟।]["”»'’)\]]*\s*(?:<\/(?:strong|b|em|i|span|a|u)>\s*)*<\/p>/iu;

/** Sentences, and no code, address or style. */
function isProse(value: string): boolean {
  return (ENDS.test(value.slice(-60)) || PARAGRAPH_ENDS.test(value)) && !/^(?:https?:|\/|\{|function)/.test(value);
}
