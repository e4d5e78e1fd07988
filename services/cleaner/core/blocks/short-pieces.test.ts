import { expect, test } from 'vitest';
import { parsePage } from '../dom/parse.ts';
import { collectBlocks } from './collect.ts';
import { shortPieces } from './short-pieces.ts';

const P = [
  'Sixty villages along the Ardle have counted their apple trees this winter, and the growers of Sollen have put the result into one list.',
  'Whoever looks for an old sort finds below where it still stands, how many trees there are, and in which month the apples are picked.',
  'The count was made on foot by pupils of nine schools, who tied a ribbon to each tree so that none was counted twice, and by two retired foresters.',
  'Trees in gardens behind walls are missing, for their owners were not at home or did not open, and the growers ask them to write.',
  'Next winter the pears are to follow, and whoever wants to walk with the pupils should bring boots, a pencil and a flask of tea.',
];
const PLACES =
  'Auburn Birkhill Cawder Dunmore Ester Fallow Garrow Hollin Insh Jarrow Keld Lomond Marrow Nether Orrin Pelham'.split(
    ' ',
  );
const SORTS = ['Grey Pippin', 'Miller’s Red', 'Late Ribston', 'Winter Quoin', 'Bell Apple', 'Sheep’s Nose'];

/** What is added to the paragraphs, which alone are taken, from what stands between them; `P` once more makes them long enough. */
function added(between: string, paragraphs: readonly string[] = [...P, ...P, ...P]): string[] {
  const all = paragraphs.map((text) => `<p>${text}</p>`);
  const html = `<main><div>${all.slice(0, 4).join('')}</div>${between}<div>${all.slice(4).join('')}</div></main><section><div>Further down</div></section>`;
  const blocks = collectBlocks(parsePage(html).body);
  return [...shortPieces(blocks, ({ tag }) => tag === 'p', new Map())].map(({ text }) => text);
}

const card = (place: string, i: number, more = '') =>
  `<section><div>${place}</div><div>${SORTS[i % SORTS.length]}</div><span>${i + 3} trees</span><div>Picked in ${i % 2 ? 'September' : 'October'}</div><div>Behind the ${i % 3 ? 'school' : 'mill'} and the chapel</div>${more}</section>`;

test('cards of a guide stay where they are much of it', () => {
  const text = added(PLACES.map((place, i) => card(place, i)).join(''));
  for (const place of PLACES) expect(text).toContain(place);
  expect(text).not.toContain('Further down');
});

test('not where they are little, the text is short, or running text is as much among them', () => {
  expect(added(card('Auburn', 1))).toEqual([]);
  expect(added(PLACES.map((place, i) => card(place, i)).join(''), P)).toEqual([]);
  const told =
    '<div>He was buried on Friday, and his boat goes to the museum of the county, where it stands beside three others.</div>';
  expect(added(PLACES.map((place, i) => card(place, i, told)).join(''))).toEqual([]);
});

test('links, menus and what is known as others’ are no pieces of a text', () => {
  const links = PLACES.map((place, i) => `<div><a href="/news/${i}">${place} mourns its ferryman</a></div>`).join('');
  const cards = PLACES.map((place, i) => card(place, i)).join('');
  expect(added(`<nav>${cards}</nav>`)).toEqual([]);
  expect(added(links + cards).some((text) => text.includes('mourns'))).toBe(false);
});
