import { isAscii, isUtf8 } from 'node:buffer';
import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';
import { detect } from 'jschardet';
import { decodeEscaped } from './charset-escaped.ts';
import { decodeUtf32, wideCharset } from './charset-wide.ts';

/** What a document's carrier says of it: the HTTP `Content-Type`, and which kind of declaration to look for first. */
export interface CharsetHints {
  contentType?: string | null;
  kind: 'html' | 'xml';
}

/** Decoded text, the charset used (WHATWG name, lower case) and which evidence chose it. */
export interface DecodedText {
  text: string;
  charset: string;
  from: 'bom' | 'utf-8' | 'header' | 'declaration' | 'detection';
  /** The charset that the header or else the document named, where the bytes refuted it; absent where none was refuted. */
  refuted?: string;
}

/** Labels in use on the web which the WHATWG table lacks (Java, Python and detector names, common misspellings). */
const MORE_LABELS: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['big5-hkscs2004', 'big5'],
  ['utf_8', 'utf-8'],
  ['windows-31j', 'shift_jis'],
  ['win-1251', 'windows-1251'],
  ['win1251', 'windows-1251'],
  ['koi-8', 'koi8-r'],
  ['koi8-t', 'koi8-r'],
  ['turkish', 'windows-1254'],
]);

/** Seven-bit charsets: their bytes are valid ASCII, so that the label (or an escape) must speak before UTF-8 does. */
const ESCAPED = /^(?:iso-2022-(?:jp|kr)|csiso2022(?:jp|kr)|hz-gb-2312)/;

/** HTML's own prescan reads 1,024 bytes; real pages put scripts and links before their `<meta charset>`. */
const DECLARATION_WINDOW = 4096;
/** A detector needs some lines of text, not the document: its cost is linear. */
const DETECTION_WINDOW = 32_768;
/** Text in another charset passes as UTF-8 in a few per cent of its sequences; damaged UTF-8 does in nearly all. */
const DAMAGED_UTF8_SHARE = 0.9;
/** A label whose decoding fails on more than this share of the non-ASCII bytes is wrong (a right one fails on cuts only). */
const WRONG_LABEL_SHARE = 0.02;

/** ISO-8859-1 and US-ASCII are labels of windows-1252 (WHATWG): what servers and tools write where nobody chose. */
const LATIN = 'windows-1252';
/** Of the high bytes, the share that a further one follows: measured .10 to .35 in sentences of French, German, Polish
 * and Turkish, .70 to .97 in Russian, Greek, Arabic, Hebrew, Chinese and Japanese. */
const SIDE_BY_SIDE_SHARE = 0.5;
/** A word of another script in a Western text must not turn it. */
const FEW_HIGH_BYTES = 20;

/**
 * Bytes to text. Order of evidence: byte order mark; valid UTF-8, whatever a label says (unless the text is escape-coded
 * ISO-2022 or HZ); the HTTP header; the XML or meta declaration; detection. A label that does not fit its bytes is passed over.
 * Never throws: bytes that nothing explains become U+FFFD. The mark itself is not part of the text.
 */
export function decodeBytes(bytes: Uint8Array, hints: CharsetHints): DecodedText {
  const head = latin1(bytes.subarray(0, DECLARATION_WINDOW));
  const header = charsetName(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(hints.contentType ?? '')?.[1]);
  const labels: Label[] = [
    { charset: header, from: 'header' },
    { charset: declaredCharset(head, hints.kind), from: 'declaration' },
  ];
  // Servers add ISO-8859-1 unasked; browsers show a page by it, so that its owner notices, but nobody sees a feed.
  if (hints.kind === 'xml' && header === LATIN && labels[1]!.charset !== null) labels.reverse();
  const decoded = decodeByEvidence(bytes, labels);
  const claimed = labels.find(({ charset }) => charset !== null)?.charset;
  // "UTF-16" and "UTF-32" name a family: which of it, the bytes say.
  const agrees = !claimed || decoded.charset.startsWith(claimed.replace(/(?<=^utf-(?:16|32))[lb]e$/, ''));
  return agrees || isAscii(bytes) ? decoded : { ...decoded, refuted: claimed };
}

interface Label {
  charset: string | null;
  from: 'header' | 'declaration';
}

function decodeByEvidence(bytes: Uint8Array, labels: readonly Label[]): DecodedText {
  const wide = wideCharset(bytes);
  if (wide) {
    const text = wide.charset.startsWith('utf-32')
      ? decodeUtf32(bytes, wide.charset.endsWith('le'))
      : decode(bytes, wide.charset);
    return { text, ...wide };
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: decode(bytes, 'utf-8'), charset: 'utf-8', from: 'bom' };
  }
  for (const { charset, from } of labels) {
    if (!charset || !ESCAPED.test(charset)) continue;
    const text = decodeEscaped(bytes, charset, decode);
    if (text !== null) return { text, charset, from };
  }
  if (isUtf8(bytes) && isEscapedJapanese(bytes)) {
    return { text: decode(bytes, 'iso-2022-jp'), charset: 'iso-2022-jp', from: 'detection' };
  }
  if (isUtf8(bytes) || utf8Share(bytes) >= DAMAGED_UTF8_SHARE) {
    return { text: decode(bytes, 'utf-8'), charset: 'utf-8', from: 'utf-8' };
  }
  for (const { charset, from } of labels) {
    if (!charset || charset.startsWith('utf-') || ESCAPED.test(charset)) continue;
    if (charset === LATIN && !looksLatin(bytes)) continue;
    const text = decode(bytes, charset);
    if (fits(text)) return { text, charset, from };
  }
  const charset = detectedCharset(bytes);
  return { text: decode(bytes, charset), charset, from: 'detection' };
}

/** A label as written anywhere to the WHATWG name in lower case, or null where no decoder has it. */
function charsetName(label: string | undefined): string | null {
  if (!label) return null;
  const key = label.trim().toLowerCase();
  const name = MORE_LABELS.get(key) ?? normalizeEncoding(key);
  // WHATWG gives HZ and ISO-2022-KR no decoder, for browsers must not run escapes in scripts; a text reader may.
  if (name === 'replacement') return ESCAPED.test(key) ? key.replace(/^cs(iso)(2022)(kr)$/, '$1-$2-$3') : null;
  return name;
}

function declaredCharset(head: string, kind: CharsetHints['kind']): string | null {
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  // Sees at most 4096 characters.
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  return kind === 'xml' ? (charsetName(xml) ?? charsetName(meta)) : (charsetName(meta) ?? charsetName(xml));
}

function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** ISO-2022-JP without a label: its escape sequences occur in no other seven-bit text. */
function isEscapedJapanese(bytes: Uint8Array): boolean {
  const start = bytes.indexOf(0x1b);
  return start >= 0 && /\x1b\$[@B][\x21-\x7e]{2}/.test(latin1(bytes.subarray(start, start + 4096)));
}

/** Share of the non-ASCII runs that are well-formed UTF-8 sequences. */
function utf8Share(bytes: Uint8Array): number {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    let more = 1;
    while (more < length && (bytes[at + more]! & 0xc0) === 0x80) more += 1;
    if (length > 0 && more === length) {
      good += 1;
      at += length;
    } else {
      bad += 1;
      at += 1;
    }
  }
  return good + bad === 0 ? 1 : good / (good + bad);
}

/**
 * Western text has its accents one by one between plain letters; Cyrillic, Greek, Arabic, Hebrew and CJK bytes stand side by side. Decoding never fails
 * under windows-1252, so that this is the only check of that label.
 */
function looksLatin(bytes: Uint8Array): boolean {
  let high = 0;
  let beside = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue;
    high += 1;
    if (bytes[at + 1]! >= 0x80) beside += 1;
  }
  return high < FEW_HIGH_BYTES || beside < high * SIDE_BY_SIDE_SHARE;
}

function fits(text: string): boolean {
  let foreign = 0;
  let failed = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    foreign += 1;
    if (unit === 0xfffd) failed += 1;
  }
  return failed <= Math.max(1, foreign * WRONG_LABEL_SHARE);
}

/** Where neither header nor document names a charset that fits: a detector; windows-1252 where it has no opinion. */
function detectedCharset(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  // From the text itself on: the detector believes a declaration that it finds, and that one has been weighed already.
  const start = Math.max(bytes.lastIndexOf(0x3e, first) + 1, first - 256);
  const sample = bytes.subarray(start, start + DETECTION_WINDOW);
  const name = charsetName(detect(sample).encoding ?? undefined);
  return name && !name.startsWith('utf-') ? name : LATIN;
}
