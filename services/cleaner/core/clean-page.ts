import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { collectBlocks } from './blocks/collect.ts';
import type { BlockModels } from './blocks/model.ts';
import { proseWeight } from './blocks/region.ts';
import { type ElementNode, elementsOf } from './dom/node.ts';
import { type Page, parsePage } from './dom/parse.ts';
import type { FrameKeys } from './frame/frame-memory.ts';
import { countWords } from './quality.ts';
import { chooseBlocks } from './steps/choose-blocks.ts';
import { type OpenedPage, openPage } from './steps/open-page.ts';
import { pruneText } from './steps/prune-text.ts';
import { readPage } from './steps/read-page.ts';
import { tellRecord } from './steps/tell-record.ts';
import { isPaid, unseenText } from './unseen/unseen-text.ts';

export interface CleanOptions {
  /** Other block models than the shipped ones: for training and measuring. */
  models?: BlockModels;
  /** What is known of the outlet's frame; blocks with these keys are cut. */
  frame?: FrameKeys | null;
  /** How many times the usual bounds a page may take, see `pageRoom`; default 1. */
  room?: number;
  /** Milliseconds since 1970: dates more than a day later are refused. */
  now?: number | null;
  /** The slow reference extractor: page source, URL and the result so far, which is doubted, to the article's HTML, or null. */
  reference?: ((html: string, url: string, doubted: CleanResult) => string | null) | null;
}

/** A result below this score asks for second opinions. */
const DOUBT = 45;
/** Elements of a page that the reference may be asked about: it takes seconds for a few times as many. */
const MAX_FOR_REFERENCE = 20_000;
/** Prose of a page, by weight: where there is less the reference has nothing to find. */
const SOMETHING = 250;

/**
 * One page to its clean record, in five steps: open, read, choose, prune, tell. Where the page shows no text but holds one, or the
 * result is doubted, the steps are walked once more over another tree or another reading of it, and the better record stays.
 * Pure: no clock, no network; never throws on any input.
 */
export function cleanPage(input: CleanInput, options: CleanOptions = {}): CleanResult {
  const opened = openPage(input, options.room ?? 1);
  if ('outcome' in opened) return opened;
  const { page, source } = opened;
  const light = walk(opened, page.body, input, options);
  if (light.outcome === 'blocked') return light;
  const unseen = unseenText(page, light.text);
  if (unseen) {
    const whole = walk(opened, parsePage(unseen.html, opened.room).body, input, options);
    if (countWords(whole.text) > countWords(light.text))
      return {
        ...whole,
        quality: { ...whole.quality, reasons: [unseen.reason, ...whole.quality.reasons], unshown: true },
      };
  }
  if (light.quality.score >= DOUBT || !isLight(page)) return light;
  const own = secondOpinion(opened, light, input, options);
  if (own.quality.score >= DOUBT || !options.reference || proseOf(page.body) < SOMETHING) return own;
  const html = options.reference(source, input.url, own);
  const other = html ? walk(opened, parsePage(html, opened.room).body, input, options) : own;
  return other.quality.score > own.quality.score ? other : own;
}

/** The same blocks read by what is likeliest, for a tenth of what the reference costs: it stays where it makes an article. */
function secondOpinion(opened: OpenedPage, light: CleanResult, input: CleanInput, options: CleanOptions): CleanResult {
  const other = walk(opened, opened.page.body, input, options, true);
  if (other.outcome !== 'passed' || other.quality.score <= light.quality.score) return light;
  const reasons = ['too little was found at first: read by what is likeliest', ...other.quality.reasons];
  return { ...other, quality: { ...other.quality, reasons } };
}

/** The steps over one tree of the page: its own body, or what another reader made of it. */
function walk(
  opened: OpenedPage,
  body: ElementNode,
  input: CleanInput,
  options: CleanOptions,
  doubted = false,
): CleanResult {
  const read = readPage(opened, body, input);
  const chosen = chooseBlocks(read, options.models ?? null, doubted);
  const pruned = pruneText(read, chosen, input.url, options.frame ?? null, isPaid(opened.page.jsonLd));
  return tellRecord({ input, opened, read, chosen, pruned, now: options.now ?? null });
}

/** What the page has of prose, wherever it stands. */
function proseOf(body: ElementNode): number {
  return collectBlocks(body).reduce((sum, block) => sum + proseWeight(block), 0);
}

/** Nested no deeper than pages are, and small enough for the slow extractor. */
function isLight(page: Page): boolean {
  return page.repaired.length === 0 && elementsOf(page.document).length <= MAX_FOR_REFERENCE;
}
