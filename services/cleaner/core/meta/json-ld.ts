import { decodeHTML } from 'entities';

/** What a page's structured data says of the article, as written: evidence, never blind truth. */
export interface StructuredArticle {
  type: string;
  headline: string | null;
  body: string | null;
  description: string | null;
  authors: string[];
  published: string | null;
  modified: string | null;
  publisher: string | null;
  url: string | null;
  language: string | null;
  /** The page that this one is based on or was syndicated from, where the markup says so. */
  basedOn: { name: string | null; url: string | null } | null;
  sourceOrganization: string | null;
}

export interface StructuredData {
  article: StructuredArticle | null;
  types: string[];
  siteName: string | null;
}

type Json = Record<string, unknown>;
const ARTICLE =
  /^(?:.*(?:Article|Posting|Report|Review)|Recipe|WebPage|LiveBlogPosting|VideoObject|CreativeWork|Event|Opinion.*|Analysis.*)$/;
const RANK = [
  /NewsArticle$|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle/,
  /Article$|Posting$|Report$/,
  /Review$|Recipe$/,
  /WebPage$/,
  /./,
];

/** Reads `application/ld+json` blocks, however nested; broken blocks are mended where that is safe, else left out. */
export function readJsonLd(blocks: readonly string[]): StructuredData {
  const nodes: Json[] = [];
  const byId = new Map<string, Json>();
  for (const source of blocks) {
    const value = parseLoosely(source);
    if (value !== null) flatten(value, nodes, byId, 0);
  }
  const types = [...new Set(nodes.flatMap((n) => strings(n['@type'])))];
  let best: Json | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const type = strings(node['@type']).find((t) => ARTICLE.test(t));
    if (!type) continue;
    let rank = RANK.findIndex((r) => r.test(type)) * 10;
    if (!node.datePublished) rank += 6;
    if (!node.headline && !node.name) rank += 2;
    if (!node.author) rank += 1;
    if (rank < bestRank) {
      bestRank = rank;
      best = node;
    }
  }
  const site = nodes.find((n) => strings(n['@type']).some((t) => /WebSite$/.test(t)));
  const publisher = best ? nameOf(best.publisher, byId) : null;
  return {
    article: best ? readArticle(best, byId) : null,
    types,
    siteName: publisher ?? (site ? text(site.name) : null),
  };
}

function readArticle(node: Json, byId: Map<string, Json>): StructuredArticle {
  const based = first(node.isBasedOn ?? node.isBasedOnUrl);
  const basedNode = typeof based === 'object' && based !== null ? (based as Json) : null;
  return {
    type: strings(node['@type'])[0] ?? '',
    headline: text(node.headline) ?? text(node.name),
    body: bodyOf(node),
    description: text(node.description),
    authors: list(node.author)
      .concat(list(node.creator).length > 0 && !node.author ? list(node.creator) : [])
      .map((a) => nameOf(a, byId))
      .filter((a): a is string => a !== null),
    published: text(node.datePublished) ?? text(node.dateCreated) ?? text(node.uploadDate),
    modified: text(node.dateModified),
    publisher: nameOf(node.publisher, byId),
    url:
      text(node.url) ??
      text(node.mainEntityOfPage) ??
      (node.mainEntityOfPage ? text((node.mainEntityOfPage as Json)['@id']) : null),
    language: text(node.inLanguage),
    basedOn: based
      ? {
          name: basedNode ? nameOf(basedNode, byId) : null,
          url: basedNode ? (text(basedNode.url) ?? text(basedNode['@id'])) : text(based),
        }
      : null,
    sourceOrganization: nameOf(node.sourceOrganization, byId),
  };
}

const MAX_NODES = 5000;

function flatten(value: unknown, nodes: Json[], byId: Map<string, Json>, depth: number): void {
  if (depth > 12 || nodes.length > MAX_NODES || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) flatten(item, nodes, byId, depth + 1);
    return;
  }
  const node = value as Json;
  if (node['@type']) nodes.push(node);
  if (typeof node['@id'] === 'string' && Object.keys(node).length > 1) byId.set(node['@id'], node);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item', 'subjectOf']) {
    if (node[key] && typeof node[key] === 'object') flatten(node[key], nodes, byId, depth + 1);
  }
}

function parseLoosely(source: string): unknown {
  const trimmed = source
    .trim()
    .replace(/^(?:<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:\]\]>|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)$/, '')
    .trim()
    .replace(/;$/, '');
  if (trimmed === '') return null;
  try {
    return JSON.parse(trimmed);
  } catch {
    // The three faults that real pages have: raw line breaks in strings, trailing commas, a stray comment mark.
    const mended = trimmed.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
    try {
      return JSON.parse(mended);
    } catch {
      return null;
    }
  }
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}
function strings(value: unknown): string[] {
  return list(value).filter((v): v is string => typeof v === 'string');
}
/** Markup that a template encoded, once or more, for a place that is no markup: "&amp;lt;p&amp;gt;". */
const ENCODED = /&(?:amp;)*lt;[/!a-z]/i;
const ENCODINGS = 3;
/** A remark of the editor's system ("<!-- wp:image -->"). What it holds has no bracket, or it is none: linear on any input. */
const REMARK = /<!--[^<>]*-->/g;

/** The article's text as the page's data have it, with its markup as markup. */
function bodyOf(node: Json): string | null {
  let body = text(node.articleBody) ?? text(node.reviewBody);
  for (let i = 0; body !== null && i < ENCODINGS && ENCODED.test(body); i += 1) body = decodeHTML(body);
  return body?.replace(REMARK, '').trim() || null;
}

function text(value: unknown): string | null {
  const v = first(value);
  if (typeof v === 'string') return v.trim() === '' ? null : v.trim();
  if (typeof v === 'object' && v !== null && typeof (v as Json)['@value'] === 'string')
    return (v as Json)['@value'] as string;
  return null;
}
function nameOf(value: unknown, byId: Map<string, Json>): string | null {
  const v = first(value);
  if (typeof v === 'string') return byId.has(v) ? nameOf(byId.get(v), new Map()) : v.trim() || null;
  if (typeof v !== 'object' || v === null) return null;
  const node = v as Json;
  const named = text(node.name);
  if (named) return named;
  const id = node['@id'];
  const target = typeof id === 'string' ? byId.get(id) : undefined;
  return target && target !== node ? text(target.name) : null;
}
