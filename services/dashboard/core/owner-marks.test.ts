import { expect, test } from 'vitest';
import { ownerMarks } from './owner-marks.ts';

const values = (page: string) => ownerMarks(page).map(({ value }) => value);

test.each([
  ['<script src="https://ads.example/js?client=ca-pub-1234567890123456"></script>', 'AdSense account 1234567890123456'],
  ["<script>googletag.defineSlot('/12345678/harbour/top', [300, 250])</script>", 'Ad Manager network 12345678'],
  ['<script>ga("create", "UA-1234567-8")</script>', 'Analytics account 1234567'],
  ['<script>gtag("config", "G-ABCDEF1234")</script>', 'Analytics property G-ABCDEF1234'],
  ['<script>var _sf_async_config = {}; _sf_async_config.uid = 65432;</script>', 'Chartbeat account 65432'],
  ['<script>_comscore.push({ c1: "2", c2: "12345678" })</script>', 'Comscore account 12345678'],
  ['<meta content="abcDEF_123-xyz" name="google-site-verification">', 'Google verification abcDEF_123-xyz'],
  ['<meta property="fb:app_id" content="123456789012">', 'Facebook application 123456789012'],
  [
    '<script type="application/ld+json">{"publisher":{"parentOrganization":{"@type":"Organization","name":"Harbour Holding"}}}</script>',
    'publisher Harbour Holding',
  ],
  ['<footer>© 2011–2026 Harbour Media Ltd. All rights reserved.</footer>', 'rights of Harbour Media Ltd'],
  ['<p>&copy; Издательский дом «Гавань», ООО</p>', 'rights of Издательский дом «Гавань», ООО'],
  [
    '<FOOTER><p>The <b>Harbour Gazette</b> and its sister papers are written for those who live by the sea.</p></FOOTER>',
    'foot The Harbour Gazette and its sister papers are written for those who live by the sea.',
  ],
  [
    '<link rel="shortcut icon" href="//static.harbour.example/g/icon.png?v=2">',
    'icon static.harbour.example/g/icon.png',
  ],
])('%s', (page, mark) => {
  expect(values(page)).toEqual([mark]);
});

test.each([
  ['a year in an address is no network', "<script>defineSlot('/2026/11')</script>"],
  ['rights in a script are those of its authors', '<script>/* © 2015 Some Library Inc */</script>'],
  ['rights in a comment', '<!-- Copyright 2019 Theme Makers GmbH -->'],
  ['whoever took a picture is no body', '<p>© 2026 Ana Ribeiro, before the harbour</p>'],
  ['an account that all guests of a platform bear', '<meta property="fb:app_id" content="249643311490">'],
  ['what stands open in a template', '<meta property="fb:admins" content="USER_ID">'],
  ['an icon of its own', '<link rel="icon" href="/favicon.ico">'],
  ['an icon of a platform', '<link rel="icon" href="https://assets.squarespace.com/universal/default-favicon.ico">'],
  [
    'a foot that everybody has',
    '<footer>This site is protected by reCAPTCHA, and the terms of its makers apply to all who visit it.</footer>',
  ],
  [
    'a sentence of an article',
    '<p>The Harbour Gazette and its sister papers are written for those who live by the sea.</p>',
  ],
  ['the words of an article', '<p>The account UA is not a number, and G-7 is a meeting.</p>'],
])('%s', (_name, page) => {
  expect(values(page)).toEqual([]);
});

test('a page of a megabyte of openings costs what its length is', () => {
  for (const opening of [
    '<meta ',
    '©',
    '<script type="application/ld+json">',
    'defineSlot(',
    '"legalName":{',
    '<!--',
    '<footer',
    '<footer>word ',
    '<link rel="icon" ',
  ]) {
    const cost = (length: number) => {
      const page = opening.repeat(length / opening.length);
      const from = process.cpuUsage();
      ownerMarks(page);
      return process.cpuUsage(from).user;
    };
    cost(100_000);
    expect(cost(400_000)).toBeLessThan(500_000);
  }
});
