import { expect, test } from 'vitest';
import { longPart, tidy } from './title-forms.ts';

test('what was escaped twice is read', () => {
  expect(tidy('And finally&amp;#8230; trouble at the quay')).toBe('And finally… trouble at the quay');
  expect(tidy('Salt &amp;amp; vinegar')).toBe('Salt & vinegar');
  expect(tidy('Fish & chips')).toBe('Fish & chips');
});

test.each([
  ['Tarsk Daily » World » Envoys return to the talks on prisoners', 'Envoys return to the talks on prisoners'],
  ['Envoys return to the talks on prisoners « World « Tarsk Daily', 'Envoys return to the talks on prisoners'],
  ['Шесть прибрежных стран договорились о паромах | Новости', 'Шесть прибрежных стран договорились о паромах'],
  ['Tarsk Daily: Envoys return to the talks', 'Envoys return to the talks'],
  ['Ferries: six states agree on joint inspections', 'Ferries: six states agree on joint inspections'],
])('%s', (title, headline) => {
  expect(longPart(title, new Set(['tarskdaily']))).toBe(headline);
});
