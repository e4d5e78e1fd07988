import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { parsePage } from '../dom/parse.ts';
import { names } from './author-names.ts';
import { readByline } from './byline.ts';
import { readJsonLd } from './json-ld.ts';
import { readTags } from './tags.ts';

function bylineOf(body: string, { head = '', site = null }: { head?: string; site?: string | null } = {}): string[] {
  const page = parsePage(
    `<html><head>${head}</head><body><article><h1>A headline of the day</h1>${body}</article></body></html>`,
  );
  return readByline(
    page.document,
    collectBlocks(page.body),
    readTags(page.document),
    readJsonLd(page.jsonLd).article,
    site,
  );
}

const author = (name: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","author":"${name}"}</script>`;

test('a box of the author gives the names that it marks up, not its dates and links', () => {
  expect(
    bylineOf('<div itemprop="author">By <span itemprop="name">Ada Sample</span> Mar 2, 2021 • 4 min read</div>'),
  ).toEqual(['Ada Sample']);
  expect(bylineOf('<ul class="metaInfoAuthorList"><li><a href="/a">Ada Sample</a></li></ul>')).toEqual(['Ada Sample']);
  expect(
    bylineOf(
      '<div class="article-byline"><a href="/a">Ada Sample</a> <a href="/b">Ben Mustermann</a> <a href="/c">Carla Perez Example</a></div>',
    ),
  ).toEqual(['Ada Sample', 'Ben Mustermann', 'Carla Perez Example']);
  expect(
    bylineOf(
      '<div class="byline-section"><span class="author"><a class="authors" href="/a">Ada Sample</a></span> The Daily Example</div>',
    ),
  ).toEqual(['Ada Sample']);
});

test('who names only the site gives way to a person, and stands where there is none', () => {
  const body = '<p class="author">Ada Sample</p>';
  for (const [name, site] of [
    ['The Daily Example', 'Daily Example'],
    ['Example', 'Example Media AG'],
    ['DE', 'Daily Example'],
    ['Deutsches Echo (www.de.example)', 'DE'],
  ] as const)
    expect(bylineOf(body, { head: author(name), site })).toEqual(['Ada Sample']);
  expect(bylineOf('', { head: author('The Daily Example'), site: 'Daily Example' })).toEqual(['The Daily Example']);
  expect(bylineOf('', { head: '<meta name="author" content="Ada Sample">', site: "Ada Sample's Notes" })).toEqual([
    'Ada Sample',
  ]);
});

test('functions, degrees, picture credits and address parts are no names', () => {
  expect(names(['Ada Sample, Example Staff Writer'])).toEqual(['Ada Sample']);
  expect(names(['Ada Sample MS, RDN, LD'])).toEqual(['Ada Sample']);
  expect(names(['Ada Sample', '(Image: Example Pictures)', 'ada-sample'])).toEqual(['Ada Sample']);
  expect(names(['24Heute Redaktion'])).toEqual([]);
  expect(names(['Heute24 Redaktion'])).toEqual(['Heute24 Redaktion']);
});

test.each([
  ['Das Gespräch führte Jonna Weidlich', ['Jonna Weidlich']],
  ['Propos recueillis par Maëlle Kerbrat', ['Maëlle Kerbrat']],
  ['Беседовала Дарья Ковшова', ['Дарья Ковшова']],
  ['Rozmawiali: Hanna Bielska i Olaf Turek', ['Hanna Bielska', 'Olaf Turek']],
  ['(Texto y fotos: Inés Barroeta)', ['Inés Barroeta']],
  ['Text och bild: Alva Strand', ['Alva Strand']],
  ['Az interjút készítette: Réka Somogyi', ['Réka Somogyi']],
  ['聞き手・相沢透', ['相沢透']],
] as const)('who signs at the end: %s', (line, expected) => {
  expect(bylineOf(`<p>The pilot came back late in the evening, and slept.</p><p><em>${line}</em></p>`)).toEqual(
    expected,
  );
});

test.each(['Text: what the treaty says', 'Interview with Jonna Weidlich', 'Беседовала долго', 'Foto: Alva Strand'])(
  'no signature: %s',
  (line) => {
    expect(bylineOf(`<p>The pilot came back late in the evening, and slept.</p><p>${line}</p>`)).toEqual([]);
  },
);

test('a class that ends in "by" names the author, and what is sorted or paid by somebody does not', () => {
  expect(bylineOf('<div class="head_by">Ada Sample</div>')).toEqual(['Ada Sample']);
  expect(bylineOf('<div class="sort-by">Newest First</div><p class="sponsored_by">Grand Hotel</p>')).toEqual([]);
});

test('what stands round a name: a seat, a page of its own, a word for the text', () => {
  expect(names(['By Ada Sample and Ben Mustermann in Port Sollen'])).toEqual(['Ada Sample', 'Ben Mustermann']);
  expect(names(['Words: Ada Sample'])).toEqual(['Ada Sample']);
  expect(names(['Ada Sample', 'Voir la biographie', 'Alle Artikel'])).toEqual(['Ada Sample']);
  expect(names(['本报记者 周望舒'])).toEqual(['周望舒']);
  expect(names(['Ada in der Au'])).toEqual(['Ada in der Au']);
});
