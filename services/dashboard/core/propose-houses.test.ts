import { expect, test } from 'vitest';
import type { OwnerMark } from './owner-marks.ts';
import { type MarkedOutlet, proposeHouses } from './propose-houses.ts';

const ads = (value: string): OwnerMark => ({ kind: 'advertising', value });
const tag = (value: string): OwnerMark => ({ kind: 'measuring', value });
const outlet = (id: string, marks: OwnerMark[], more: Partial<MarkedOutlet> = {}): MarkedOutlet => ({
  id,
  house: null,
  platform: null,
  marks,
  ...more,
});

test('outlets that share an account of advertising and one of measuring are proposed, with both as evidence', () => {
  const marks = [ads('network 7'), tag('container 1'), tag('container 2')];
  expect(proposeHouses([outlet('a', marks), outlet('b', marks), outlet('c', [ads('network 8')])])).toEqual([
    {
      outlets: ['a', 'b'],
      house: null,
      evidence: [
        { kind: 'advertising', marks: ['network 7'] },
        { kind: 'measuring', marks: ['container 1', 'container 2'] },
      ],
    },
  ]);
});

test('those that hang together by pairs are one proposal, under the house that one of them has', () => {
  const [proposal, ...others] = proposeHouses([
    outlet('a', [ads('n'), tag('x')]),
    outlet('b', [ads('n'), tag('x'), tag('y'), ads('m')], { house: 'Harbour Holding' }),
    outlet('c', [tag('y'), ads('m')]),
  ]);
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({ outlets: ['a', 'b', 'c'], house: 'Harbour Holding' });
});

test('a foot and an icon in common are told, and are not enough', () => {
  const foot: OwnerMark = { kind: 'frame', value: 'foot f' };
  const icon: OwnerMark = { kind: 'icon', value: 'icon i' };
  expect(proposeHouses([outlet('a', [foot, icon, tag('x')]), outlet('b', [foot, icon])])).toEqual([]);
  const [proposal] = proposeHouses([outlet('a', [foot, icon, tag('x')]), outlet('b', [foot, icon, tag('x')])]);
  expect(proposal!.evidence.map(({ kind }) => kind)).toEqual(['measuring', 'frame', 'icon']);
});

const both = [ads('n'), tag('x')];
test.each<[string, MarkedOutlet[]]>([
  ['one kind alone, however often', [outlet('a', [tag('x'), tag('y')]), outlet('b', [tag('x'), tag('y')])]],
  [
    'guests of one platform',
    [outlet('a', both, { platform: 'blogs.example' }), outlet('b', both, { platform: 'blogs.example' })],
  ],
  [
    'marks that outlets of two known houses share',
    [outlet('a', both, { house: 'A' }), outlet('b', both, { house: 'B' }), outlet('c', both)],
  ],
  ['outlets that are of one house already', [outlet('a', both, { house: 'A' }), outlet('b', both, { house: 'A' })]],
  ['marks that very many share', Array.from({ length: 50 }, (_, at) => outlet(`o${at}`, both))],
  ['nothing', []],
])('no proposal: %s', (_name, outlets) => {
  expect(proposeHouses(outlets)).toEqual([]);
});
