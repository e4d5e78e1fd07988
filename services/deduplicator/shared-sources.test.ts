import { expect, test } from 'vitest';
import { article, randomOf, shuffled, story } from './test-support/press.ts';
import { standings } from './test-support/run.ts';

const LETTER =
  '“We who have kept the lighthouse of Ardmore for nineteen years were not asked when it was sold. We learned of it from the man who came to measure the rooms. A light is not a house with a view, and whoever has stood on the gallery in a January storm knows what it is for. We ask the minister to come and to stay for one night, and to tell us in the morning what he would put in its place.”';

const random = randomOf(71);
const around = (words: string) => [...story(random, 4), words, ...story(random, 5)];

test('two reporters who use one letter quote it both: no excerpt of one from the other, and each names the other', async () => {
  const rows = await standings(
    shuffled(random, [
      article('a', 'daily.example', around(`In the letter the keepers write: ${LETTER} The ministry was silent.`), 0),
      article('b', 'evening.example', around(`They put it plainly. ${LETTER} Nobody had answered by noon.`), 200),
    ]),
  );
  for (const [id, other] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const row = rows.get(id)!;
    expect(row.relation, row.reason).toBe('unique');
    expect(row.sharedSources).toHaveLength(1);
    expect(row.sharedSources[0]).toMatchObject({ id: other, confidence: 0.6 });
    expect(row.sharedSources[0]!.coverage).toBeGreaterThan(0.2);
  }
});

test("who takes the reporter's own words with the letter has an excerpt of him", async () => {
  const own =
    'The keepers live in two rooms under the lamp and have not been paid since the harvest, and the road to the cape is closed to cars.';
  const rows = await standings([
    article('a', 'daily.example', around(`${own} In the letter they write: ${LETTER}`), 0),
    article('b', 'evening.example', around(`${own} They put it plainly: ${LETTER}`), 200),
  ]);
  expect(rows.get('b')).toMatchObject({ relation: 'excerpt', originalId: 'a', sharedSources: [] });
});

test('copies of one text name no shared source for what both have in it', async () => {
  const text = around(`In the letter the keepers write: ${LETTER}`);
  const rows = await standings([
    article('a', 'daily.example', text, 0),
    article('b', 'evening.example', text.slice(0, 8), 200),
    article('c', 'weekly.example', around(`They wrote: ${LETTER}`), 900),
  ]);
  expect(rows.get('b')).toMatchObject({ relation: 'copy', originalId: 'a' });
  expect(rows.get('b')!.sharedSources.map(({ id }) => id)).toEqual(['c']);
  expect(
    rows
      .get('c')!
      .sharedSources.map(({ id }) => id)
      .toSorted(),
  ).toEqual(['a', 'b']);
});

test('what one outlet closes its articles with is its habit, in quotation marks or not', async () => {
  const closing =
    '“Tell us what you saw, send your pictures and your stories to the desk at the quay, and follow us wherever you are, by radio and by letter.”';
  const rows = await standings([
    article('e', 'gazette.example', [...story(random, 6), closing], 0),
    article('f', 'gazette.example', [...story(random, 7), closing], 3000),
  ]);
  for (const id of ['e', 'f']) expect(rows.get(id)!.sharedSources, rows.get(id)!.reason).toEqual([]);
});
