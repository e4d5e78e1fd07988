import { article, paragraphs, reference } from '../article.ts';
import { edit } from '../repost.ts';

const original = article({
  outlet: 'levant',
  path: '/story/20261006-crossing-lorries-jordan-iraq',
  language: 'en',
  title: 'Lorries queue for 19 kilometres as Jordan and Iraq argue over a scanner',
  byline: 'Yara Khoumsi',
  published: '2026-10-06T08:20:00+03:00',
  plan: { relation: 'original' },
  photo: { caption: 'Drivers brew tea beside the road on Monday evening.', credit: 'Yara Khoumsi / Levant Monitor' },
  readMore: { label: 'Read also', headline: 'The village that sells shade: how a petrol…' },
  related: ['Amman raises fee for transit permits', 'Anbar melon growers count losses'],
  paragraphs: paragraphs(`
More than 1,100 lorries stood on the desert highway between Ruwaished and Trebil on Tuesday morning, the fifth day of a quarrel between Jordan and Iraq over who may operate a cargo scanner that neither side has yet switched on.

The machine, bought with a loan from a development bank, was delivered to the crossing in August. Jordan says that its customs officers were trained to run it; Iraq says that a scanner that stands eighty metres inside its own fence cannot be worked by officers of another state.

Until last Thursday lorries were searched by hand on both sides, which took some forty minutes each. Then the Iraqi border command ordered that every load be unpacked, and the line began to grow by three kilometres a day.

"I carry tomatoes, and tomatoes do not wait for ministers," said Abu Firas, a driver from Irbid who had slept two nights in his cab. Beside him a trader was selling ice by the block at four times the price in town.

Jordan's interior minister, Nidal Qaraleh, telephoned his Iraqi colleague, Hadi al-Sabbagh, on Monday evening. According to a statement from Amman the two agreed "to leave the scanner to the technicians and the road to the drivers", but no order had reached the crossing by dawn.

An officer at the Iraqi post, who was not allowed to speak to the press, said that his men would go back to sampling one load in ten as soon as they had it in writing. He thought that clearing the queue would take four days.

Exports through the crossing were worth 58 million dinars in the first half of the year, according to the chamber of commerce in Zarqa, which has asked for compensation for spoiled goods.`),
});

const first = article({
  outlet: 'harbour',
  path: '/2026/10/06/nineteen-kilometres-of-lorries/',
  language: 'en',
  title: 'Nineteen kilometres of lorries at a desert crossing',
  published: '2026-10-06T09:05:00+01:00',
  plan: { relation: 'copy', of: reference(original), kind: 'edited' },
  paragraphs: edit(original.paragraphs, {
    'More than 1,100 lorries': 'Over 1,100 trucks',
    'Until last Thursday lorries were': 'Until last Thursday vehicles were',
    'a driver from Irbid who had slept two nights in his cab': 'an Irbid driver who had spent two nights in his cab',
    'telephoned his Iraqi colleague': 'called his Iraqi counterpart',
    'He thought that clearing': 'He reckoned that clearing',
  }),
  credit: { line: 'This article first appeared in Levant Monitor', kind: 'first-published' },
  related: ['Container rates fall for a third week'],
  previous: 'Customs union in Gulf postpones tariff vote',
});

/** A chain: the outlet that was there, the paper that took it over with small edits, the aggregator that took the paper's. */
export const borderChain = [
  original,
  first,
  article({
    outlet: 'hub',
    path: '/mideast/lorries-jordan-iraq-h4301.html',
    language: 'en',
    title: 'Trucks wait for days between Jordan and Iraq',
    published: '2026-10-06T13:50:00+03:00',
    plan: { relation: 'copy', of: reference(original), kind: 'chain' },
    paragraphs: first.paragraphs,
    credit: { line: 'Via: Harbour Gazette' },
    photo: { caption: 'ARCHIV- Lkw-Schlange //// Trebil', credit: '(Foto: -/-)' },
    readMore: { label: 'Read more:', headline: 'Gulf states look for a common answer to the tar...' },
    related: ['Sınır kapısında bekleyiş sürüyor', 'طوابير الشاحنات على الحدود'],
    next: 'Zarqa chamber asks for compensation',
  }),
];
