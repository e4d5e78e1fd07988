import type { DedupArticle } from '../core/article.ts';

/** A small press for the tests: texts made of sentence patterns and word lists of our own, and what outlets do to them. */

/** Repeatable random numbers in [0, 1): mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

const WHO =
  'council minister harbour committee union court museum ferry teacher farmer clinic bakery tribunal orchestra'.split(
    ' ',
  );
const DID =
  'approved postponed criticised welcomed rejected reopened examined financed praised inspected closed repaired'.split(
    ' ',
  );
const WHAT =
  'bridge budget orchard timetable archive lighthouse pension tariff vaccine reservoir stadium railway quarry'.split(
    ' ',
  );
const HOW = 'quietly yesterday unanimously reluctantly again formally swiftly narrowly publicly briefly'.split(' ');
const WHY =
  'after talks|despite protests|because costs doubled|while rain fell|as feared|under protest|with volunteers'.split(
    '|',
  );
const NAMES = 'Marlow Tessin Okonjo Varga Lindqvist Abade Karimov Duarte Zielinska Moreau Petrakis Yilmaz'.split(' ');

/** A sentence of some twenty words that hardly ever comes twice. */
export function sentence(random: () => number): string {
  const n = Math.floor(random() * 900) + 11;
  return `The ${pick(random, WHO)} of ${pick(random, NAMES)} ${pick(random, HOW)} ${pick(random, DID)} the ${pick(random, WHAT)} and the ${pick(random, WHAT)} near ${pick(random, NAMES)} ${pick(random, WHY)}, which ${n} people had ${pick(random, DID)} ${pick(random, HOW)}.`;
}

/** A story: paragraphs of such sentences. */
export function story(random: () => number, sentences = 16): string[] {
  return Array.from({ length: sentences }, () => sentence(random));
}

/** An article with sensible fields. `at` in minutes after noon of 1 May 2024. */
export function article(
  id: string,
  host: string,
  text: string | string[],
  at: number,
  rest: Partial<DedupArticle> = {},
): DedupArticle {
  const published = new Date(Date.UTC(2024, 4, 1, 12) + at * 60_000).toISOString();
  const fetched = new Date(Date.UTC(2024, 4, 1, 12) + (at + 7) * 60_000).toISOString();
  const body = typeof text === 'string' ? text : text.join('\n\n');
  return { id, url: `https://${host}/${id}`, host, title: `Headline ${id}`, text: body, published, fetched, ...rest };
}

/** What an aggregator puts round a text. */
export function wrap(random: () => number, paragraphs: string[]): string[] {
  return [
    `You are reading an item that our desk chose for you on page ${Math.floor(random() * 90)}.`,
    ...paragraphs,
    'Stay with us for the next items of the hour and tell your friends about our free letter.',
  ];
}

/** Some words exchanged for others. */
export function edit(random: () => number, paragraphs: string[], share: number): string[] {
  return paragraphs.map((p) => p.replace(/[a-z]{5,}/g, (word) => (random() < share ? `${word.slice(0, 3)}um` : word)));
}

/** The same members shuffled. */
export function shuffled<T>(random: () => number, list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
