import { firstMarkKey, MARK_KEYS } from '@wirewatch/shared/text/posting-keys.ts';
import { expect, test } from 'vitest';
import { Commonness } from './commonness.ts';
import { markKeysOf } from './marks.ts';
import { mostLike, type Report } from './stories.ts';
import { readWords } from './words.ts';

const HOUR = 3_600_000;
const report = (id: string, hours: number, title: string, text: string): Report => ({
  id,
  group: id,
  house: id,
  story: null,
  language: 'en',
  title,
  text,
  instant: { at: hours * HOUR, from: 'published', seen: hours * HOUR },
});

const RESCUE = report(
  'a',
  0,
  'Lighthouse keeper rescues nine sailors off Savik',
  'A keeper pulled nine men from the water near Savik on Monday. Captain Hugo Lantz praised Mina Adeyemi, who had seen their lamp at 4.15.',
);
const SAVED = report(
  'b',
  3,
  'Nine sailors saved by Savik lighthouse keeper',
  'When the trawler of Hugo Lantz went down, it was Mina Adeyemi who rowed out. Nine are safe, the coast guard in Savik said.',
);
const COUNCIL = report(
  'c',
  4,
  'Council of Velden puts off vote on tram line',
  'The tram line of Velden must wait, as Clara Voss told members. The council of the town wants 12 new expert opinions.',
);
const HONOURED = report(
  'd',
  90,
  'Lighthouse keeper who rescued nine sailors off Savik is honoured',
  'Mina Adeyemi got a medal in Savik. Hugo Lantz spoke of the lamp at 4.15 and the nine men.',
);
const once = { texts: () => 1, common: new Commonness([]) };

test('two reports of one event belong together; another event, a later day, one house or one group do not', () => {
  expect(mostLike(SAVED, [COUNCIL, RESCUE, HONOURED], once)?.report.id).toBe('a');
  expect(mostLike(RESCUE, [COUNCIL, SAVED], once)?.report.id).toBe('b');
  expect(mostLike(COUNCIL, [RESCUE, SAVED, HONOURED], once)).toBeNull();
  expect(mostLike(HONOURED, [RESCUE, SAVED], once)).toBeNull();
  expect(mostLike(SAVED, [{ ...RESCUE, house: 'b' }], once)).toBeNull();
  expect(mostLike(SAVED, [{ ...RESCUE, group: 'b' }], once)).toBeNull();
  expect(mostLike(SAVED, [{ ...RESCUE, language: 'de' }], once)).toBeNull();
});

test('what two reports of one story are like together, one alone need not be', () => {
  const plea = report(
    'e',
    5,
    'Rescue service asks for a second boat',
    'Crews owe their lives to luck and to people like Mina Adeyemi, the coast guard said after a keeper had seen the lamp of a trawler that went down off Savik. Without another boat the next men may drown, it warned the ministry in a letter of 12 pages, which lists every call of the winter.',
  );
  const alone = mostLike(plea, [RESCUE], once);
  expect(alone).toBeNull();
  const both = [RESCUE, SAVED].map((other) => ({ ...other, story: 'a' }));
  expect(mostLike(plea, both, once)?.reason).toContain('savik');
  expect(mostLike(plea, [RESCUE, SAVED], once)).toBeNull();
  const oneHouse = both.map((other) => ({ ...other, house: 'same' }));
  expect(mostLike(plea, oneHouse, once)).toBeNull();
});

test('one wording with other facts is no second report, also where it has few facts', () => {
  const notice = (id: string, place: string, who: string) =>
    report(
      id,
      6,
      'Owner of the quarry is questioned by police',
      `Officers took papers and computers out of the office of the quarry near ${place} and asked the owner to come along. He is thought to have saved on the fence. ${who} wants every pit of the province to be looked at; the union recalls that it had complained three times in one year, and nobody came.`,
    );
  expect(mostLike(notice('x', 'Marsby', 'Ines Calder'), [notice('y', 'Torrente', 'Bruno Haske')], once)).toBeNull();
});

test('the same bulletin of two houses, filled in by each, is no event', () => {
  const bulletin = (id: string, level: string, flow: string, when: string, gate: string) =>
    report(
      id,
      6,
      'River Aster: levels this morning at the Brenholt gauge',
      `The gauge at Brenholt bridge showed ${level} centimetres when the keeper read it, which is within the usual range for the season. About ${flow} cubic metres a second went through the weir below the old mill, and the gates of ${gate} stood open since ${when} in the night. Boats may pass under the bridge of Brenholt at their own risk; the next reading follows tomorrow at the same hour.`,
    );
  const north = bulletin('north', '212', '48', '2.40', 'Tessendorf');
  const south = bulletin('south', '187', '39', '3.15', 'Ulmenau');
  expect(mostLike(south, [north], once)).toBeNull();
  expect(readWords(south.text).hashes.length).toBeGreaterThan(60);
});

test('keys of marks lie above those of shingles, those of one time together', () => {
  const keys = markKeysOf(SAVED);
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.every((key) => key >= MARK_KEYS)).toBe(true);
  expect(keys.every((key) => key >= firstMarkKey(0) && key < firstMarkKey(48 * HOUR))).toBe(true);
});
