import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { parsePage } from '../dom/parse.ts';
import { readJsonLd } from './json-ld.ts';
import { readTags } from './tags.ts';
import { headingTexts, readTitle } from './title.ts';

interface Given {
  body?: string;
  h1?: string;
  og?: string;
  full?: string;
  ld?: string;
  ldType?: string;
  site?: string;
}

function titleOf({ body = '', h1, og, full, ld, ldType = 'NewsArticle', site }: Given): string | null {
  const page = parsePage(
    `<html><head>${full ? `<title>${full}</title>` : ''}${og ? `<meta property="og:title" content="${og}">` : ''}
     ${ld ? `<script type="application/ld+json">{"@type":"${ldType}","headline":"${ld}"}</script>` : ''}</head>
     <body><article>${h1 ? `<h1>${h1}</h1>` : ''}${body}<p>The council met on Monday and decided to open it again.</p></article></body></html>`,
  );
  return readTitle({
    headings: headingTexts(collectBlocks(page.body), null, readTags(page.document).title ?? null),
    tags: readTags(page.document),
    article: readJsonLd(page.jsonLd).article,
    siteName: site ?? null,
    feedTitle: null,
    url: 'https://www.sample-post.example/a',
  }).title;
}

test('what all agree on stands, without the name of the site', () => {
  expect(
    titleOf({
      h1: 'The bridge is open again',
      og: 'The bridge is open again',
      full: 'The bridge is open again - Sample',
    }),
  ).toBe('The bridge is open again');
  expect(titleOf({ full: 'Sample-Post » The bridge is open again' })).toBe('The bridge is open again');
  expect(
    titleOf({
      og: 'The bridge is open again | The Sample Post',
      full: 'The bridge is open again',
      site: 'The Sample Post',
    }),
  ).toBe('The bridge is open again');
});

test('of two forms the one that <title> does not repeat is the headline, where it is the odd one out', () => {
  const h1 = 'Bridge in Sample: Open again after two weeks';
  expect(titleOf({ h1, og: 'Cars roll once more over the old bridge', full: h1, ld: h1 })).toBe(
    'Cars roll once more over the old bridge',
  );
  expect(titleOf({ h1, og: h1, full: `${h1} - Sample`, ld: 'Cars roll once more over the old bridge' })).toBe(
    'Cars roll once more over the old bridge',
  );
  // <title> and og:title are the form for search engines.
  expect(
    titleOf({ h1, og: 'When does the bridge open? All dates', full: 'When does the bridge open? All dates', ld: h1 }),
  ).toBe(h1);
  // A section's or site's name after the heading is no other form.
  expect(titleOf({ h1, og: `${h1} – SP`, full: h1, ld: h1 })).toBe(h1);
  // The name of a web page is not the article's headline.
  expect(titleOf({ h1, og: h1, full: h1, ld: 'Archive of the year 2021', ldType: 'WebPage' })).toBe(h1);
});

test('a kicker stays where the metadata repeat it, and goes where they give the headline alone', () => {
  expect(
    titleOf({
      h1: 'After the flood: the bridge is open again',
      og: 'After the flood: the bridge is open again',
      full: 'The bridge is open again - Sample',
    }),
  ).toBe('After the flood: the bridge is open again');
  expect(
    titleOf({
      h1: 'After the floodThe bridge is open again',
      og: 'The bridge is open again',
      full: 'The bridge is open again',
    }),
  ).toBe('The bridge is open again');
  expect(
    titleOf({
      h1: 'Opinion The bridge must stay open',
      og: 'Opinion | The bridge must stay open',
      ld: 'The bridge must stay open',
    }),
  ).toBe('The bridge must stay open');
  expect(
    titleOf({
      h1: 'The bridge is open again',
      og: 'After the flood: The bridge is open again',
      ld: 'After the flood: The bridge is open again',
      full: 'After the flood: The bridge is open again - News',
    }),
  ).toBe('After the flood: The bridge is open again');
});

test('entities are decoded, and a heading of the article stands alone against brands', () => {
  expect(titleOf({ ld: 'The &#8216;old&#8217; bridge is open again' })).toBe('The ‘old’ bridge is open again');
  expect(
    titleOf({
      h1: 'The phantom of the old bridge',
      og: 'A long walk on the river explains what people hear at night',
      full: 'A long walk on the river explains what people hear at night',
    }),
  ).toBe('The phantom of the old bridge');
  expect(
    titleOf({
      h1: 'Notes from the river',
      og: 'The bridge is open again',
      full: 'The bridge is open again | Notes from the river',
    }),
  ).toBe('The bridge is open again');
});

test('a page without a largest heading: the lesser one that stands beside the name of the site in <title>', () => {
  const body = '<h2><a href="/">Tarsk Notes</a></h2><h3>The old bridge is open to carts again</h3>';
  expect(titleOf({ body, full: 'Tarsk Notes: The old bridge is open to carts again' })).toBe(
    'The old bridge is open to carts again',
  );
  expect(titleOf({ body: '<h2>Latest from the town hall</h2>', full: 'The old bridge is open again | Tarsk' })).toBe(
    'The old bridge is open again',
  );
});
