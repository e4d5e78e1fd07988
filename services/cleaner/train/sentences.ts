import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Place } from '../core/frame/reposter/sentence-model.ts';

/** A sentence at the edge of a text, and whose it is. */
export interface LabelledSentence {
  lang: string;
  place: Place;
  /** What it does, or, of the article's own, could be mistaken for. */
  act: string;
  /** Is it the reposter's? */
  positive: boolean;
  text: string;
}

/** What was written for this project, by set: each set has an author of its own, so that one can be held out. */
function ownSets<T>(name: string): Map<string, T[]> {
  const folder = join(import.meta.dirname, name);
  const sets = new Map<string, T[]>();
  for (const file of readdirSync(folder).sort()) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);
    sets.set(
      file.replace(/\.jsonl$/, ''),
      lines.map((line) => JSON.parse(line) as T),
    );
  }
  return sets;
}

export function ownSentences(): Map<string, LabelledSentence[]> {
  return ownSets('sentences');
}

/** A block of a page, and whether it is no part of the article's text. */
export interface LabelledLine {
  lang: string;
  kind: string;
  positive: boolean;
  html: string;
}

export function ownLines(): Map<string, LabelledLine[]> {
  return ownSets('lines');
}

/** The short paragraphs among the lines: a question, a quotation, a verse. */
export function articleLines(): LabelledSentence[] {
  const own = [...ownLines().values()].flat().filter((line) => !line.positive);
  return own.flatMap(({ lang, html }) => {
    const text = html.replace(/<[^>]*>/g, '').trim();
    return (['open', 'close'] as const).map((place) => ({ lang, place, act: 'none', positive: false, text }));
  });
}

/** The sets whose truth has paragraphs. */
const LABELLED_TEXTS = [
  'scrapinghub',
  'fundus',
  'aed',
  'wcxb',
  'daniel-english',
  'daniel-russian',
  'daniel-greek',
  'daniel-polish',
  'daniel-chinese',
];
const LONGEST = 700;

interface LabelledText {
  lang: string;
  paragraphs: string[];
}

function labelledTexts(folder: string, sets: readonly string[]): LabelledText[] {
  return sets.flatMap((set) => {
    const file = join(folder, set, 'truth.jsonl');
    if (!existsSync(file))
      throw new Error(`no labelled pages at ${file}: fetch the measuring data first, or name its folder`);
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
      const { text, language } = JSON.parse(line) as { text?: string; language?: string };
      const paragraphs = (text ?? '').split('\n').map((p) => p.trim());
      return { lang: language ?? 'en', paragraphs: paragraphs.filter(Boolean) };
    });
  });
}

/** The first three and last five paragraphs of labelled articles: what must never be taken for a reposter's. */
export function articleEdges(folder: string): LabelledSentence[] {
  const edges: LabelledSentence[] = [];
  for (const { lang, paragraphs } of labelledTexts(folder, LABELLED_TEXTS)) {
    if (paragraphs.length < 6) continue;
    const add = (place: Place) => (text: string) => {
      if (text.length <= LONGEST) edges.push({ lang, place, act: 'none', positive: false, text });
    };
    paragraphs.slice(0, 3).forEach(add('open'));
    paragraphs.slice(-5).forEach(add('close'));
  }
  return edges;
}

/** All paragraphs of labelled articles of at most `longest` characters. */
export function articleParagraphs(folder: string, longest: number): string[] {
  return labelledTexts(folder, LABELLED_TEXTS).flatMap(({ paragraphs }) =>
    paragraphs.filter((p) => p.length <= longest),
  );
}

/** Sentences of articles in ten languages: labelled for their topic, taken here for what an article's sentence looks like. */
export function articleSentences(file: string): LabelledSentence[] {
  if (!existsSync(file))
    throw new Error(`no labelled sentences at ${file}: fetch the measuring data first, or name its folder`);
  const found: LabelledSentence[] = [];
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)) {
    const { source, lang, text } = JSON.parse(line) as { source: string; lang: string; text: string };
    if (source !== 'sib200') continue;
    for (const place of ['open', 'close'] as const) found.push({ lang, place, act: 'none', positive: false, text });
  }
  return found;
}
