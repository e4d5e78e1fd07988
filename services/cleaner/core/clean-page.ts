import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import type { BlockModel } from './blocks/model.ts';
import { type ElementNode, elementsOf } from './dom/node.ts';
import { type Page, parsePage } from './dom/parse.ts';
import type { FrameKeys } from './frame/frame-memory.ts';
import { countWords } from './quality.ts';
import { chooseBlocks } from './steps/choose-blocks.ts';
import { type OpenedPage, openPage } from './steps/open-page.ts';
import { pruneText } from './steps/prune-text.ts';
import { readPage } from './steps/read-page.ts';
import { tellRecord } from './steps/tell-record.ts';
import { unseenText } from './unseen/unseen-text.ts';

export interface CleanOptions {
  /** Another block model than the shipped one: for training and measuring. */
  model?: BlockModel;
  /** What is known of the outlet's frame; blocks with these keys are cut. */
  frame?: FrameKeys | null;
  /** How many times the usual bounds a page may take, see `pageRoom`; default 1. */
  room?: number;
  /** Milliseconds since 1970: dates more than a day later are refused. */
  now?: number | null;
  /** The slow reference extractor: page source and URL to the article's HTML, or null. Asked where the light result is doubted. */
  reference?: ((html: string, url: string) => string | null) | null;
}

/** A result below this score asks the reference. */
const DOUBT = 45;
/** Elements of a page that the reference may be asked about: it takes seconds for a few times as many. */
const MAX_FOR_REFERENCE = 20_000;

/**
 * One page to its clean record, in five steps: open, read, choose, prune, tell. Where the page shows no text but holds one, or the
 * result is doubted, the steps are walked once more over another tree, and the better record stays.
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
      return { ...whole, quality: { ...whole.quality, reasons: [unseen.reason, ...whole.quality.reasons] } };
  }
  if (options.reference && light.quality.score < DOUBT && isLight(page)) {
    const html = options.reference(source, input.url);
    if (html) {
      const other = walk(opened, parsePage(html, opened.room).body, input, options);
      if (other.quality.score > light.quality.score) return other;
    }
  }
  return light;
}

/** The steps over one tree of the page: its own body, or what another reader made of it. */
function walk(opened: OpenedPage, body: ElementNode, input: CleanInput, options: CleanOptions): CleanResult {
  const read = readPage(opened, body, input);
  const chosen = chooseBlocks(read, options.model ?? null);
  const pruned = pruneText(read, chosen, input.url, options.frame ?? null);
  return tellRecord({ input, opened, read, chosen, pruned, now: options.now ?? null });
}

/** Nested no deeper than pages are, and small enough for the slow extractor. */
function isLight(page: Page): boolean {
  return page.repaired.length === 0 && elementsOf(page.document).length <= MAX_FOR_REFERENCE;
}
