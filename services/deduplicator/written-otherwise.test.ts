import { expect, test } from 'vitest';
import { article, randomOf, story } from './test-support/press.ts';
import { standings } from './test-support/run.ts';

const CARRIER = `The mill on the Arrow that has stood empty since the flood is to become a school for boat builders, the county of Larkshire said. It has bought the building and the two sheds behind it from the heirs of the last miller, Conrad Ashby, and pays for the roof, while the guild pays for the tools.

Twenty pupils are to begin there in autumn. They will learn to steam planks, to caulk and to cast keels, and each of them has to build a skiff of his own before he may leave. Dora Fenwick, who led the yard at Saltmouth for half of her life, will be the first to teach.`;

test('the place and the day it was written, the hour, and sums in other money and measure part no two reports', async () => {
  const first = `SALTMOUTH, Tuesday 14 May, 18:40 - ${CARRIER} The purchase cost 2.4 million pounds, and the pond before it is 310 feet long.`;
  const other = `Oldquay, 15/5, 7.15 a.m. - ${CARRIER} The purchase cost 2.8 million euros, and the pond before it is 94 metres long.`;
  const rows = await standings([
    article('a', 'gazette.example', first, 0),
    article('b', 'courier.example', other, 700),
  ]);
  expect(rows.get('b'), rows.get('b')!.reason).toMatchObject({ relation: 'copy', originalId: 'a' });
});

test('other figures in one form are the next number of a series at one outlet', async () => {
  const bulletin = (day: number, figures: number[]) =>
    `Harbour office of Saltmouth, bulletin of ${day} May. High water is at ${figures[0]} and low water at ${figures[1]}. The wind blows from the west with ${figures[2]} knots, and waves off the bar are ${figures[3]} feet high. ${figures[4]} boats lie at the quay and ${figures[5]} are expected before the evening. Those who leave the harbour tell the office on channel ${figures[6]} and keep to the south of the beacon.`;
  const rows = await standings([
    article('a', 'harbour.example', bulletin(3, [1140, 1755, 12, 4, 31, 6, 9]), 0),
    article('b', 'harbour.example', bulletin(4, [1225, 1841, 27, 9, 18, 11, 14]), 1440),
  ]);
  expect(rows.get('b')!.relation, rows.get('b')!.reason).toBe('unique');
});

/** What no reader sees: joiners, a soft hyphen, a variation selector, a tag, a grapheme joiner. */
const UNSEEN = ['\u200b', '\u200d', '\u00ad', '\ufe0f', '\u{e0061}', '\u034f', '\u2060'];
/** Cyrillic letters that look as Latin ones do. */
const LOOKS: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' };

test('characters that nobody sees and letters of another script that look alike do not make a copy escape', async () => {
  const random = randomOf(91);
  const text = story(random, 9).join('\n\n');
  const hidden = text.replace(/\p{L}/gu, (letter) =>
    random() < 0.15 ? `${letter}${UNSEEN[Math.floor(random() * UNSEEN.length)]}` : letter,
  );
  const painted = text.replace(/(?<=\p{L}\p{L})[aeopc](?=\p{L})/gu, (letter) =>
    random() < 0.2 ? LOOKS[letter]! : letter,
  );
  expect(hidden).not.toBe(text);
  expect(painted).not.toBe(text);
  const rows = await standings([
    article('a', 'true.example', text, 0),
    article('hidden', 'hides.example', hidden, 60),
    article('painted', 'paints.example', painted, 70),
  ]);
  for (const id of ['hidden', 'painted']) {
    const row = rows.get(id)!;
    expect(row, row.reason).toMatchObject({ relation: 'copy', originalId: 'a' });
    expect(row.coverage, id).toBeGreaterThan(0.97);
  }
});

test('who repeats a translation without a credit belongs to it, and to what it was translated from', async () => {
  const german =
    'Die Reederei Norholm setzt ab Juni ein Schiff ein, das 27 Millionen kostet und 340 Gäste von Norholm nach Savik bringt. Der Rat von Velden hat dem Vertrag am 12. März zugestimmt, sagte der Sprecher Ingmar Tessin.';
  const english =
    'The shipping line Norholm is to run a ship from June that cost 27 million and takes 340 guests from Norholm to Savik. The council of Velden agreed to the contract on 12 March, its spokesman Ingmar Tessin said, and the harbour will be deepened before the summer so that it can land at low water as well.';
  const rows = await standings([
    article('source', 'kurier.example', german, 0, { language: 'de', outlet: 'Kurier' }),
    article('told', 'daily.example', english, 60, {
      language: 'en',
      credit: { source: 'Kurier', kind: 'whole', url: 'https://kurier.example/source' },
    }),
    article('again', 'portal.example', english, 300, { language: 'en' }),
  ]);
  expect(rows.get('told'), rows.get('told')!.reason).toMatchObject({ relation: 'copy', originalId: 'source' });
  expect(rows.get('told')!.basis).toContain('translation');
  expect(rows.get('again'), rows.get('again')!.reason).toMatchObject({ relation: 'copy', originalId: 'told' });
});
