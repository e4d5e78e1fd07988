import { article, paragraphs, reference } from '../article.ts';
import { cut } from '../repost.ts';

/** One event that three outlets report each in words of their own. */
const wire = article({
  outlet: 'meridian',
  path: '/world/2026/10/22/skelby-varnholt-ammonia-leak',
  language: 'en',
  title: 'Ammonia leak at Varnholt plant in Skelby injures 41, town centre evacuated',
  byline: 'Oren Prentiss',
  published: '2026-10-22T06:10:00+01:00',
  plan: { relation: 'original' },
  paragraphs: paragraphs(`
SKELBY — A leak of ammonia at the Varnholt cold store in Skelby injured 41 people and forced some 3,200 residents from their homes early on Thursday, the county fire chief, Ottilie Brandvold, said.

A valve on the main tank of the Varnholt plant failed shortly before four in the morning, Brandvold told reporters. Crews in protective suits needed two hours and a half to close it. Nobody was in danger of his life, the hospital in Skelby said, but nine workers would be kept in for a second night.

The Varnholt company, which stores fish for half of the coast, said that the valve had been inspected in August. The union of its workers disputed that and asked for the papers.

Schools in Skelby stayed shut. The railway to Arnsund was closed until noon, and 17 trains were cancelled. Residents may go home once three measurements in a row show no gas, the county said.

Environment minister Leif Tangvald will visit Skelby on Friday. He has ordered that all 26 ammonia tanks of the country be looked at before the winter.`),
});

const gazette = article({
  outlet: 'harbour',
  path: '/2026/10/22/night-of-the-sirens-in-skelby/',
  language: 'en',
  title: 'Night of the sirens: Skelby wakes to ammonia from the Varnholt store',
  byline: 'Constance Abernathy-Vole',
  published: '2026-10-22T08:25:00+01:00',
  plan: { relation: 'original' },
  paragraphs: paragraphs(`
They carried the children out in wet blankets. By the time it was light in Skelby, 3,200 of its people were sitting in two gymnasiums, and the smell that had driven them there was still in their hair.

It was ammonia, from the Varnholt cold store behind the station. Forty-one were hurt, most of them by coughing until they could not stand. Fire chief Ottilie Brandvold, who slept as little as anybody, said that her crews had found a valve "open like a mouth" and had worked on it for more than two hours.

Varnholt freezes herring and whiting for the whole coast and is the largest employer of the town. Its valve was looked at in August, the company says. "By whom?" asks the union, and has asked to see the papers.

No train ran to Arnsund before noon. At the hospital nine of Varnholt's night shift lie in one ward, playing cards.

On Friday Leif Tangvald, minister of the environment, comes to look. There are 26 such tanks between here and the border, and he wants to know of each of them how it is.`),
});

const monitor = article({
  outlet: 'levant',
  path: '/story/20261022-skelby-ammonia',
  language: 'en',
  title: 'Dozens hurt by ammonia in Skelby; minister Tangvald orders checks of 26 tanks',
  byline: 'Bassel Trad',
  published: '2026-10-22T12:40:00+03:00',
  plan: { relation: 'unique' },
  paragraphs: paragraphs(`
All 26 large ammonia tanks of the country are to be examined before the winter, minister Leif Tangvald has ordered after an accident at the Varnholt cold store in Skelby in which 41 people were hurt.

Gas escaped on Thursday from a broken valve. Ottilie Brandvold, who leads the county's fire service, said that it had taken two and a half hours to shut it, and that 3,200 people had had to leave the middle of Skelby meanwhile.

Among the nine workers who remain in hospital are four from Syria, said a cousin of one of them. They had been in the packing hall of Varnholt, next to the tank, when the alarm went off.

The company pointed to an inspection in August. Its workers' union wants to see what was written down then.

Rail traffic with Arnsund, where most of the fish is sold, was interrupted for eight hours.`),
});

/** Two papers have one text within minutes, and a third names the second: who was first is contested. */
const pilots = paragraphs(`
MERSIN — Forty harbour pilots who had refused night work since the first of the month will be back on their boats this evening, after the port agreed to put a second pilot aboard every tanker longer than two hundred metres.

The dispute began with a letter. A pilot of thirty years' standing had written to the harbour office that he could no longer see the buoys of the eastern channel, because the new cranes behind them were lit through the night. The office answered that the lights were a matter for the crane company.

"We asked for lamps to be turned by ninety degrees, and got a strike," said Nermin Alkan, who spoke for the pilots. She said that the crane company had in the end done it within an afternoon.

Ships had meanwhile waited up to six days in the roads. Agents put the cost at about four million dollars, most of it for cargoes of fruit which had to be sold off at the quay.

The second pilots come from Iskenderun and will be paid by the port until the spring. Whether they stay is to be settled by a committee in which both sides have two seats and the coastguard has one.`);

const first = article({
  outlet: 'levant',
  path: '/story/20261021-harbour-pilots-return-to-night-work',
  language: 'en',
  title: 'Harbour pilots return to night work after row over lights',
  byline: 'Dina Sayegh',
  published: '2026-10-21T13:20:00+03:00',
  plan: { relation: 'original' },
  paragraphs: pilots,
});
const ofPilots = reference(first);

/** What the demo has beside the sample web: an event that three report and others copy, a contested original, a page that cannot be read. */
export const demoExtras = [
  wire,
  gazette,
  monitor,
  article({
    outlet: 'hub',
    path: '/world/skelby-ammonia-h4502.html',
    language: 'en',
    title: 'Ammonia leak injures 41 in Skelby',
    published: '2026-10-22T09:15:00+03:00',
    plan: { relation: 'copy', of: reference(wire), kind: 'exact' },
    paragraphs: wire.paragraphs,
    credit: { line: 'Source: Meridian Wire' },
  }),
  article({
    outlet: 'digest',
    path: '/read/night-of-the-sirens',
    language: 'en',
    title: 'Skelby wakes to ammonia',
    published: '2026-10-22T09:40:00+00:00',
    plan: { relation: 'copy', of: reference(gazette), kind: 'cut' },
    paragraphs: cut(gazette.paragraphs, 1),
  }),
  first,
  article({
    outlet: 'harbour',
    path: '/2026/10/21/pilots-back-aboard/',
    language: 'en',
    title: 'Pilots back aboard as port turns its lamps',
    byline: 'Piers Lanyon',
    published: '2026-10-21T11:34:00+01:00',
    plan: { relation: 'copy', of: ofPilots, kind: 'exact' },
    paragraphs: pilots,
  }),
  article({
    outlet: 'hub',
    path: '/world/pilots-lamps-h4498.html',
    language: 'en',
    title: 'Pilots end strike over lamps',
    published: '2026-10-21T15:05:00+03:00',
    plan: { relation: 'copy', of: ofPilots, kind: 'exact' },
    paragraphs: pilots,
    credit: { line: 'Source: Harbour Gazette' },
  }),
  article({
    outlet: 'courrier',
    path: '/monde/2026/10/21/carnet-de-bord',
    language: 'fr',
    title: 'Carnet de bord : la page que personne ne peut lire',
    published: '2026-10-21T10:00:00+02:00',
    plan: { relation: null, outcomes: ['quarantined'] },
    answer: 'garbled',
    paragraphs: [],
  }),
];
