import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { ROLE_WORDS } from './role-words.ts';

/** One word of an entry: any word that begins with it where `open`. */
interface Word {
  text: string;
  open: boolean;
}

interface Entry {
  role: number;
  words: Word[];
}

/** Entries by their first word; stems apart, so that a token asks for its own beginnings only. */
interface Index {
  exact: Map<string, Entry[]>;
  stems: Map<string, Entry[]>;
  /** Letters of the shortest and of the longest stem. */
  shortest: number;
  longest: number;
  /** Which beginnings may be a stem, by a number that a token's next letter goes on with: few tokens have to be looked up. */
  mayBe: Uint8Array;
}

function build(kinds: Readonly<Record<string, string>>): Index {
  const exact = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  Object.values(kinds).forEach((source, role) => {
    for (const raw of source.split(/\s+/).filter(Boolean)) {
      const words = raw.split('_').flatMap((part) => {
        const open = part.endsWith('*');
        const tokens = tokenize(part.replace('*', ''));
        return tokens.map((text, i) => ({ text, open: open && i === tokens.length - 1 }));
      });
      const first = words[0];
      if (!first) continue;
      const index = first.open ? stems : exact;
      index.set(first.text, [...(index.get(first.text) ?? []), { role, words }]);
    }
  });
  const lengths = [...stems.keys()].map((k) => k.length);
  const mayBe = new Uint8Array(NUMBERS);
  for (const stem of stems.keys()) {
    let number = 0;
    for (let i = 0; i < stem.length; i += 1) number = numbered(number, stem.charCodeAt(i));
    mayBe[number] = 1;
  }
  return { exact, stems, shortest: Math.min(...lengths), longest: Math.max(...lengths), mayBe };
}

const NUMBERS = 1 << 16;

function numbered(before: number, letter: number): number {
  return (Math.imul(before, 31) + letter) & (NUMBERS - 1);
}

/** Arabic writes "and", "for", "in", "as" and the article as one with the word. */
const ARABIC_PREFIX = /^[وف]?[بلك]?(?:ال|لل)?/u;

/** Reads a sentence's tokens for the kinds of a list of words (`stem*`, `two_words`): the kinds found, by their place in it. */
export function kindReader(words: Readonly<Record<string, string>>): (tokens: readonly string[]) => number[] {
  let index: Index | null = null;
  return (tokens) => {
    index ??= build(words);
    const { exact, stems, shortest, longest, mayBe } = index;
    const found = new Set<number>();
    tokens.forEach((token, at) => {
      for (const form of formsOf(token)) {
        take(exact.get(form), tokens, at, found);
        const end = Math.min(longest, form.length);
        let number = 0;
        for (let k = 1; k <= end; k += 1) {
          number = numbered(number, form.charCodeAt(k - 1));
          if (k >= shortest && mayBe[number] === 1) take(stems.get(form.slice(0, k)), tokens, at, found);
        }
      }
    });
    return [...found].sort((a, b) => a - b);
  };
}

/** The roles, by their place in ROLE_WORDS, whose words are among a sentence's tokens. */
export const rolesOf = kindReader(ROLE_WORDS);

function take(entries: Entry[] | undefined, tokens: readonly string[], at: number, found: Set<number>): void {
  for (const { role, words } of entries ?? [])
    if (!found.has(role) && words.every((word, i) => i === 0 || says(tokens[at + i], word))) found.add(role);
}

function says(token: string | undefined, { text, open }: Word): boolean {
  return token !== undefined && (open ? token.startsWith(text) : token === text);
}

function formsOf(token: string): string[] {
  const first = token.charCodeAt(0);
  if (first < 0x0600 || first > 0x06ff) return [token];
  const bare = token.replace(ARABIC_PREFIX, '');
  return bare === token || bare.length < 3 ? [token] : [token, bare];
}
