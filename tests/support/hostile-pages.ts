const SENTENCE =
  'Crews cleared the last of the snow from the pass before dawn, and the road opened again to lorries at noon, the county said.';

/** Four paragraphs that a reader would call the article. */
export const HOSTILE_TEXT = [1, 2, 3, 4]
  .map((n) => `<p>${SENTENCE} Report number ${n} has the rest of it.</p>`)
  .join('');

function page(body: string, head = ''): string {
  return `<html lang="en"><head><title>Pass opens again - Sample</title>${head}</head><body><article><h1>Pass opens again</h1>${body}</article></body></html>`;
}

function ld(properties: string): string {
  return page(HOSTILE_TEXT, `<script type="application/ld+json">{"@type":"NewsArticle",${properties}}</script>`);
}

const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

/**
 * Pages built to cost more than their size: one for each place that once took more than linear time, or could. Each is
 * built when asked for, since some have millions of characters.
 */
export const HOSTILE_PAGES: Readonly<Record<string, () => string>> = {
  'one paragraph 200,000 times': () => page('<p>Crews cleared it.</p>'.repeat(200_000)),
  '60,000 different paragraphs': () => page(numbered(60_000, (n) => `<p>Crew ${n} cleared it at dawn, they said.</p>`)),
  '200,000 list items': () => page(`<ul>${'<li>x'.repeat(200_000)}${HOSTILE_TEXT}`),
  'a million words of one letter': () => page(`<p>${'a '.repeat(1_000_000)}</p>`),
  'ten million opening brackets': () => '<'.repeat(10_000_000),
  'ten million letters in one word': () => page(`<p>${'x'.repeat(10_000_000)}</p>`),
  'a million Chinese characters': () => page(`<p>${'雪'.repeat(1_000_000)}</p>`),
  '50,000 images without an end': () => page(HOSTILE_TEXT + '<img alt="'.repeat(50_000)),
  '25,000 bold paragraphs in each other': () => page('<b><p>'.repeat(25_000) + HOSTILE_TEXT),
  '50,000 nested bold': () => page('<b>'.repeat(50_000) + HOSTILE_TEXT),
  '50,000 nested links': () => page('<a href="/x">'.repeat(50_000) + HOSTILE_TEXT),
  '50,000 nested forms': () => page('<form>'.repeat(50_000) + HOSTILE_TEXT),
  '50,000 nested tables': () => page('<table>'.repeat(50_000) + HOSTILE_TEXT),
  '50,000 nested templates': () => page('<template>'.repeat(50_000) + HOSTILE_TEXT),
  '50,000 boxes moved out of a table': () => page(`${HOSTILE_TEXT}<table>${'x<div>y</div>'.repeat(50_000)}`),
  '20,000 bold with attributes of their own': () => page(numbered(20_000, (n) => `<b a${n}>`) + HOSTILE_TEXT),
  'noscripts that share one end': () =>
    page(`${HOSTILE_TEXT}<p>${'<noscript>'.repeat(100_000)}${'<p>x'.repeat(1000)}</noscript>`),
  '200,000 attributes': () => page(`${HOSTILE_TEXT}<div ${numbered(200_000, (n) => ` a${n}=1`)}></div>`),
  'a caption code without end': () => page(`${HOSTILE_TEXT}<p>${'[caption '.repeat(100_000)}</p>`),
  'a short-code of many attributes without end': () => page(`${HOSTILE_TEXT}<p>[grid ${'a="b" '.repeat(500)}</p>`),
  'quotes without a partner in short-codes': () => page(`${HOSTILE_TEXT}<p>${'[grid a=“'.repeat(60_000)}</p>`),
  'a line of digits that ends otherwise': () => page(`${HOSTILE_TEXT}<p>${'7'.repeat(90)}!</p>`),
  'a share bar that ends otherwise': () => page(`${HOSTILE_TEXT}<p>Share ${'x '.repeat(40)}!</p>`),
  'a bar of mails that ends otherwise': () => page(`${HOSTILE_TEXT}<p>${'email'.repeat(23)}!</p>`),
  'a text that ends in brackets': () => page(`${HOSTILE_TEXT}<p>He said so ${') '.repeat(100_000)}x</p>`),
  '100,000 times in one box': () => page(`<div>${'<time>2020</time> word '.repeat(100_000)}</div>${HOSTILE_TEXT}`),
  'authors in authors': () =>
    page(`${'<div class="author">word'.repeat(100)}${'<i class="author">x</i>'.repeat(60_000)}</div>${HOSTILE_TEXT}`),
  '60,000 author tags': () => page(HOSTILE_TEXT, '<meta name="author" content="Ana S, Ben T and Cy U">'.repeat(60_000)),
  'a title of 300,000 separators': () =>
    page(HOSTILE_TEXT, `<meta property="og:title" content="${'a - '.repeat(300_000)}">`),
  'a title of 300,000 brackets': () =>
    page(HOSTILE_TEXT, `<meta property="og:title" content="${'<a '.repeat(300_000)}">`),
  'a headline of 200,000 dashes in JSON-LD': () => ld(`"headline":"${'- '.repeat(200_000)}x"`),
  'a text of 500,000 brackets in JSON-LD': () => ld(`"articleBody":"${'<'.repeat(500_000)}"`),
  'an author of 50,000 brackets in JSON-LD': () => ld(`"author":"${' (a'.repeat(50_000)}"`),
  '30,000 authors in JSON-LD': () => ld(`"author":[${numbered(30_000, (n) => `"Ana B${n}",`)}"Cy"]`),
  '500,000 commas in JSON-LD': () => ld(',  '.repeat(500_000)),
  'a million brackets in JSON-LD': () => ld('['.repeat(1_000_000)),
  '50,000 lines of numbers': () => page(HOSTILE_TEXT + '<p>1 1 1 1 1 1</p>'.repeat(50_000)),
  '60,000 headlines': () => page('<h1>Pass opens again</h1>'.repeat(60_000) + HOSTILE_TEXT),
};
