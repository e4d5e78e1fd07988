import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { parsePage } from '../dom/parse.ts';
import { Kind } from './container-kinds.ts';
import { forgetWrappers } from './wrappers.ts';

const OPENING =
  '<h1>Six kettles for a small boat</h1><p>Our sailors boiled tea for a week in all weathers, dropped each kettle twice and asked the cook what she thought of the handle.</p>';
const TOLD = [
  'It whistles so that the helmsman hears it in a gale, and the lid stays on when the boat heels to the rail.',
  'The spout is short and does not drip, but the handle becomes so hot that the cook wrapped a sock round it.',
  'Half a litre is enough for two, and nobody has to wait longer than it takes to reef the mainsail.',
  'The enamel chipped on the second day, and by the end of the week there was rust below the rim.',
  'It folds to the height of a plate, which is more than can be said of any other that we had on board.',
  'An old one from the chandler, heavier than all the rest together, and the only one that the cook kept.',
];

/** The kinds that stand round each entry's text. */
function kindsOfEntries(name: string, entries: readonly string[]): Set<number> {
  const boxes = entries.map((entry) => `<div class="${name} item-${entry.length}">${entry}</div>`).join('');
  const { body } = parsePage(
    `<!doctype html><html><body><article>${OPENING}<div>${boxes}</div></article></body></html>`,
  );
  forgetWrappers(body);
  const texts = collectBlocks(body).filter((b) => TOLD.includes(b.text));
  expect(texts).toHaveLength(entries.length);
  return new Set(texts.map((b) => b.kinds & (Kind.ad | Kind.author | Kind.comments)));
}

const headed = TOLD.map((text, i) => `<h3>Kettle number ${i + 1}</h3><p class="ecommerce">${text}</p>`);

test.each(['ecommerce', 'author-profile'])('entries of a guide are not what their boxes are called: %s', (name) => {
  expect(kindsOfEntries(name, headed)).toEqual(new Set([0]));
});

test.each([
  ['few of them', 'ecommerce', headed.slice(0, 3)],
  ['no headings', 'ecommerce', TOLD.map((text) => `<p>${text}</p>`)],
  [
    'headings that lead away',
    'ecommerce',
    TOLD.map((text, i) => `<h3><a href="https://shop.example/${i}">Kettle number ${i + 1}</a></h3><p>${text}</p>`),
  ],
])('but where there are %s they are', (_, name, entries) => {
  expect(kindsOfEntries(name, entries)).toEqual(new Set([Kind.ad]));
});

test('readers who are named over their comments stay readers', () => {
  expect([...kindsOfEntries('comment comment-author', headed)].every((kinds) => (kinds & Kind.comments) !== 0)).toBe(
    true,
  );
});
