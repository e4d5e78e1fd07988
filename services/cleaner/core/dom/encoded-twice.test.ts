import { expect, test } from 'vitest';
import { decodedTwice } from './encoded-twice.ts';

const twice = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

test.each(['Nobody’s harbour – it wasn’t “ours”', 'Čeština: žluťoučký kůň', '汉字也是如此'])(
  '%s, encoded twice',
  (text) => {
    expect(decodedTwice(twice(text))).toBe(text);
  },
);

test.each(['« Le voilà », dit-il, là-bas', 'NÃO É ASSIM', 'Für Köln: 20 °C', 'plain'])('%s stays', (text) => {
  expect(decodedTwice(text)).toBe(text);
});
