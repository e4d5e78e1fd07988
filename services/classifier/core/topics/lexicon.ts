import { TOP_CODES, topOf } from '@wirewatch/shared/contracts/media-topics.ts';
import { fold } from '@wirewatch/shared/text/tokens.ts';
import type { Words } from './features.ts';

/** The words of one language by concept: entries parted by commas; `*` at the end of a word stands for any ending; several words are a phrase. */
export type LexiconSource = Readonly<Record<string, string>>;

interface Entry {
  id: number;
  code: string;
  /** The words after the first, in order. */
  rest: Word[];
}

interface Word {
  text: string;
  open: boolean;
}

/** What a lexicon found: by concept, its weight (entries found, more for the title and for repetition) and the entries as written. */
export interface LexiconHits {
  weights: Map<string, number>;
  /** The same of the title alone. */
  titled: Map<string, number>;
  words: Map<string, string[]>;
}

/** A hit in the title counts as much as this many in the text: headlines name the subject. */
const TITLE_WEIGHT = 2;
/** Entries of one token looked up before are remembered, up to this many tokens: news repeats its words. */
const MEMO_LIMIT = 40_000;

/** Added to all hits before shares are taken, so that one lone word is no certainty. */
const SHARE_FLOOR = 2;
/** What tokens are parted by, in entries as in texts ("hip-hop" is two); `*` is kept, it has a meaning here. */
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}*]+/gu;

export interface Lexicon {
  match(words: Words): LexiconHits;
}

/**
 * @param variants other forms under which a token is looked up, such as without its article (Arabic, Hebrew)
 */
export function compileLexicon(source: LexiconSource, variants: (token: string) => string[] = () => []): Lexicon {
  const exact = new Map<string, Entry[]>();
  const open = new Map<string, Entry[]>();
  const lengths = new Set<number>();
  const written: string[] = [];
  for (const [code, list] of Object.entries(source)) {
    for (const raw of list.split(',')) {
      const phrase = fold(raw).replace(NOT_A_WORD, ' ').trim();
      if (phrase === '') continue;
      const [first, ...rest] = phrase.split(' ').map(readWord);
      const entry: Entry = { id: written.length, code, rest };
      written.push(phrase);
      const map = first!.open ? open : exact;
      const at = map.get(first!.text);
      if (at) at.push(entry);
      else map.set(first!.text, [entry]);
      if (first!.open) lengths.add(first!.text.length);
    }
  }
  const stemLengths = [...lengths].sort((a, b) => a - b);
  const memo = new Map<string, readonly Entry[]>();

  const entriesOf = (token: string): readonly Entry[] => {
    const known = memo.get(token);
    if (known) return known;
    const found: Entry[] = [];
    for (const form of [token, ...variants(token)]) {
      found.push(...(exact.get(form) ?? []));
      for (const length of stemLengths) {
        if (length > form.length) break;
        found.push(...(open.get(form.slice(0, length)) ?? []));
      }
    }
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(token, found);
    return found;
  };

  return {
    match({ title, body }) {
      const counts = new Map<Entry, number>();
      const collect = (tokens: string[], weight: number) => {
        for (let i = 0; i < tokens.length; i += 1) {
          for (const entry of entriesOf(tokens[i]!)) {
            if (follows(tokens, i + 1, entry.rest)) counts.set(entry, (counts.get(entry) ?? 0) + weight);
          }
        }
      };
      collect(title, TITLE_WEIGHT);
      const titled = byConcept(counts);
      collect(body, 1);
      const weights = byConcept(counts);
      const words = new Map<string, string[]>();
      for (const entry of counts.keys()) {
        const list = words.get(entry.code);
        if (list) list.push(written[entry.id]!);
        else words.set(entry.code, [written[entry.id]!]);
      }
      return { weights, titled, words };
    },
  };
}

function byConcept(counts: ReadonlyMap<Entry, number>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [{ code }, count] of counts) weights.set(code, (weights.get(code) ?? 0) + 1 + 0.5 * Math.log(count));
  return weights;
}

/** How many numbers {@link lexiconFeatures} gives: two for each first-level concept. */
export const LEXICON_FEATURES = TOP_CODES.length * 2;

/**
 * The lexicon's view of a text as numbers that mean the same in all languages: for each first-level concept (those below
 * it included) ln(1 + weight of its hits), then its share of all hits. What the model learns on one language's texts so
 * serves the others.
 */
export function lexiconFeatures(hits: LexiconHits | undefined): Float32Array {
  const out = new Float32Array(LEXICON_FEATURES);
  if (!hits) return out;
  const sums = new Float32Array(TOP_CODES.length);
  let all = 0;
  for (const [code, weight] of hits.weights) {
    const at = TOP_CODES.indexOf(topOf(code));
    sums[at]! += weight;
    all += weight;
  }
  for (let c = 0; c < TOP_CODES.length; c += 1) {
    out[c] = Math.log1p(sums[c]!);
    out[TOP_CODES.length + c] = sums[c]! / (all + SHARE_FLOOR);
  }
  return out;
}

function readWord(text: string): Word {
  return text.endsWith('*') ? { text: text.slice(0, -1), open: true } : { text, open: false };
}

function follows(tokens: string[], from: number, rest: Word[]): boolean {
  for (let k = 0; k < rest.length; k += 1) {
    const token = tokens[from + k];
    const word = rest[k]!;
    if (token === undefined || !(word.open ? token.startsWith(word.text) : token === word.text)) return false;
  }
  return true;
}
