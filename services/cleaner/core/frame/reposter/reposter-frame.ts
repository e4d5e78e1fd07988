import type { Place } from './sentence-features.ts';
import storedModel from './sentence-model.json' with { type: 'json' };
import { type Act, actOf, frameScore, loadSentenceModel, type SentenceModel } from './sentence-model.ts';

/** What of a block is the reposter's and goes, and what of it stays. */
export interface FramedBlock {
  /** What stays of the block's text; empty where all goes. */
  kept: string;
  cut: string[];
  /** What the cut sentences do; null for the outlet's own dateline. */
  act: Act | null;
  reason: string;
}

/** Blocks from each end that are asked: a reposter's lines stand round the text, not in it. */
const OPENING = 3;
const CLOSING = 6;
/** The longest block, in characters, that is judged as one; a longer one may have a reposter's sentence at its edge. */
const LONGEST = 600;
/**
 * Log odds from which a block is frame: beside the edge, or beside a block that is frame already, and elsewhere; and for a
 * sentence at the edge of a block that has other sentences. Measured on paragraphs of labelled articles, see docs/decisions.
 */
const BESIDE = -0.2;
const APART = 0.5;
const SENTENCE = 0.7;

let loaded: SentenceModel | null = null;
function shippedModel(): SentenceModel {
  loaded ??= loadSentenceModel(storedModel);
  return loaded;
}

/** Is a text of at most 600 characters the reposter's by its words alone, wherever it stands? */
export function isReposters(text: string): boolean {
  return text.length <= LONGEST && frameScore(shippedModel(), text, 'close') > BESIDE;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Which blocks at a text's ends are the reposter's frame, whole or at their outer edge: opening and closing sentences that
 * thank the reader, announce the text, name where it was first published, disclaim or invite.
 * @param texts the text's blocks in order
 * @param own the names of the page's own outlet
 * @returns by index of the block; nothing where all of the text would go
 */
export function reposterFrame(texts: readonly string[], own: readonly string[]): Map<number, FramedBlock> {
  const model = shippedModel();
  const found = new Map<number, FramedBlock>();
  readEdge(texts, 'open', model, found);
  readEdge(texts, 'close', model, found);
  ownDateline(texts, own, found);
  if (texts.every((_, i) => found.get(i)?.kept === '')) found.clear();
  return found;
}

/** From one end inward. */
function readEdge(texts: readonly string[], place: Place, model: SentenceModel, found: Map<number, FramedBlock>): void {
  const step = place === 'open' ? 1 : -1;
  const start = place === 'open' ? 0 : texts.length - 1;
  // The middle of a short text belongs to both ends: each keeps to its half.
  const count = Math.min(place === 'open' ? OPENING : CLOSING, Math.ceil(texts.length / 2));
  let beside = true;
  for (let k = 0; k < count; k += 1) {
    const at = start + k * step;
    const text = texts[at] as string;
    const block = readBlock(text, place, beside ? BESIDE : APART, model);
    if (block) found.set(at, block);
    beside = block?.kept === '';
  }
}

function readBlock(text: string, place: Place, threshold: number, model: SentenceModel): FramedBlock | null {
  if (text.length <= LONGEST && frameScore(model, text, place) > threshold)
    return { kept: '', cut: [text], ...whatItDoes(model, text) };
  const parts = [...sentences.segment(text)].map((s) => s.segment);
  if (parts.length < 2) return null;
  const cut: string[] = [];
  while (parts.length > 1) {
    const part = ((place === 'open' ? parts[0] : parts.at(-1)) as string).trim();
    if (part.length > LONGEST || frameScore(model, part, place) <= SENTENCE) break;
    cut.push(part);
    if (place === 'open') parts.shift();
    else parts.pop();
  }
  if (cut.length === 0) return null;
  return { kept: parts.join('').trim(), cut, ...whatItDoes(model, cut[0] as string) };
}

const DOES = {
  thank: 'thanks the reader',
  announce: 'announces the text',
  'first-published': 'says where it was first published',
  disclaim: 'disclaims',
  invite: 'invites to follow',
} as const;

function whatItDoes(model: SentenceModel, text: string): { act: Act; reason: string } {
  const act = actOf(model, text);
  return { act, reason: DOES[act] };
}

/** `World Brief Hub, Monday 12 October: …` before the text, and the same name before its last sentence. */
function ownDateline(texts: readonly string[], own: readonly string[], found: Map<number, FramedBlock>): void {
  const opening = texts
    .slice(0, 2)
    .findIndex((text, i) => !found.has(i) && text.length <= 400 && own.some((name) => opensWith(text, name)));
  if (opening < 0) return;
  cutWhole(texts, opening, "the reposter's own dateline", found);
  const last = texts.length - 1;
  const closing = texts[last] as string;
  if (last >= 2 && !found.has(last) && closing.length < 200 && own.some((name) => closing.startsWith(name)))
    cutWhole(texts, last, "the reposter's own closing", found);
}

function cutWhole(texts: readonly string[], at: number, reason: string, found: Map<number, FramedBlock>): void {
  found.set(at, { kept: '', cut: [texts[at] as string], act: null, reason });
}

/** The outlet's own name, then a comma, colon or dash. */
function opensWith(text: string, name: string): boolean {
  return name.length > 3 && text.startsWith(name) && /^\s*(?:[,:–—(]|-\s)/.test(text.slice(name.length));
}
