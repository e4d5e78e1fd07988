import { expect, test } from 'vitest';
import { frameBlocks, frameKey } from './frame-key.ts';
import { emptyMemory, type FrameMemory, frameOf, learnAll } from './frame-memory.ts';

const FRAME = 'For all the news of the coast, stay with Sample Daily and its reporters.';

function article(n: number): string[] {
  return [
    `Paragraph one of story ${'abcdefghij'[n % 10]}${n} tells of a council that met in town number ${'klmnopqrst'[n % 10]} and of what it decided there.`,
    `Paragraph two quotes member ${'uvwxyzabcd'[n % 10]} who was against it, and who will say so again when they meet in spring of that year.`,
    `Paragraph three of piece ${'efghijklmn'[n % 10]} ends with the weather that was expected at the place and on the day of the next meeting.`,
    FRAME,
  ];
}

interface LearntPage {
  id: string;
  title: string;
  texts: string[];
  url?: string;
}

function learnPages(memory: FrameMemory, pages: LearntPage[]): FrameMemory {
  return pages.reduce(
    (m, { id, title, texts, url = `https://daily.example/${id}` }) =>
      learnAll(m, [{ articleId: id, blocks: frameBlocks(texts, title), url }]),
    memory,
  );
}

test('two different articles teach the frame, one does not', () => {
  const pages = [0, 1].map((n) => ({ id: `a${n}`, title: `Story ${n}`, texts: article(n) }));
  expect(frameOf(learnPages(emptyMemory(), pages.slice(0, 1))).keys.size).toBe(0);
  const memory = learnPages(emptyMemory(), pages);
  expect([...frameOf(memory).keys]).toEqual([frameKey(FRAME, null)]);
  expect(memory.version).not.toBe(emptyMemory().version);
});

test('one article seen again and again, under one id or many, is no frame', () => {
  const texts = article(1);
  const pages = [0, 1, 2, 3, 4, 5].map((n) => ({ id: `copy${n}`, title: 'One story', texts }));
  expect(frameOf(learnPages(emptyMemory(), pages)).keys.size).toBe(0);
  expect(
    frameOf(
      learnPages(
        emptyMemory(),
        pages.map((p) => ({ ...p, id: 'same' })),
      ),
    ).keys.size,
  ).toBe(0);
});

test('several articles at once teach what they teach one after the other, and the memory before stays as it was', () => {
  const named = (n: number) => String(n).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
  const lines = (n: number) => ['one', 'two', 'three', 'four'].map((part) => `Line ${part} of ${named(n)}`);
  const lessons = Array.from({ length: 300 }, (_, n) => ({
    articleId: `a${n % 7 === 3 ? n - 1 : n}`,
    blocks: frameBlocks([...article(n % 50 === 9 ? n - 5 : n), ...lines(n)], null),
    url: `https://daily.example/${n % 3 === 0 ? 'sport' : 'news'}/${n}`,
  }));
  let memory = emptyMemory();
  for (let at = 0; at < lessons.length; at += 8) {
    const part = lessons.slice(at, at + 8);
    const before = JSON.stringify(memory);
    const single = part.reduce((m, lesson) => learnAll(m, [lesson]), memory);
    const together = learnAll(memory, part);
    expect(JSON.stringify(together)).toBe(JSON.stringify(single));
    expect(JSON.stringify(memory)).toBe(before);
    expect(learnAll(together, part)).toBe(together);
    memory = together;
  }
  expect(Object.keys(memory.entries).length).toBeGreaterThan(300);
});

test('a frame that quotes the article’s title is one frame', () => {
  const pages = [0, 1, 2].map((n) => {
    const title = `A headline of some length about story ${'xyz'[n]}`;
    return {
      id: `t${n}`,
      title,
      texts: [...article(n).slice(0, 3), `The report ${title} was seen first on Sample Daily.`],
    };
  });
  expect(frameOf(learnPages(emptyMemory(), pages)).keys.size).toBe(1);
});

test('a background paragraph in mid-text of some articles is not eaten', () => {
  const background =
    'The old dock was built by the town a hundred years ago and has been mended four times since then, most lately after the flood of that winter.';
  const pages = Array.from({ length: 20 }, (_, n) => {
    const texts = [...article(n), ...article(n + 30), ...article(n + 60)].filter((t) => t !== FRAME);
    if (n % 5 === 0) texts.splice(4, 0, background);
    return { id: `b${n}`, title: `Story ${n}`, texts };
  });
  expect(frameOf(learnPages(emptyMemory(), pages)).keys.has(frameKey(background, null))).toBe(false);
});

test('memory is bounded and plain JSON', () => {
  const pages = Array.from({ length: 400 }, (_, n) => ({
    id: `m${n}`,
    title: `Story ${n}`,
    texts: article(n).map((t, i) => `${t} ${'q'.repeat(n % 50)} ${i}`),
  }));
  const memory = learnPages(emptyMemory(), pages);
  expect(Object.keys(memory.entries).length).toBeLessThanOrEqual(600);
  expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
});

test('a background sentence that ends some of an outlet’s bulletins is not eaten', () => {
  const background =
    'The mission was set up by the states of the region some years ago and has two hundred unarmed members in nine posts on both sides.';
  const pages = Array.from({ length: 8 }, (_, n) => {
    const texts = article(n).slice(0, 3);
    if (n % 3 === 0) texts.push(background);
    return { id: `e${n}`, title: `Story ${n}`, texts };
  });
  expect(frameOf(learnPages(emptyMemory(), pages)).keys.size).toBe(0);
});

test('a section has a frame of its own, which few of the outlet’s articles carry', () => {
  const notice =
    'The weather desk collects its figures from nineteen stations of the coast and the hills, which send them at six in the morning of every day.';
  const pages = Array.from({ length: 12 }, (_, n) => ({
    id: `s${n}`,
    title: `Story ${n}`,
    texts: n % 4 === 0 ? [...article(n).slice(0, 3), notice] : article(n).slice(0, 3),
    url: `https://daily.example/${n % 4 === 0 ? 'weather' : 'world'}/story-${n}`,
  }));
  expect([...frameOf(learnPages(emptyMemory(), pages)).keys]).toEqual([frameKey(notice, null)]);
});

test('a revision that shares half of the text with the first version teaches nothing', () => {
  const first = [...article(1).slice(0, 3), ...article(4).slice(0, 3)];
  const second = [...first.slice(0, 3), ...article(7).slice(0, 3)];
  const pages = [first, second].map((texts, n) => ({ id: `r${n}`, title: 'Story', texts }));
  expect(frameOf(learnPages(emptyMemory(), pages)).keys.size).toBe(0);
});

test('a memory of the former form is read on', () => {
  const former = JSON.parse(JSON.stringify({ articles: 1, recent: ['x'], entries: {}, version: '0' })) as FrameMemory;
  const entry = { seen: 1, edge: 1, prose: false, last: 1, sketches: [['k']] };
  former.entries[frameKey(FRAME, null)] = entry;
  const page = { id: 'n', title: 'Story', texts: article(3) };
  expect([...frameOf(learnPages(former, [page])).keys]).toEqual([frameKey(FRAME, null)]);
});
