import { expect, test } from 'vitest';
import { type OutletStand, proposeKind } from './propose-kind.ts';

const AGENCY: OutletStand = { articles: 30, copies: 1, copiedBy: 6, timesCopied: 24, copiesFrom: 1, creditedBy: 5 };
const AGGREGATOR: OutletStand = { articles: 40, copies: 37, copiedBy: 0, timesCopied: 0, copiesFrom: 9, creditedBy: 0 };

test('whom others credit and carry is an agency, with both as its evidence', () => {
  expect(proposeKind(AGENCY)).toEqual({
    kind: 'agency',
    evidence: ['5 other outlets name it as their source', '6 other outlets carry 24 texts of it'],
  });
});

test('who only copies, and whom nobody takes from, is an aggregator', () => {
  expect(proposeKind(AGGREGATOR)?.kind).toBe('aggregator');
});

test.each<[string, OutletStand]>([
  ['credited, but nobody carries its texts', { ...AGENCY, copiedBy: 0, timesCopied: 0 }],
  ['carried, but nobody says so: it may have been robbed', { ...AGENCY, creditedBy: 0 }],
  ['credited and carried by two alone', { ...AGENCY, creditedBy: 2, copiedBy: 2 }],
  ['a paper that others take from and that runs much of an agency', { ...AGENCY, copies: 15 }],
  ['a copier whom others take from: a link in a chain', { ...AGGREGATOR, copiedBy: 1, timesCopied: 3 }],
  ['a client of one agency', { ...AGGREGATOR, copiesFrom: 1 }],
  ['a copier of few texts', { ...AGGREGATOR, articles: 10, copies: 10 }],
  [
    'an outlet of which nothing is known',
    { articles: 0, copies: 0, copiedBy: 0, timesCopied: 0, copiesFrom: 0, creditedBy: 0 },
  ],
])('one kind of evidence is none: %s', (_name, stand) => {
  expect(proposeKind(stand)).toBeNull();
});
