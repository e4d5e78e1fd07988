import type { Block } from '../blocks/block.ts';
import { linkDensity } from '../blocks/block.ts';
import { distinct, slot, wordFeatures } from '../wording/word-features.ts';

/** An arrow, bullet, dash or pictogram before the words. */
const MARK = /^[^\p{L}\p{N}\s"“«„'‘(]+/u;
const SENTENCE_END = /[.!?。！？؟।][)"”»“'’]*$/u;
/** A short label and a colon, bar or dash: "Lee también: …". */
const LABEL = /^[^\n:|–—]{2,30}\s?[:|–—](?=\s)/u;

/** What a short block says and how it is built, as slots of a linear model. */
export function lineFeatures(block: Pick<Block, 'text' | 'tag' | 'links' | 'linkChars' | 'strongChars'>): number[] {
  const { text } = block;
  const found = wordFeatures(text, 'line');
  const put = (value: string): void => {
    found.push(slot(12, value));
  };
  const links = Math.ceil(linkDensity(block as Block) * 4);
  const mark = MARK.exec(text)?.[0];
  const label = LABEL.exec(text)?.[0];
  const ended = SENTENCE_END.test(text);
  put(`links ${links}`);
  put(`ended ${ended}, links ${Math.min(2, links)}`);
  put(`tag ${/^h\d$/.test(block.tag) ? 'h' : block.tag}`);
  if (mark) put(`mark, links ${Math.min(2, links)}`);
  if (label) {
    put(`label, links ${Math.min(2, links)}, ended ${ended}`);
    for (const s of wordFeatures(label, 'label')) found.push((s ^ LABEL_SALT) & 0xffff);
  }
  // The rest is one link: "Also: <a>Another headline</a>".
  const last = block.links.at(-1)?.text ?? '';
  if (last.length > 12 && text.endsWith(last))
    put(`ends in a link, ${last.length === text.length ? 'whole' : 'part'}, ended ${ended}`);
  for (const sign of ['@', '©', '#', '/', '|', '%', '*', '[', '(']) if (text.includes(sign)) put(`sign ${sign}`);
  put(`digits ${Math.ceil(((text.match(/\p{N}/gu)?.length ?? 0) / text.length) * 6)}`);
  put(`capitals ${Math.ceil(((text.match(/\p{Lu}/gu)?.length ?? 0) / text.length) * 8)}`);
  if (block.strongChars > text.length * 0.8) put(`strong, ended ${ended}`);
  return distinct(found);
}

/** Words of a label are told from the same words elsewhere. */
const LABEL_SALT = 0x5a5a;
