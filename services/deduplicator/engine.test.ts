import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { article, edit, randomOf, sentence, shuffled, story, wrap } from './test-support/press.ts';

/** The final state after these articles, one after the other. */
async function run(articles: DedupArticle[]) {
  const port = new MemoryPort();
  const engine = new Engine(port);
  for (const one of articles) await engine.deduplicate(one);
  return port.syndication;
}

test('an exact, a wrapped, a cut and an edited copy join their original, whichever comes first', async () => {
  const random = randomOf(1);
  const text = story(random);
  const family = [
    article('a', 'first.example', text, 0),
    article('b', 'exact.example', text, 30),
    article('c', 'wrapped.example', wrap(random, text), 60),
    article('d', 'cut.example', text.slice(0, 9), 90),
    article('e', 'edited.example', edit(random, text, 0.08), 120),
  ];
  for (const order of [family, [...family].reverse()]) {
    const rows = await run(order);
    expect(rows.get('a')).toMatchObject({ relation: 'original', originalId: null, group: 'a' });
    for (const id of ['b', 'c', 'd', 'e']) {
      expect(rows.get(id), id).toMatchObject({
        relation: 'copy',
        originalId: 'a',
        original: 'first.example',
        group: 'a',
      });
    }
    expect(rows.get('b')).toMatchObject({ coverage: 1, originalCoverage: 1, lagSeconds: 1800, basis: ['hash'] });
    expect(rows.get('c')!.coverage).toBeLessThan(1);
    expect(rows.get('d')!.originalCoverage).toBeLessThan(0.7);
  }
});

test('a quoted passage makes an excerpt with a group of its own', async () => {
  const random = randomOf(2);
  const text = story(random);
  const other = story(random);
  const rows = await run([
    article('a', 'first.example', text, 0),
    article('b', 'quoting.example', [...other.slice(0, 5), ...text.slice(3, 6), ...other.slice(5)], 60),
  ]);
  expect(rows.get('b')).toMatchObject({ relation: 'excerpt', originalId: 'a', group: 'b', lagSeconds: 3600 });
  expect(rows.get('a')).toMatchObject({ relation: 'unique' });
});

test('a newer state of a page, and an update at another address of the outlet, are revisions', async () => {
  const random = randomOf(3);
  const text = story(random);
  const rows = await run([
    article('a', 'news.example', text, 0),
    article('b', 'news.example', [...text.slice(0, 8), sentence(random), ...text.slice(8)], 200, {
      url: 'https://news.example/a',
    }),
    article('c', 'news.example', [...text.slice(0, 12), ...story(random, 5)], 700),
    article('d', 'else.example', text, 900),
  ]);
  expect(rows.get('b')).toMatchObject({ relation: 'revision', originalId: 'a', group: 'a' });
  expect(rows.get('b')!.basis).toContain('same-url');
  expect(rows.get('c')).toMatchObject({ relation: 'revision', originalId: 'a', group: 'a' });
  expect(rows.get('c')!.basis).toContain('same-outlet');
  expect(rows.get('d')).toMatchObject({ relation: 'copy', originalId: 'a' });
});

test('bulletins of one form with other numbers are not copies, but a copy of a bulletin is', async () => {
  const bulletin = (day: number) =>
    `The gauge at the old mill stood at ${113 + day * 7} centimetres on ${day} March, the river service reports. ` +
    `Over the past day the level moved by ${day + 2} centimetres and ${day * 31} cubic metres passed each second. ` +
    `The weir upstream let through ${48 + day * 3} per cent of its limit, and ${day * 5 + 1} boats waited at the lock. ` +
    'Skippers are asked to keep to the fairway, to slow down near the piers and to listen to the channel of the lock keeper. ' +
    'The next reading will be published tomorrow morning at the usual hour on the board by the landing stage.';
  const days = [1, 2, 3, 4, 5, 6].map((day) => article(`day${day}`, 'river.example', bulletin(day), day * 1440));
  const rows = await run([...days.slice(0, 2), article('copy1', 'town.example', bulletin(1), 1500), ...days.slice(2)]);
  expect(new Set(days.map((day) => rows.get(day.id)!.group)).size).toBe(6);
  expect(rows.get('copy1')).toMatchObject({ relation: 'copy', originalId: 'day1' });
  expect(rows.get('day2')!.relation).toBe('unique');
});

test('a frame round every page of an outlet joins nothing, also once the first pages are judged anew', async () => {
  const random = randomOf(4);
  const head = story(random, 4);
  const foot = story(random, 4);
  const pages = Array.from({ length: 8 }, (_, i) =>
    article(`p${i}`, 'framed.example', [...head, ...story(random, 5), ...foot], i * 600),
  );
  const rows = await run(pages);
  expect([...rows.values()].map((row) => row.relation)).toEqual(pages.map(() => 'unique'));
});

test('a late, earlier original takes over, with all that stood under the former one', async () => {
  const text = story(randomOf(5));
  const port = new MemoryPort();
  const engine = new Engine(port);
  for (const [index, id] of ['b', 'c'].entries())
    await engine.deduplicate(article(id, `${id}.example`, text, 60 + index));
  expect(port.syndication.get('c')).toMatchObject({ originalId: 'b', group: 'b' });
  await engine.deduplicate(article('a', 'a.example', text, 0));
  expect(port.syndication.get('a')).toMatchObject({ relation: 'original', group: 'a' });
  expect(port.syndication.get('b')).toMatchObject({ relation: 'copy', originalId: 'a' });
  expect(port.syndication.get('c')).toMatchObject({ relation: 'copy', originalId: 'a' });
});

test('a new text under the same id lets go of what the old one was joined with', async () => {
  const random = randomOf(6);
  const text = story(random);
  const port = new MemoryPort();
  const engine = new Engine(port);
  await engine.deduplicate(article('a', 'a.example', text, 0));
  await engine.deduplicate(article('b', 'b.example', text, 10));
  await engine.deduplicate(article('b', 'b.example', story(random), 10));
  expect(port.syndication.get('a')!.relation).toBe('unique');
  expect(port.syndication.get('b')).toMatchObject({ relation: 'unique', group: 'b' });
});

test('a credit alone makes a copy of an outlet that is not in the store', async () => {
  const credit = { source: 'Harbour Wire', kind: 'whole' as const };
  const text = story(randomOf(7));
  const port = new MemoryPort();
  const engine = new Engine(port);
  await engine.deduplicate(article('b', 'daily.example', text, 0, { credit }));
  expect(port.syndication.get('b')).toMatchObject({
    relation: 'copy',
    originalId: null,
    original: 'Harbour Wire',
    basis: ['credit'],
    group: 'b',
  });
  await engine.deduplicate(article('a', 'wire.example', text, 30, { outlet: 'Harbour Wire' }));
  expect(port.syndication.get('b')).toMatchObject({ relation: 'copy', originalId: 'a', group: 'a' });
  expect(port.syndication.get('b')!.basis).toContain('credit');
});

test('a credited repost in another language is linked by its credit and not grouped', async () => {
  const english =
    'The harbour board of Castria said on Monday that 1,450 containers were moved in the first week of the new terminal. ' +
    'Chairwoman Ines Calder told Norholm Radio that the cranes of the Velden company handled 38 containers an hour. ' +
    'The minister Omar Sayegh will open the railway link in 2031, and Savik has promised 260 million for the canal.';
  const german =
    'In der ersten Woche des neuen Terminals seien 1.450 Container umgeschlagen worden, teilte die Hafenbehörde von Castria mit. ' +
    'Die Vorsitzende Ines Calder sprach gegenüber Norholm Radio von 38 Kisten je Stunde, die Kräne der Firma Velden schafften. ' +
    'Minister Omar Sayegh soll die Bahnstrecke 2031 eröffnen, und Savik hat 260 Millionen für den Kanal zugesagt.';
  const credit = { source: 'Port Gazette', kind: 'whole' as const };
  const family = [
    article('a', 'portgazette.example', english, 0, { language: 'en', outlet: 'Port Gazette' }),
    article('x', 'portgazette.example', story(randomOf(20)), 30, { language: 'en', outlet: 'Port Gazette' }),
    article('b', 'kurier.example', german, 90, { language: 'de', credit }),
  ];
  for (const order of [family, [...family].reverse()]) {
    const rows = await run(order);
    expect(rows.get('b')).toMatchObject({
      relation: 'copy',
      originalId: 'a',
      original: 'Port Gazette',
      group: 'b',
      basis: ['credit', 'translation'],
    });
    expect(rows.get('b')!.confidence).toBeLessThan(0.6);
    expect(rows.get('a')!.group).toBe('a');
  }
});

test('short texts: thirty words are joined, fewer only with a credit', async () => {
  const random = randomOf(8);
  const brief = `${sentence(random)} ${sentence(random)}`;
  const scrap = sentence(random).split(' ').slice(0, 18).join(' ');
  const rows = await run([
    article('a', 'a.example', brief, 0),
    article('b', 'b.example', brief, 9),
    article('c', 'c.example', scrap, 0),
    article('d', 'd.example', scrap, 9),
    article('e', 'e.example', scrap, 20, { credit: { source: 'c.example', kind: 'whole' } }),
  ]);
  expect(rows.get('b')).toMatchObject({ relation: 'copy', originalId: 'a' });
  expect(rows.get('d')!.relation).toBe('unique');
  expect(rows.get('e')).toMatchObject({ relation: 'copy', originalId: 'c' });
});

test('scripts without spaces between words', async () => {
  const chinese =
    '市议会周三晚间批准了一项计划，准备在未来三年内修复老城区的石桥。负责这项工程的工程师说，桥墩在去年的洪水中受损，必须在秋季以前加固。居民们希望施工期间至少保留一条步行通道，因为学校和市场都在河的另一侧。';
  const other =
    '渔业协会昨天公布的数字显示，今年春天沿海港口的捕捞量比往年有所下降。几位船长认为水温升高使鱼群向北迁移，而研究人员则提醒说，一个季节的数据还不足以得出结论，需要继续观察几年。';
  const thai =
    'สภาเทศบาลเห็นชอบแผนซ่อมสะพานหินในย่านเมืองเก่าเมื่อคืนวันพุธ วิศวกรผู้รับผิดชอบกล่าวว่าเสาสะพานเสียหายจากน้ำท่วมเมื่อปีที่แล้วและต้องเสริมความแข็งแรงก่อนฤดูใบไม้ร่วง ชาวบ้านขอให้เปิดทางเดินเท้าไว้อย่างน้อยหนึ่งเส้นทาง';
  const rows = await run([
    article('a', 'a.example', chinese, 0),
    article('b', 'b.example', `本台消息：${chinese}`, 9),
    article('c', 'c.example', other, 12),
    article('d', 'd.example', thai, 0),
    article('e', 'e.example', `${thai} อ่านต่อ`, 9),
  ]);
  expect(rows.get('b')).toMatchObject({ relation: 'copy', originalId: 'a' });
  expect(rows.get('c')!.relation).toBe('unique');
  expect(rows.get('e')).toMatchObject({ relation: 'copy', originalId: 'd' });
});

test('bad input: empty, one word ten thousand times, megabytes, pages that are all the same', async () => {
  const random = randomOf(9);
  const huge = story(random, 20_000).join(' ');
  const same = Array.from({ length: 120 }, (_, i) =>
    article(`s${i}`, 'same.example', 'Page not found. Try the search or go back to the start page.', i),
  );
  const equal = story(random);
  const identical = Array.from({ length: 90 }, (_, i) => article(`i${i}`, `h${i}.example`, equal, i));
  const rows = await run([
    article('empty1', 'a.example', '', 0),
    article('empty2', 'b.example', '   \n\n ', 1),
    article('drum1', 'a.example', 'drum '.repeat(10_000), 2),
    article('drum2', 'b.example', 'drum '.repeat(9_000), 3),
    article('huge1', 'a.example', huge, 4),
    article('huge2', 'b.example', `${huge} And more.`, 5),
    ...same,
    ...shuffled(random, identical),
  ]);
  for (const id of ['empty1', 'empty2', 'drum1', 's0', 's119']) expect(rows.get(id)!.relation, id).toBe('unique');
  expect(rows.get('huge2')).toMatchObject({ relation: 'copy', originalId: 'huge1' });
  for (const { id } of identical.slice(1))
    expect(rows.get(id), id).toMatchObject({ relation: 'copy', originalId: 'i0' });
});
