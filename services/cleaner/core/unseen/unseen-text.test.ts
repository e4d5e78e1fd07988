import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const PARAGRAPHS = [
  'The harbour board of Velmara closed the eastern quay on Monday, after divers had found cracks in four of its pillars.',
  'Engineers will measure the pillars every day for two weeks, and ships with grain are sent to the western quay until then.',
  'The board had put off the repair for three years, for the money went to the new road along the coast, its chairman said.',
  'Fishermen asked for a berth in the inner basin, and the council will talk about their request on Thursday evening.',
];
const WHOLE = PARAGRAPHS.join('\n\n');

function cleaned(script: string, shown: string) {
  const body = `<!doctype html><html><head><title>Quay closed</title>${script}</head><body><nav><a href="/">Home</a></nav>${shown}</body></html>`;
  return cleanPage({ url: 'https://courier.example/news/quay-closed', body });
}
const ld = (more: object, text: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Quay closed', articleBody: text, ...more })}</script>`;
const html = (from: number, to: number): string =>
  PARAGRAPHS.slice(from, to)
    .map((p) => `<p>${p}</p>`)
    .join('');

test('a text that stands in JSON-LD only is taken, and the reasons say so', () => {
  const result = cleaned(ld({}, WHOLE), '<div id="app"></div>');
  expect(result.text).toBe(WHOLE);
  expect(result.quality.reasons[0]).toMatch(/JSON-LD only/);
  expect(result.quality.unshown).toBe(true);
});

test("a text that stands in the state of the page's scripts only is taken", () => {
  const state = {
    page: { article: { blocks: PARAGRAPHS.map((text) => ({ text })) }, related: [{ text: `${WHOLE} ${WHOLE}` }] },
  };
  const result = cleaned(`<script>window.__STATE__ = ${JSON.stringify(state)};</script>`, '<div id="app"></div>');
  expect(result.text).toBe(WHOLE);
  expect(result.quality.reasons[0]).toMatch(/scripts only/);
});

test('a text that the page breaks off goes on as JSON-LD has it', () => {
  expect(cleaned(ld({}, WHOLE), `<article><h1>Quay closed</h1>${html(0, 2)}</article>`).text).toBe(WHOLE);
});

test('what is to be paid for is not taken', () => {
  const shown = `<article><h1>Quay closed</h1>${html(0, 1)}</article>`;
  expect(cleaned(ld({ isAccessibleForFree: false }, WHOLE), shown).text).not.toContain('Fishermen');
});

test('markup that a template encoded twice is no words of a text', () => {
  const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const picture =
    '<!-- wp:image {"align":"center","id":417,"sizeSlug":"full","className":"quay-before-the-repair"} -->';
  const figure =
    '<figure class="wp-block-image aligncenter size-full"><img src="https://courier.example/a.jpg" class="wp-image-417" title="Quay" alt="Quay"/></figure>';
  const body = PARAGRAPHS.map(
    (p) => `${picture}\n${figure}\n<!-- /wp:image -->\n<!-- wp:paragraph -->\n<p>${p}</p>\n<!-- /wp:paragraph -->`,
  );
  const script = ld({}, escaped(escaped(body.join('\n\n'))));
  const shown = cleaned(script, `<article><h1>Quay closed</h1>${html(0, 4)}</article>`);
  expect(shown.text).toBe(WHOLE);
  expect(shown.quality.unshown).toBeUndefined();
  expect(cleaned(script, '<div id="app"></div>').text).toBe(WHOLE);
});

test('an articleBody of many articles, or of the text twice, is not the shown text going on', () => {
  const shown = `<article><h1>Quay closed</h1>${html(0, 4)}</article>`;
  expect(cleaned(ld({}, `${WHOLE}\n\n${WHOLE}`), shown).text).toBe(WHOLE);
});
