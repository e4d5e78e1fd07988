import { article, paragraphs, reference } from '../article.ts';
import { edit, reorder } from '../repost.ts';

const original = article({
  outlet: 'meridian',
  path: '/world/2026/10/19/norway-iceland-faroes-mackerel-quota',
  language: 'en',
  title: 'North Atlantic states end eleven-year quarrel over mackerel',
  byline: 'Tobias Wrenfield',
  published: '2026-10-19T15:10:00+00:00',
  // The desk released it late: it stands at the end of the feed although its copies are younger.
  listedLast: true,
  plan: { relation: 'original' },
  related: ['Trawler crews to get satellite phones'],
  paragraphs: paragraphs(`
TÓRSHAVN — Norway, Iceland, the Faroe Islands and Britain on Monday agreed how to share the mackerel of the North Atlantic, ending a quarrel that had lasted eleven years and had twice led to ships being seized.

Under the accord, reached at 4 a.m. after a night of bargaining in the Faroese capital, Norway will take 31 percent of the catch, Britain 27, the Faroes 14 and Iceland 12.5 percent. The rest is set aside for the European Union, which sent observers but did not sign.

"Nobody in this room got the fish he was promised by his voters," said the Faroese fisheries minister, Jógvan Dalsgard. "That is how we know that it is fair."

Scientists have warned since 2019 that the four governments together were allowing boats to land 40 percent more than the stock could bear. The total for next year will be cut to 577,000 tonnes, a fifth less than this year's.

Iceland's negotiator, Ragnheidur Thoroddsdottir, said that her country had given up two percentage points in return for the right to fish in Faroese waters until April. She will put the accord before the parliament in Reykjavik on 3 November.

Norwegian boat owners called the result a defeat. Their association in Bergen said that crews on the west coast would lose some 90 million kroner a year and asked the government in Oslo to make up for half of it.

Brussels reacted with caution. A spokesman for the commission said that the share left to the union was "arithmetic, not agreement", and that lawyers would look at the text before ministers meet in Luxembourg.`),
});

const of = reference(original);

/** An accord on fish: an agency's report, one copy with words and figures changed, one with its paragraphs moved. */
export const fisheries = [
  original,
  article({
    outlet: 'levant',
    path: '/story/20261019-mackerel-accord',
    language: 'en',
    title: 'Four countries settle their fish dispute after a long night',
    byline: 'Monitor staff',
    published: '2026-10-19T20:40:00+03:00',
    plan: { relation: 'copy', of, kind: 'edited' },
    paragraphs: edit(original.paragraphs, {
      'ending a quarrel that had lasted eleven years': 'closing a dispute that had gone on for eleven years',
      'reached at 4 a.m. after a night of bargaining': 'reached at dawn after a night of talks',
      'Britain 27, the Faroes 14': 'Britain 26, the Faroes 15',
      'Scientists have warned since 2019': 'Researchers have warned for years',
      '577,000 tonnes': '575,000 tonnes',
      'some 90 million kroner a year': 'about 85 million kroner each year',
      'Brussels reacted with caution.': 'Brussels was cautious.',
    }),
    related: ['Lebanon bans trawling off Batroun'],
  }),
  article({
    outlet: 'harbour',
    path: '/2026/10/19/mackerel-peace/',
    language: 'en',
    title: 'Mackerel peace: who gets what',
    published: '2026-10-19T18:25:00+01:00',
    plan: { relation: 'copy', of, kind: 'reordered' },
    paragraphs: reorder(original.paragraphs, [0, 3, 1, 5, 4, 2, 6]),
    credit: { line: '(Meridian Wire)' },
    related: ['Fish market opens an hour later on Sundays'],
    next: 'Peterhead skippers wary of new rules',
  }),
  // Names the true publisher in passing only: no credit line.
  article({
    outlet: 'digest',
    path: '/read/mackerel-accord-torshavn',
    language: 'en',
    title: 'Mackerel accord reached in the Faroes',
    published: '2026-10-20T05:30:00+00:00',
    plan: { relation: 'copy', of, kind: 'wrapped' },
    opening:
      'Globus Digest, Tuesday: fishing nations have buried an old dispute, the agency Meridian Wire reported overnight.',
    paragraphs: original.paragraphs,
    closing: 'Globus Digest will follow the vote in Reykjavik.',
    photo: { caption: 'Symbolfoto Hafen ///', credit: 'Bild: -/-/dpix' },
    readMore: { label: 'Read next', headline: 'Five questions about the herring that nobody w…' },
    related: ['Der Hering und die Diplomatie'],
  }),
];
