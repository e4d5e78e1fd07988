import { expect, test } from 'vitest';
import { Remembered } from './remembered.ts';

test('what is asked for stays, the rest is forgotten by and by', () => {
  const table = new Remembered<number>(2);
  table.set('nav', 1);
  table.set('footer', 2);
  expect([table.get('nav'), table.get('none')]).toEqual([1, undefined]);
  table.set('share', 3);
  expect(table.get('nav')).toBe(1);
  table.set('tags', 4);
  expect([table.get('nav'), table.get('tags'), table.get('footer')]).toEqual([1, 4, undefined]);
});
