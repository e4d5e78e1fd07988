/** One link of a `Link` header (RFC 8288). */
export interface HeaderLink {
  /** As written: relative ones start at the address that answered. */
  target: string;
  /** Lower case. */
  rel: string[];
  type: string | null;
  title: string | null;
}

const LINK = /<([^<>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)/g;
const PARAMETER = /;\s*([\w*-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g;
/** Servers send links by the dozen for what a browser may load early. */
const LONGEST = 20_000;

/** The links of a header, several of one name joined by commas. What cannot be read is passed over. */
export function parseLinkHeader(header: string | undefined): HeaderLink[] {
  return [...(header ?? '').slice(0, LONGEST).matchAll(LINK)].map(([, target, written]) => {
    const parameters = new Map<string, string>();
    for (const [, name, quoted, bare] of written!.matchAll(PARAMETER)) {
      const key = name!.toLowerCase();
      // The first of each counts (RFC 8288, 3.3).
      if (!parameters.has(key)) parameters.set(key, (quoted ?? bare ?? '').replace(/\\(.)/g, '$1').trim());
    }
    return {
      target: target!.trim(),
      rel: (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
      type: parameters.get('type')?.toLowerCase().replace(/;.*$/, '').trim() || null,
      title: parameters.get('title') || null,
    };
  });
}
