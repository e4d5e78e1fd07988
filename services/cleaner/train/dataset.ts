import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CleanInput } from '@wirewatch/shared/contracts/clean.ts';
import type { Block } from '../core/blocks/block.ts';
import { blockFeatures } from '../core/blocks/features.ts';
import { parsePage } from '../core/dom/parse.ts';
import { Kind } from '../core/junk/container-kinds.ts';
import { readPage } from '../core/steps/read-page.ts';
import { matchedShares, tokensOf } from './align.ts';

/** A page and what its set says of it. */
export interface LabelledPage {
  id: string;
  set: string;
  truth: Truth;
  input: CleanInput;
  /** Pages of one outlet are trained or tested together. */
  outlet: string;
}

/** The same as blocks with features and labels. */
export interface Example extends LabelledPage {
  rows: (Float32Array | null)[];
  /** Share of the block that is the article's text; NaN where the truth says nothing of the block. */
  labels: number[];
  weights: number[];
}

/** What a set says of a page: its text, or strings that must and must not be in it. */
interface Truth {
  id: string;
  page: string;
  url?: string;
  text?: string;
  with?: string[];
  without?: string[];
}

/** The sets whose pages have a text, or segments of one. */
export const LABELLED_SETS = [
  'scrapinghub',
  'fundus',
  'aed',
  'trafilatura',
  'wcxb',
  'daniel-english',
  'daniel-russian',
  'daniel-greek',
  'daniel-polish',
  'daniel-chinese',
];

/** The labelled pages of the sets. */
export function loadPages(folder: string, sets: readonly string[]): LabelledPage[] {
  const pages: LabelledPage[] = [];
  for (const set of sets) {
    const file = join(folder, set, 'truth.jsonl');
    if (!existsSync(file))
      throw new Error(`no labelled pages at ${file}: fetch the measuring data first, or name its folder`);
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const truth = JSON.parse(line) as Truth;
      const url = truth.url ?? `https://news.example/${encodeURIComponent(truth.id)}`;
      const body = gunzipSync(readFileSync(join(folder, set, truth.page))).toString('utf8');
      const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(url)?.[1] ?? truth.id;
      pages.push({ id: truth.id, set, truth, input: { url, body }, outlet: host.split('.').slice(-2).join('.') });
    }
  }
  return pages;
}

/** A page as blocks with features and labels. */
export function exampleOf(labelled: LabelledPage): Example {
  const { input, truth } = labelled;
  const page = parsePage(input.body as string);
  const { blocks, region, evidence } = readPage({ page, source: input.body as string, room: 1 }, page.body, input);
  const texts = blocks.map((b) => b.text);
  const labels = labelsOf(labelled, blocks);
  // Every page weighs the same in the score, and a block in it by its share of the text.
  const total = truth.text === undefined ? 0 : Math.max(30, tokensOf(truth.text).length);
  const weights = texts.map((t) => (total === 0 ? 1.5 : (100 * (tokensOf(t).length + 3)) / (total + 100)));
  return { ...labelled, rows: blockFeatures(blocks, region, evidence), labels, weights };
}

/** Share of each block that is the article's text; NaN where the truth says nothing of it. */
export function labelsOf({ truth }: LabelledPage, blocks: readonly Block[]): number[] {
  const texts = blocks.map((b) => b.text);
  return truth.text === undefined ? segmentLabels(texts, truth) : visibleFirst(blocks, texts, truth.text);
}

/** Many pages hold their text twice, once hidden: the copy that a reader sees is the text, where it has nearly all of it. */
function visibleFirst(blocks: readonly Block[], texts: readonly string[], truth: string): number[] {
  const seen = texts.map((t, i) => ((blocks[i] as Block).kinds & Kind.hidden ? '' : t));
  const shares = matchedShares(seen, truth);
  let found = 0;
  seen.forEach((t, i) => {
    found += tokensOf(t).length * (shares[i] as number);
  });
  return found >= tokensOf(truth).length * 0.7 ? shares : matchedShares(texts, truth);
}

function segmentLabels(texts: readonly string[], truth: Truth): number[] {
  const squash = (s: string): string => s.replace(/\s+/g, ' ').trim();
  const wanted = (truth.with ?? []).map(squash);
  const unwanted = (truth.without ?? []).map(squash);
  return texts.map((text) => {
    const t = squash(text);
    const is = wanted.some((w) => t.includes(w));
    const isNot = unwanted.some((w) => t.includes(w));
    return is === isNot ? Number.NaN : is ? 1 : 0;
  });
}
