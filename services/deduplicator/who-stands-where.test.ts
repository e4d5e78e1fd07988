import { expect, test } from 'vitest';
import { article, randomOf, story } from './test-support/press.ts';
import { areJoined, standings } from './test-support/run.ts';

test('two print halves of a text that follows whole: none of them stands alone', async () => {
  const random = randomOf(41);
  const [first, second] = [story(random, 6), story(random, 5)];
  const rows = await standings([
    article('a', 'one.example', first, 0),
    article('b', 'two.example', second, 30),
    article('w', 'wire.example', [...first, ...second], 90),
  ]);
  for (const id of ['a', 'b']) expect(areJoined(rows, id, 'w'), id).toBe(true);
});

test('a row tells of the article it names, and names whom it was taken from', async () => {
  const random = randomOf(42);
  const [start, more] = [story(random, 6), story(random, 6)];
  const rows = await standings([
    article('a', 'one.example', start, 0),
    article('b', 'two.example', [...start, ...more], 60),
    article('c', 'three.example', more, 120),
  ]);
  expect(rows.get('b')).toMatchObject({ originalId: 'a', coverage: 0.5 });
  expect(rows.get('c')).toMatchObject({ originalId: 'a', coverage: 0, sourceId: 'b' });
});

test('who repeats a text without a credit does not come before the earlier that credits its source', async () => {
  const text = story(randomOf(43), 8);
  const credit = { source: 'Alder Press', kind: 'whole' } as const;
  const rows = await standings([
    article('a', 'one.example', text, 0, { credit }),
    article('b', 'two.example', text, 600),
  ]);
  expect(rows.get('a')).toMatchObject({ relation: 'copy', originalId: null, original: 'Alder Press' });
  expect(rows.get('b')).toMatchObject({ relation: 'copy', originalId: 'a' });
  const withSource = await standings([
    article('a', 'one.example', text, 0, { credit }),
    article('s', 'alderpress.example', text, 60, { outlet: 'Alder Press' }),
  ]);
  expect(withSource.get('s')!.relation).toBe('original');
});

test('a page of several texts that have nothing in common quotes each and joins none', async () => {
  const random = randomOf(44);
  const texts = Array.from({ length: 3 }, () => story(random, 6));
  const rows = await standings([
    ...texts.map((text, i) => article(`t${i}`, `paper${i}.example`, text, i * 20)),
    article('digest', 'digest.example', texts.flat(), 200),
  ]);
  expect(rows.get('digest')!.relation).toBe('excerpt');
  for (const i of [0, 1, 2]) expect(rows.get(`t${i}`), `t${i}`).toMatchObject({ group: `t${i}` });
});

test('one outlet: a short lead before the long close of an earlier article is that close; its standing note is not', async () => {
  const random = randomOf(45);
  const [close, note] = [story(random, 8), story(random, 2)];
  const rows = await standings([
    article('long', 'paper.example', [...story(random, 20), ...close, ...note], 0),
    article('short', 'paper.example', [...story(random, 1), ...close], 9000),
    article('other', 'paper.example', [...story(random, 9), ...note], 12_000),
  ]);
  expect(areJoined(rows, 'short', 'long')).toBe(true);
  expect(areJoined(rows, 'other', 'long')).toBe(false);
});

test('no outlet votes for itself: a page whose canonical link leads to its own print page does not make its outlet the original', async () => {
  const text = story(randomOf(46), 9);
  const rows = await standings([
    article('wire', 'wire.example', text, 0),
    article('print', 'paper.example', text, 60),
    article('page', 'paper.example', text, 61, { canonicalUrl: 'https://paper.example/print' }),
  ]);
  expect(rows.get('wire')!.relation).toBe('original');
  expect(rows.get('print')).toMatchObject({ relation: 'copy', originalId: 'wire' });
});
