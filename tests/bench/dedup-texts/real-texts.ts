import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DedupInput } from '@wirewatch/shared/contracts/syndication.ts';
import { story } from '../../../services/deduplicator/test-support/press.ts';

const ARTICLES = new URL('../../../../shared/data/dedup/dev/articles.jsonl.gz', import.meta.url);
const LABELS = new URL('../../../../shared/data/dedup/dev/labels.jsonl', import.meta.url);
const REAL = new URL('../../../../shared/data/dedup/real/articles.jsonl.gz', import.meta.url);

/** Texts to make copies of, and where they are from. */
export interface Texts {
  from: string;
  /** Each as its paragraphs. */
  texts: string[][];
}

/** Texts of so many words that nobody copied, from the labelled set; where it is not there, made ones. */
export function textsOf(random: () => number, language: string, least: number, most: number): Texts {
  if (!existsSync(ARTICLES)) {
    const made = Array.from({ length: 400 }, () => story(random, Math.ceil((least + random() * (most - least)) / 20)));
    return { from: 'made texts', texts: made };
  }
  const first = new Set<string>();
  for (const line of linesOf(readFileSync(LABELS, 'utf8'))) {
    const label = JSON.parse(line) as { id: string; relation: string };
    if (label.relation === 'original' || label.relation === 'unrelated') first.add(label.id);
  }
  const texts: string[][] = [];
  for (const line of linesOf(gunzipSync(readFileSync(ARTICLES)).toString('utf8'))) {
    const { id, lang, text } = JSON.parse(line) as { id: string; lang: string; text: string };
    if (lang !== language || !first.has(id)) continue;
    const words = wordsIn(text);
    if (words >= least && words <= most) texts.push(paragraphsOf(text));
  }
  return { from: 'real texts', texts };
}

/** The articles of the labelled set and those of natural reuse, as the stage is given them; empty where they are not there. */
export function realArticles(): { name: string; articles: DedupInput[] }[] {
  return [
    { name: 'dev', file: ARTICLES },
    { name: 'real', file: REAL },
  ]
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({
      name,
      articles: linesOf(gunzipSync(readFileSync(file)).toString('utf8')).map((line) =>
        DedupInput.parse(JSON.parse(line)),
      ),
    }));
}

/** Words between spaces. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** A text's paragraphs; one that has none, its sentences by threes. */
function paragraphsOf(text: string): string[] {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  if (lines.length > 2) return lines;
  const sentences = text.match(/[^.!?]+[.!?]+["”’)]*\s*/g) ?? [text];
  return Array.from({ length: Math.ceil(sentences.length / 3) }, (_, i) =>
    sentences
      .slice(i * 3, i * 3 + 3)
      .join('')
      .trim(),
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
