import { expect, test } from 'vitest';
import { amendedFrom, carriedBy } from './amendments.ts';

const FIRST =
  'The harbour master of Savik said that 640 sailors had voted. The count took all night. A ferry waits at the third quay with bread for the islands.';
const SECOND =
  'The harbour master of Savik said that 604 sailors had voted. The count took all night. A ferry waits at the third quay with bread for the islands.';
const THIRD = `${SECOND} An earlier state of this text had the number of votes wrong, and the union has asked for that to be said.`;

test('a copy is known by the changed words and those around them', () => {
  const amended = amendedFrom([FIRST, SECOND]);
  expect(amended.was).toEqual(['640']);
  expect(amended.is).toEqual(['604']);
  expect(carriedBy(`From Savik: ${FIRST}`, amended)).toBe('former');
  expect(carriedBy(SECOND, amended)).toBe('newest');
  expect(carriedBy('The count took all night.', amended)).toBe('unclear');
  // The number alone, about something else, says nothing.
  expect(carriedBy('The lighthouse has 640 steps, and 604 of them are wet.', amended)).toBe('unclear');
});

test('of several states the newest is that which a copy has to have', () => {
  const amended = amendedFrom([FIRST, SECOND, THIRD]);
  expect(carriedBy(FIRST, amended)).toBe('former');
  expect(carriedBy(THIRD, amended)).toBe('newest');
  // It has the number, and not what was added: neither the first state nor the newest.
  expect(carriedBy(SECOND, amended)).toBe('unclear');
});

test('what was cut and put in nowhere else is missed by no copy that still has it', () => {
  const amended = amendedFrom([THIRD, SECOND]);
  expect(amended.newest).toEqual([]);
  expect(carriedBy(THIRD, amended)).toBe('former');
  expect(carriedBy(SECOND, amended)).toBe('unclear');
});
