import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { openShadowRoots } from './shadow-roots.ts';

test('a declarative shadow root is opened, other templates are not', () => {
  expect(openShadowRoots('<template><p>a</p></template>')).toBe('<template><p>a</p></template>');
  expect(openShadowRoots('<x-a><template shadowrootmode="open"><p>a</p><template>b</template></template></x-a>')).toBe(
    '<x-a><div><p>a</p><template>b</template></div></x-a>',
  );
});

const TEXT = [
  'The harbour board of Velmara closed the eastern quay on Monday, after divers had found cracks in four of its pillars.',
  'Engineers will measure the pillars every day for two weeks, and ships with grain are sent to the western quay until then.',
  'The board had put off the repair for three years, for the money went to the new road along the coast, its chairman said.',
];
const PARAGRAPHS = TEXT.map((p) => `<p>${p}</p>`).join('');

test.each([
  `<article-body><template shadowrootmode="open"><style>p{margin:0}</style><div>${PARAGRAPHS}</div></template></article-body>`,
  `<div class="lazy">Loading …</div><noscript>${PARAGRAPHS}</noscript>`,
])('a text in a shadow root or for readers without scripts is the article: %s', (body) => {
  const html = `<html><head><title>Quay closed</title></head><body><h1>Quay closed</h1>${body}<footer>Imprint</footer></body></html>`;
  expect(cleanPage({ url: 'https://courier.example/sea/quay', body: html }).text).toBe(TEXT.join('\n\n'));
});
