import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import type { Port } from './core/port.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { article, randomOf, story } from './test-support/press.ts';

/** The port of one who has looked for partners and comes to settle only when told; or who stops at another of his questions. */
function late(port: Port, at: keyof Port = 'exclusively'): { port: Port; looked: Promise<void>; goOn: () => void } {
  const [looked, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waiting = new Proxy(port, {
    get(object, name) {
      const value = (Reflect.get(object, name) as (...args: unknown[]) => unknown).bind(object);
      if (name !== at) return value;
      return async (...args: unknown[]) => {
        looked.resolve();
        await told.promise;
        return value(...args);
      };
    },
  });
  return { port: waiting, looked: looked.promise, goOn: told.resolve };
}

/**
 * A passage that one article shares with three others, of which two are copies of one text: it recurs in two texts, and is no frame. Who
 * knows nothing of the copy counts three.
 */
function passageOfTwoTexts(): Record<'carrier' | 'other' | 'text' | 'copy', DedupArticle> {
  const random = randomOf(31);
  const passage = story(random, 3);
  const text = [...story(random, 3), ...passage, ...story(random, 4)];
  return {
    text: article('text', 'a.example', text, 0),
    copy: article('copy', 'b.example', text, 30),
    other: article('other', 'c.example', [...story(random, 5), ...passage, ...story(random, 3)], 60),
    carrier: article('carrier', 'd.example', [...story(random, 4), ...passage, ...story(random, 5)], 90),
  };
}

async function outcome(port: MemoryPort, ids: readonly string[]) {
  const [articles, links] = [await port.articlesOf([...ids]), await port.linksOf([...ids])];
  const common = articles.map((one) => [one.id, one.common]).sort();
  return {
    common,
    links: links.sort((a, b) => (a.newer + a.older < b.newer + b.older ? -1 : 1)),
    rows: port.syndication,
  };
}

test('who finds partners while another has looked and not yet settled stands as if they had come one after the other', async () => {
  const { text, copy, other, carrier } = passageOfTwoTexts();
  const ids = [text, copy, other, carrier].map(({ id }) => id);
  const serial = new MemoryPort();
  const alone = new Engine(serial);
  for (const one of [text, other, copy, carrier]) await alone.deduplicate(one);

  const port = new MemoryPort();
  const engine = new Engine(port);
  await engine.deduplicate(text);
  await engine.deduplicate(other);
  const copying = late(port);
  const begun = new Engine(copying.port).deduplicate(copy);
  await copying.looked;
  await engine.deduplicate(carrier);
  expect((await port.articlesOf(['carrier']))[0]!.common).not.toEqual([]);
  copying.goOn();
  await begun;

  const [found, expected] = [await outcome(port, ids), await outcome(serial, ids)];
  expect(expected.common).toContainEqual(['carrier', []]);
  expect(found).toEqual(expected);
});

/** One text is copied, and amended while the copy's worker stands at a question; and the same one after the other. */
async function amendedMeanwhile(text: DedupArticle, copy: DedupArticle, amended: DedupArticle, at?: keyof Port) {
  const serial = new MemoryPort();
  const alone = new Engine(serial);
  for (const one of [text, copy, amended]) await alone.deduplicate(one);

  const port = new MemoryPort();
  const engine = new Engine(port);
  await engine.deduplicate(text);
  const copying = late(port, at);
  const begun = new Engine(copying.port).deduplicate(copy);
  await copying.looked;
  await engine.deduplicate(amended);
  copying.goOn();
  await begun;

  const ids = [text.id, copy.id];
  expect(await outcome(port, ids)).toEqual(await outcome(serial, ids));
  return port.linksOf(ids);
}

test('who becomes another text while it is compared has no link by what it was', async () => {
  const { text, copy, other } = passageOfTwoTexts();
  const links = await amendedMeanwhile(text, copy, { ...text, text: other.text });
  expect(links.map(({ kind }) => kind)).not.toContain('copy');
});

test('who becomes another text between being found and being read is compared only where that text is found, too', async () => {
  const { text, copy } = passageOfTwoTexts();
  // Four words in a row are the same, five nowhere: to be found by another two texts must share more.
  const amended = { ...text, text: copy.text.replace(/((?:\S+\s+){4})\S+/g, '$1instead') };
  expect(await amendedMeanwhile(text, copy, amended, 'read')).toEqual([]);
});
