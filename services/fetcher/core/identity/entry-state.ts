import { hash } from 'node:crypto';
import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';

/** What scripts and styles hold is no text of an entry. */
const MUTE = /<(script|style|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/**
 * What a feed says of an entry, in three parts of falling weight (`title.words.rest`), so that a change can be graded: the headline's
 * words; the words of the text and the headline's figures; the text's figures and the time of change. Markup is in none of them, nor are
 * addresses in it and the order of the text's words: pixels, nonces and re-ordered lists move by themselves. The date of publication
 * is none either.
 */
export function entryState({ title, content, summary, updated, published }: FeedItem): string {
  const head = wordSums(title ?? '');
  const body = wordSums(content ?? summary ?? '');
  const changedAt = updated === published ? '' : (updated ?? '');
  return [head.words, head.figures + body.words, `${body.figures} ${changedAt}`].map(shortHash).join('.');
}

/**
 * Sums over a text's words that do not hang on their order: of those of letters alone, and of those with a figure in them. One pass
 * without a copy of the text, because it is made for every entry of every body that is read.
 */
function wordSums(html: string): { words: string; figures: string } {
  const text = html.includes('<s') || html.includes('<S') || html.includes('<n') ? html.replace(MUTE, ' ') : html;
  const sums = { words: [0, 0], figures: [0, 0] };
  let [one, two, length, figure] = [FNV, 0, 0, false];
  const end = (): void => {
    if (length === 0) return;
    const sum = figure ? sums.figures : sums.words;
    sum[0] = (sum[0]! + Math.imul(one ^ (one >>> 15), 0x2c1b3c6d)) >>> 0;
    sum[1] = (sum[1]! + Math.imul(two ^ (two >>> 13), 0x297a2d39)) >>> 0;
    [one, two, length, figure] = [FNV, 0, 0, false];
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code >= 0x30 && code <= 0x39;
    if (
      digit ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code > 0xbf && code < 0x2000) ||
      code > 0x206f
    ) {
      const letter = code < 0x5b ? code | 0x20 : code;
      one = Math.imul(one ^ letter, 0x01000193);
      two = (Math.imul(two, 31) + letter) | 0;
      length += 1;
      figure ||= digit;
      continue;
    }
    end();
    // Tags and references are markup; a bracket that opens no tag is text.
    if (code === 0x3c && /[a-zA-Z/!]/.test(text[at + 1] ?? '')) {
      const close = text.indexOf('>', at);
      at = close < 0 ? text.length : close;
    } else if (code === 0x26) {
      const close = text.indexOf(';', at);
      if (close > at && close - at < 12) at = close;
    }
  }
  end();
  return { words: sums.words.join('/'), figures: sums.figures.join('/') };
}

const FNV = 0x811c9dc5 | 0;

/** 64 bits for one entry's own few states. */
function shortHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}
