import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const PARAGRAPHS = [
  'The harbour board of Velmara closed the eastern quay on Monday, after divers had found cracks in four of its pillars.',
  'Engineers will measure the pillars every day for two weeks, and ships with grain are sent to the western quay until then.',
  'The board had put off the repair for three years, for the money went to the new road along the coast, its chairman said.',
  'Fishermen asked for a berth in the inner basin, and the council will talk about their request on Thursday evening.',
];
const prose = (count: number): string =>
  PARAGRAPHS.slice(0, count)
    .map((p) => `<p>${p}</p>`)
    .join('');

function outcomeOf(title: string, body: string, url = 'https://courier.example/sea/a-piece') {
  const { outcome, reason } = cleanPage({
    url,
    body: `<!doctype html><html><head><title>${title}</title><meta property="og:type" content="article"></head><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1>${body}</main></body></html>`,
  });
  return { outcome, reason };
}
const teaser = (text: string, i: number): string =>
  `<div><h2><a href="/sea/piece-${i}">The harbour, part ${i} of many</a></h2><p>${text}</p></div>`;

test('a row of teasers is a list, whatever the page calls itself', () => {
  expect(outcomeOf('The sea', PARAGRAPHS.map(teaser).join(''))).toEqual({
    outcome: 'not-an-article',
    reason: 'a list of 4 teasers of other articles',
  });
});

test('links to other articles between the paragraphs make no list of an article', () => {
  const body = PARAGRAPHS.map(
    (p, i) =>
      `${i % 2 ? `<p><a href="/sea/piece-${i}">The harbour, part ${i} of many</a></p>` : ''}<p>${p}</p><p>${p.slice(4)}</p>`,
  );
  expect(outcomeOf('Quay closed', body.join('')).outcome).toBe('passed');
});

test.each(['Page not found', 'Fehler 404', 'Страница не найдена', 'ページが見つかりません', 'Página no encontrada'])(
  'a missing page is none, though it was answered with 200: %s',
  (title) => expect(outcomeOf(title, prose(2)).outcome).toBe('not-an-article'),
);

test.each(['Impressum', 'Privacy policy', 'Aviso legal y condiciones de uso', 'О редакции', 'Log in', 'ログイン'])(
  "the site's own page is no article: %s",
  (title) => expect(outcomeOf(title, prose(4)).outcome).toBe('not-an-article'),
);

test('an article that tells of such pages is one', () => {
  expect(outcomeOf('Why the new privacy policy of the port angers its captains', prose(4)).outcome).toBe('passed');
});

test('a list by its address, where it has no date and little text', () => {
  expect(outcomeOf('Ferries', prose(2), 'https://courier.example/tag/ferries').outcome).toBe('not-an-article');
});

test('words of a wall mean one only where they stand for the article', () => {
  const banner =
    '<footer><a href="/s">Exklusiv für Abonnenten</a></footer><div><button>Accept all cookies and continue</button></div>';
  expect(
    outcomeOf(
      'Quay closed',
      `<article>${prose(2)}</article><section><h2>More</h2><ul>${'<li><a href="/x">Another headline</a></li>'.repeat(12)}</ul></section>${banner}`,
    ).outcome,
  ).toBe('passed');
  expect(
    outcomeOf('Quay closed', `<article>${prose(1)}<p>Subscribe now to continue reading.</p></article>`).outcome,
  ).toBe('blocked');
});

test('a comparison with long tables is an article where it is signed, dated and runs besides; a list of short lines is none', () => {
  const rows = Array.from(
    { length: 24 },
    (_, i) => `<tr><td>Berth ${i + 1}</td><td>${(i * 7) % 12} metres</td><td>open all night</td></tr>`,
  );
  const page = (signed: string) =>
    cleanPage({
      url: 'https://courier.example/sea/which-berth',
      body: `<!doctype html><html><head><title>Which berth is the best</title></head><body><main><h1>Which berth is the best</h1>${signed}${prose(2)}<table>${rows.join('')}</table>${prose(4)}${prose(3).replaceAll('The', 'Our')}</main></body></html>`,
    });
  const signed = page(
    '<p class="byline">By <a rel="author" href="/author/mara-ilves">Mara Ilves</a>, <time datetime="2026-03-02T09:00:00Z">2 March 2026</time></p>',
  );
  expect(signed.text).toContain('Berth 17');
  expect([signed.outcome, signed.reason]).toEqual(['passed', expect.any(String)]);
  expect(page('').reason).toMatch(/list of short lines/);
});
