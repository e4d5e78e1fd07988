import { describe, expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { article, randomOf, shuffled, story } from './test-support/press.ts';
import { standings } from './test-support/run.ts';

/** Minutes after noon of 1 May 2024, as ISO 8601. */
const at = (minutes: number) => new Date(Date.UTC(2024, 4, 1, 12) + minutes * 60_000).toISOString();
const DAY = 1440;

/** An article that a watch has seen: stated, first seen, and last polled without it, in minutes. */
function watched(
  id: string,
  text: string[],
  { stated, seen, polled }: { stated: number | null; seen: number; polled?: number | null },
  rest: Partial<DedupArticle> = {},
): DedupArticle {
  const times = {
    published: stated === null ? null : at(stated),
    fetched: at(seen + 1),
    seen: at(seen),
    ...(polled === undefined ? {} : { polledBefore: polled === null ? null : at(polled) }),
  };
  return article(id, `${id}.example`, text, 0, { ...times, ...rest });
}

describe('a page that claims to be earlier than we can have missed it', () => {
  const text = story(randomOf(61), 9);
  const victim = watched('victim', text, { stated: 0, seen: 12, polled: -3 });

  test('its feed had been polled since without it: what was seen decides, and its row says so', async () => {
    const rows = await standings([victim, watched('thief', text, { stated: -300, seen: 200, polled: 185 })]);
    expect(rows.get('victim')).toMatchObject({ relation: 'original', timeBasis: 'stated', contested: true });
    expect(rows.get('victim')!.contestedBy).toEqual([
      { id: 'thief', evidence: expect.stringContaining('states 2024-05-01T07:00Z, but was not seen before') },
    ]);
    const thief = rows.get('thief')!;
    expect(thief).toMatchObject({ relation: 'copy', originalId: 'victim', timeBasis: 'seen', contested: true });
    expect(thief.reason).toContain('stated, not seen');
    expect(thief.lagSeconds).toBeGreaterThan(0);
    const plain = await standings([victim, watched('thief', text, { stated: 150, seen: 200, polled: 140 })]);
    expect(thief.confidence).toBeLessThan(plain.get('thief')!.confidence);
    expect(plain.get('victim')).toMatchObject({ contested: false, contestedBy: [] });
  });

  test('nobody knows how its feed was watched, the claim is days before anybody saw the text, and another was seen with it as news', async () => {
    const late = article('late', 'late.example', text, 0, { published: at(-6 * DAY), fetched: at(2 * DAY) });
    const rows = await standings([article('first', 'first.example', text, 0), late]);
    expect(rows.get('first')!.relation).toBe('original');
    expect(rows.get('late')).toMatchObject({ originalId: 'first', timeBasis: 'seen' });
    expect(rows.get('late')!.reason).toContain('stated, not seen');
  });

  test('of a bare day only its end can be refuted', async () => {
    const day = { published: '2024-05-01' };
    const rows = await standings([
      watched('victim', text, { stated: 200, seen: 220, polled: 190 }),
      watched('dated', text, { stated: 0, seen: 300, polled: 290 }, day),
    ]);
    expect(rows.get('dated')).toMatchObject({ timeBasis: 'stated' });
  });
});

describe('honest feeds that come late do not lose', () => {
  const text = story(randomOf(62), 9);
  const repeated = watched('repeats', text, { stated: 40, seen: 50, polled: 35 });
  const keeps = async (first: DedupArticle) => (await standings([repeated, first])).get(first.id)!;

  test('an outlet that was added a day later: its feed was never polled before', async () => {
    expect(await keeps(watched('added', text, { stated: 0, seen: DAY, polled: null }))).toMatchObject({
      relation: 'original',
      timeBasis: 'stated',
      contested: true,
    });
  });

  test('one added weeks later, whose old pieces come with it', async () => {
    const row = await keeps(watched('added', text, { stated: -4 * DAY, seen: 20 * DAY, polled: null }));
    expect(row).toMatchObject({ relation: 'original', contested: true });
  });

  test('a feed out of a cache: one poll after the publication could do without it', async () => {
    const row = await keeps(watched('cached', text, { stated: 0, seen: 90, polled: 60 }));
    expect(row).toMatchObject({ relation: 'original', timeBasis: 'stated', contested: true });
  });

  test('a feed that is polled every six hours: nothing could be seen before', async () => {
    const row = await keeps(watched('slow', text, { stated: 0, seen: 359, polled: -1 }));
    expect(row).toMatchObject({ relation: 'original', timeBasis: 'stated', contested: false });
  });

  test('an archive whose capture is older than our announcement of it', async () => {
    const row = await keeps(
      watched('archived', text, { stated: 0, seen: 30 * DAY, polled: null }, { fetched: at(20) }),
    );
    expect(row).toMatchObject({ relation: 'original', timeBasis: 'stated', contested: false });
  });

  test('without any watch: fetched two days after a copy that came within the hour', async () => {
    const rows = await standings([
      article('copy', 'copy.example', text, 45),
      article('first', 'first.example', text, 0, { fetched: at(2 * DAY) }),
    ]);
    expect(rows.get('first')).toMatchObject({ relation: 'original', contested: true });
  });
});

test('without any watch: an article that is fetched some hours late is not contested for that', async () => {
  const text = story(randomOf(64), 9);
  const rows = await standings([
    article('copy', 'copy.example', text, 45, { fetched: at(50) }),
    article('first', 'first.example', text, 0, { fetched: at(300) }),
  ]);
  expect(rows.get('first')).toMatchObject({ relation: 'original', contested: false });
  expect(rows.get('copy')).toMatchObject({ originalId: 'first', contested: false });
});

describe('an undated article and a dated one', () => {
  const text = story(randomOf(63), 9);

  test('the undated that was seen first does not lose to a later one that states an earlier time', async () => {
    const rows = await standings([
      watched('undated', text, { stated: null, seen: 60 }),
      watched('dated', text, { stated: 30, seen: 180, polled: 20 }),
    ]);
    expect(rows.get('undated')).toMatchObject({ relation: 'original', timeBasis: 'seen', contested: true });
    expect(rows.get('dated')).toMatchObject({ originalId: 'undated', timeBasis: 'seen' });
  });

  /** Where only fetches are known: when each came out by its own word, and was fetched, in hours. */
  const fetched = (id: string, body: string[], stated: number | null, seen: number) =>
    article(id, `${id}.example`, body, 0, {
      published: stated === null ? null : at(stated * 60),
      fetched: at(seen * 60),
    });

  test('without a watch it loses to no claim, be it of days or of half an hour, of a page that was fetched later', async () => {
    for (const claim of [-70, -30, -20, -3, -0.5]) {
      const rows = await standings([fetched('undated', text, null, 0), fetched('dated', text, claim, 5)]);
      const dated = rows.get('dated')!;
      expect(rows.get('undated'), `${claim}`).toMatchObject({
        relation: 'original',
        timeBasis: 'seen',
        contested: true,
      });
      expect(dated).toMatchObject({ originalId: 'undated', timeBasis: 'seen', contested: true });
      expect(dated.reason).toContain('stated, not seen');
      const plain = await standings([fetched('undated', text, null, 0), fetched('dated', text, 4, 5)]);
      expect(dated.confidence).toBeLessThan(plain.get('dated')!.confidence);
    }
  });

  test('honest dated firsts beside an undated copy stay first', async () => {
    const first = async (...all: DedupArticle[]) =>
      [...(await standings(all))].find(([, { relation }]) => relation === 'original')![0];
    const undated = fetched('undated', text, null, 0);
    // Fetched within a quarter of an hour of one another; stated at the time of the copy's sight; fetched as soon as pages are.
    expect(await first(undated, fetched('dated', text, -3, 0.2))).toBe('dated');
    expect(await first(undated, fetched('dated', text, -0.2, 5))).toBe('dated');
    expect(await first(undated, fetched('dated', text, -0.5, 0.4))).toBe('dated');
    // A third was seen before the undated one: that was not the first, and says nothing.
    expect(await first(undated, fetched('third', text, -2, -1), fetched('dated', text, -3, 5))).toBe('dated');
    // What a third that was seen before the late first has of it the undated copy never had.
    const cut = fetched('undated', text.slice(0, 6), null, 0);
    expect(await first(cut, fetched('third', text, 1, 2), fetched('dated', text, -3, 5))).toBe('dated');
    // A later state of the first's own page states the time of its first.
    const state = { ...fetched('state', [...text, 'More is expected in the evening.'], -3, 20), host: 'dated.example' };
    const rows = await standings([
      fetched('dated', text, -3, -2.9),
      undated,
      { ...state, url: 'https://dated.example/dated' },
    ]);
    expect(rows.get('state')).toMatchObject({ relation: 'revision', originalId: 'dated', timeBasis: 'stated' });
    // It names the other itself.
    const says = { credit: { source: 'dated.example', kind: 'whole' as const } };
    expect(await first({ ...undated, ...says }, fetched('dated', text, -3, 5))).toBe('dated');
  });

  test('a helper that was seen as late does not bear the claim out', async () => {
    const rows = await standings([
      fetched('undated', text, null, 0),
      fetched('dated', text, -3, 5),
      fetched('helper', text, -2, 6),
    ]);
    for (const id of ['dated', 'helper']) expect(rows.get(id)!.originalId, id).toBe('undated');
  });

  test('an undated copy whose own feed did not have it when the original came out', async () => {
    const rows = await standings([
      watched('undated', text, { stated: null, seen: 60, polled: 45 }),
      watched('dated', text, { stated: 30, seen: 80, polled: 20 }),
    ]);
    expect(rows.get('dated')!.relation).toBe('original');
  });

  test('seen in one round of polls, the stated time decides', async () => {
    const rows = await standings([
      watched('undated', text, { stated: null, seen: 60 }),
      watched('dated', text, { stated: 30, seen: 70, polled: 20 }),
    ]);
    expect(rows.get('dated')!.relation).toBe('original');
  });
});

describe('votes that disagree', () => {
  const text = story(randomOf(64), 9);
  const credit = (source: string) => ({ credit: { source, kind: 'whole' as const } });
  const first = article('first', 'first.example', text, 0);
  const named = article('named', 'named.example', text, 60);

  test('one house does not overturn time, and both sides are told', async () => {
    const rows = await standings([first, named, article('says', 'says.example', text, 90, credit('named.example'))]);
    expect(rows.get('first')).toMatchObject({ relation: 'original', contested: true });
    expect(rows.get('first')!.contestedBy).toEqual([{ id: 'named', evidence: 'named as the source by says.example' }]);
    expect(rows.get('says')).toMatchObject({ originalId: 'first', contested: true });
  });

  test('who names another is told as they came out, whatever came in first', async () => {
    const says = (host: string, at: number, source: string) =>
      article(host, `${host}.example`, text, at, credit(source));
    const other = ['a', 'b', 'c'].map((host, n) => says(host, 70 + n, 'first.example'));
    const rival = ['d', 'e'].map((host, n) => says(host, 80 + n, 'named.example'));
    const all = [first, named, ...other, ...rival];
    for (const order of [all, all.toReversed()]) {
      const port = new MemoryPort();
      const engine = new Engine(port);
      for (const one of order) await engine.deduplicate(one);
      const evidence = 'named as the source by d.example, e.example';
      expect(port.syndication.get('first')!.contestedBy).toEqual([{ id: 'named', evidence }]);
    }
  });

  test('several pages of one house are one voice', async () => {
    const house = { house: 'Saying Group' };
    const rows = await standings([
      first,
      named,
      article('says', 'says.example', text, 90, { ...credit('named.example'), ...house }),
      article('also', 'also.example', text, 95, { ...credit('named.example'), ...house }),
    ]);
    expect(rows.get('first')!.relation).toBe('original');
  });

  test('nobody speaks for his own house', async () => {
    const house = { house: 'Named Group' };
    const rows = await standings([
      first,
      { ...named, ...house },
      article('says', 'says.example', text, 90, { ...credit('named.example'), ...house }),
      article('also', 'also.example', text, 95, credit('named.example')),
    ]);
    expect(rows.get('first')!.relation).toBe('original');
  });

  test('two houses do, and the first in time stays told', async () => {
    const rows = await standings([
      first,
      named,
      article('says', 'says.example', text, 90, credit('named.example')),
      article('also', 'also.example', text, 95, { canonicalUrl: 'https://named.example/named' }),
    ]);
    expect(rows.get('named')).toMatchObject({ relation: 'original', contested: true });
    expect(rows.get('named')!.contestedBy).toEqual([
      { id: 'first', evidence: expect.stringContaining('published at 2024-05-01T12:00Z') },
    ]);
  });

  test('who says of himself that he has it from another is not the original', async () => {
    const rows = await standings([{ ...first, canonicalUrl: 'https://named.example/named' }, named]);
    expect(rows.get('named')).toMatchObject({ relation: 'original', contested: false });
  });
});

test('stamps of every kind, in any order: one result', async () => {
  const random = randomOf(65);
  const text = story(random, 9);
  const all = [
    watched('a', text, { stated: 0, seen: 12, polled: -3 }),
    watched('b', text, { stated: -300, seen: 200, polled: 185 }),
    watched('c', text, { stated: null, seen: 40 }),
    watched('d', text, { stated: -20, seen: 700, polled: null }),
    article('e', 'e.example', text, 30, { credit: { source: 'd.example', kind: 'whole' } }),
    article('f', 'f.example', text, 0, { published: at(-9 * DAY), fetched: at(3 * DAY) }),
    article('g', 'g.example', text, 45, { canonicalUrl: 'https://b.example/b' }),
  ];
  const wanted = await standings(all);
  for (let round = 0; round < 20; round += 1) {
    const rows = await standings(shuffled(random, all));
    for (const { id } of all) expect(rows.get(id), `${round} ${id}`).toEqual(wanted.get(id));
  }
});

describe('a text that its page holds as data and shows to nobody', () => {
  const text = story(randomOf(67), 9);
  const shown = article('shown', 'shown.example', text, 30);
  const early = article('early', 'early.example', text, 0);

  test('is no original while another shows it, and the row says why', async () => {
    const rows = await standings([{ ...early, unshown: true }, shown]);
    expect(rows.get('shown')).toMatchObject({ relation: 'original' });
    expect(rows.get('early')).toMatchObject({ relation: 'copy', originalId: 'shown' });
    expect([rows.get('early'), rows.get('shown')].map((row) => row!.reason).join()).toContain('does not show the text');
    expect((await standings([early, shown])).get('early')).toMatchObject({ relation: 'original' });
  });

  test('names nobody the original', async () => {
    const naming = (id: string, rest: Partial<DedupArticle>) =>
      article(id, `${id}.example`, text, 60, {
        credit: { source: 'shown.example', kind: 'whole', url: null },
        ...rest,
      });
    const two = (rest: Partial<DedupArticle>) => [early, shown, naming('one', rest), naming('two', rest)];
    expect((await standings(two({}))).get('shown')).toMatchObject({ relation: 'original' });
    expect((await standings(two({ unshown: true }))).get('early')).toMatchObject({ relation: 'original' });
  });

  test('is the original where nobody shows it', async () => {
    const rows = await standings([
      { ...early, unshown: true },
      { ...shown, unshown: true },
    ]);
    expect(rows.get('early')).toMatchObject({ relation: 'original' });
  });
});
