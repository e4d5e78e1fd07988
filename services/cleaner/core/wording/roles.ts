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
let whole: Map<string, Entry[]> | null = null;
let stems: Map<string, Entry[]> = new Map();
let shortest = 1;

function build(): Map<string, Entry[]> {
  const exact = new Map<string, Entry[]>();
  stems = new Map();
  Object.values(ROLE_WORDS).forEach((source, role) => {
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
  shortest = Math.min(...[...stems.keys()].map((k) => k.length));
  return exact;
}

/** Arabic writes "and", "for", "in", "as" and the article as one with the word. */
const ARABIC_PREFIX = /^[وف]?[بلك]?(?:ال|لل)?/u;
const ARABIC = /^[\u0600-\u06ff]/u;

/** The roles, by their place in ROLE_WORDS, whose words are among a sentence's tokens. */
export function rolesOf(tokens: readonly string[]): number[] {
  whole ??= build();
  const found = new Set<number>();
  tokens.forEach((token, at) => {
    for (const form of formsOf(token)) {
      take(whole?.get(form), tokens, at, found);
      for (let k = shortest; k <= form.length; k += 1) take(stems.get(form.slice(0, k)), tokens, at, found);
    }
  });
  return [...found].sort((a, b) => a - b);
}

function take(entries: Entry[] | undefined, tokens: readonly string[], at: number, found: Set<number>): void {
  for (const { role, words } of entries ?? [])
    if (!found.has(role) && words.every((word, i) => i === 0 || says(tokens[at + i], word))) found.add(role);
}

function says(token: string | undefined, { text, open }: Word): boolean {
  return token !== undefined && (open ? token.startsWith(text) : token === text);
}

function formsOf(token: string): string[] {
  if (!ARABIC.test(token)) return [token];
  const bare = token.replace(ARABIC_PREFIX, '');
  return bare === token || bare.length < 3 ? [token] : [token, bare];
}
