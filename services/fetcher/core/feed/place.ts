/** Where a relative address starts from: the document's own address, refined by `xml:base` on the way down. */
export type Base = string | null;

/** The base inside an element that may carry `xml:base`. An empty or unusable one changes nothing. */
export function baseOf(attributes: Readonly<Record<string, string>>, outer: Base): Base {
  const own = attributes['xml:base']?.trim();
  if (!own) return outer;
  if (URL.canParse(own)) return own;
  return outer !== null && URL.canParse(own, outer) ? new URL(own, outer).href : outer;
}

/** An address as the feed means it: absolute where a base is known, else as written; null where there is none. */
export function resolveLink(written: string | null | undefined, base: Base): string | null {
  const link = written?.trim().replace(/[\t\r\n]+\s*/g, '');
  if (!link) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return link;
  return base !== null && URL.canParse(link, base) ? new URL(link, base).href : link;
}
