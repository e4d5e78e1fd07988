import { UNSPACED } from '../../wording/word-features.ts';
import { tellsOfSomebody } from '../site-voice/site-voice.ts';
import storedModel from './sentence-model.json' with { type: 'json' };
import { type Act, actOf, frameScore, loadSentenceModel, type Place, type SentenceModel } from './sentence-model.ts';

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
const APART = 0.2;
const SENTENCE = 1;
/** The same of a short block at the very end that names the site itself, and its longest, in characters. */
const NAMES_SITE = -1;
const LONGEST_NAMING = 160;
/** A sentence below this is the article's own, whatever stands beside it in its block. */
const THE_ARTICLES = -1.5;
/** Fewer words say too little to be sure of: "Sie machen trotzdem weiter." */
const FEW_WORDS = 5;
const FEW = 1.5;
/** Where a sentence seems to end behind an abbreviation, it goes on. */
const ABBREVIATED = /(?:^|[\s.])\p{Lu}\p{L}{0,3}\.$|\d\.$/u;

/** Characters at a sentence's end that are looked at. */
const ATTRIBUTION = 120;
/** "…, informó la agencia EFE.": what is told stands before the comma, and so it is the article's. Sees at most 120 characters. */
const ATTRIBUTES =
  /[,，]\s?(?:reported|reports|said|says|according to|berichtete?|meldete?|teilte|schreibt|laut|a (?:rapporté|indiqué|annoncé|précisé)|rapporte|indique|précise|selon|informó|informa|indicó|señaló|dijo|según|informou|noticiou|disse|avançou|segundo|riferisce|riporta|ha (?:riferito|riportato)|secondo|podała|podał|poinformował\p{L}*|donosi|według|сообщ\p{L}+|переда\p{L}+|пишет|заявил\p{L}*|повідомля\p{L}+|повідомил\p{L}*|переда[єю]\p{L}*|пише|meldt|meldde|bericht|schrijft|aldus|rapporterade|enligt|ifølge|melder|kata|ujar|lapor|demikian)\s(?:\S+\s){0,4}?(?=\p{Lu}|["«„“'‘])[^.!?]{2,40}[.]["”»“]?\s*$/u;

/** Announces what stands below it. */
const ANNOUNCES = /[:：]\s*$/;
/** Characters before the comma that tell something. */
const TOLD = 15;

function attributes(sentence: string): boolean {
  const at = ATTRIBUTES.exec(sentence.slice(-ATTRIBUTION))?.index;
  return at !== undefined && at + Math.max(0, sentence.length - ATTRIBUTION) >= TOLD;
}

let loaded: SentenceModel | null = null;
function shippedModel(): SentenceModel {
  loaded ??= loadSentenceModel(storedModel);
  return loaded;
}

/** Is a text of at most 600 characters the reposter's by its words alone, wherever it stands? */
export function isReposters(text: string): boolean {
  return framedLine(text) !== null;
}

/** Could a paragraph be the site's by its words? Asked of what two articles share: most of what is not clearly the article's. */
export function speaksOfTheSite(text: string): boolean {
  const model = shippedModel();
  const score =
    text.length > LONGEST ? -9 : Math.max(frameScore(model, text, 'open'), frameScore(model, text, 'close'));
  return score > THE_ARTICLES;
}

/** The same, with what it does; null for the article's own. */
export function framedLine(text: string): FramedBlock | null {
  const model = shippedModel();
  if (text.length > LONGEST || frameScore(model, text, 'close') <= BESIDE) return null;
  return { kept: '', cut: [text], ...whatItDoes(model, text) };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Which blocks at a text's ends are the reposter's frame, whole or at their outer edge: opening and closing sentences that
 * thank the reader, announce the text, name where it was first published, disclaim or invite.
 * @param texts the text's blocks in order
 * @param own the names of the page's own outlet
 * @param items which of them are items of a list: what announces one is the author's
 * @returns by index of the block; nothing where all of the text would go
 */
export function reposterFrame(
  texts: readonly string[],
  own: readonly string[],
  items: ReadonlySet<number> = new Set(),
): Map<number, FramedBlock> {
  const model = shippedModel();
  const found = new Map<number, FramedBlock>();
  readEdge(texts, 'open', model, found, items, own);
  readEdge(texts, 'close', model, found, items, own);
  ownDateline(texts, own, model, found);
  if (texts.every((_, i) => found.get(i)?.kept === '')) found.clear();
  return found;
}

/** From one end inward. */
function readEdge(
  texts: readonly string[],
  place: Place,
  model: SentenceModel,
  found: Map<number, FramedBlock>,
  items: ReadonlySet<number>,
  own: readonly string[],
): void {
  const step = place === 'open' ? 1 : -1;
  const start = place === 'open' ? 0 : texts.length - 1;
  // The middle of a short text belongs to both ends: each keeps to its half.
  const count = Math.min(place === 'open' ? OPENING : CLOSING, Math.ceil(texts.length / 2));
  let beside = true;
  for (let k = 0; k < count; k += 1) {
    const at = start + k * step;
    const text = texts[at] as string;
    if (place === 'open' && items.has(at + 1) && !items.has(at) && ANNOUNCES.test(text)) return;
    const namesSite = k === 0 && text.length <= LONGEST_NAMING && own.some((n) => n.length > 3 && text.includes(n));
    const block = readBlock(text, place, namesSite ? NAMES_SITE : beside ? BESIDE : APART, model);
    if (block) found.set(at, block);
    beside = block?.kept === '';
  }
}

function readBlock(text: string, place: Place, threshold: number, model: SentenceModel): FramedBlock | null {
  const parts = [...sentences.segment(text)].map((s) => s.segment);
  const score = (part: string): number => (attributes(part) ? -9 : frameScore(model, part, place));
  if (text.length <= LONGEST && score(text) > (isShort(text) ? FEW : threshold)) {
    const tells = place === 'close' && tellsOfSomebody(text);
    const article = tells || (parts.length > 1 && parts.some((part) => !isShort(part) && score(part) < THE_ARTICLES));
    if (!article) return { kept: '', cut: [text], ...whatItDoes(model, text) };
  }
  const cut: string[] = [];
  while (parts.length > 1) {
    const part = ((place === 'open' ? parts[0] : parts.at(-1)) as string).trim();
    if (part.length > LONGEST || isShort(part) || ABBREVIATED.test(part) || score(part) <= SENTENCE) break;
    cut.push(part);
    if (place === 'open') parts.shift();
    else parts.pop();
  }
  if (cut.length === 0) return null;
  return { kept: parts.join('').trim(), cut, ...whatItDoes(model, cut[0] as string) };
}

function isShort(text: string): boolean {
  let blanks = 0;
  for (const _ of text.matchAll(BLANK)) {
    blanks += 1;
    if (blanks >= FEW_WORDS - 1) return false;
  }
  return !UNSPACED.test(text);
}

const BLANK = /\s+/g;

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

/** Characters behind the name in which such a dateline ends. */
const LONGEST_DATELINE = 100;
/** `World Brief Hub, Monday 12 October: …`: the outlet's own name, at most a day, then a colon or dash. Sees at most 100 characters. */
const OWN_DATELINE = /^(?:[\s,(]+[\p{L}\p{M}\p{N}.,'’ ]{0,40})?\)?\s*(?:[:–—]|-\s)\s*/u;

/**
 * The outlet's own dateline before the text goes; what stands behind it is judged anew. Where there was one, the outlet's
 * name before a short last block is the outlet's as well.
 */
function ownDateline(
  texts: readonly string[],
  own: readonly string[],
  model: SentenceModel,
  found: Map<number, FramedBlock>,
): void {
  const at = texts.slice(0, 2).findIndex((text, i) => !found.has(i) && prefixOf(text, own) !== null);
  if (at < 0) return;
  const text = texts[at] as string;
  const prefix = prefixOf(text, own) as string;
  const rest = text.slice(prefix.length);
  const whole = readBlock(rest, 'open', BESIDE, model)?.kept === '';
  const reason = "the reposter's own dateline";
  found.set(at, { kept: whole ? '' : rest, cut: [whole ? text : prefix], act: null, reason });
  const last = texts.length - 1;
  const closing = texts[last] as string;
  if (last >= 2 && !found.has(last) && closing.length < 200 && own.some((name) => closing.startsWith(name)))
    found.set(last, { kept: '', cut: [closing], act: null, reason: "the reposter's own closing" });
}

function prefixOf(text: string, own: readonly string[]): string | null {
  const name = own.find((n) => n.length > 3 && text.startsWith(n));
  const rest = name === undefined ? null : OWN_DATELINE.exec(text.slice(name.length, name.length + LONGEST_DATELINE));
  return name !== undefined && rest ? name + rest[0] : null;
}
