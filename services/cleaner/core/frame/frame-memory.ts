import { fold } from '@wirewatch/shared/text/tokens.ts';

/** What is remembered of one block of an outlet. */
interface Entry {
  /** Different articles in which it stood (bounded by what `articles` counts). */
  seen: number;
  /** How often at an edge. */
  edge: number;
  prose: boolean;
  /** Number of the article in which it stood last. */
  last: number;
  /** Sketches of the articles in which it stood: two that share a key count as one article. */
  sketches: string[][];
}

/** What is remembered of one outlet's pages: bounded, plain JSON, the same for every order of the same articles but for forgetting. */
export interface FrameMemory {
  articles: number;
  /** Keys of the latest articles learnt, so that one learnt again counts once. */
  recent: string[];
  entries: Record<string, Entry>;
  /** Changes when the set of frame blocks has: what a clean result of this outlet depends on. */
  version: string;
}

/** The blocks of an outlet that are frame, as a set of keys; serialise with `[...keys]`. */
export interface FrameKeys {
  version: string;
  keys: ReadonlySet<string>;
}

/** A sentence of this many tokens is running text. */
const PROSE_TOKENS = 18;
const MAX_ENTRIES = 600;
const MAX_RECENT = 400;
const MAX_SKETCHES = 6;
/** Articles that have to carry a block before it can be frame: at two, a revision and its original would be enough. */
export const MIN_ARTICLES = 3;

export function emptyMemory(): FrameMemory {
  return { articles: 0, recent: [], entries: {}, version: '0' };
}

/**
 * The key under which a block recurs: its tokens with numbers levelled, and with the article's own title levelled, for
 * frames quote it ("The post … appeared first on …").
 */
export function frameKey(text: string, title: string | null): string {
  return hash(frameTokens(text, foldedTitle(title)).join(' '));
}

function foldedTitle(title: string | null): string {
  const folded = title ? fold(title) : '';
  return folded.length >= 12 ? folded : '';
}

function frameTokens(text: string, title: string): string[] {
  let folded = fold(text);
  if (title !== '' && folded.includes(title)) folded = folded.replaceAll(title, ' ‹t› ');
  const tokens = folded.match(/‹t›|[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return tokens.map((t) => (isNumber(t) ? '0' : t));
}

function isNumber(token: string): boolean {
  const first = token.charCodeAt(0);
  return first < 128 ? first <= 57 /* 9 */ : /^\p{N}/u.test(token);
}

/** cyrb53: 53 bits, enough for some hundred entries an outlet. */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/**
 * The memory with one more article in it; the old one is not changed. Learning the same article again (same id, or a text
 * whose title and longest blocks were seen) adds nothing.
 * @param articleId the article's stable id
 * @param blocks what the cleaner kept before the frame was cut, in order: `CleanResult.frameBlocks`
 */
export function learn(memory: FrameMemory, articleId: string, blocks: readonly FrameBlockKey[]): FrameMemory {
  const article = hash(articleId);
  if (memory.recent.includes(article) || blocks.length === 0) return memory;
  const sketch = [...blocks]
    .sort((x, y) => y.length - x.length)
    .slice(0, 5)
    .map((b) => b.key);
  const entries: Record<string, Entry> = { ...memory.entries };
  const number = memory.articles + 1;
  for (const block of uniqueByKey(blocks)) {
    const others = sketch.filter((k) => k !== block.key).slice(0, 3);
    const known = entries[block.key];
    if (!known) {
      entries[block.key] = { seen: 1, edge: block.edge ? 1 : 0, prose: block.prose, last: number, sketches: [others] };
      continue;
    }
    // The same article under another address, or its revision: most of what stood beside the block then stands there now.
    const again = known.sketches.some(
      (s) => s.filter((k) => others.includes(k) && !isFrameEntry(entries[k], memory.articles)).length >= 1,
    );
    entries[block.key] = {
      seen: known.seen + (again ? 0 : 1),
      edge: known.edge + (block.edge && !again ? 1 : 0),
      prose: block.prose,
      last: number,
      sketches: again ? known.sketches : [...known.sketches, others].slice(-MAX_SKETCHES),
    };
  }
  const next: FrameMemory = {
    articles: number,
    recent: [...memory.recent, article].slice(-MAX_RECENT),
    entries: bounded(entries, number),
    version: memory.version,
  };
  next.version = versionOf(next);
  return next;
}

/** A block as `learn` takes it: what the cleaner hands out, small enough to be stored with a result. */
export interface FrameBlockKey {
  key: string;
  /** Characters. */
  length: number;
  edge: boolean;
  /** Running text: asks for more evidence. */
  prose: boolean;
}

/** The blocks of a text as the memory's keys. */
export function frameBlocks(texts: readonly string[], title: string | null): FrameBlockKey[] {
  const folded = foldedTitle(title);
  return texts.map((text, i) => {
    const tokens = frameTokens(text, folded);
    return {
      key: hash(tokens.join(' ')),
      length: text.length,
      edge: i < 2 || i >= texts.length - 3,
      prose: tokens.length >= PROSE_TOKENS && /[.!?…。！？؟։।]["”»'’)\]]*\s*$/.test(text),
    };
  });
}

/** The frame that a memory knows so far. */
export function frameOf(memory: FrameMemory): FrameKeys {
  const keys = new Set<string>();
  for (const [key, entry] of Object.entries(memory.entries)) if (isFrameEntry(entry, memory.articles)) keys.add(key);
  return { version: memory.version, keys };
}

/**
 * Frame: in at least {@link MIN_ARTICLES} different articles. A running story's background paragraph also comes back, but in
 * few of the outlet's articles and in mid-text: prose has to stand at an edge, or in most articles.
 */
function isFrameEntry(entry: Entry | undefined, articles: number): boolean {
  if (!entry || entry.seen < MIN_ARTICLES) return false;
  const share = entry.seen / Math.max(1, articles);
  if (!entry.prose) return share >= 0.05 || entry.seen >= 6;
  const atEdge = entry.edge / entry.seen;
  if (atEdge >= 0.8) return share >= 0.6 || (entry.seen >= 10 && share >= 0.3);
  return entry.seen >= 5 && share >= 0.5;
}

function uniqueByKey(blocks: readonly FrameBlockKey[]): FrameBlockKey[] {
  const seen = new Map<string, FrameBlockKey>();
  for (const block of blocks) if (!seen.has(block.key)) seen.set(block.key, block);
  return [...seen.values()];
}

/** Forgets the blocks that were seen once and longest ago. */
function bounded(entries: Record<string, Entry>, now: number): Record<string, Entry> {
  const all = Object.entries(entries);
  if (all.length <= MAX_ENTRIES) return entries;
  const worth = (e: Entry): number => Math.min(e.seen, 50) * 40 - (now - e.last);
  return Object.fromEntries(all.sort((x, y) => worth(y[1]) - worth(x[1])).slice(0, MAX_ENTRIES * 0.9));
}

function versionOf(memory: FrameMemory): string {
  const keys = [...frameOf(memory).keys].sort();
  return keys.length === 0 ? '0' : hash(keys.join(' '));
}
