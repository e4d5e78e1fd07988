import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { cleanPage } from '../../services/cleaner/core/clean-page.ts';
import { emptyMemory, frameOf, learnAll } from '../../services/cleaner/core/frame/frame-memory.ts';

/**
 * What the frames cut on labelled outlets with two and more pages: each outlet's pages are learnt, then cleaned with what was learnt.
 * Words of the label that go as the site's frame or as the reposter's are real paragraphs lost; other words that go are what frames are for.
 */
const PAGES = join(import.meta.dirname, '../../../shared/data/extract');
const SETS = ['scrapinghub', 'fundus', 'aed', 'wcxb', 'english', 'russian', 'greek', 'polish', 'chinese'];

interface LabelledPage {
  id: string;
  input: CleanInput;
  label: string;
}

function outlets(): Map<string, LabelledPage[]> {
  const found = new Map<string, LabelledPage[]>();
  for (const name of SETS) {
    const set = existsSync(join(PAGES, name)) ? name : `daniel-${name}`;
    const file = join(PAGES, set, 'truth.jsonl');
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { id, url, page, text } = JSON.parse(line) as { id: string; url?: string; page: string; text?: string };
      const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(url ?? '')?.[1];
      if (!host || !url || !text) continue;
      const body = gunzipSync(readFileSync(join(PAGES, set, page))).toString('utf8');
      found.set(host, [...(found.get(host) ?? []), { id, input: { url, body }, label: squash(text) }]);
    }
  }
  return new Map([...found].filter(([, pages]) => pages.length > 1));
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Words, a character of a script without spaces as two thirds of one. */
const wordsOf = (text: string): number =>
  tokenize(text).reduce((sum, t) => sum + (/\p{sc=Han}|\p{sc=Kana}|\p{sc=Hira}/u.test(t) ? t.length / 1.5 : 1), 0);

const cut = { frame: 0, reposter: 0, voice: 0, frameOfSite: 0 };
let words = 0;
let pagesWithFrame = 0;
let count = 0;
const all = outlets();
if (all.size === 0) process.stdout.write(`no labelled pages at ${PAGES}\n`);
for (const [host, pages] of all) {
  const first: CleanResult[] = pages.map((p) => cleanPage(p.input));
  const lessons = first.flatMap((r, i) =>
    r.outcome === 'passed'
      ? [{ articleId: pages[i]?.id ?? '', blocks: r.frameBlocks ?? [], url: pages[i]?.input.url ?? '' }]
      : [],
  );
  const memory = learnAll(emptyMemory(), lessons);
  const frame = frameOf(memory);
  pages.forEach((page, i) => {
    const plain = first[i] as CleanResult;
    const holds = plain.frameBlocks?.some((b) => frame.keys.has(b.key)) ?? false;
    const { cuts } = holds ? cleanPage(page.input, { frame }) : plain;
    count += 1;
    words += wordsOf(page.label);
    if (holds) pagesWithFrame += 1;
    for (const { text, reason } of cuts) {
      const isFrame = reason.startsWith("the site's frame");
      const isVoice = reason.startsWith("the site's own voice");
      if (!isFrame && !isVoice && !reason.startsWith("the reposter's")) continue;
      const labelled = page.label.includes(squash(text));
      if (labelled) cut[isFrame ? 'frame' : isVoice ? 'voice' : 'reposter'] += wordsOf(text);
      else if (isFrame) cut.frameOfSite += wordsOf(text);
      if (labelled && process.env.SHOW) process.stdout.write(`${host} ${reason.slice(4, 30)}: ${text.slice(0, 150)}\n`);
    }
  });
}
const percent = (n: number): string => `${((100 * n) / words).toFixed(3)} %`;
process.stdout.write(
  `${all.size} outlets, ${count} pages, ${Math.round(words)} words of labels; ${pagesWithFrame} pages hold a frame\n` +
    `words of labels cut as the site's frame ${percent(cut.frame)}, as the reposter's ${percent(cut.reposter)}, by the site's voice ${percent(cut.voice)}; other words cut as frame ${percent(cut.frameOfSite)}\n`,
);
