import type { ComparedText, TextMatch } from '@wirewatch/shared/sources/compared-text.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { articleOf } from './core/article.ts';
import { compare } from './core/compare.ts';
import { fingerprintOf } from './core/fingerprint.ts';
import { judge } from './core/judge.ts';
import { readWords } from './core/words.ts';
import { createStorePort } from './store-port.ts';
import { DEDUP_VERSION } from './version.ts';

/** Stands for a text that has no article. */
const NOBODY = '';

/**
 * Compares a text that is no article with those of the store, as the stage would. It is read only: nothing of the text is kept.
 * @param now epoch ms; the text counts as newer than all that is there
 */
export async function compareText(store: Store, text: string, now: number): Promise<ComparedText> {
  const words = readWords(text);
  const seen = new Date(now).toISOString();
  const article = articleOf({ id: NOBODY, url: 'text:', host: '', text, fetched: seen }, words);
  const port = createStorePort(store, DEDUP_VERSION);
  const own = { article, words, text };
  const matches: TextMatch[] = [];
  for (const other of await port.read(await port.candidates(NOBODY, fingerprintOf(words)))) {
    if (!other) continue;
    const overlap = compare(own, { article: other, words: readWords(other.text), text: other.text }, true);
    if (!overlap) continue;
    const [newer, older] = overlap.newer === NOBODY ? [article, other] : [other, article];
    const { kind, coverage, originalCoverage, reason } = judge(overlap, newer, older);
    if (kind !== 'copy' && kind !== 'revision' && kind !== 'excerpt') continue;
    const shares =
      newer === article
        ? { ofText: coverage, ofArticle: originalCoverage }
        : { ofText: originalCoverage, ofArticle: coverage };
    matches.push({ id: other.id, kind: kind === 'excerpt' ? 'excerpt' : 'copy', ...shares, reason });
  }
  return { words: words.hashes.length, matches: matches.sort((a, b) => b.ofText - a.ofText || (a.id < b.id ? -1 : 1)) };
}
