import type { Article } from './article.ts';
import type { Instant } from './instant.ts';

const FROM: readonly Instant['from'][] = ['published', 'day', 'seen'];
type Credit = NonNullable<Article['credit']>;

/** What is kept of an article, by place instead of by name: half of what the names would take. 0 stands for null. */
type Packed = [
  address: string,
  pointers: string[] | 0,
  outletKeys: string[],
  outlet: string,
  outletKind: Article['outletKind'] | 0,
  title: string | 0,
  language: string | 0,
  credit: [Credit['source'], Credit['key'], Credit['kind']] | 0,
  at: number,
  from: number,
  seenAfter: number,
  tokenCount: number,
  numbers: number,
  names: number,
  textKey: string | 0,
  revised: [number, number] | 0,
];

/** An article as it is stored; its id and its common stretches lie beside it. */
export function packArticle(article: Omit<Article, 'common'>): Packed {
  const { credit, instant, revised } = article;
  return [
    article.address,
    article.pointers.length > 0 ? article.pointers : 0,
    article.outletKeys,
    article.outlet,
    article.outletKind ?? 0,
    article.title ?? 0,
    article.language ?? 0,
    credit ? [credit.source, credit.key, credit.kind] : 0,
    instant.at,
    FROM.indexOf(instant.from),
    instant.seen - instant.at,
    article.tokenCount,
    article.numbers,
    article.names,
    article.textKey ? Buffer.from(article.textKey, 'hex').toString('base64url') : 0,
    revised ? [revised.coverage, revised.originalCoverage] : 0,
  ];
}

/** A stored article. Earlier versions stored the fields by name: such rows are read as they are. */
export function unpackArticle(id: string, stored: unknown, common: Article['common']): Article {
  if (!Array.isArray(stored)) return { ...(stored as Omit<Article, 'common'>), textKey: null, common };
  const packed = stored as Packed;
  const [address, pointers, outletKeys, outlet, outletKind, title, language, credit, at, from, seenAfter] = packed;
  const [tokenCount, numbers, names, textKey, revised] = packed.slice(11) as [
    number,
    number,
    number,
    Packed[14],
    Packed[15],
  ];
  return {
    id,
    address,
    pointers: pointers || [],
    outletKeys,
    outlet,
    outletKind: outletKind || null,
    title: title || null,
    language: language || null,
    credit: credit ? { source: credit[0], key: credit[1], kind: credit[2] } : null,
    instant: { at, from: FROM[from]!, seen: at + seenAfter },
    tokenCount,
    numbers,
    names,
    textKey: textKey ? Buffer.from(textKey, 'base64url').toString('hex') : null,
    common,
    ...(revised ? { revised: { coverage: revised[0], originalCoverage: revised[1] } } : {}),
  };
}
