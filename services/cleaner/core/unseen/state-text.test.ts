import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const TEXT = [
  'The ferry company of Sollen will sail twice a day from the first of May, as it did before the fire in the engine house.',
  'Passengers may take bicycles and dogs without paying more, and lorries have to be at the quay half an hour before the rest.',
  'The island council had asked for a third sailing on Sundays, and the company will look at it when the summer is over.',
  'Fares rise by four per cent, the first time in six years, and islanders go on paying half of what the visitors pay.',
];
const flight = `5:["$","article",null,{"children":[${TEXT.map((t) => `["$","p",null,{"children":${JSON.stringify(t)}}]`).join(',')}]}]\n`;
const angular = JSON.stringify({ article: { title: 'x', body: TEXT.map((t) => `<p>${t}</p>`).join('') } })
  .replace(/&/g, '&a;')
  .replace(/"/g, '&q;')
  .replace(/</g, '&l;')
  .replace(/>/g, '&g;');

test.each([
  [
    'a stream of components',
    `<script>self.__next_f.push([1,${JSON.stringify(flight).replace(/</g, '\\u003c')}])</script>`,
  ],
  [
    'state that is pushed, its text closed by who wrote it',
    `<script>window.__Q_1 = window.__Q_1 || [];window.__Q_1.push(${JSON.stringify({
      queries: [
        {
          state: {
            data: {
              html: `${TEXT.map((t) => `<p class="e"><b>${t}</b></p>`).join('')}<div class="who"><span class="name"><b>Ana Kester</b> reporter<span class="mail"> ana@courier.example </span></span></div>`,
            },
          },
        },
      ],
    }).replace(/</g, '\\u003c')})</script>`,
  ],
  ["Angular's escaped state", `<script id="app-state" type="application/json">${angular}</script>`],
  ['line breaks for readers without scripts', `<noscript><div>${TEXT.join('<br><br>')}</div></noscript>`],
])('a text that stands only in %s is taken', (_, carrier) => {
  const { text } = cleanPage({
    url: 'https://courier.example/news/ferry-sails',
    body: `<html><head><title>Ferry sails again</title></head><body><div id="root"></div>${carrier}</body></html>`,
  });
  for (const paragraph of TEXT) expect(text).toContain(paragraph);
});
