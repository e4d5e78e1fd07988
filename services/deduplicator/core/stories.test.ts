import { expect, test } from 'vitest';
import { type Report, stories, storySizes } from './stories.ts';

const HOUR = 3_600_000;
const report = (id: string, hours: number, title: string, text: string): Report => ({
  id,
  family: id,
  language: 'en',
  title,
  text,
  instant: { at: hours * HOUR, from: 'published', seen: hours * HOUR },
});

const REPORTS = [
  report(
    'a',
    0,
    'Lighthouse keeper rescues nine sailors off Savik',
    'A keeper pulled nine men from the water near Savik on Monday. Captain Hugo Lantz praised Mina Adeyemi, who had seen their lamp at 4.15.',
  ),
  report(
    'b',
    3,
    'Nine sailors saved by Savik lighthouse keeper',
    'When the trawler of Hugo Lantz went down, it was Mina Adeyemi who rowed out. Nine are safe, the coast guard in Savik said.',
  ),
  report(
    'c',
    4,
    'Council of Velden puts off vote on tram line',
    'The tram line of Velden must wait, as Clara Voss told members. The council of the town wants 12 new expert opinions.',
  ),
  report(
    'd',
    90,
    'Lighthouse keeper who rescued nine sailors off Savik is honoured',
    'Mina Adeyemi got a medal in Savik. Hugo Lantz spoke of the lamp at 4.15 and the nine men.',
  ),
];

test('two reports of one event make a story, another event and a later day do not join it', () => {
  for (const order of [REPORTS, [...REPORTS].reverse()]) {
    const found = stories(order);
    expect(found.get('b')).toMatchObject({ story: 'a' });
    expect(found.get('c')).toMatchObject({ story: 'c', likeness: 0 });
    expect(found.get('d')!.story).toBe('d');
    expect(storySizes(order, found, new Map([['a', 3]])).get('a')).toEqual({ texts: 2, families: 2, copies: 3 });
  }
});
