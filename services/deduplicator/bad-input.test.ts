import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import { markKeysOf } from './core/marks.ts';
import type { Port } from './core/port.ts';
import { MAX_POSTINGS, MAX_SAME_HASH } from './core/posting-index.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { article, randomOf, story } from './test-support/press.ts';

/** The port, and how many texts each article was compared with. */
function counted(): { port: MemoryPort; watched: Port; reads: number[] } {
  const port = new MemoryPort();
  const reads: number[] = [];
  const watched = new Proxy<Port>(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (name === 'publish') reads.push(0);
        if (name === 'read') reads[reads.length - 1]! += (args[0] as string[]).length;
        return value.apply(target, args);
      };
    },
  });
  return { port, watched, reads };
}

async function run(articles: readonly DedupArticle[]) {
  const { port, watched, reads } = counted();
  const engine = new Engine(watched);
  for (const one of articles) await engine.deduplicate(one);
  return { rows: port.syndication, most: Math.max(...reads) };
}

test('texts without a word: each alone, compared with none', async () => {
  const texts = ['', '   \n\n ', '...', '— — —', '\u200b\u200b', '😀😀😀'];
  const { rows, most } = await run(
    texts.flatMap((text, n) => [0, 1].map((k) => article(`e${n}${k}`, `h${k}.example`, text, n))),
  );
  for (const [id, row] of rows) expect(row, id).toMatchObject({ relation: 'unique', group: id });
  expect(most).toBe(0);
});

test('a text of one word joins nobody, not even who has the same', async () => {
  const { rows } = await run([
    article('a', 'a.example', 'Correction', 0),
    article('b', 'b.example', 'Correction', 1),
    article('c', 'c.example', 'correction.', 2),
    article('d', 'd.example', `${story(randomOf(60)).join(' ')} Correction`, 3),
  ]);
  for (const [id, row] of rows) expect(row, id).toMatchObject({ relation: 'unique', group: id });
});

test('one word ten thousand times says nothing, but the very same text is the same', async () => {
  const drum = (times: number, word = 'drum') => `${word} `.repeat(times).trim();
  const { rows, most } = await run([
    article('a', 'a.example', drum(10_000), 0),
    article('b', 'b.example', drum(9_999), 1),
    article('c', 'c.example', drum(10_000), 2),
    article('d', 'd.example', drum(10_000, 'ha ha ho'), 3),
    article('e', 'e.example', `${story(randomOf(61)).join(' ')} ${drum(40)}`, 4),
  ]);
  for (const id of ['b', 'd', 'e']) expect(rows.get(id), id).toMatchObject({ relation: 'unique', group: id });
  expect(rows.get('c')).toMatchObject({ relation: 'copy', originalId: 'a', basis: ['hash'] });
  expect(most).toBeLessThanOrEqual(1);
});

test('five megabytes: a copy of it is found, a short text in it is not compared word by word with all of it', async () => {
  const random = randomOf(62);
  const huge = story(random, 38_000).join(' ');
  expect(huge.length).toBeGreaterThan(5_000_000);
  const { rows } = await run([
    article('huge', 'a.example', huge, 0),
    article('again', 'b.example', `${huge} And more.`, 1),
    article('short', 'c.example', story(random, 8), 2),
  ]);
  expect(rows.get('again')).toMatchObject({ relation: 'copy', originalId: 'huge' });
  expect(rows.get('short')).toMatchObject({ relation: 'unique' });
  const marks = markKeysOf({ instant: { at: 0, seen: 0, from: 'seen' }, title: huge, text: huge, language: 'en' });
  expect(marks.length).toBeLessThan(200);
});

test('identical pages of one feed are states of one piece, each compared with a few', async () => {
  const text = story(randomOf(63));
  const pages = Array.from({ length: 150 }, (_, n) => article(`p${n}`, 'same.example', text, n));
  const { rows, most } = await run([...pages, article('other', 'other.example', text, 200)]);
  for (const { id } of pages.slice(1))
    expect(rows.get(id), id).toMatchObject({ relation: 'revision', originalId: 'p0', group: 'p0' });
  expect(rows.get('other')).toMatchObject({ relation: 'copy', originalId: 'p0' });
  // Its own outlet's pages of these days are read as well where a credit asks for them; here none does.
  expect(most).toBeLessThanOrEqual(MAX_SAME_HASH + MAX_POSTINGS * 2);
});

test('a site whose every page is the same swallows nobody: neither its own articles nor those that quote its notice', async () => {
  const random = randomOf(64);
  const notice =
    'We value your trust. Our partners and we store information on your device and read it again, in order to show you what may interest you. ' +
    'You can agree, refuse or choose at any time by way of the link at the foot of every page. Some of our partners ask for no consent and rely on their own interest, against which you may object.';
  const walls = Array.from({ length: 60 }, (_, n) => article(`wall${n}`, 'walled.example', notice, n * 300));
  const behind = Array.from({ length: 6 }, (_, n) =>
    article(`behind${n}`, 'walled.example', [notice, ...story(random, 12)], 9000 + n * 300),
  );
  const others = Array.from({ length: 6 }, (_, n) =>
    article(`other${n}`, `h${n}.example`, [...story(random, 12), notice], 12_000 + n * 300),
  );
  const { rows, most } = await run([...walls, ...behind, ...others]);
  for (const { id } of [...behind, ...others]) expect(rows.get(id)!.group, id).toBe(id);
  const groups = new Set(walls.map(({ id }) => rows.get(id)!.group));
  expect(groups.size).toBeLessThanOrEqual(2);
  expect(most).toBeLessThanOrEqual(MAX_SAME_HASH + MAX_POSTINGS * 4);
});
