import { decodeHTMLStrict } from 'entities';
import { FeedError } from './feed-error.ts';

/** Entities of one document: the DTD's own, and how much text they have grown to so far. */
export interface EntityTable {
  declared: Map<string, string>;
  grown: number;
  undefinedSeen: boolean;
}

/** Growth allowed by declared entities, in characters: a name or a licence line, never a "billion laughs". */
const MAX_GROWTH = 1_000_000;
const MAX_NESTING = 8;
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
  return { declared: new Map(), grown: 0, undefinedSeen: false };
}

/**
 * Text with its references resolved once: numbers (windows-1252 numbers too), XML's five names, the DTD's, and HTML's names although
 * no DTD declares them. What is unknown stays as it is written, as does a bare ampersand.
 * @throws FeedError `too-many-entities` when declared entities grow past a bound
 */
export function resolveReferences(text: string, table: EntityTable, nesting = 0): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written: string, number: string | undefined, name: string | undefined) => {
    if (number !== undefined) return numbered(number);
    const plain = XML_NAMES.get(name!);
    if (plain !== undefined) return plain;
    const own = table.declared.get(name!);
    if (own !== undefined) {
      if (nesting >= MAX_NESTING) return written;
      const grown = resolveReferences(own, table, nesting + 1);
      table.grown += grown.length;
      if (table.grown > MAX_GROWTH) {
        throw new FeedError('too-many-entities', `the entity &${name}; grows past ${MAX_GROWTH} characters`);
      }
      return grown;
    }
    const known = htmlName(name!);
    if (known === null) return written;
    table.undefinedSeen = true;
    return known;
  });
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
