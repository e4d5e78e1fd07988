import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const entities = (text: string) => reader.read({ text, language: 'en' }).entities;

test('an office with its matter before a name is the office, not the name', () => {
  expect(
    entities('Norwegian Deputy Commissioner for Transit Affairs Lena Korr said the plan was ready.')[0],
  ).toMatchObject({
    type: 'person',
    name: 'Lena Korr',
    office: 'deputy commissioner for transit affairs',
    country: 'NOR',
  });
  expect(entities('Acting Director of National Fisheries Tom Brakkel told reporters so.')[0]).toMatchObject({
    name: 'Tom Brakkel',
    office: 'acting director of national fisheries',
  });
});

test('a body named after what it is to do keeps its whole name', () => {
  expect(entities('The Committee to Protect Harbour Workers met in Oslo.')[0]).toMatchObject({
    type: 'organisation',
    name: 'Committee to Protect Harbour Workers',
  });
});

test('what a body goes to do in small letters is no part of its name', () => {
  const names = entities('The Harbour Committee to meet in Oslo was new.').map((e) => e.name);
  expect(names.some((name) => name.includes('meet'))).toBe(false);
});
