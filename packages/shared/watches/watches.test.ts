import { expect, test } from 'vitest';
import { readWatch } from './read-watch.ts';
import { storyNews } from './story-news.ts';
import { unusualVolume, volumeReason } from './volume.ts';

const line = (query: string, weight = 1, language: string | null = null) => ({ query, weight, language });
const read = (lines: ReturnType<typeof line>[], threshold = 1) =>
  readWatch({ id: 'w', name: 'talks', lines, threshold });

test('a query that cannot be read is named with its line and place', () => {
  expect(read([line('truce'), line('envoy (')])).toMatchObject({
    ok: false,
    problem: { line: 1, query: { at: 7, expected: expect.any(String) } },
  });
});

test.each([
  [[], 1, /at least one query/],
  [[line('truce', 0)], 1, /weight of 0/],
  [[line('truce')], 0, /threshold of 0/],
  [[line('truce')], Number.NaN, /threshold/],
] as const)('what is no watch is refused', (lines, threshold, why) => {
  const found = read([...lines], threshold);
  expect(found.ok ? '' : found.problem.message).toMatch(why);
});

test.each([
  ['a word', [line('truce')], 1, []],
  ['a negation alone', [line('-truce')], 1, [/matches everything/]],
  ['everything, in one language', [line('*', 1, 'tr')], 1, [/everything in a language/]],
  ['everything, but not enough of it', [line('*', 0.5), line('truce', 0.5)], 1, []],
  ['weights below the threshold', [line('truce', 0.4), line('envoy', 0.4)], 1, [/never match/]],
] as const)('warns of %s', (_, lines, threshold, warnings) => {
  const found = read([...lines], threshold);
  if (!found.ok) throw new Error(found.problem.message);
  expect(found.warnings).toEqual(warnings.map((one) => expect.stringMatching(one)));
});

test('a story is told once, an outlet that takes it up once more, a copy of the same house not at all', () => {
  const of = (articleId: string, house: string) => ({ articleId, house, group: 'g', own: false });
  const harbour = of('a1', 'harbour.example');
  expect(storyNews(harbour, [])).toBe('story');
  expect(storyNews(harbour, [harbour])).toBe('story');
  expect(storyNews(of('a2', 'meridian.example'), [harbour])).toBe('outlet');
  expect(storyNews(of('a3', 'harbour.example'), [harbour])).toBeNull();
});

test('a watch of texts alone is told of further independent texts, and of no copy, excerpt or second text of a house', () => {
  const text = (articleId: string, house: string, group: string, own = true) => ({ articleId, house, group, own });
  const first = text('a1', 'harbour.example', 'g1');
  const told = (article: typeof first, others: Array<typeof first>) => storyNews(article, others, true);
  expect(told(first, [])).toBe('story');
  expect(told(text('a2', 'meridian.example', 'g1', false), [first])).toBeNull();
  expect(told(text('a3', 'meridian.example', 'g3', false), [first])).toBeNull();
  expect(told(text('a4', 'meridian.example', 'g4'), [first])).toBe('text');
  expect(told(text('a5', 'harbour.example', 'g5'), [first])).toBeNull();
  // A copy that it carried before is no text of its house.
  const copy = text('a6', 'meridian.example', 'g1', false);
  expect(told(text('a7', 'meridian.example', 'g7'), [first, copy])).toBe('text');
});

test('a volume is unusual by what the watch itself is used to', () => {
  const quiet = Array.from({ length: 168 }, () => 0);
  const busy = Array.from({ length: 168 }, (_, hour) => 20 + (hour % 5));
  expect(unusualVolume(4, quiet)).toBeNull();
  expect(unusualVolume(5, quiet)).toMatchObject({ stories: 5, mean: 0, hours: 168 });
  expect(unusualVolume(30, busy)).toBeNull();
  const flood = unusualVolume(60, busy);
  expect(flood).toMatchObject({ stories: 60, mean: 22 });
  expect(volumeReason(flood!)).toMatch(/60 stories in the last hour; usual are 22/);
  expect(unusualVolume(60, busy.slice(0, 23))).toBeNull();
});
