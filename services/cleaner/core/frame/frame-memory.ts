import { type FrameBlockKey, hash } from './frame-key.ts';
import { type KnownArticle, knownArticle, sameArticles } from './same-article.ts';

/** What is remembered of one block of an outlet. */
interface Entry {
  /** Different articles in which it stood (bounded by what `articles` counts). */
  seen: number;
  /** How often at an edge. */
  edge: number;
  prose: boolean;
  ofSite?: boolean;
  /** Number of the article in which it stood last. */
  last: number;
  /** Numbers of the latest articles in which it stood: one that is the same as a new one is not counted again. */
  stood?: number[];
  /** The section in which it stood; absent where it stood in several. */
  section?: string;
}

/** What is remembered of one outlet's pages: bounded, plain JSON, the same for every order of the same articles but for forgetting. */
export interface FrameMemory {
  articles: number;
  /** Keys of the latest articles learnt, so that one learnt again counts once. */
  recent: string[];
  entries: Record<string, Entry>;
  /** The latest articles by their longest blocks. */
  known?: KnownArticle[];
  /** Articles by section. */
  sections?: Record<string, number>;
  /** Changes when the set of frame blocks has: what a clean result of this outlet depends on. */
  version: string;
}

/** The blocks of an outlet that are frame, as a set of keys; serialise with `[...keys]`. */
export interface FrameKeys {
  version: string;
  keys: ReadonlySet<string>;
}

const MAX_ENTRIES = 600;
const MAX_RECENT = 400;
const MAX_STOOD = 6;
const MAX_SECTIONS = 60;
/** Different articles that have to carry a block at their edge before it is frame. */
const TWO = 2;
/** The same for a block in mid-text. */
const THREE = 3;
/** Shares of the outlet's or the section's articles: running text at an edge, the same with much evidence, a short line anywhere. */
const MOST = 0.6;
const MANY = 0.3;
const SOME = 0.05;

export function emptyMemory(): FrameMemory {
  return { articles: 0, recent: [], entries: {}, version: '0' };
}

/** An article that a memory is to learn. */
export interface FrameLesson {
  /** The article's stable id. */
  articleId: string;
  /** What the cleaner kept before the frame was cut, in order: `CleanResult.frameBlocks`. */
  blocks: readonly FrameBlockKey[];
  /** The article's address: its first part is the section. */
  url: string;
}

/**
 * The memory with more articles in it, as if each were learnt after the other; the old one is not changed. Learning the same article again
 * (same id, or a text that is mostly one that was seen) adds nothing: where that is all, the memory itself is given back.
 */
export function learnAll(memory: FrameMemory, lessons: readonly FrameLesson[]): FrameMemory {
  let known = memory;
  for (const lesson of lessons) {
    const article = hash(lesson.articleId);
    if (known.recent.includes(article) || lesson.blocks.length === 0) continue;
    // The first step has entries of its own, and each after it goes on with these: they are some hundred.
    known = withLesson(known, known === memory ? { ...memory.entries } : known.entries, article, lesson);
  }
  return known === memory ? memory : { ...known, version: versionOf(known) };
}

/** @param entries those of the memory, to be changed */
function withLesson(
  memory: FrameMemory,
  entries: Record<string, Entry>,
  article: string,
  { blocks, url }: FrameLesson,
): FrameMemory {
  const number = memory.articles + 1;
  const section = sectionOf(url);
  const same = new Set(sameArticles(memory.known ?? [], blocks, keysOf(memory)));
  for (const block of uniqueByKey(blocks)) {
    const old = entries[block.key];
    const again = old?.stood?.some((n) => same.has(n)) ?? false;
    const count = again ? 0 : 1;
    const entry: Entry = {
      seen: (old?.seen ?? 0) + count,
      edge: (old?.edge ?? 0) + (block.edge ? count : 0),
      prose: block.prose,
      last: number,
      stood: [...(old?.stood ?? []), number].slice(-MAX_STOOD),
    };
    if (block.ofSite || old?.ofSite) entry.ofSite = true;
    if (section !== null && (!old || old.section === section)) entry.section = section;
    entries[block.key] = entry;
  }
  return {
    articles: number,
    recent: [...memory.recent, article].slice(-MAX_RECENT),
    entries: bounded(entries, number),
    known: knownArticle(memory.known ?? [], number, blocks),
    sections: counted(memory.sections ?? {}, section),
    version: memory.version,
  };
}

/** The frame that a memory knows so far. */
export function frameOf(memory: FrameMemory): FrameKeys {
  return { version: memory.version, keys: keysOf(memory) };
}

/** A memory is never changed: each is gone through once, by whoever learns into it or asks for its version first. */
const found = new WeakMap<FrameMemory, ReadonlySet<string>>();

function keysOf(memory: FrameMemory): ReadonlySet<string> {
  const known = found.get(memory);
  if (known) return known;
  const keys = new Set<string>();
  for (const key in memory.entries) if (isFrame(memory.entries[key]!, memory)) keys.add(key);
  found.set(memory, keys);
  return keys;
}

/**
 * Frame is what different articles share word for word: at their edges from the second one. A running story's background
 * paragraph comes back as well, but in few of the articles: running text that does not speak of the site has to stand in most
 * of the outlet's or of its section's, and in mid-text in half of them.
 */
function isFrame(entry: Entry, memory: FrameMemory): boolean {
  const all = (entry.section === undefined ? undefined : memory.sections?.[entry.section]) ?? memory.articles;
  const share = entry.seen / Math.max(1, all);
  const atEdge = entry.edge / Math.max(1, entry.seen) >= 0.8;
  if (atEdge && entry.seen >= TWO)
    return !entry.prose || entry.ofSite === true || share >= MOST || (entry.seen >= 10 && share >= MANY);
  if (entry.seen < THREE) return false;
  return entry.prose ? entry.seen >= 5 && share >= 0.5 : share >= SOME || entry.seen >= 6;
}

/** The first part of an address's path where it names a section: a word or two, no number. */
function sectionOf(url: string): string | null {
  const part = /^https?:\/\/[^/?#]+\/([^/?#]+)\/[^/?#]/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return part !== '' && part.length <= 30 && !/\d{3}/.test(part) && part.split(/[-_]/).length <= 3 ? part : null;
}

function counted(sections: Record<string, number>, section: string | null): Record<string, number> {
  if (section === null || (!(section in sections) && Object.keys(sections).length >= MAX_SECTIONS)) return sections;
  return { ...sections, [section]: (sections[section] ?? 0) + 1 };
}

function uniqueByKey(blocks: readonly FrameBlockKey[]): FrameBlockKey[] {
  const seen = new Map<string, FrameBlockKey>();
  for (const block of blocks) if (!seen.has(block.key)) seen.set(block.key, block);
  return [...seen.values()];
}

/** Forgets the blocks that were seen once and longest ago, those in mid-text first. */
function bounded(entries: Record<string, Entry>, now: number): Record<string, Entry> {
  const all = Object.entries(entries);
  if (all.length <= MAX_ENTRIES) return entries;
  const worth = (e: Entry): number => Math.min(e.seen, 50) * 40 + (e.edge > 0 ? 20 : 0) - (now - e.last);
  const weighed = all.map((one) => ({ one, worth: worth(one[1]) })).sort((x, y) => y.worth - x.worth);
  return Object.fromEntries(weighed.slice(0, MAX_ENTRIES * 0.9).map(({ one }) => one));
}

function versionOf(memory: FrameMemory): string {
  const keys = [...keysOf(memory)].sort();
  return keys.length === 0 ? '0' : hash(keys.join(' '));
}
