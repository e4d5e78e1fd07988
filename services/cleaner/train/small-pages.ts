import { seeded } from '@wirewatch/shared/seeded.ts';
import { type Block, isHeading } from '../core/blocks/block.ts';
import { isWithin } from '../core/blocks/region.ts';
import { parsePage } from '../core/dom/parse.ts';
import { readPage } from '../core/steps/read-page.ts';
import type { LabelledPage } from './dataset.ts';
import { labelsOf } from './dataset.ts';
import { ownLines } from './sentences.ts';
import { serialise } from './serialise.ts';

/**
 * Small pages to learn from, made of labelled ones: what a block's place on a page says is else learnt from pages of a hundred
 * blocks alone, and a weblog's or an agency's page has ten. Deterministic by the seed.
 */
export function smallPages(pages: readonly LabelledPage[], seed: number): LabelledPage[] {
  const random = seeded(seed);
  const whole = pages.filter((p) => p.truth.text !== undefined).map(readTexts);
  const made: LabelledPage[] = [];
  for (const [i, read] of whole.entries()) {
    if (read.own.length < LEAST_BLOCKS) continue;
    const cut = random() < CUT ? cutPage(read, random) : null;
    if (cut) made.push(cut);
    if (random() < WRITTEN)
      made.push(writtenPage(read, whole[(i + 1 + Math.floor(random() * 5)) % whole.length] as Read, random));
  }
  return made;
}

type Random = () => number;

/** Paragraphs that a page has to have for a small one to be made of it. */
const LEAST_BLOCKS = 2;
/** Shares of the pages that are cut down, and whose text is set anew. */
const CUT = 0.6;
const WRITTEN = 0.6;

interface Read {
  page: LabelledPage;
  title: string;
  head: string;
  body: ReturnType<typeof parsePage>['body'];
  lang: string;
  blocks: readonly Block[];
  labels: readonly number[];
  /** The article's blocks. */
  own: Block[];
}

function readTexts(page: LabelledPage): Read {
  const source = page.input.body as string;
  const tree = parsePage(source);
  const read = readPage({ page: tree, source, room: 1 }, tree.body, page.input);
  const labels = labelsOf(page, read.blocks);
  const own = read.blocks.filter((b, i) => (labels[i] as number) >= 0.8 && b.text.length > 20);
  return {
    page,
    title: read.shown ?? '',
    head: serialise(tree.head, (e) => e.tag === 'head' || e.tag === 'title' || e.tag === 'meta'),
    body: tree.body,
    lang: languageOf(page.set, tree.lang),
    blocks: read.blocks,
    labels,
    own,
  };
}

const SET_LANGUAGES: Record<string, string> = {
  'daniel-russian': 'ru',
  'daniel-greek': 'el',
  'daniel-polish': 'pl',
  'daniel-chinese': 'zh',
};

function languageOf(set: string, declared: string | null): string {
  return SET_LANGUAGES[set] ?? (declared ?? 'en').slice(0, 2).toLowerCase();
}

/** The page without all but a few of its paragraphs and what stands right before, among and behind them. */
function cutPage({ page, blocks, labels, own, body, head, lang }: Read, random: Random): LabelledPage | null {
  const wanted = new Set(own.slice(0, 2 + Math.floor(random() * 6)));
  const first = blocks.indexOf(own[0] as Block);
  const last = blocks.indexOf(own.at(-1) as Block);
  const before = Math.floor(random() * 7);
  const behind = Math.floor(random() * 9);
  const lastWanted = blocks.indexOf([...wanted].at(-1) as Block);
  const kept = new Set<Block>(
    blocks.filter((b, i) => {
      if (wanted.has(b)) return true;
      if (own.includes(b)) return false;
      if (i < first) return i >= first - before || (b.tag === 'h1' && random() < 0.8);
      return i <= lastWanted || (i > last && i <= last + behind);
    }),
  );
  const holders = new Map<object, boolean>();
  for (const b of blocks) holders.set(b.element, (holders.get(b.element) ?? true) && kept.has(b));
  const elements = [...kept].filter((b) => holders.get(b.element)).map((b) => b.element);
  if (elements.length < 2) return null;
  const above = new Set<object>();
  for (const element of elements) for (let e = element.parent; e; e = e.parent) above.add(e);
  const inside = (e: Block['element']): boolean => elements.some((k) => isWithin(e, k));
  const html = serialise(
    body,
    (e) => above.has(e) || inside(e),
    (parent) => inside(parent),
  );
  const text = [...kept]
    .filter((b) => (labels[blocks.indexOf(b)] as number) >= 0.8 && holders.get(b.element))
    .map((b) => b.text)
    .join('\n');
  return remade(page, 'cut', `<html lang="${lang}">${random() < 0.5 ? head : ''}${html}</html>`, text);
}

function remade(page: LabelledPage, how: string, body: string, text: string): LabelledPage {
  const { url } = page.input;
  return { ...page, id: `${page.id}#${how}`, truth: { id: page.id, page: '', url, text }, input: { url, body } };
}

const LINES = [...ownLines().values()].flat();

/** A line that stands round a text, in the page's language where there are such. */
function lineOf(lang: string, positive: boolean, random: Random): string {
  const ofLanguage = LINES.filter((l) => l.positive === positive && l.lang === lang);
  const from = ofLanguage.length > 0 && random() < 0.8 ? ofLanguage : LINES.filter((l) => l.positive === positive);
  return (from[Math.floor(random() * from.length)] as (typeof LINES)[0]).html;
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;
const BODIES = [
  '<div class="entry-content">|</div>',
  '<div class="article-body">|</div>',
  '<div itemprop="articleBody">|</div>',
  '<div class="c7f">|</div>',
  '<div class="x1 x2"><div>|</div></div>',
  '<section>|</section>',
  '<div>|</div>',
  '<td>|</td>',
  '|',
  '|',
];
const SHELLS = [
  '<article>|</article>',
  '<main>|</main>',
  '<main><article class="post">|</article></main>',
  '<div id="content">|</div>',
  '<div class="k2">|</div>',
  '<table><tr>|</tr></table>',
  '|',
  '|',
];
const HEADERS = [
  '',
  '',
  '<header><a href="/">Harbour Gazette</a><nav><ul><li><a href="/1">News</a></li><li><a href="/2">World</a></li><li><a href="/3">Sport</a></li></ul></nav></header>',
  '<div class="top"><a href="/">Harbour Gazette</a> <a href="/1">News</a> <a href="/2">World</a></div>',
  '<div class="q1"><a href="/a">News</a> | <a href="/b">Sport</a> | <a href="/c">Opinion</a></div>',
];
const FOOTERS = [
  '',
  '',
  '<footer><p>© 2024 Harbour Gazette. All rights reserved.</p><a href="/imprint">Imprint</a></footer>',
  '<div class="z9">© 2024 Harbour Gazette | <a href="/contact">Contact</a> | <a href="/privacy">Privacy</a></div>',
  '<p>© Harbour Gazette 2024</p>',
];
const DATED = ['7 May 2024', '07.05.2024 14:20', 'Updated: 7 May 2024, 10:15', '2024-05-07', '2024年5月7日 10:15'];
const NAMES = ['Mara Lindqvist', 'Ilya Toresh', 'Ana Belmonte', 'Kofi Arden', 'Jun Akaba', 'Nadia Rahal'];

/** Some paragraphs of the page's text in a plain page of another make, with lines that were written for the models of lines. */
function writtenPage({ page, title, own, lang }: Read, other: Read, random: Random): LabelledPage {
  const from = Math.floor(random() * Math.max(1, own.length - 4));
  const taken = own.slice(from, from + 2 + Math.floor(random() * 6));
  const text: string[] = [];
  const body: string[] = [];
  const bare = random() < 0.12;
  const around = (): string => dirt(lang, random);
  if (random() < 0.3) body.push(around());
  for (const [i, block] of taken.entries()) {
    const tag = bare ? 'div' : isHeading(block) || block.tag === 'blockquote' ? block.tag : 'p';
    body.push(`<${tag}>${escaped(block.text)}</${tag}>`);
    text.push(block.text);
    if (i + 1 === taken.length) break;
    if (random() < 0.1) body.push(around());
    if (random() < 0.12) {
      const line = lineOf(lang, false, random);
      body.push(line);
      text.push(line.replace(/<[^>]*>/g, ' ').trim());
    }
  }
  const behind: string[] = [];
  for (let n = Math.floor(random() * 4); n > 0; n -= 1) (random() < 0.6 ? body : behind).push(around());
  if (random() < 0.25) behind.push(teasers(other, random));
  if (random() < 0.2) behind.push(comments(other, random));
  const meta = random() < 0.6 ? metaLine(random) : '';
  const heading = random() < 0.85 ? `<${random() < 0.8 ? 'h1' : 'h2'}>${escaped(title)}</h1>` : '';
  const shell = pick(SHELLS, random).replace('|', () =>
    [heading, meta, pick(BODIES, random).replace('|', () => body.join('\n'))].join('\n'),
  );
  const inside = random() < 0.5;
  const html = `${pick(HEADERS, random)}${inside ? shell.replace(/(<\/(?:article|main|div)>)?$/, (end) => `${behind.join('\n')}${end}`) : shell + behind.join('\n')}${pick(FOOTERS, random)}`;
  const head = `<head><title>${escaped(title)}${random() < 0.6 ? ' - Harbour Gazette' : ''}</title></head>`;
  return remade(page, 'written', `<html lang="${lang}">${head}<body>${html}</body></html>`, text.join('\n'));
}

/** A line that is no text: as it was written, or in a plain paragraph or box. */
function dirt(lang: string, random: Random): string {
  const line = lineOf(lang, true, random);
  const inner = line.replace(/^<\w+[^>]*>|<\/\w+>$/g, '');
  const r = random();
  if (r < 0.35) return line;
  if (r < 0.7) return `<p>${inner}</p>`;
  if (r < 0.85) return `<div class="m${Math.floor(random() * 90)}">${inner}</div>`;
  return `<div><span>${inner}</span></div>`;
}

function metaLine(random: Random): string {
  const line = pick(
    [`By ${pick(NAMES, random)}`, `${pick(NAMES, random)} | ${pick(DATED, random)}`, pick(DATED, random)],
    random,
  );
  return pick([`<p>${line}</p>`, `<div class="meta">${line}</div>`, `<span>${line}</span>`], random);
}

/** Other articles: headline and a first sentence or two, linked. */
function teasers(other: Read, random: Random): string {
  const items = other.own.slice(0, 2 + Math.floor(random() * 3)).map((b) => {
    const headline = escaped(b.text.split(/[.,;:!?]/)[0] as string).slice(0, 90);
    const cut = escaped(b.text.slice(0, 120));
    return `<div class="t"><h3><a href="/n/${Math.floor(random() * 900)}">${headline}</a></h3>${random() < 0.6 ? `<p>${cut}…</p>` : ''}</div>`;
  });
  return `<div class="b${Math.floor(random() * 90)}">${items.join('\n')}</div>`;
}

/** Readers' words: names, moments and paragraphs of another text. */
function comments(other: Read, random: Random): string {
  const items = other.own
    .slice(-2 - Math.floor(random() * 2))
    .map(
      (b) =>
        `<div class="c"><b>${pick(NAMES, random)}</b> <span>${pick(['3 hours ago', '2 days ago', '07.05.2024, 12:40'], random)}</span><p>${escaped(b.text)}</p></div>`,
    );
  return `<div class="${pick(['comments', 'g5', 'replies', 'u-list'], random)}">${items.join('\n')}</div>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>');
}
