import { expect, test } from 'vitest';
import { cleanPage } from './clean-page.ts';
import { MAX_CHARACTERS } from './steps/open-page.ts';

const PARAGRAPHS = [
  'A storm reached the northern coast on Tuesday and left four thousand homes without power, the grid operator said.',
  'Repair crews were sent out at dawn, and the operator expects that all lines will work again by Thursday evening.',
  'Schools in two districts stay closed until the end of the week, the regional council decided after a short meeting.',
];

function page(body: string, head = ''): string {
  return `<html lang="en"><head><title>Storm hits coast - Example News</title>${head}</head><body>${body}</body></html>`;
}

test('keeps the paragraphs and leaves out title, dates, share bar, captions and related links', () => {
  const result = cleanPage({
    url: 'https://news.example/2021/03/02/storm',
    body: page(`<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Storm hits coast</h1>
      <p class="meta">Published 02/03/2021 18:40</p><div class="share-bar"><a href="#">Share on Facebook</a></div>
      <figure><img src="a.jpg"><figcaption>A wave at the pier. Photo: A. Person</figcaption></figure>
      ${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}
      <p>Source: RT</p></article><aside><h3>Related</h3><a href="/b">Another storm in another place is on its way</a></aside>`),
  });
  expect(result.text).toBe(PARAGRAPHS.join('\n\n'));
  expect(result.title).toBe('Storm hits coast');
  expect(result.credit).toMatchObject({ source: 'RT', kind: 'whole' });
  expect(result.outcome).toBe('passed');
});

test.each([
  ['%PDF-1.7 binary', 'not-an-article'],
  ['{"a": 1}', 'not-an-article'],
  ['', 'empty'],
  ['\u0000\u0000', 'empty'],
  ['<html><body></body></html>', 'empty'],
  ['x'.repeat(MAX_CHARACTERS + 1), 'too-large'],
] as const)('bad input number %# ends in an outcome', (body, outcome) => {
  expect(cleanPage({ url: 'https://a.example/x', body }).outcome).toBe(outcome);
});

test('a page nested 50,000 deep is read', () => {
  const deep = `${'<div>'.repeat(50_000)}<p>${PARAGRAPHS.join(' ')}</p>`;
  expect(cleanPage({ url: 'https://a.example/x', body: page(deep) }).text).toContain('Repair crews');
});

test('a short text in a container of a misleading name is read by what is likeliest, without the reference', () => {
  const menu = Array.from({ length: 12 }, (_, i) => `<li><a href="/m${i}">Menu entry ${i}</a></li>`).join('');
  const body = `<html lang="en"><head><title>The ferry waits</title></head><body><ul class="menu">${menu}</ul>
    <div class="related teaser"><h2>The ferry waits</h2><div>The ferry between the two islands will not sail before Thursday because
    a winch on the quay has broken. The harbour office has ordered the part from abroad.<br><br>Those who hold a ticket can ask for
    their money at the counter, the office said, or keep it for another day of the same month. A bus takes them round the bay.</div>
    </div><ul class="footer">${menu}</ul></body></html>`;
  let asked = 0;
  const reference = (): null => {
    asked += 1;
    return null;
  };
  const result = cleanPage({ url: 'https://a.example/2024/ferry', body }, { now: Date.UTC(2026, 10, 29), reference });
  expect(result.outcome).toBe('passed');
  expect(result.text).toContain('a winch on the quay');
  expect(result.text).toContain('round the bay');
  expect(result.quality.reasons.join()).toContain('likeliest');
  expect(asked).toBe(0);
});
