import { expect, test } from 'vitest';
import { readabilityOnJsdom } from '../../tests/support/readability-on-jsdom.ts';
import { reference } from './reference.ts';

const SENTENCE =
  'The council met on Monday and agreed on a budget for "roads" & schools, which will be voted on in spring.';
const url = 'https://a.example/1';

/** The words of markup. */
function wordsOf(html: string | null): string[] | null {
  return (
    html
      ?.replace(/<[^>]*>/g, ' ')
      .replaceAll('&quot;', '"')
      .match(/[\p{L}\p{N}"&;]+/gu) ?? null
  );
}

test.each([
  `<article><h1>Budget</h1>${`<p>${SENTENCE} ${SENTENCE}</p>`.repeat(6)}</article>`,
  `<h1>Budget</h1><div>${`${SENTENCE}<br><br>`.repeat(9)}</div><nav><a href="/x">a</a><a href=/y>b</a></nav>`,
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Budget <agreed>"}</script><style>p{}</style><script>if (a < b) document.write("<p>no</p>")</script><h2>Budget <agreed></h2><div class="story">${`<p>${SENTENCE} ${SENTENCE}<img src=x.jpg alt='a > b'>`.repeat(5)}</div>`,
  `<table><tr><td>${`<p>${SENTENCE}<p>${SENTENCE}`.repeat(4)}<td>menu</table><div 1x="y" @click="z" hidden>hidden</div>`,
])('the same words as on a full DOM: %s', (body) => {
  const html = `<!doctype html><html><head><meta charset=utf-8><title>Budget - Velmara</title><body>${body}`;
  const found = wordsOf(reference(html, url));
  expect(found).toContain('council');
  expect(found).toEqual(wordsOf(readabilityOnJsdom(html, url)));
});

test('nothing in nothing', () => {
  expect(reference('', 'no address')).toBeNull();
});
