import type { DedupInput } from '@wirewatch/shared/contracts/syndication.ts';
import { outletKey, registrableDomain } from '@wirewatch/shared/outlets/key.ts';
import { mayBear, outletAt } from '@wirewatch/shared/outlets/known.ts';
import { urlKey } from '@wirewatch/shared/text/url.ts';
import { countFacts } from './facts.ts';
import { type Instant, trustedInstant } from './instant.ts';
import type { Words } from './words.ts';

/** What kind of outlet it is, where the store knows. */
export type OutletKind = 'agency' | 'newsroom' | 'aggregator';

/** What a text has of the same page's state before, and what of that it still has; shares from 0 to 1. */
export interface Revised {
  coverage: number;
  originalCoverage: number;
}

/** An article without its text: all that who-was-first needs. */
export interface Article {
  id: string;
  /** {@link urlKey} of its address. */
  address: string;
  /** Other addresses that it names as its text's: canonical link and the link of its credit, as {@link urlKey}. */
  pointers: string[];
  /** By what its outlet is known: its registrable domain, and what the operator or the list of known outlets says that it is. */
  identity: string[];
  /** Keys under which credits can name this outlet, its host's first: a name that a page gives itself is a claim, and makes no two one. */
  outletKeys: string[];
  /** The outlet's name, else its host: what `original` shows. */
  outlet: string;
  outletKind: OutletKind | null;
  title: string | null;
  language: string | null;
  /** {@link outletKey} of whom it credits. */
  credit: { source: string; key: string; kind: 'whole' | 'first-published' | 'part' } | null;
  /** Trusted time of publication, milliseconds since 1970, and how far it can be trusted. */
  instant: Instant;
  /** The name under which the operator joined its outlet with others of one owner. */
  house?: string | null;
  tokenCount: number;
  /** How many numbers, and how many capitalised words inside sentences, its text has. */
  numbers: number;
  names: number;
  textKey: string | null;
  /** Stretches of its words that recur in articles of other groups, [start, end): learned as those come in. */
  common: [number, number][];
  /** Set where its page shows a newer state of what stood there before. */
  revised?: Revised | null;
  /** Its page holds the text as data and does not show it. */
  unshown?: true;
}

/** An article with its text. */
export interface ArticleText extends Article {
  text: string;
}

/** What the stage is given for one article. */
export interface DedupArticle extends DedupInput {
  house?: string | null;
  /** Names that the operator has given the outlet. */
  said?: string[];
  outletKind?: OutletKind | null;
  /** The text that stood at its address before, where there was one. */
  before?: string | null;
}

/** Keys already made: there are far fewer outlets than articles, and a key takes ten times as long as the rest of an article. */
const keysByName = new Map<string, string>();
const MOST_KEYS = 10_000;

function keyOf(name: string): string {
  let key = keysByName.get(name);
  if (key === undefined) {
    if (keysByName.size >= MOST_KEYS) keysByName.clear();
    key = outletKey(name);
    keysByName.set(name, key);
  }
  return key;
}

/** The article of an input and its words. */
export function articleOf(input: DedupArticle, words: Words): Article {
  const domain = domainOf(input.host);
  const said = (input.said ?? []).map(keyOf);
  const claimed = input.outlet && mayBear(input.outlet, domain) ? keyOf(input.outlet) : '';
  const keys = [...new Set([keyOf(input.host), claimed, ...said])].filter((key) => key !== '');
  const address = urlKey(input.url);
  const pointers: string[] = [];
  for (const url of [input.canonicalUrl, input.credit?.url]) {
    const named = url ? urlKey(url) : address;
    if (named !== address && !pointers.includes(named)) pointers.push(named);
  }
  return {
    id: input.id,
    address,
    pointers,
    identity: identityOf(domain, said),
    outletKeys: keys,
    outlet: input.outlet ?? input.host,
    outletKind: input.outletKind ?? null,
    title: input.title ?? null,
    language: input.language ?? null,
    credit: input.credit
      ? { source: input.credit.source, key: keyOf(input.credit.source), kind: input.credit.kind }
      : null,
    instant: instantOf(input),
    house: input.house ?? null,
    tokenCount: words.hashes.length,
    ...countFacts(words),
    textKey: words.textKey,
    common: [],
    ...(input.unshown ? { unshown: true as const } : {}),
  };
}

/** The instant by which an input is ordered. */
export function instantOf({ published, fetched, seen, polledBefore }: DedupInput): Instant {
  return trustedInstant({ published: published ?? null, fetched: fetched ?? null, seen, polledBefore });
}

/** Domains already found: as for keys, there are few. */
const domainsByHost = new Map<string, string>();

/** The registrable domain of a host; the host itself, without `www.`, where no suffix is known. */
function domainOf(host: string): string {
  let domain = domainsByHost.get(host);
  if (domain === undefined) {
    if (domainsByHost.size >= MOST_KEYS) domainsByHost.clear();
    const plain = host.toLowerCase().replace(/^www\./, '');
    domain = registrableDomain(plain) ?? plain;
    domainsByHost.set(host, domain);
  }
  return domain;
}

/** By what an outlet is known of which nobody has said anything: from the address of its page. */
export function identityAt(address: string): string[] {
  return identityOf(domainOf(address.split('/', 1)[0]!), []);
}

/** Identities of outlets of which the operator has said nothing: one list for all articles of a domain, soon compared. */
const identities = new Map<string, string[]>();

function identityOf(domain: string, said: readonly string[]): string[] {
  if (said.length > 0) return identityBy(domain, said);
  let identity = identities.get(domain);
  if (!identity) {
    if (identities.size >= MOST_KEYS) identities.clear();
    identity = identityBy(domain, said);
    identities.set(domain, identity);
  }
  return identity;
}

function identityBy(domain: string, said: readonly string[]): string[] {
  const known = outletAt(domain);
  // A name is no domain: the mark keeps the two apart.
  return [domain, ...said.filter((key) => key !== '').map((key) => `=${key}`), ...(known ? [`=${keyOf(known)}`] : [])];
}

/** Whether two articles are of one outlet. */
export function sameOutlet(a: Article, b: Article): boolean {
  if (a.identity === b.identity) return true;
  for (let i = 0; i < a.identity.length; i += 1) if (b.identity.includes(a.identity[i]!)) return true;
  return false;
}

/** Whether two articles are of one outlet, or of outlets of one house. */
export function sameHouse(a: Article, b: Article): boolean {
  return sameOutlet(a, b) || (a.house != null && a.house === b.house);
}

/** Whether an article credits another's outlet for its whole text. */
export function credits(copy: Article, original: Article): boolean {
  if (!copy.credit || copy.credit.kind === 'part') return false;
  return original.outletKeys.includes(copy.credit.key);
}

/** Whether an article's canonical link or the link of its credit names another article's very page. */
export function pointsTo(copy: Article, original: Article): boolean {
  return copy.pointers.includes(original.address);
}

/** The outlet that an article credits for its whole text, unless that is its own. */
export function creditedOutlet(article: Article): string | null {
  const { credit } = article;
  if (!credit || credit.kind === 'part' || article.outletKeys.includes(credit.key)) return null;
  return credit.source;
}

/** The addresses under which an article is looked up: its own, and those it points to. */
export function addressesOf(article: Article): string[] {
  return [article.address, ...article.pointers];
}

const PERIOD_MS = 4 * 86_400_000;

/** Keys by which credits find outlets and outlets find credits within some days: kept beside the addresses. No address begins like these. */
export function outletTimesOf(article: Article): string[] {
  const period = Math.floor(article.instant.at / PERIOD_MS);
  const keys = article.outletKeys.map((key) => `outlet ${key} ${period}`);
  if (creditedOutlet(article)) keys.push(`credit ${article.credit!.key} ${period}`);
  return keys;
}

/** The keys of the outlet that an article credits, for its own days and those before. */
export function sourceKeysOf(article: Article): string[] {
  if (!creditedOutlet(article)) return [];
  const period = Math.floor(article.instant.at / PERIOD_MS);
  return [`outlet ${article.credit!.key} ${period}`, `outlet ${article.credit!.key} ${period - 1}`];
}

/** The keys of those that credit an article's outlet, for its own days and those after. */
export function creditKeysOf(article: Article): string[] {
  const period = Math.floor(article.instant.at / PERIOD_MS);
  return article.outletKeys.flatMap((key) => [`credit ${key} ${period}`, `credit ${key} ${period + 1}`]);
}

/** Whether one of two articles is found under the other's addresses, or as whom it credits, whatever their texts. */
export function meetByAddress(a: Article, b: Article): boolean {
  return looksUp(a, b) || looksUp(b, a);
}

function looksUp(a: Article, b: Article): boolean {
  const places = new Set([...addressesOf(b), ...outletTimesOf(b)]);
  return [...addressesOf(a), ...creditKeysOf(a), ...sourceKeysOf(a)].some((key) => places.has(key));
}
