import type { Story } from '../reads/stories-of.ts';

/** What is told without an article: that a watch sees more than usual. */
export interface Notice {
  /** Its identity among the entries. */
  notice: string;
  title: string;
  text: string;
  /** Epoch ms. */
  at: number;
  /** Where a person reads more. */
  page: string;
}

/** An entry of an output feed. */
export type Entry = Story | Notice;

/** When a story last changed for its readers. */
export function updatedOf(entry: Entry): string {
  if ('notice' in entry) return new Date(entry.at).toISOString();
  const { record, firstSeenAt, carriers } = entry;
  const own = record.fetchedAt === null ? firstSeenAt : Date.parse(record.fetchedAt);
  return new Date(Math.max(own, ...carriers.map((line) => line.firstSeenAt))).toISOString();
}

/** A story for a newsreader: its text, and who else carried it. */
export function contentOf({ record, carriers, words }: Story): string {
  const paragraphs = (record.text ?? '').split('\n\n').map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  if (words !== '') paragraphs.unshift(`<p><b>${escaped(words)}</b></p>`);
  if (record.credit) paragraphs.push(`<p>Credited to ${escaped(record.credit.source)}.</p>`);
  if (carriers.length > 0) {
    const items = carriers.map(
      (line) => `<li>${anchor(line.url, line.outlet)}: ${escaped(line.title ?? line.url)}</li>`,
    );
    paragraphs.push(`<p>Also carried by:</p><ul>${items.join('')}</ul>`);
  }
  return paragraphs.join('');
}

function anchor(url: string, words: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}">${escaped(words)}</a>` : escaped(words);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
