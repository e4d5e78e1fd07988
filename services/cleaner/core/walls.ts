import { detectLanguage } from '@wirewatch/shared/text/language.ts';
import { type WallKind, wallPhraseIn } from '@wirewatch/shared/text/wall-phrases.ts';
import type { Block } from './blocks/block.ts';
import { Kind } from './junk/container-kinds.ts';

/** What stands before a text instead of it. */
export interface Wall {
  reason: string;
  /** A text of fewer words than these stands behind the wall; a longer one was served all the same. */
  below: number;
}

/** `alone`: below so many words the wall stands for the article wherever on the page it is; above, only where the text would go on. */
const WALLS: Readonly<Record<WallKind, { what: string; below: number; alone: number }>> = {
  bot: { what: 'a bot wall', below: 60, alone: 60 },
  consent: { what: 'a consent wall', below: 100, alone: 25 },
  paywall: { what: 'a paywall stub', below: 120, alone: 25 },
};
const KINDS: readonly WallKind[] = ['bot', 'consent', 'paywall'];
/** Blocks after the text's last in which a wall asks for its rest. */
const NEAR = 8;
/** Containers in which a wall's words advertise, or ask for something else. */
const BESIDE = Kind.nav | Kind.footer | Kind.related | Kind.newsletter | Kind.aside;
/** Characters of a page in which a wall speaks of itself. */
const OPENING = 20_000;

/**
 * The wall that stands for the article, or null.
 * @param kept the blocks taken for text, of `words` words
 * @param paid the page says that it is not free to read
 */
export function wallIn(
  title: string,
  blocks: readonly Block[],
  kept: readonly Block[],
  words: number,
  paid: boolean,
): Wall | null {
  const opening = openingOf(blocks);
  const first = kept[0]?.index ?? -1;
  const last = kept.at(-1)?.index ?? -1;
  for (const kind of KINDS) {
    const { what, below, alone } = WALLS[kind];
    if (words >= below) continue;
    const phrase = wallPhraseIn(`${title}\n${opening}`, [kind]);
    if (phrase === null) continue;
    const stands =
      words < alone ||
      paid ||
      blocks.some(
        (b) =>
          b.index >= first &&
          b.index <= last + NEAR &&
          !(b.kinds & BESIDE) &&
          b.text.length <= OPENING &&
          wallPhraseIn(b.text, [kind]) !== null &&
          !(kind === 'consent' && isForeign(b, blocks, kept)),
      );
    if (stands) return { reason: `${what}: "${phrase.words}"`, below };
  }
  return null;
}

/** A notice in another language than the text came with the site's frame: who reads the text is not asked for it. */
function isForeign(notice: Block, blocks: readonly Block[], kept: readonly Block[]): boolean {
  const at = blocks.indexOf(notice);
  const asked = detectLanguage([blocks[at - 1], notice].map((b) => b?.text ?? '').join(' '));
  const text = detectLanguage(
    kept
      .filter((b) => b !== notice)
      .map((b) => b.text)
      .join(' '),
  );
  return asked.reliable && text.reliable && asked.language !== text.language;
}

function openingOf(blocks: readonly Block[]): string {
  const texts: string[] = [];
  let chars = 0;
  for (const { text } of blocks) {
    texts.push(text);
    chars += text.length + 1;
    if (chars > OPENING) break;
  }
  return texts.join('\n').slice(0, OPENING);
}
