import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { withoutTags } from '../dom/tags-out.ts';
import { spaced } from './text-size.ts';

const GRAM = 4;

/** The runs of four tokens of a text; null for one of fewer than `least` tokens, which proves nothing. */
export function grams(text: string | null, least: number): Set<string> | null {
  if (!text) return null;
  const tokens = tokenize(spaced(withoutTags(text)));
  if (tokens.length < least) return null;
  const set = new Set<string>();
  for (let i = 0; i + GRAM <= tokens.length; i += 1) set.add(tokens.slice(i, i + GRAM).join(' '));
  return set;
}

/** Share of a block's runs of four tokens that are in the set; -0.5 for a block that has none. */
export function gramShare(tokens: readonly string[], set: ReadonlySet<string>): number {
  if (tokens.length < GRAM) return -0.5;
  let hits = 0;
  for (let i = 0; i + GRAM <= tokens.length; i += 1) if (set.has(tokens.slice(i, i + GRAM).join(' '))) hits += 1;
  return hits / (tokens.length - GRAM + 1);
}

/** Share of a block's tokens that are in the set. */
export function share(tokens: readonly string[], set: ReadonlySet<string>): number {
  if (tokens.length === 0 || set.size === 0) return 0;
  let hits = 0;
  for (const token of tokens) if (set.has(token)) hits += 1;
  return hits / tokens.length;
}
