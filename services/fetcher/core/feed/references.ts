import { decodeHTMLStrict } from 'entities';
import { FeedError } from './feed-error.ts';

/** Entities of one document: the DTD's own, and how much text they have grown to so far. */
export interface EntityTable {
  declared: Map<string, string>;
  /** What a declared entity stands for, once it was asked for; null while that is being found out. */
  resolved: Map<string, string | null>;
  grown: number;
  undefinedSeen: boolean;
}

/** Growth allowed by declared entities, in characters: a name or a licence line, never a "billion laughs". */
const MAX_GROWTH = 1_000_000;
/** The longest HTML name has 31 letters (CounterClockwiseContourIntegral). */
const REFERENCE = /&(?:#(\d{1,8}|[xX][0-9a-fA-F]{1,7});?|([A-Za-z_][\w.-]{0,63});)/g;

/** Where windows-1252 has letters, old software writes its byte values as character numbers (HTML reads them so, too). */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const XML_NAMES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const htmlNames = new Map<string, string | null>();

export function entityTable(): EntityTable {
  return { declared: new Map(), resolved: new Map(), grown: 0, undefinedSeen: false };
}

/**
 * Text with its references resolved once: numbers (windows-1252 numbers too), XML's five names, the DTD's, and HTML's names although
 * no DTD declares them. What is unknown stays as it is written, as does a bare ampersand.
 * @throws FeedError `too-many-entities` when declared entities grow past a bound
 */
export function resolveReferences(text: string, table: EntityTable): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written: string, number: string | undefined, name: string | undefined) => {
    if (number !== undefined) return numbered(number);
    const plain = XML_NAMES.get(name!);
    if (plain !== undefined) return plain;
    if (table.declared.has(name!)) return grow(name!, written, table);
    const known = htmlName(name!);
    if (known === null) return written;
    table.undefinedSeen = true;
    return known;
  });
}

/**
 * What a declared entity stands for. Each is taken apart once however often it is named: entities of entities that come to nothing
 * at all ("" ten times, ten levels deep) grow no text, and would cost their ten thousand million look-ups.
 */
function grow(name: string, written: string, table: EntityTable): string {
  let text = table.resolved.get(name);
  // One that stands for itself stays as it is written.
  if (text === null) return written;
  if (text === undefined) {
    table.resolved.set(name, null);
    text = resolveReferences(table.declared.get(name)!, table);
    table.resolved.set(name, text);
  }
  table.grown += text.length;
  if (table.grown > MAX_GROWTH) {
    throw new FeedError('too-many-entities', `the entity &${name}; grows past ${MAX_GROWTH} characters`);
  }
  return text;
}

function numbered(digits: string): string {
  const point = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (point >= 0x80 && point <= 0x9f) return WINDOWS_1252[point - 0x80]!;
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return '\uFFFD';
  if (point < 0x20 && point !== 9 && point !== 10 && point !== 13) return '';
  return String.fromCodePoint(point);
}

function htmlName(name: string): string | null {
  let known = htmlNames.get(name);
  if (known === undefined) {
    const written = `&${name};`;
    const decoded = decodeHTMLStrict(written);
    known = decoded === written ? null : decoded;
    // Bounded: names come from documents, and a hostile one has any number of them.
    if (known !== null || htmlNames.size < 5000) htmlNames.set(name, known);
  }
  return known;
}
