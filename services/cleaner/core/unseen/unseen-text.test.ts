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

test('an articleBody of many articles, or of the text twice, is not the shown text going on', () => {
  const shown = `<article><h1>Quay closed</h1>${html(0, 4)}</article>`;
  expect(cleaned(ld({}, `${WHOLE}\n\n${WHOLE}`), shown).text).toBe(WHOLE);
});
