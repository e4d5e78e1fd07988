import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wirewatch } from '../../../tests/support/command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-dedup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HARBOUR =
  'The harbour board of Castria has put off the opening of its new terminal until the autumn, because two of the four cranes failed their test. ' +
  'Chairwoman Ines Calder said on Monday that the maker would replace the gears at its own cost and that no jobs were at risk. ' +
  'Dockers had warned since spring that the foundations moved whenever a full ship was unloaded at low tide. ' +
  'The first line to call there will be a ferry from Norholm, which carries 340 passengers and 60 lorries. ' +
  'Residents of the old quay want the road behind the sheds to be closed at night and have collected 2,400 signatures.';
const ORCHARD =
  'Growers in the valley of the Quill expect the best plum harvest for a decade after a spring without frost. ' +
  'Their cooperative hires 300 pickers and asks families to come on Sundays, when baskets are free. ' +
  'The price at the gate will fall nevertheless, says Bruno Haske, who speaks for them, since shops buy abroad. ' +
  'A new press is to turn what nobody wants into brandy, and the first bottles shall be ready by the winter fair.';
const BLOG =
  'I have written about jam before, and readers sent me so many letters that I bought a larger box for them. ' +
  'My aunt cooked hers with cloves and never let anybody stir but the cat, or so she told us children. ' +
  'This week I walked over the hill to ask what the trees were doing, and found ladders everywhere. ' +
  'Nobody had time for tea, which has not happened since the year of the flood, when the press broke.';

const line = (id: string, host: string, minute: number, text: string, rest: object = {}) =>
  JSON.stringify({
    id,
    url: `https://${host}/${id}`,
    host,
    title: `Title ${id}`,
    text,
    published: new Date(Date.UTC(2026, 4, 4, 8, minute)).toISOString(),
    fetched: new Date(Date.UTC(2026, 4, 4, 10, minute)).toISOString(),
    unknown: 'is ignored',
    ...rest,
  });

const INPUT = [
  line('copy', 'portal.example', 30, `News of the hour from our desk. ${HARBOUR} Read more in our app.`),
  line('first', 'post.example', 0, HARBOUR),
  line('again', 'post.example', 50, `${HARBOUR} A second test is planned for Friday.`, {
    url: 'https://post.example/first',
  }),
  line('quote', 'blog.example', 55, `${BLOG} ${ORCHARD.split('. ').slice(1, 3).join('. ')}.`),
  line('alone', 'farm.example', 5, ORCHARD),
  line('credit', 'mirror.example', 40, 'A short item of few words.', {
    credit: { source: 'Far Agency', kind: 'whole' },
  }),
];

const run = async (args: string[], input?: string) => {
  const ran = await wirewatch(['dedup', ...args], input === undefined ? {} : { input });
  const lines = ran.out
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text));
  return { ...ran, lines };
};

test('lines in order of arrival become relations with their evidence, as they stand after the last one', async () => {
  const { lines, status } = await run(['--jsonl'], INPUT.join('\n'));
  expect(status).toBe(0);
  expect(lines.map(({ id, relation, original_id }) => [id, relation, original_id])).toEqual([
    ['copy', 'copy', 'first'],
    ['first', 'original', null],
    ['again', 'revision', 'first'],
    ['quote', 'excerpt', 'alone'],
    ['alone', 'unique', null],
    ['credit', 'copy', null],
  ]);
  const [copy, first, again, quote, , credit] = lines;
  expect(copy).toMatchObject({ cluster: 'first', original: 'post.example', basis: ['text'], lag_seconds: 1800 });
  expect(copy.coverage).toBeGreaterThan(0.8);
  expect(copy.coverage).toBeLessThan(1);
  expect(copy.original_coverage).toBe(1);
  expect(copy.confidence).toBeGreaterThan(0.9);
  expect(copy.reason).toMatch(/^\d+ % of it stands in the other text, of which it holds 100 %/);
  expect(first.reason).toBe('the first of 3 articles with this text');
  expect(again.basis).toEqual(['same-url', 'text']);
  expect(quote).toMatchObject({ cluster: 'quote' });
  expect(quote.reason).toMatch(/words are quoted/);
  expect(credit).toMatchObject({ original: 'Far Agency', basis: ['credit'], coverage: null });
  for (const one of lines) expect(one.confidence).toBeLessThanOrEqual(1);
});

test('what a watch saw is read, and a time that it refuses is told with both sides', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute)).toISOString();
  const { lines } = await run(
    ['--jsonl'],
    [
      line('true', 'post.example', 0, HARBOUR, {
        published: at(0),
        fetched: at(12),
        seen: at(12),
        polledBefore: at(-3),
      }),
      line('claims', 'portal.example', 0, HARBOUR, {
        published: at(-400),
        fetched: at(200),
        seen: at(200),
        polledBefore: at(185),
      }),
    ].join('\n'),
  );
  expect(lines[0]).toMatchObject({ relation: 'original', time_basis: 'stated', contested: true });
  expect(lines[0].contested_by).toEqual([{ id: 'claims', evidence: expect.stringContaining('was not seen before') }]);
  expect(lines[1]).toMatchObject({ relation: 'copy', original_id: 'true', time_basis: 'seen', shared_sources: [] });
  expect(lines[1].reason).toContain('stated, not seen');
});

test('a line that is none, or no article, becomes an error in its place, and the others count', async () => {
  const input = [INPUT[1], 'not json', '{"id": "x"}', line('n', 'n.example', 1, 7 as never), '', INPUT[0], '[]'];
  const { lines, status } = await run(['--jsonl'], input.join('\n'));
  expect(status).toBe(0);
  expect(lines.map((one) => [one.id, one.error?.code ?? one.relation])).toEqual([
    ['first', 'original'],
    [null, 'bad-json'],
    ['x', 'bad-input'],
    ['n', 'bad-input'],
    ['copy', 'copy'],
    [null, 'bad-json'],
  ]);
  expect(lines[1].error.message).toContain('line 2');
  expect(lines[2].error.message).toMatch(/^url: /);
  expect(lines[3].error.message).toMatch(/^text: /);
});

test('a file, also gzipped; nothing at all; and what is asked for wrongly', async () => {
  const file = join(folder, 'articles.jsonl.gz');
  writeFileSync(file, gzipSync(INPUT.join('\n')));
  expect((await run([file])).lines).toHaveLength(INPUT.length);
  expect(await run(['--jsonl'], '')).toMatchObject({ status: 0, lines: [] });
  for (const args of [[], [file, '--jsonl']]) {
    const { status, err } = await run(args);
    expect(status).toBe(2);
    expect(err).toContain('give either a file or --jsonl');
  }
  const missing = await run([join(folder, 'nowhere.jsonl')]);
  expect(missing.status).toBe(1);
  expect(missing.err).toContain('nowhere.jsonl');
});
