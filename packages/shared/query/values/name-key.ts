import { foldForMatching } from '../../text/letters.ts';

/** A name as it is compared with others: folded as searches are, without accents, only letters and digits. */
export function nameKey(text: string): string {
  return foldForMatching(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
