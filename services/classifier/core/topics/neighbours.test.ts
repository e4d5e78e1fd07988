import { readFileSync } from 'node:fs';
import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { expect, test } from 'vitest';
import { type Sample, sampleOf } from '../../train/article-weights.ts';
import { buildNeighbours } from '../../train/neighbour-index.ts';
import { hashedFeatures, readWords } from './features.ts';
import { createVoter, formatNeighbours, ofVotes, parseNeighbours } from './neighbours.ts';

const rowOf = (id: string, code: string, text: string): Sample =>
  sampleOf({ id, source: 'made', lang: 'en', title: '', text, iptc: [code], label: '', own: false });
const LABELLED = [
  rowOf(
    'a',
    '09000000',
    'Dockers walked out over overtime pay and the stevedores union called a ballot on a longer strike.',
  ),
  rowOf(
    'b',
    '09000000',
    'The stevedores union and the port agreed on overtime pay, and dockers end their strike on Monday.',
  ),
  rowOf('c', '15000000', 'The goalkeeper saved two penalties and the visitors won the cup after extra time.'),
  rowOf('d', '12000000', 'The bishop blessed the restored chapel and pilgrims sang at the evening mass.'),
  {
    ...rowOf('e', '15000000', 'A goalkeeper saved penalties.'),
    row: { ...rowOf('e', '15000000', '').row, source: 'sib200' },
  },
];
const asked = (text: string) => hashedFeatures(readWords('', text));
const classOf = (code: string) => TOP_CODES.indexOf(code);

test('the votes are those of the texts that share rare words, and none where nothing is shared', () => {
  const voter = createVoter(buildNeighbours(LABELLED, 'made'));
  const votes = voter(asked('Stevedores at the port vote on a strike for overtime pay.'));
  const best = votes.indexOf(Math.max(...votes));
  expect(best).toBe(classOf('09000000'));
  expect(votes[classOf('12000000')]).toBeLessThan(votes[best]! / 10);
  expect([...voter(asked('Xylograph quincunx.'))].every((vote) => vote === 0)).toBe(true);
  expect([...voter(asked(''))].every((vote) => ofVotes(vote) === 0)).toBe(true);
});

test('a text that was asked before leaves nothing behind', () => {
  const voter = createVoter(buildNeighbours(LABELLED, 'made'));
  const first = voter(asked('Pilgrims sang at mass.'));
  voter(asked('The goalkeeper saved two penalties in the cup.'));
  expect(voter(asked('Pilgrims sang at mass.'))).toEqual(first);
});

test('a text finds itself as near as can be, and single sentences are not in the index', () => {
  const index = buildNeighbours(LABELLED, 'made');
  expect(index.classes).toHaveLength(4);
  const votes = createVoter(index)(LABELLED[3]!.features);
  expect(votes[classOf('12000000')]).toBeCloseTo(1, 1);
});

test('an index is the same after it went through a file, wherever its bytes lie', () => {
  const index = buildNeighbours(LABELLED, 'made');
  const bytes = formatNeighbours(index);
  expect(parseNeighbours(bytes)).toEqual(index);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(parseNeighbours(shifted.subarray(1))).toEqual(index);
});

test('a file that is cut off or something else is refused', () => {
  const bytes = formatNeighbours(buildNeighbours(LABELLED, 'made'));
  expect(() => parseNeighbours(bytes.subarray(0, bytes.length - 1))).toThrow('cut off');
  expect(() => parseNeighbours(new TextEncoder().encode('WWT1 and more'))).toThrow('begins with WWN1');
});

test('the index that comes with the project is small', () => {
  const file = readFileSync(new URL('../../model/neighbours.bin', import.meta.url));
  expect(file.byteLength).toBeLessThan(3.6e6);
  expect(parseNeighbours(file).classes.length).toBeGreaterThan(20_000);
});
