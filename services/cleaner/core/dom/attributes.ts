/**
 * The attributes that anything here reads. A page has five times as many (sources in ten sizes, events, state of scripts): the
 * others are passed over while the source is read. Who needs one more adds it here.
 */
const KEPT = [
  'aria-hidden',
  'class',
  'content',
  'data-component',
  'data-testid',
  'datetime',
  'hidden',
  'href',
  'http-equiv',
  'id',
  'itemprop',
  'lang',
  'name',
  'property',
  'pubdate',
  'rel',
  'role',
  'style',
  'value',
  'xlink:href',
  'xml:lang',
] as const;

export type AttributeName = (typeof KEPT)[number];

const NAMES: ReadonlyMap<string, AttributeName> = new Map(KEPT.map((name) => [name, name]));

/** Elements of which the tree rules compare all attributes (three alike are not opened a fourth time), or ask for one. */
const COMPARED = new Set('annotation-xml b big code em font i input nobr s small strike strong tt u'.split(' '));

/** Must every attribute of the element be kept? */
export function keepsAll(tag: string): boolean {
  return COMPARED.has(tag);
}

/** The name in lower case where anything reads the attribute, else undefined. */
export function keptName(raw: string): AttributeName | undefined {
  return NAMES.get(raw) ?? (/[A-Z]/.test(raw) ? NAMES.get(raw.toLowerCase()) : undefined);
}
