import { createHash } from 'node:crypto';
import { tokenize } from './tokens.ts';

/** Below this many tokens a text has no content hash: short texts are alike by chance (a 32-word floor is the field's habit). */
export const MIN_HASH_TOKENS = 30;

/**
 * The exact identity of a text: lower-case hexadecimal SHA-256 of its UTF-8 tokens joined by one space,
 * or null for a text of fewer than {@link MIN_HASH_TOKENS} tokens.
 */
export function contentHash(text: string): string | null {
  const tokens = tokenize(text);
  if (tokens.length < MIN_HASH_TOKENS) return null;
  return createHash('sha256').update(tokens.join(' '), 'utf8').digest('hex');
}
