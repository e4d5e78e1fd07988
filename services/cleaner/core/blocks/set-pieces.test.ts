import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const P = [
  'The ferry company of Sollen will sail twice a day from the first of May, as it did before the fire in the engine house.',
  'Passengers may take bicycles and dogs without paying more, and lorries have to be at the quay half an hour before the rest.',
  'The island council had asked for a third sailing on Sundays, and the company will look at it when the summer is over.',
  'Fares rise by four per cent, the first time in six years, and islanders go on paying half of what the visitors pay.',
].map((text) => `<p>${text}</p>`);
const textOf = (inner: string): string =>
  cleanPage({
    url: 'https://courier.example/news/ferry-sails-again',
    body: `<!doctype html><html><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1><div>${inner}</div></article></body></html>`,
  }).text;

test.each([
  [
    'a table',
    '<table><tr><th>Port</th><th>Hour</th></tr><tr><td>Sollen</td><td>08:10</td></tr><tr><td>Marrow Point</td><td>212</td></tr></table>',
    ['Port', 'Marrow Point', '212'],
  ],
  [
    'a list of a few words each',
    '<h3>What to bring</h3><ul><li>A ticket</li><li>Cars: papers</li><li>Dogs on a lead</li></ul>',
    ['What to bring', 'A ticket', 'Cars: papers'],
  ],
  [
    'definitions',
    '<dl><dt>Hold</dt><dd>where the lorries stand</dd><dt>Bridge</dt><dd>closed to passengers</dd></dl>',
    ['Hold', 'closed to passengers'],
  ],
  [
    'questions that unfold',
    '<details><summary>May I bring a kayak?</summary><p>Yes, on the roof.</p></details><details><summary>Is there food?</summary><p>Tea only.</p></details>',
    ['May I bring a kayak?', 'Is there food?'],
  ],
  [
    'questions on buttons',
    '<div><button>May I bring a kayak?</button><div>Yes, on the roof, as long as it is shorter than five metres.</div></div>',
    ['May I bring a kayak?', 'as long as it is shorter'],
  ],
])('%s between two paragraphs stays whole', (_, piece, has) => {
  const text = textOf(`${P[0]}${P[1]}${piece}${P[2]}${P[3]}`);
  for (const line of has) expect(text.split('\n')).toContainEqual(expect.stringContaining(line));
});

test.each([
  [
    'a list of links',
    '<ul><li><a href="/a">Quay closed for a week</a></li><li><a href="/b">Lighthouse keeper retires at last</a></li></ul>',
    'Lighthouse keeper',
  ],
  ['a button that asks nothing', '<ul><li>Tea on board</li></ul><button>Enlarge the picture</button>', 'Enlarge'],
])('%s between two paragraphs goes', (_, piece, hasNot) => {
  expect(textOf(`${P[0]}${P[1]}${piece}${P[2]}${P[3]}`)).not.toContain(hasNot);
});

test('headings that ask, with an answer behind each, stay in any wording', () => {
  const text = textOf(`${P[0]}<h3>Want to know more?</h3>${P[1]}<h3>Who pays?</h3>${P[2]}`);
  expect(text).toContain('Want to know more?');
  expect(text).toContain('Who pays?');
});
