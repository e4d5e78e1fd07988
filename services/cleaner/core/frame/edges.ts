import { detectLanguage, foreignBlocks } from '@wirewatch/shared/text/language.ts';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import type { Block } from '../blocks/block.ts';
import type { Cut } from '../blocks/select.ts';
import { isBareDate } from '../dates/bare-date.ts';
import { Kind } from '../junk/container-kinds.ts';

/** Blocks from each end at which a site puts its own words. */
const OPENING = 3;
const CLOSING = 6;
/** A page on which more of the text is in another language is in two. */
const MOST_FOREIGN = 0.3;
/** A block of which a larger share of the words stands in the rest of the text is in its language: no detector is asked. */
const SHARED_WORDS = 0.25;
/** Buttons beside a notice, in characters. */
const BUTTONS = 80;
/** What stands behind a colon is quoted. */
const ANNOUNCES = /[:：]\s*$/;
const SENTENCE_END = /[.!?…。！？؟।]["”»'’)\]]*\s*$/;
/** A block this long may be a date alone, and one of 40 characters a count. */
const LONGEST_BARE = 60;
const COUNTED = 40;
// Every expression below sees at most 60 characters.
/** A count beside one or two words: "3,482 lecturas", "Me gusta (212)", "Views: 1.2k". */
const COUNTER =
  /^(?:[\p{L}\p{M}'’]+\s?){1,2}(?:\(\s?\p{Nd}[\p{Nd}.,]*\s?k?\s?\)|[:：]\s?\p{Nd}[\p{Nd}.,]{1,8}\s?k?)$|^\p{Nd}[\p{Nd}.,]*(?:\p{Nd}|\p{Nd}\s?k)(?:\s[\p{Ll}\p{Lo}\p{M}'’]{4,}){1,2}$/iu;
/** "Last updated: Tuesday 12 November, 18:42 GMT" above a text: what a day is said to be. */
const STAMPED = /^\p{L}[\p{L}\p{M}'’ ]{1,24}\s?[:：]\s*(?=\S)/u;

/**
 * The chosen blocks without what belongs to the site at both ends of the text: blocks in another language or script than the
 * article, and lines that are a date or a count and nothing else.
 * @param declared the language that the page says it is in: no block in it is foreign
 */
export function withinEdges(kept: readonly Block[], declared: string | null, cuts: Cut[]): Block[] {
  const foreign = foreignAtEdges(kept, declared?.slice(0, 2).toLowerCase() ?? null);
  const bare = bareAtEdges(kept, foreign);
  for (const block of foreign)
    cuts.push({ text: block.text.slice(0, 300), reason: 'in another language, at the edge of the text' });
  for (const block of bare) cuts.push({ text: block.text, reason: 'a date or a count alone, at the edge of the text' });
  return kept.filter((b) => !foreign.has(b) && !bare.has(b));
}

function foreignAtEdges(kept: readonly Block[], declared: string | null): Set<Block> {
  const found = new Set<Block>();
  if (kept.length < 3) return found;
  const edges = kept.filter(
    (b, i) =>
      (i < OPENING || i >= kept.length - CLOSING) && !isQuotedOrCode(b) && !ANNOUNCES.test(kept[i - 1]?.text ?? ''),
  );
  const strange = strangersAmong(edges, kept);
  if (strange.size === 0) return found;
  const usual = kept.filter((b) => !strange.has(b));
  const main = detectLanguage((usual.length > 0 ? usual : kept).map((b) => b.text).join('\n'), declared ?? undefined);
  if (!main.reliable) return found;
  let foreignChars = 0;
  for (const block of strange) {
    const [other] = foreignBlocks(block.text.replaceAll('\n', ' '), main.language);
    if (other ? other.language === declared : !isInAnotherScript(block, usual)) continue;
    foreignChars += block.text.length;
    if (!isAboutTheArticle(block, kept)) found.add(block);
  }
  if (foreignChars > kept.reduce((sum, b) => sum + b.text.length, 0) * MOST_FOREIGN) return new Set();
  for (const [i, block] of kept.entries()) {
    const beside = [kept[i - 1], kept[i + 1]].some((b) => b !== undefined && found.has(b));
    const short = block.text.length <= BUTTONS && !SENTENCE_END.test(block.text) && !ANNOUNCES.test(block.text);
    if (beside && short && strange.has(block)) found.add(block);
  }
  return found;
}

/**
 * Those of the blocks of which few words stand in another one. Of most so many do that the first paragraphs tell: the text is read until nobody
 * is left.
 */
function strangersAmong(edges: readonly Block[], kept: readonly Block[]): Set<Block> {
  const left = new Set(edges);
  const missing = new Map<Block, number>();
  const owners = new Map<string, Block[]>();
  for (const block of edges) {
    const own = new Set(tokenize(block.text));
    missing.set(block, Math.floor(SHARED_WORDS * own.size) + 1);
    for (const token of own) {
      const others = owners.get(token);
      if (others) others.push(block);
      else owners.set(token, [block]);
    }
  }
  for (const block of kept) {
    if (left.size === 0) break;
    for (const token of tokenize(block.text)) {
      const asking = owners.get(token);
      if (!asking) continue;
      for (const owner of asking) {
        if (owner === block) continue;
        const more = (missing.get(owner) as number) - 1;
        missing.set(owner, more);
        if (more <= 0) left.delete(owner);
      }
      owners.set(token, asking.includes(block) ? [block] : []);
    }
  }
  return left;
}

const SCRIPTS = ['Latn', 'Cyrl', 'Arab', 'Hebr', 'Grek', 'Deva', 'Thai', 'Hang'].map(
  (script) => new RegExp(`\\p{sc=${script}}`, 'gu'),
);
SCRIPTS.push(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu);
/** Letters from which a block's script tells; its language takes more. */
const SCRIPT_LETTERS = 20;

function isInAnotherScript(block: Block, usual: readonly Block[]): boolean {
  const own = scriptOf(block.text, SCRIPT_LETTERS);
  const longest = usual.reduce<Block | null>((l, b) => (l === null || b.text.length > l.text.length ? b : l), null);
  const others = longest ? scriptOf(longest.text, 1) : null;
  return own !== null && others !== null && own !== others;
}

/** The script of most of a text's letters, by its place in the list; null where none has so many. */
function scriptOf(text: string, least: number): number | null {
  const counts = SCRIPTS.map((script) => text.slice(0, 600).match(script)?.length ?? 0);
  const most = Math.max(...counts);
  return most >= least && most > counts.reduce((a, b) => a + b, 0) * 0.7 ? counts.indexOf(most) : null;
}

function isQuotedOrCode({ text, tag, kinds }: Block): boolean {
  return tag === 'pre' || tag === 'blockquote' || (kinds & Kind.quote) !== 0 || /^["“„«「『]|[{}<>=$]/.test(text);
}

/** A quotation, a translation or a bulletin's opening names what the article names: a name or a number of the text. */
function isAboutTheArticle(block: Block, kept: readonly Block[]): boolean {
  const names = [...block.text.matchAll(/(?<=[\p{L}\p{N},;:]\s["“„«(]?)\p{Lu}[\p{L}\p{M}]{3,}|\p{Nd}{2,}/gu)];
  const words = new Set(names.flatMap((m) => tokenize(m[0])));
  return words.size > 0 && kept.some((b) => b !== block && tokenize(b.text).some((token) => words.has(token)));
}

function bareAtEdges(kept: readonly Block[], foreign: ReadonlySet<Block>): Set<Block> {
  const found = new Set<Block>();
  const isBare = ({ text }: Block): boolean =>
    text.length <= LONGEST_BARE && (isBareDate(text) || (text.length <= COUNTED && COUNTER.test(text)));
  const isStamp = ({ text }: Block): boolean => text.length <= LONGEST_BARE && isBareDate(text.replace(STAMPED, ''));
  const walk = (blocks: readonly Block[], most: number, bare: (block: Block) => boolean): void => {
    for (const block of blocks.slice(0, most)) {
      if (foreign.has(block) || bare(block)) {
        if (!foreign.has(block)) found.add(block);
      } else return;
    }
  };
  walk(kept, OPENING, (block) => isBare(block) || isStamp(block));
  walk([...kept].reverse(), CLOSING, isBare);
  return found.size === kept.length ? new Set() : found;
}
