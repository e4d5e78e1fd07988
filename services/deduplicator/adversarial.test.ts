import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import { MAX_POSTINGS } from './core/posting-index.ts';
import { article, pick, randomOf, story } from './test-support/press.ts';
import { standings } from './test-support/run.ts';

/** Processor time a set of some hundred articles takes at most, however it was made to be slow: these take about one. */
const SECONDS = 12;

async function timed(articles: readonly DedupArticle[]) {
  const before = process.cpuUsage();
  const rows = await standings(articles);
  const { user, system } = process.cpuUsage(before);
  return { rows, seconds: (user + system) / 1e6 };
}

test('one sentence ten thousand times, and words by turns: they say nothing, and take no time', async () => {
  const random = randomOf(71);
  const sentence = 'The mayor of Oldquay opened the new fish market near the harbour on a bright Sunday morning.';
  const repeated = (times: number, text: string) => `${text} `.repeat(times).trim();
  const plain = story(random, 10);
  const { rows, seconds } = await timed([
    article('once', 'a.example', [sentence, ...plain], 0),
    article('many', 'b.example', repeated(10_000, sentence), 1),
    article('more', 'c.example', repeated(9_000, `${sentence} Indeed.`), 2),
    article('turns', 'd.example', repeated(20_000, 'yes no'), 3),
    article('again', 'e.example', repeated(19_000, 'yes no'), 4),
    article('copy', 'f.example', plain, 5),
  ]);
  expect(seconds).toBeLessThan(SECONDS);
  expect(rows.get('copy')).toMatchObject({ relation: 'copy', originalId: 'once' });
  expect(rows.get('turns')!.group).not.toBe(rows.get('again')!.group);
  for (const id of ['turns', 'again', 'many']) expect(rows.get('once')!.group).not.toBe(rows.get(id)!.group);
});

test('four words again and again between others, beside a text that two have: their places are not gone through by pairs', async () => {
  const random = randomOf(74);
  const plain = story(random, 40);
  const refrain = (times: number) =>
    Array.from({ length: times }, () => `Nobody knows the tide, ${Math.floor(random() * 1e9).toString(36)}.`).join(' ');
  const { rows, seconds } = await timed([
    article('one', 'a.example', [...plain, refrain(3500)], 0),
    article('two', 'b.example', [...plain, refrain(3400)], 1),
    article('copy', 'c.example', plain, 5),
  ]);
  // A tenth of a second; six where each place is met with each.
  expect(seconds).toBeLessThan(2);
  expect(rows.get('copy')).toMatchObject({ relation: 'copy' });
});

test('texts made of what most texts of the store have: compared with a few, joined with none', async () => {
  const random = randomOf(72);
  const frames = Array.from({ length: 12 }, () => story(random, 2));
  const framed = Array.from({ length: 240 }, (_, n) =>
    article(`n${n}`, `h${n % 40}.example`, [...frames[n % 12]!, ...story(random, 9)], n * 200),
  );
  const made = Array.from({ length: 30 }, (_, n) =>
    article(
      `made${n}`,
      `m${n}.example`,
      frames.flatMap((frame) => (random() < 0.9 ? frame : [pick(random, frame)])),
      60_000 + n * 9000,
    ),
  );
  const { rows, seconds } = await timed([...framed, ...made]);
  expect(seconds).toBeLessThan(SECONDS);
  for (const { id } of framed) expect(rows.get(id)!.group, id).toBe(id);
});

/** Paragraphs of words that come nowhere else, so that two texts meet by nothing but what was put into both. */
function strange(random: () => number, sentences: number): string[] {
  const word = () => `${pick(random, ['ba', 'ko', 'ti', 'ru'])}${Math.floor(random() * 1e9).toString(36)}`;
  return Array.from({ length: sentences }, () => `${Array.from({ length: 20 }, word).join(' ')}.`);
}

test('beyond the bound of a key a text still learns that its frame is none of its words', async () => {
  const random = randomOf(73);
  const frame = strange(random, 5);
  const pairs = Array.from({ length: MAX_POSTINGS * 2 }, (_, n) => {
    const text = strange(random, 9);
    return [
      article(`first${n}`, `first${n}.example`, text, n * 6000),
      article(`framed${n}`, `portal${n}.example`, [...frame, ...text], n * 6000 + 60),
    ];
  });
  const rows = await standings(pairs.flat());
  for (const [first, framed] of pairs) {
    const row = rows.get(framed!.id)!;
    expect(row, row.reason).toMatchObject({ relation: 'copy', originalId: first!.id });
    expect(row.coverage, framed!.id).toBeGreaterThan(0.9);
  }
});
