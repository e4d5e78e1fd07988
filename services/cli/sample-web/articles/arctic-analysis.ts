import { article, paragraphs, reference } from '../article.ts';
import { addressOf } from '../outlets.ts';

const original = article({
  outlet: 'harbour',
  path: '/2026/10/08/the-ice-is-leaving-the-lawyers-are-arriving/',
  language: 'en',
  title: 'The ice is leaving, the lawyers are arriving',
  byline: 'Constance Abernathy-Vole',
  published: '2026-10-08T06:00:00+01:00',
  plan: { relation: 'original' },
  photo: { caption: 'A survey ship north of Svalbard in late September.', credit: 'Picture: C. Abernathy-Vole' },
  readMore: { label: 'Read more:', headline: 'Pilots wanted: the school that teaches ice to…' },
  related: ['Icebreaker refit runs over budget', 'A short history of the northern lights of trade'],
  previous: 'Dredging resumes in the inner harbour',
  next: 'Rope makers win export prize',
  paragraphs: paragraphs(`
When the freighter Halvard Bremnes left Kirkenes in July with nineteen thousand tonnes of ore, her captain carried three sets of charts: one Norwegian, one Russian, and one that her insurers had drawn themselves. They did not agree on where the open sea began.

That disagreement used to be a matter for professors. For most of the year the water in question was solid, and nobody pays a toll on ice. This summer forty-four ships went through, more than twice the number of two years ago, and every one of them passed a line that at least one government says is a border.

## Three layers of quarrel

The quarrel has three layers. At the bottom lies the sea floor, which Russia, Denmark and Canada each claim as far as the pole. Above it lies the water, free to all beyond two hundred miles, but only if one agrees from which rocks the miles are counted. On top is the right to demand a pilot, a fee and a forecast, which Moscow has claimed for the whole of its northern coast since long before there was any traffic to charge.

"Everyone is legally prepared and nobody is practically prepared," says Ingvild Sørhaug, who teaches the law of the sea in Tromsø and has advised two of the five coastal states. She counts eleven disputes that could reach a court and only two rescue helicopters within a thousand miles of the route.

## Cheaper and dearer

Insurers have drawn their own conclusion. A voyage over the top now costs less to fuel and more to cover than the same voyage through Suez, and the difference is almost exactly nothing. Brokers in London say that a single accident would settle the matter for a decade.

China, which has no coast there, has built the most. Three of its yards launched ice-strengthened carriers this year, and a research station on the Norwegian side has asked for a second pier. Oslo has not answered the request, which in the language of Oslo is an answer.

The Arctic Council, where such things were once talked over, has not met at the level of ministers for five years. Officials now speak in the corridors of other conferences. One of them described a meeting in Reykjavik last month as "nine people looking at a map and praising the coffee".

What would help is dull: a common register of ships, a shared duty of rescue, one agreed forecast. Diplomats in three capitals say that a draft of such a paper exists, eleven pages long, and that it has been ready since spring. It needs five signatures. The ice needs no signature at all.`),
});

/** A long analysis: one paper takes it whole, another quotes three paragraphs of it within an article of its own. */
export const arcticAnalysis = [
  original,
  article({
    outlet: 'hub',
    path: '/europe/ice-and-lawyers-h4350.html',
    language: 'en',
    title: 'Northern sea route: the ice is leaving, the lawyers are arriving',
    published: '2026-10-08T10:30:00+03:00',
    plan: { relation: 'copy', of: reference(original), kind: 'exact' },
    paragraphs: original.paragraphs,
    credit: { line: 'Source: Harbour Gazette' },
    canonical: addressOf(original),
    related: ['Kutup rotasında rekor', 'القطب الشمالي والملاحة'],
    previous: 'Norway orders two rescue helicopters',
  }),
  article({
    outlet: 'levant',
    path: '/story/20261009-suez-and-the-northern-route',
    language: 'en',
    title: 'Should Port Said be afraid of the ice?',
    byline: 'Bassel Trad',
    published: '2026-10-09T11:00:00+03:00',
    plan: { relation: 'excerpt', of: reference(original), kind: 'excerpt' },
    related: ['Canal pilots ask for hazard pay', 'The clerk who counts the convoys'],
    paragraphs: [
      ...paragraphs(`
In the coffee houses behind the quay at Port Said there are two opinions about the Arctic. One holds that it is a rumour spread by people who sell fur. The other holds that it will eat the canal, and soon. Neither party has been there.

Figures help a little. The canal still counts more ships in one slow day than the northern route saw in the whole of this summer, and even the boldest forecast from the shipowners gives the ice no more than two percent of the trade between Asia and Europe by 2035. Agents here lose more sleep over the price of war-risk cover than over the melting of anything.

Still, the question is asked by serious people. The Harbour Gazette put it well in an analysis this week, from which it is worth quoting at length:`),
      ...[1, 3, 6].map((index) => original.paragraphs[index] ?? ''),
      ...paragraphs(`
That last sentence is the one that people in Ismailia have underlined. The canal authority does not fear ice; it fears a customer who can say that he has somewhere else to go. Three of the large lines have already asked for a rebate on convoys that sail at night, and all three mentioned the north in their letters.

Farouk Dessouki, who ran the authority's pricing office until last year, advises calm. "Give them a little off the night convoys and a great deal of punctuality," he says. "A ship that knows her hour does not go looking for bears."

The authority is to publish its tariff for next year in December. People who have seen a draft say that it contains a rebate for night passages, and not a word about bears.`),
    ],
  }),
];
