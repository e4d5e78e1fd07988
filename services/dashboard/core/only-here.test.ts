import { expect, test } from 'vitest';
import { onlyHere } from './only-here.ts';

const told = (text: string, language = 'en', names: string[] = []) => ({ text, language, names });

test('names and numbers of one text alone are named, and their sentences marked', () => {
  const [a, b] = onlyHere([
    told('The union led by Mina Adeyemi wants 7 percent. The line offers 2.5. Captain Hugo Lantz agrees.'),
    told('On Monday evening Adeyemi asked for 7 percent, while Sigrid Moe of the line offers 2.5.'),
  ]);
  expect(a!.facts).toEqual(['Hugo Lantz']);
  expect(a!.paragraphs).toEqual([
    [
      { text: 'The union led by Mina Adeyemi wants 7 percent. ', only: false },
      { text: 'The line offers 2.5. ', only: false },
      { text: 'Captain Hugo Lantz agrees.', only: true },
    ],
  ]);
  expect(b!.facts).toEqual(['Monday', 'Sigrid Moe']);
});

test('German nouns are no names, the classifier’s are; digits of any script are numbers', () => {
  const [german, arabic] = onlyHere([
    told('Die Fähre fuhr mit Olav Brekke und 12 Gästen über das Meer.', 'de', ['Olav Brekke']),
    told('وصلت ٦٤٠ سفينة إلى الميناء.', 'ar'),
  ]);
  expect(german!.facts).toEqual(['Olav Brekke', '12']);
  expect(arabic!.facts).toEqual(['٦٤٠']);
});

test('a number is not found inside another, and what two texts have is neither’s', () => {
  const [a] = onlyHere([told('It costs 40 today, and 12 tomorrow.'), told('It costs 640 for 12 sailors.')]);
  expect(a!.facts).toEqual(['40']);
});

test('a name that owns something is the same name', () => {
  const [a] = onlyHere([
    told("At noon Varnholt’s valve and Moe's tank were shut."),
    told('The valve of Varnholt was shut.'),
  ]);
  expect(a!.facts).toEqual(['Moe']);
});

test('no text and one text alone', () => {
  expect(onlyHere([])).toEqual([]);
  expect(onlyHere([told('')])).toEqual([{ facts: [], paragraphs: [] }]);
});
