import { footSentences, iconAddresses } from './owner-frames.ts';

/** What an owner has in common over its outlets. Marks of one kind follow from each other, and count once. */
export type MarkKind =
  | 'advertising'
  | 'measuring'
  | 'verification'
  | 'social'
  | 'publisher'
  | 'imprint'
  | 'frame'
  | 'icon';

/** Something on a page that belongs to whoever owns the site. */
export interface OwnerMark {
  kind: MarkKind;
  /** What it is and its value, as it is shown: `AdSense account 1234567890123456`. */
  value: string;
}

/** A page's head and foot hold what an owner leaves; a page of news has seldom over half a megabyte of markup. */
const MOST = 1_500_000;
/** Marks of one page: more are a list of something. */
const MOST_MARKS = 60;

/**
 * Account numbers as their services write them into pages, in an address or a call. Each expression is bounded, so that a page costs what
 * its length is.
 */
const ACCOUNTS: ReadonlyArray<readonly [MarkKind, string, RegExp]> = [
  ['advertising', 'AdSense account', /\bca-(?:video-)?pub-(\d{10,17})\b/g],
  [
    'advertising',
    'Ad Manager network',
    /(?:defineSlot\(|adUnit(?:Path)?["']?\s{0,4}[:=]|[?&]iu=|ad_?unit["']?\s{0,4}[:=])\s{0,4}["']?\\?\/(\d{5,12})[/,\\]/gi,
  ],
  ['advertising', 'Taboola publisher', /cdn\.taboola\.com\/libtrc\/([a-z0-9-]{3,40})\/loader/g],
  ['measuring', 'Analytics account', /["'=]UA-(\d{5,10})-\d{1,3}\b/g],
  ['measuring', 'Analytics property', /["'=](G-[A-Z0-9]{9,12})\b/g],
  ['measuring', 'Tag Manager container', /["'=](GTM-[A-Z0-9]{5,9})\b/g],
  ['measuring', 'Chartbeat account', /_sf_async_config[^;]{0,300}?\buid["']?\s{0,4}[:=]\s{0,4}["']?(\d{4,8})\b/g],
  ['measuring', 'Comscore account', /["']?\bc2["']?\s{0,4}[:=]\s{0,4}["'](\d{7,9})["']/g],
  ['measuring', 'Metrika counter', /\bym\((\d{6,9}),/g],
];

/** Names of `<meta>` whose value somebody got to prove that a site is his, or that says whose pages it belongs to. */
const METAS: ReadonlyArray<readonly [MarkKind, string, RegExp]> = [
  ['verification', 'Google verification', /^google-site-verification$/],
  ['verification', 'Bing verification', /^msvalidate\.01$/],
  ['verification', 'Yandex verification', /^yandex-verification$/],
  ['verification', 'Facebook verification', /^facebook-domain-verification$/],
  ['verification', 'Pinterest verification', /^p:domain_verify$/],
  ['social', 'Facebook application', /^fb:app_id$/],
  ['social', 'Facebook page', /^fb:pages$/],
  ['social', 'Facebook account', /^fb:admins$/],
];

const META = /<meta\s([^<>]{1,4000})>/gi;
const NAMED = /\b(?:name|property)\s{0,4}=\s{0,4}["']?([a-z0-9:._-]{1,60})/i;
const CONTENT = /\bcontent\s{0,4}=\s{0,4}(?:"([^"]{1,2000})"|'([^']{1,2000})')/i;
const OWNER =
  /"(?:legalName|parentOrganization)"\s{0,4}:\s{0,4}(?:"([^"]{3,120})"|\{[^{}]{0,400}?"name"\s{0,4}:\s{0,4}"([^"]{3,120})")/g;
/** What begins a piece that nobody sees, and what ends it. */
const UNSEEN = /<(script|style|noscript|template|svg)\b|<!--/gi;
/** "© 2019-2026 Harbour Media Ltd.": whoever holds the rights, without the years. */
const RIGHTS =
  /(?:©|&copy;|&#169;|\bcopyright\b)[\s©]{0,4}(?:by\s{1,4})?(?:\d{4}(?:\s{0,3}[-–—,]\s{0,3}\d{2,4})?)?[\s,.:|]{0,4}([^<>\n|©·•]{6,90})/gi;
/** A holder of rights is a body: its form of business, or what publishers call themselves. */
const BODY =
  /(?<!\p{L})(?:ltd|limited|llc|inc|incorporated|corp|corporation|gmbh|ag|kg|s\.?a\.?s?|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|oy|ab|a\.?s|aps|plc|pty|pvt|media|group|gruppe|grupo|groupe|gruppo|holdings?|publishing|publications|verlag|press|network|newspapers?|communications|ооо|зао|ао|медиа|холдинг)(?!\p{L})/iu;

/** Accounts of platforms, which all their guests bear (seen on the pages of a dozen and more unrelated blogs each). */
const PLATFORMS: ReadonlySet<string> = new Set([
  'Analytics account 52447',
  'Facebook application 249643311490',
  'Facebook application 542599432471018',
]);

/**
 * What a page says of its owner: accounts of advertising and measuring, proofs of ownership, publishers, who holds the rights, how its
 * foot speaks, where its icon lies. Pure; a page's text is not looked at. None of it proves anything alone: platforms leave marks of their own (see `proposeHouses`).
 * @param page the page's markup, decoded
 */
export function ownerMarks(page: string): OwnerMark[] {
  const markup = page.slice(0, MOST);
  const found = new Map<string, OwnerMark>();
  const add = (kind: MarkKind, what: string, value: string) => {
    const mark = `${what} ${value}`;
    if (found.size < MOST_MARKS && !PLATFORMS.has(mark)) found.set(mark, { kind, value: mark });
  };
  for (const [kind, what, expression] of ACCOUNTS)
    for (const [, value] of markup.matchAll(expression)) add(kind, what, value!);
  for (const [, attributes] of markup.matchAll(META)) {
    const name = NAMED.exec(attributes!)?.[1]?.toLowerCase();
    const row = name === undefined ? undefined : METAS.find(([, , known]) => known.test(name));
    const content = row && CONTENT.exec(attributes!);
    if (!row || !content) continue;
    for (const value of (content[1] ?? content[2])!.split(/[\s,]+/))
      if (/^(?=.*\d)[\w=-]{6,120}$/.test(value) && value !== name) add(row[0], row[1], value);
  }
  const { seen, data } = parted(markup);
  for (const [, plain, nested] of data.matchAll(OWNER)) add('publisher', 'publisher', (plain ?? nested)!.trim());
  for (const [, holder] of seen.matchAll(RIGHTS)) {
    const name = holder!
      .replace(/&nbsp;|&amp;/g, ' ')
      .replace(/\s+/g, ' ')
      .split(/(?:\.|,)?\s(?:all rights|alle rechte|tous droits|todos los|все права)/i)[0]!
      .trim()
      .replace(/[.,]$/, '');
    if (BODY.test(name) && name.length >= 6) add('imprint', 'rights of', name);
  }
  for (const sentence of footSentences(seen)) add('frame', 'foot', sentence);
  for (const address of iconAddresses(markup)) add('icon', 'icon', address);
  return [...found.values()];
}

/** A page's markup without what nobody sees, and its JSON-LD. Each piece is looked through once: no end means that all the rest is unseen. */
function parted(markup: string): { seen: string; data: string } {
  const seen: string[] = [];
  const data: string[] = [];
  let at = 0;
  UNSEEN.lastIndex = 0;
  for (let found = UNSEEN.exec(markup); found !== null; found = UNSEEN.exec(markup)) {
    seen.push(markup.slice(at, found.index));
    const close = found[1] === undefined ? '-->' : `</${found[1]}`;
    const end = markup.indexOf(close, UNSEEN.lastIndex);
    const piece = markup.slice(found.index, end < 0 ? undefined : end);
    if (/^script$/i.test(found[1] ?? '') && /^[^>]{0,400}ld\+json/i.test(piece)) data.push(piece);
    at = end < 0 ? markup.length : end + close.length;
    UNSEEN.lastIndex = at;
  }
  return { seen: [...seen, markup.slice(at)].join(' '), data: data.join('\n') };
}
