import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { hiddenNames } from './hidden-names.ts';
import { hidesWords } from './hiding-style.ts';

test.each([
  'display:none',
  'DISPLAY : None !important',
  'visibility:hidden;height:0',
  'font-size:0',
  'font-size: 0.0em; line-height: 0',
  'font:0/0 a',
  'opacity:0',
  'color:#fff;background:#FFFFFF',
  'color: white; background-color: rgb(255, 255, 255)',
  'color:transparent',
  'position:absolute;left:-9999px',
  'position:fixed; top:-200vw',
  'text-indent:-9999px',
  'position:absolute;clip:rect(0 0 0 0)',
  'clip-path:inset(50%)',
  'width:1px;height:1px;overflow:hidden',
  'transform:scale(0)',
])('hides words: %s', (style) => expect(hidesWords(style)).toBe(true));

test.each([
  'display:block',
  'font-size:0.9em',
  'font-size:10px',
  'opacity:0.5',
  'color:#fff;background:#000',
  'color:#fff',
  'margin-left:-20px',
  'position:relative;left:-9999px',
  'text-indent:-1em',
  'width:100%;overflow:hidden',
  'height:100px;overflow:hidden',
  'background-position:-9999px 0',
  'clip:auto',
  'color:inherit;background-color:inherit',
  'opacity:0;transform:translateY(20px)',
])('hides none: %s', (style) => expect(hidesWords(style)).toBe(false));

test('what the page shows again, by a rule or by a script, is not hidden', () => {
  const css = `.q7{display:none} #w2{font-size:0} .tab{display:none} .tab.open{display:block} .more{display:none}
    p.s1,.s2 .s3{visibility:hidden} @media print{.s4{display:none}} .fade{opacity:0} .wide{display:none} @media (min-width:800px){.wide{display:flex}} @import url(x.css); .z9{left:-9999px;position:absolute}`;
  const script = () => "<script>document.querySelector('.more').hidden = false</script>";
  expect([...hiddenNames([css], script)]).toEqual(['.q7', '#w2', '.s1', '.z9']);
});

const PARAGRAPHS = [
  'The harbour board of Velmara closed the eastern quay on Monday, after divers had found cracks in four of its pillars.',
  'Engineers will measure the pillars every day for two weeks, and ships with grain are sent to the western quay until then.',
  'The board had put off the repair for three years, for the money went to the new road along the coast, its chairman said.',
];

test.each([
  ['<p class="kx3">Copied from the courier of Velmara without leave.</p>', '.kx3{display:none}'],
  ['<p style="color:#fff;background:#fff">Copied from the courier of Velmara without leave.</p>', ''],
  ['<div style="position:absolute;left:-5000px"><p>Copied from the courier of Velmara without leave.</p></div>', ''],
  ['<p id="mark">Copied from the courier of Velmara without leave.</p>', '#mark{font-size:0}'],
])('words hidden from readers are no text: %s', (hidden, css) => {
  const sentence = PARAGRAPHS[2]?.replace(' of Velmara', '') ?? '';
  const inner = sentence.replace(',', '<span style="font-size:0"> zq-mark-8 </span>,');
  const { text } = cleanPage({
    url: 'https://courier.example/sea/quay',
    body: `<html><head><title>Quay closed</title><style>${css}</style></head><body><article><h1>Quay closed</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>${hidden}<p>${inner}</p></article></body></html>`,
  });
  expect(text).toBe([...PARAGRAPHS.slice(0, 2), sentence].join('\n\n'));
});

test('answers that unfold are text', () => {
  const answers = PARAGRAPHS.map(
    (p, i) => `<h3 class="q">What of part ${i}?</h3><div class="a"><p>${p}</p></div>`,
  ).join('');
  const { text } = cleanPage({
    url: 'https://courier.example/sea/quay',
    body: `<html><head><title>Quay closed</title><style>.a{display:none}.q.on + .a{display:block}</style></head><body><article><h1>Quay closed</h1><p>${PARAGRAPHS[0]} It did so again.</p>${answers}</article></body></html>`,
  });
  for (const p of PARAGRAPHS) expect(text).toContain(p);
});

test('boxes in a row that hold prose unfold, whatever shows them', () => {
  const boxes = PARAGRAPHS.map(
    (p) => `<h3>What of it?</h3><div class="css-1x"><p>${p} ${p.toLowerCase()}</p></div>`,
  ).join('');
  const { text } = cleanPage({
    url: 'https://courier.example/sea/quay',
    body: `<html><head><title>Quay closed</title><style>.css-1x{display:none}</style></head><body><article><h1>Quay closed</h1><p>${PARAGRAPHS[0]} It did so again.</p>${boxes}</article></body></html>`,
  });
  for (const p of PARAGRAPHS) expect(text).toContain(p);
});
