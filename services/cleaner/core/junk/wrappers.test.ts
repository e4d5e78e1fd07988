import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { cleanPage } from '../clean-page.ts';
import { parsePage } from '../dom/parse.ts';
import { Kind } from './container-kinds.ts';
import { forgetWrappers } from './wrappers.ts';

const SENTENCES = [
  'The harbour board of Velmara closed the eastern quay on Monday, after divers had found cracks in four of its pillars.',
  'Engineers will measure the pillars every day for two weeks, and ships with grain are sent to the western quay until then.',
  'The board had put off the repair for three years, for the money went to the new road along the coast, its chairman said.',
  'Fishermen asked for a berth in the inner basin, and the council will talk about their request on Thursday evening.',
];
const paragraphs = SENTENCES.map((s) => `<p>${s}</p>`).join('');
/** The kinds, but for those of the article, of what stands round a paragraph. */
function kindsAround(html: string, paragraph: string): number {
  const { body } = parsePage(`<!doctype html><html><body>${html}</body></html>`);
  forgetWrappers(body);
  return (collectBlocks(body).find((b) => b.text === paragraph)?.kinds ?? -1) & ~(Kind.article | Kind.body);
}
const textOf = (body: string): string =>
  cleanPage({
    url: 'https://courier.example/news/quay-closed',
    body: `<!doctype html><html><body>${body}</body></html>`,
  }).text;

test.each([
  ['a slug of its own', 'post tag-newsletter tag-related-comments'],
  ['a part of a theme', 'dialog-off-canvas-main-canvas'],
  ['a kind of post', 'newsletter-post post'],
  ['a switch', 'has-ads ecommerce-enabled'],
  ['a label that is hidden', 'field field--label-hidden'],
])('the name of a wrapper of the whole article says nothing of what is in it: %s', (_, name) => {
  const html = `<div class="${name}"><h1>Quay closed</h1><div class="inner">${paragraphs}</div></div>`;
  expect(kindsAround(html, SENTENCES[0] as string)).toBe(0);
});

test('comments that are longer than the article keep their name', () => {
  const html = `<article><h1>Quay closed</h1><p>Closed.</p></article><section class="comments"><div>${paragraphs}</div></section>`;
  expect(kindsAround(html, SENTENCES[0] as string)).toBe(Kind.comments);
});

test('a page behind an open dialog, hidden from machines only, is the article', () => {
  const html = `<main aria-hidden="true"><h1>Quay closed</h1>${paragraphs}</main><div role="dialog"><p>We store data on your device.</p></div>`;
  expect(textOf(html)).toBe(SENTENCES.join('\n\n'));
});

test('a comment of the source within a word parts nothing', () => {
  const html = `<article><h1>Quay closed</h1>${paragraphs}<p>The f<!-- a -->erries go on.</p></article>`;
  expect(textOf(html)).toContain('The ferries go on.');
});
