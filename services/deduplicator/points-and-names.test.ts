import { describe, expect, test } from 'vitest';
import { article, randomOf, story } from './test-support/press.ts';
import { areJoined, standings } from './test-support/run.ts';

describe('a link or a credit without any text in common', () => {
  const random = randomOf(71);
  const [one, other] = [story(random, 8), story(random, 8)];
  const page = article('page', 'ferry.example', one, 0, { language: 'en', outlet: 'Ferry Times' });

  test('a canonical link points there, and makes no copy', async () => {
    const rows = await standings([
      page,
      article('far', 'far.example', other, 30, { language: 'en', canonicalUrl: 'https://ferry.example/page' }),
    ]);
    expect(areJoined(rows, 'far', 'page')).toBe(false);
    expect(rows.get('far')).toMatchObject({ relation: 'unique', originalId: null });
    expect(rows.get('far')!.reason).toContain('points to a page of Ferry Times');
    expect(rows.get('page')!.relation).toBe('unique');
  });

  test('a credit with the same title does not, either', async () => {
    const rows = await standings([
      { ...page, title: 'Ferry line opens in spring' },
      article('far', 'far.example', other, 30, {
        language: 'en',
        title: 'Ferry line opens in spring',
        credit: { source: 'Ferry Times', kind: 'whole' },
      }),
    ]);
    expect(areJoined(rows, 'far', 'page')).toBe(false);
    expect(rows.get('far')).toMatchObject({ relation: 'copy', originalId: null, original: 'Ferry Times' });
  });

  const german = (numbers: string) => [
    `Die Reederei setzt ab Juni ein Schiff ein, das ${numbers} kostet und Gäste von Norholm nach Savik bringt.`,
    'Der Rat der Stadt hat dem Vertrag nach langer Debatte zugestimmt, wie ein Sprecher am Abend mitteilte.',
  ];
  const english =
    'The company of Castria runs a ship from June that has 340 seats, cost 27 million and goes from Norholm to Savik by way of Velden.';

  test('in another language it is one text where the facts agree, and points there where they do not', async () => {
    const source = article('de', 'kurier.example', german('27 Millionen und 340 Plätze'), 0, { language: 'de' });
    const told = (id: string, text: string) =>
      article(id, `${id}.example`, text, 60, { language: 'en', canonicalUrl: 'https://kurier.example/de' });
    const rows = await standings([
      source,
      told('agrees', english),
      told('differs', 'It will rain on 14 days, and 99 birds sing.'),
    ]);
    expect(rows.get('agrees')).toMatchObject({ relation: 'copy', originalId: 'de' });
    expect(rows.get('agrees')!.basis).toContain('translation');
    expect(rows.get('differs')).toMatchObject({ relation: 'unique' });
  });
});

describe('a name is a claim', () => {
  const text = story(randomOf(72), 10);

  test('two domains that call themselves alike are two outlets', async () => {
    const rows = await standings([
      article('true', 'gull.example', text, 0, { outlet: 'The Gull' }),
      article('false', 'gull-news.example', text, 30, { outlet: 'The Gull' }),
    ]);
    expect(rows.get('false')).toMatchObject({ relation: 'copy', originalId: 'true' });
    expect(rows.get('false')!.basis).not.toContain('same-outlet');
  });

  test('the operator may say that they are one; a subdomain is one anyway', async () => {
    const said = { said: ['The Gull'] };
    const rows = await standings([
      article('one', 'gull.example', text, 0, said),
      article('two', 'gull-news.example', text, 30, said),
    ]);
    expect(rows.get('two')).toMatchObject({ relation: 'revision', originalId: 'one' });
    const sub = await standings([
      article('one', 'news.gull.co.uk', text, 0),
      article('two', 'www.gull.co.uk', text, 30),
      article('else', 'gull.com', text, 40),
    ]);
    expect(sub.get('two')!.relation).toBe('revision');
    expect(sub.get('else')!.relation).toBe('copy');
  });

  test('the list of known outlets knows their domains: nobody else bears their names', async () => {
    const rows = await standings([
      article('one', 'bbc.com', text, 0),
      article('two', 'bbc.co.uk', text, 20),
      article('false', 'bbc.press', text, 30, { outlet: 'BBC News' }),
    ]);
    expect(rows.get('two')!.relation).toBe('revision');
    expect(rows.get('false')!.relation).toBe('copy');
  });

  test('of two that bear a credited name the one whose domain it is gets the votes', async () => {
    const credit = { credit: { source: 'Gull', kind: 'whole' as const } };
    const rows = await standings([
      article('false', 'thief.example', text, 0, { outlet: 'Gull' }),
      article('true', 'gull.com', text, 60, { outlet: 'Gull' }),
      article('x', 'x.example', text, 90, credit),
      article('y', 'y.example', text, 95, credit),
    ]);
    expect(rows.get('true')!.relation).toBe('original');
  });
});
