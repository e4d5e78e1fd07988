import { expect, test } from 'vitest';
import { countSources } from './count.ts';
import type { Owner, Standing } from './standing.ts';
import { headSentence, rangeWords } from './words.ts';

const TEN = Date.UTC(2026, 10, 20, 10);
let hour = 0;

/** An article of an outlet of its own; each comes an hour after the one before. */
function article(id: string, said: Partial<Standing> = {}): Standing {
  hour += 1;
  const owner: Owner = { key: `${id}.example`, name: `The ${id}` };
  return {
    id,
    url: `https://${id}.example/1`,
    title: `Title of ${id}`,
    language: 'en',
    outletId: owner.key,
    outlet: owner.name,
    house: owner,
    group: id,
    story: null,
    relation: 'unique',
    originalId: null,
    sourceId: null,
    credited: null,
    coverage: null,
    lagSeconds: null,
    basis: [],
    confidence: 0.9,
    reason: 'as a test wants it',
    at: TEN + hour * 3_600_000,
    dated: true,
    publishedAt: null,
    contestedBy: [],
    quotesWith: [],
    ...said,
  };
}

const original = (id: string, said: Partial<Standing> = {}) => article(id, { relation: 'original', ...said });
const copyOf = (from: Standing, id: string, said: Partial<Standing> = {}) =>
  article(id, { relation: 'copy', originalId: from.id, group: from.group, basis: ['text'], ...said });
const crediting = (name: string, id: string) =>
  article(id, { relation: 'copy', basis: ['credit'], credited: { key: `name ${name}`, name } });

/** The independent sources of some articles, as words. */
const independent = (asked: Standing[], context: Standing[] = []) =>
  rangeWords(countSources(asked, context).independent);

test('a group counts once however many carry it, and the sentence says who was first', () => {
  hour = -1;
  const wire = original('wire');
  const own = article('own');
  const count = countSources([own, copyOf(wire, 'a'), wire, copyOf(wire, 'b')]);
  expect(count).toMatchObject({ articles: 4, outlets: 4, groups: 2, copies: 2, independent: { min: 2, max: 2 } });
  expect(headSentence(count)).toBe(
    '4 articles of 4 outlets; 2 independent texts; 2 copies of The wire; first: The wire, 2026-11-20 10:00 UTC',
  );
});

test('a name that is written from right to left does not turn the time after it', () => {
  hour = -1;
  const house = { key: 'wire.example', name: 'صدى المشرق' };
  const wire = original('wire', { outlet: house.name, house });
  expect(headSentence(countSources([wire, copyOf(wire, 'a')]))).toMatch(
    /first: \u2068صدى المشرق\u2069, 2026-11-20 10:00 UTC$/,
  );
});

test('outlets of one house count once', () => {
  const house = { key: 'Norra', name: 'Norra' };
  const [a, b, c] = [article('a', { house }), article('b', { house }), article('c')];
  expect(independent([a, b, c])).toBe('2');
  expect(headSentence(countSources([a, b, c]))).toContain('3 independent texts of 2 sources');
  const told = [a, b, c].map((one) => ({ ...one, story: 's' }));
  expect(headSentence(countSources(told))).toContain('; 2 independent texts;');
});

test('a copy stands for its original also where that was not asked for', () => {
  const wire = original('wire');
  const count = countSources([copyOf(wire, 'a'), copyOf(wire, 'b')], [wire]);
  expect(count).toMatchObject({ articles: 2, outlets: 2, independent: { min: 1, max: 1 } });
  expect(count.sources[0]!.owner.name).toBe('The wire');
  expect(count.sources[0]!.texts[0]!.carriers.map(({ article: { id }, asked }) => [id, asked])).toEqual([
    ['wire', false],
    ['a', true],
    ['b', true],
  ]);
});

test('a credited original that is not in the store counts as that source, once', () => {
  expect(independent([crediting('Adria Press', 'a'), crediting('Adria Press', 'b'), article('c')])).toBe('2');
  expect(countSources([crediting('Adria Press', 'a')]).sources[0]).toMatchObject({
    owner: { name: 'Adria Press' },
    inStore: false,
  });
});

test('a credited translation belongs to its original, and its copies with it', () => {
  const wire = original('wire');
  const german = article('german', {
    relation: 'copy',
    originalId: 'wire',
    basis: ['credit', 'translation'],
    confidence: 0.5,
  });
  const second = copyOf(german, 'second');
  const count = countSources([second, german, wire]);
  expect(count.independent).toEqual({ min: 1, max: 1 });
  expect(count.sources[0]!.texts[0]!.carriers.map(({ how }) => how)).toEqual(['own', 'translation', 'copy']);
});

test('excerpts and round-ups add nothing to what they quote', () => {
  const wire = original('wire');
  const quoting = article('quoting', { relation: 'excerpt', originalId: 'wire' });
  expect(independent([wire, quoting])).toBe('1');
  expect(independent([quoting], [wire])).toBe('1');
});

test('two that quote one source are two texts with a shared source', () => {
  const a = article('a', { quotesWith: ['b'] });
  const count = countSources([a, article('b')]);
  expect(count.independent).toEqual({ min: 2, max: 2 });
  expect(count.shared).toEqual([{ groups: ['a', 'b'] }]);
});

test('a text of whose origin a credit alone speaks, weakly, makes a range', () => {
  const wire = original('wire');
  const told = article('told', { relation: 'copy', originalId: 'wire', basis: ['credit'], confidence: 0.5 });
  const count = countSources([wire, told, article('c')]);
  expect(rangeWords(count.independent)).toBe('2 to 3');
  expect(count.doubts).toEqual([expect.stringContaining('The told may have its text from The wire')]);
  expect(independent([told], [wire])).toBe('1');
});

test('where it is contested who was first, the houses that may stand behind it make a range', () => {
  const a = original('a', { contestedBy: [{ id: 'b', evidence: 'b was seen first' }] });
  const b = copyOf(a, 'b');
  const again = article('again', { house: a.house });
  expect(independent([a, b, again])).toBe('1 to 2');
  expect(independent([a, b])).toBe('1');
  expect(countSources([a, b]).doubts).toEqual([
    'who was first is contested: The a or The b (Title of a); b was seen first',
  ]);
});

test('rows of two moments that name one another end the walk, and nothing is counted of nothing', () => {
  const a = article('a', { relation: 'copy', originalId: 'b' });
  const b = article('b', { relation: 'copy', originalId: 'a' });
  expect(countSources([a, b]).independent.max).toBeLessThanOrEqual(2);
  expect(countSources([])).toMatchObject({ articles: 0, independent: { min: 0, max: 0 }, sources: [] });
  expect(headSentence(countSources([]))).toBe('No article.');
});
