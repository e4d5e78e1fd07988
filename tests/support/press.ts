import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A press of invented outlets for load: every article has a text of its own that no other shares. */
export interface Press {
  feeds: string[];
  /** For WIREWATCH_CONNECT_TO. */
  connectTo: string;
  /** Requests answered, by address. */
  requests: Map<string, number>;
  close(): Promise<void>;
}

const NOUNS =
  'harbour bridge council minister treaty market river border school library museum railway tower garden court'.split(
    ' ',
  );
const VERBS = 'opens visits rejects signs delays praises questions repairs funds closes inspects defends'.split(' ');
const PLACES = 'Arlen Brice Corvo Dunmar Estero Falkenau Gorod Hallin Istra Jarrow Kestel Lumen Marr Norval'.split(' ');

/** The words of a text. */
interface Words {
  nouns: readonly string[];
  verbs: readonly string[];
  places: readonly string[];
  /** Its figures; by default any below 900. */
  figures?: readonly string[];
}

const COMMON: Words = { nouns: NOUNS, verbs: VERBS, places: PLACES };

/** How a press differs from one of outlets whose texts are their own and use the same words. */
interface Kind {
  name?: string;
  /** The outlet whose texts an outlet carries, by number; by default its own. */
  textsOf?: (outlet: number) => number;
  /** Each text has names, nouns and figures that no other has: no two are of one event. */
  apart?: boolean;
  /** How many of its articles an outlet has published by now: its feed shows the latest fifty. By default all. */
  published?: () => number;
  /** Of this machine, where it is asked; by default loopback. */
  address?: string;
}

const SHOWN = 50;

/** Serves `outlets` feeds of `perOutlet` articles each. */
export async function startPress(
  outlets: number,
  perOutlet: number,
  { name = 'outlet', textsOf = (outlet) => outlet, apart = false, published, address = '127.0.0.1' }: Kind = {},
): Promise<Press> {
  const wordsOf = (author: string, index: number) =>
    apart ? ownWords(Number(/\d+/.exec(author)![0]) * perOutlet + index) : COMMON;
  const authorOf = (host: string) => host.replace(/\d+/, (outlet) => String(textsOf(Number(outlet))));
  const requests = new Map<string, number>();
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const key = `${host}${request.url}`;
    requests.set(key, (requests.get(key) ?? 0) + 1);
    if (request.url === '/feed.xml') {
      const until = Math.min(perOutlet, published?.() ?? perOutlet);
      const from = published ? Math.max(0, until - SHOWN) : 0;
      response
        .writeHead(200, { 'content-type': 'application/rss+xml', etag: `"${until}"` })
        .end(feed(host, authorOf(host), [from, until], wordsOf));
    } else if (request.url?.startsWith('/news/')) {
      const [author, index] = [authorOf(host), Number(request.url.slice(6))];
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(pageOf(author, index, wordsOf(author, index)));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  const hosts = Array.from({ length: outlets }, (_, index) => `${name}${index}.example`);
  return {
    feeds: hosts.map((host) => `http://${host}/feed.xml`),
    connectTo: hosts.map((host) => `${host}:80:${address}:${port}`).join(','),
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function feed(
  host: string,
  author: string,
  [from, until]: [number, number],
  wordsOf: (author: string, index: number) => Words,
): string {
  const items = Array.from({ length: until - from }, (_, shown) => {
    const index = from + shown;
    const link = `http://${host}/news/${index}`;
    return `<item><title>${headline(author, index, wordsOf(author, index))}</title><link>${link}</link><guid>${link}</guid><pubDate>Mon, 02 Nov 2026 0${index % 10}:00:00 GMT</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper of ${host}</title><link>http://${host}/</link>${items.join('')}</channel></rss>`;
}

function headline(host: string, index: number, { nouns, verbs, places }: Words): string {
  const pick = picker(`${host}/${index}/headline`);
  return `${pick(places)} ${pick(verbs)} the ${pick(nouns)} of ${pick(places)}`;
}

/** The page of one of its articles: the same address has the same words each time. */
export function pageOf(host: string, index: number, words: Words = COMMON): string {
  const { nouns, verbs, places, figures } = words;
  const pick = picker(`${host}/${index}`);
  const figure = () => (figures ? pick(figures) : Math.floor(pick.number() * 900));
  const sentence = () =>
    `The ${pick(nouns)} of ${pick(places)} ${pick(verbs)} a ${pick(nouns)} in ${pick(places)}, where the ${pick(nouns)} ${pick(verbs)} ${figure()} people.`;
  const paragraphs = Array.from({ length: 6 }, () => `<p>${[sentence(), sentence(), sentence()].join(' ')}</p>`);
  const title = headline(host, index, words);
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
}

const CONSONANTS = 'bdfghjklmnprstvwz';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
/** Words of three such syllables, and a number that has no part in common with it: neighbours in the count are no neighbours in spelling. */
const BEGINNINGS = SYLLABLES ** 3;
const STRIDE = 277_783;
const NOUNS_EACH = 12;
const PLACES_EACH = 6;
const WORDS_EACH = NOUNS_EACH + PLACES_EACH;

/**
 * Nouns, names and figures of text number `text`: of 34,000 texts no two have one in common. Words differ in their first six letters, for
 * two that begin alike are one to whoever cuts endings off.
 */
function ownWords(text: number): Words {
  const words = Array.from({ length: WORDS_EACH }, (_, n) => {
    const beginning = ((text * WORDS_EACH + n) * STRIDE) % BEGINNINGS;
    const pick = picker(`${text}/${n}`);
    const end = Array.from({ length: 3 }, () => pick([...CONSONANTS]) + pick([...VOWELS]));
    return (
      [0, 1, 2].map((place) => syllable(Math.floor(beginning / SYLLABLES ** place) % SYLLABLES)).join('') + end.join('')
    );
  });
  return {
    nouns: words.slice(0, NOUNS_EACH),
    verbs: VERBS,
    places: words.slice(NOUNS_EACH).map((word) => word.replace(/^./, (first) => first.toUpperCase())),
    figures: Array.from({ length: WORDS_EACH }, (_, n) => String(10_000 + text * WORDS_EACH + n)),
  };
}

function syllable(n: number): string {
  return CONSONANTS[Math.floor(n / VOWELS.length)]! + VOWELS[n % VOWELS.length]!;
}

/** Picks by a seed: the same address serves the same words at each request. */
function picker(seed: string) {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619) >>> 0;
  const number = () => {
    // xorshift32: Marsaglia 2003.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const pick = (from: readonly string[]) => from[Math.floor(number() * from.length)]!;
  return Object.assign(pick, { number });
}
