import { expect, test } from 'vitest';
import { loadClassifier } from '../../../load.ts';

const classifier = loadClassifier();
const events = (title: string, text: string) => classifier.classify({ id: 'a', title, text }).events;

test('the article is about what headline and lead tell and later sentences tell again, not about its loudest sentence', () => {
  const [first] = events(
    'Norway threatens Iceland over cod',
    'OSLO - Norway threatened Iceland on Monday with a ban on its cod. The fisheries minister, Jens Brakkel, said the ban could come in May.\n\n' +
      'Norwegian threats have been heard before. In Reykjavik a minister said Norway threatened Iceland for nothing.\n\n' +
      'Danish police arrested two poachers last year and a Danish patrol fired at a boat.',
  );
  expect(first).toMatchObject({ plover: 'THREATEN', source: ['NOR'], target: ['ISL'], role: 'main' });
});

test('a sentence may tell several events, and the article chooses among them', () => {
  const found = events(
    'Chad recalls envoy from Niger after border shots',
    "N'DJAMENA - Chad recalled its ambassador from Niger on Friday and accused it of firing at herders. Chad recalled an envoy for the first time in years, officials said on Friday.",
  );
  expect(found.map(({ plover }) => plover)).toContain('SANCTION');
});

test.each([
  [
    'a match',
    'Oslo beat Lima',
    'Oslo attacked from the first minute and beat Lima 3-1 on Tuesday in the cup, with two goals by the striker. A late strike settled the match, and the coach praised his team. The league goes on in April.',
  ],
  [
    'what was only tried',
    'Port stays open in Kenya',
    'The Kenyan president sought to reassure traders. The port is large and old. Ships come there every day, and the cranes are blue.',
  ],
])('%s gives no event', (_kind, title, text) => {
  expect(events(title, text)).toEqual([]);
});
