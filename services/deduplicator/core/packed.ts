import { type Article, identityAt } from './article.ts';
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
  /** How much earlier than its first sight the refused claim is, the last poll without it (null: none ever), and whether that sight is a watch's. */
  watch?: [claimed: number | 0, polledBefore: number | null | 0, watched: 0 | 1] | 0,
  /** Where its page's address does not tell it. */
  identity?: string[],
  unshown?: 1,
];

/** An article as it is stored; its id and its common stretches lie beside it. */
export function packArticle(article: Omit<Article, 'common'>): Packed {
  const { credit, instant, revised } = article;
  const packed: Packed = [
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
  packed[16] = instant.polled !== undefined || instant.watched ? packWatch(instant) : 0;
  if (identityAt(article.address).join() !== article.identity.join()) packed[17] = article.identity;
  if (article.unshown) {
    packed[17] ??= article.identity;
    packed[18] = 1;
  }
  return packed;
}

function packWatch({ refuted, polled, watched, seen }: Instant): Exclude<Packed[16], 0 | undefined> {
  return [
    refuted === undefined ? 0 : seen - refuted,
    polled === undefined ? 0 : polled === null ? null : seen - polled,
    watched ? 1 : 0,
  ];
}

function unpackWatch(seen: number, watch: Packed[16]): Pick<Instant, 'refuted' | 'polled' | 'watched'> {
  if (!watch) return {};
  const [claimed, polledBefore, watched] = watch;
  return {
    ...(claimed === 0 ? {} : { refuted: seen - claimed }),
    ...(polledBefore === 0 ? {} : { polled: polledBefore === null ? null : seen - polledBefore }),
    ...(watched ? { watched: true as const } : {}),
  };
}

/** A stored article. Earlier versions stored the fields by name: such rows are read as they are. */
export function unpackArticle(id: string, stored: unknown, common: Article['common']): Article {
  if (!Array.isArray(stored)) {
    const former = stored as Omit<Article, 'common' | 'identity'>;
    return { ...former, identity: identityAt(former.address), textKey: null, common };
  }
  const packed = stored as Packed;
  const [address, pointers, outletKeys, outlet, outletKind, title, language, credit, at, from, seenAfter] = packed;
  const [tokenCount, numbers, names, textKey, revised, watch, identity, unshown] = packed.slice(11) as [
    number,
    number,
    number,
    Packed[14],
    Packed[15],
    Packed[16],
    Packed[17],
    Packed[18],
  ];
  return {
    id,
    address,
    pointers: pointers || [],
    identity: identity ?? identityAt(address),
    outletKeys,
    outlet,
    outletKind: outletKind || null,
    title: title || null,
    language: language || null,
    credit: credit ? { source: credit[0], key: credit[1], kind: credit[2] } : null,
    instant: { at, from: FROM[from]!, seen: at + seenAfter, ...unpackWatch(at + seenAfter, watch) },
    tokenCount,
    numbers,
    names,
    textKey: textKey ? Buffer.from(textKey, 'base64url').toString('hex') : null,
    common,
    ...(revised ? { revised: { coverage: revised[0], originalCoverage: revised[1] } } : {}),
    ...(unshown ? { unshown: true as const } : {}),
  };
}
