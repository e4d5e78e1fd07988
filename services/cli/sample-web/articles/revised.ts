import { article, paragraphs, reference } from '../article.ts';
import { edit } from '../repost.ts';

const early = paragraphs(`
KHARTOUM — Sudan's two warring sides have accepted a pause in fighting of seventy-two hours, mediators from the African Union said on Friday evening. Details were not at once available.

The pause is to begin at midnight and to cover the capital and the road to Port Sudan, according to the chief mediator, Amara Diallo-Keita. She said that both delegations had given their word but had not yet signed.

Aid groups said that forty lorries with flour and medicine were waiting in Shendi. "We have drivers, we have fuel, we lack only silence," said Joost Verhaegen of a relief agency.

A previous pause, in August, broke down within five hours.`);

const bridge = paragraphs(`
Engineers from Serbia and Hungary have found cracks in two piers of the new Danube bridge near Apatin, and the opening planned for Saturday has been put off, the ministries of transport in Belgrade and Budapest said on Wednesday.

The cracks, each about a metre long, were noticed by divers during the last inspection. Both ministries stressed that the roadway was safe and that the delay was a matter of caution, not of danger.

"A bridge between two countries should not open with a question mark," said the Serbian transport minister, Miroslav Radenkovac, who was to have cut the ribbon together with his Hungarian colleague, Ilona Berkessy.

The bridge cost 210 million euros and was to replace a ferry that carries some 600 cars a day. The ferry will now run until the end of the year, and its crew of fourteen has been asked to stay on.

Villagers on both banks had prepared a feast with fish soup for three thousand. The mayor of Apatin said that the soup would be eaten in any case.`);

const first = article({
  outlet: 'harbour',
  path: '/2026/10/21/danube-bridge-opening-put-off/',
  language: 'en',
  title: 'Danube bridge opening put off after cracks are found',
  byline: 'Piers Lanyon',
  published: '2026-10-21T11:15:00+01:00',
  plan: { relation: 'original' },
  paragraphs: bridge,
  related: ['Barge traffic slow as river falls'],
});

/** Pieces that change: one at its own address once the web is revised, one by a fuller piece at another address. */
export const revised = [
  article({
    outlet: 'meridian',
    path: '/world/2026/10/16/sudan-pause-72-hours',
    language: 'en',
    title: 'Sudan: sides accept 72-hour pause, mediators say',
    byline: 'Akua Danquah-Reid',
    published: '2026-10-16T19:02:00+02:00',
    plan: { relation: 'unique' },
    paragraphs: early,
    related: ['Shendi hospital runs on one generator'],
    later: {
      title: 'Sudan: guns fall silent in Khartoum as 72-hour pause begins',
      updated: '2026-10-17T00:40:00+02:00',
      paragraphs: [
        ...edit(early.slice(0, 3), {
          'have accepted a pause in fighting of seventy-two hours, mediators from the African Union said on Friday evening. Details were not at once available.':
            'signed a pause in fighting of seventy-two hours late on Friday, and residents of the capital said that the guns had fallen silent shortly after midnight.',
          'She said that both delegations had given their word but had not yet signed.':
            'She said that both delegations had signed two copies each, in separate rooms.',
        }),
        ...paragraphs(`
The first of the lorries left Shendi at half past twelve with an escort of unarmed monitors. A resident of Omdurman, reached by telephone, said that people had come out on the roofs "to listen to nothing".

Under the terms, seen by Meridian Wire, each side may report a breach to a room in Addis Ababa that is staffed day and night. Three breaches would end the pause.`),
        ...early.slice(3),
      ],
    },
  }),
  first,
  article({
    outlet: 'harbour',
    path: '/2026/10/21/cracks-in-danube-bridge-what-we-know/',
    language: 'en',
    title: 'Cracks in two piers: what we know about the Danube bridge',
    byline: 'Piers Lanyon',
    published: '2026-10-21T16:40:00+01:00',
    plan: { relation: 'revision', of: reference(first), kind: 'other-url' },
    paragraphs: [
      ...bridge,
      ...paragraphs(`
In the afternoon the builder, a consortium from Linz, said that it had ordered samples of the concrete to be tested in Vienna and that it expected results within nine days.`),
    ],
    related: ['Barge traffic slow as river falls'],
    previous: 'Danube bridge opening put off after cracks…',
  }),
  article({
    outlet: 'hub',
    path: '/europe/danube-bridge-h4461.html',
    language: 'en',
    title: 'Cracks delay opening of Danube bridge',
    published: '2026-10-21T15:20:00+03:00',
    plan: { relation: 'copy', of: reference(first), kind: 'exact' },
    paragraphs: bridge,
    credit: { line: 'Source: Harbour Gazette' },
    related: ['Tuna köprüsünde çatlak', 'جسر الدانوب'],
  }),
];
