import { expect, test } from 'vitest';
import { readWords } from './core/words.ts';
import { article, randomOf } from './test-support/press.ts';
import { misread } from './test-support/reading-errors.ts';
import { areJoined, standings } from './test-support/run.ts';
import { scanned } from './test-support/scanner.ts';

const FERRY = `The ferry to the islands of Sorrel and Little Sorrel will not sail again before Easter, the harbour office of Brannoch said on Monday, because the ramp on which cars drive aboard has sunk by nine inches since the storm.

Divers who went down at low tide found that two of the six piles were loose and that a third had been gnawed by worms. "You could push a pencil into it," said Ruth Calder, who led them. The ramp was last looked at eleven years ago.

Until it is mended the mail goes by fishing boat, and those who must see a doctor are taken across by the lifeboat. The school in Little Sorrel, which has four pupils, is closed, for its teacher lives in Brannoch and is afraid of small boats.

The islanders are patient, but they want the fare they paid for the year back. The company says that it will think about it when it knows what the piles will cost.`;

/** The same happening told by somebody else. */
const RIVAL = `Nobody can take a car to Sorrel this winter. After the gale of last week the company that runs the boats has shut the landing stage in Brannoch, and it does not expect to open it before the spring.

The harbour master told a meeting in the town hall that the wood under the stage was rotten. It was the sea worm, he said, and the company had known of it for years but had put the money into a new ticket hall.

The people of the islands, some ninety of them, are to be given a free crossing on any boat that will have them. A doctor goes over on Thursdays. Whether the children of the school can be taught by telephone is to be tried after the holidays, and the price of coal has gone up by a third.`;

test('a text of which one letter in ten is misread is a copy, and its coverage is of the whole of it', async () => {
  const random = randomOf(41);
  let found = 0;
  for (let round = 0; round < 20; round += 1) {
    const rows = await standings([
      article('a', 'brannoch.example', FERRY, 0),
      article('b', 'scans.example', misread(random, FERRY, 0.09), 600),
      article('c', 'rival.example', misread(random, RIVAL, 0.09), 700),
    ]);
    expect(areJoined(rows, 'a', 'c')).toBe(false);
    if (areJoined(rows, 'a', 'b') && rows.get('b')!.coverage! > 0.7) found += 1;
  }
  expect(found).toBeGreaterThanOrEqual(18);
});

test('one that has lost lines as well, with words torn and run together, also where it is short', async () => {
  const random = randomOf(44);
  const short = FERRY.split('\n\n').slice(0, 3).join('\n\n');
  const found = { long: 0, short: 0 };
  for (let round = 0; round < 40; round += 1) {
    for (const [name, text] of [
      ['long', `${FERRY}\n\n${RIVAL}`],
      ['short', short],
    ] as const) {
      const rows = await standings([
        article('a', 'brannoch.example', text, 0),
        article('b', 'scans.example', scanned(random, text, 0.13), 600),
      ]);
      if (areJoined(rows, 'a', 'b')) found[name] += 1;
    }
  }
  expect(found.long).toBeGreaterThanOrEqual(36);
  expect(found.short).toBeGreaterThanOrEqual(32);
});

test('two reports of one thing, both badly read, are no copies of one another', async () => {
  const random = randomOf(45);
  for (let round = 0; round < 20; round += 1) {
    const rows = await standings([
      article('a', 'brannoch.example', scanned(random, FERRY, 0.1), 0),
      article('b', 'rival.example', scanned(random, RIVAL, 0.1), 600),
    ]);
    expect(areJoined(rows, 'a', 'b')).toBe(false);
  }
});

test('whichever of the two is misread, and whichever came in first', async () => {
  const poor = misread(randomOf(42), FERRY, 0.06);
  for (const [first, second] of [
    [FERRY, poor],
    [poor, FERRY],
  ] as const) {
    const articles = [article('a', 'brannoch.example', first, 0), article('b', 'scans.example', second, 600)];
    const [there, back] = [await standings(articles), await standings(articles.toReversed())];
    expect(there.get('b')!.relation, there.get('b')!.reason).toBe('copy');
    expect(back).toEqual(there);
  }
});

test('a text is known to be misread by how seldom its short words come again, and by words that are nearly others of it', () => {
  const read = (text: string) => readWords(text).reading;
  expect(read(FERRY).misread).toBe(false);
  expect(read(RIVAL).misread).toBe(false);
  expect(read(misread(randomOf(43), `${FERRY}\n\n${RIVAL}`, 0.1)).misread).toBe(true);
  expect(read('It is so.')).toEqual({ suspect: false, misread: false, mended: null });
});
