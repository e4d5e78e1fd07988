import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import type { Port } from './core/port.ts';
import { MAX_POSTINGS, MAX_SAME_HASH } from './core/posting-index.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { article, edit, pick, randomOf, shuffled, story, wrap } from './test-support/press.ts';
import { Schedule } from './test-support/schedule.ts';

const WORKERS = 3;
/** Any, and those of the first four hundred that differed in one order or more while whoever was found was compared as what he was when read. */
const SETS = [...Array.from({ length: 12 }, (_, n) => n + 1), 35, 221, 249, 338, 352];
const ORDERS = Array.from({ length: 12 }, (_, n) => n);
/** In each of these three orders or more differed while nobody asked again what had become of his look. */
const FRAMED = [2, 3, 6, 8];
const FRAMED_ORDERS = Array.from({ length: 9 }, (_, n) => n);

/** Of these each differed in one order while links were read after it was asked whom they were to be with. */
const EQUAL = [8, 20, 96, 100, 111, 115];

interface Arrivals {
  first: DedupArticle[];
  /** Later states of some of them. */
  later: DedupArticle[];
}

/** Six to nine articles of two texts: whole, edited, in part, in a frame, quoted; and three times one of them as it is read again. */
function arrivals(seed: number): Arrivals {
  const random = randomOf(seed);
  const frame = story(random, 2);
  const texts = [story(random, 8), story(random, 8)];
  const kinds: ((text: string[]) => string[])[] = [
    (text) => text,
    (text) => wrap(random, text),
    (text) => text.slice(0, 5),
    (text) => edit(random, text, 0.15),
    (text) => [...frame, ...text],
    (text) => [...story(random, 4), ...text.slice(2, 5), ...story(random, 3)],
    (text) => [...pick(random, texts).slice(0, 3), ...text.slice(0, 6)],
    () => [...frame, ...story(random, 4)],
    (text) => [...story(random, 3), pick(random, text), ...story(random, 2)],
  ];
  const first = Array.from({ length: 6 + Math.floor(random() * 4) }, (_, n) => {
    const body = pick(random, kinds)(pick(random, texts));
    return article(`a${n}`, `h${Math.floor(random() * 6)}.example`, body, Math.floor(random() * 5000));
  });
  const last = new Map(first.map((one) => [one.id, one]));
  const later = Array.from({ length: 3 }, () => {
    const one = last.get(pick(random, first).id)!;
    const other = pick(random, first).text.split('\n\n').slice(1);
    const body = pick(random, [
      () => edit(random, one.text.split('\n\n'), 0.25),
      () => edit(random, pick(random, texts), 0.4),
      () => [...story(random, 3), ...other],
    ])();
    const next = { ...one, text: body.join('\n\n') };
    last.set(next.id, next);
    return next;
  });
  return { first, later };
}

/** Which worker goes on: any of them each time, or one for as long as it can, with a change now and then. */
function whoIsNext(random: () => number, often: number): (waiting: readonly number[]) => number {
  const ranks = Array.from({ length: WORKERS }, () => random());
  return (waiting) => {
    if (random() < often) ranks[Math.floor(random() * WORKERS)] = random();
    const ranked = waiting.map((worker) => ranks[worker]!);
    return ranked.indexOf(Math.max(...ranked));
  };
}

async function sideBySide(given: readonly DedupArticle[], schedule: Schedule): Promise<MemoryPort> {
  const port = new MemoryPort();
  const queue = [...given];
  const busy = new Set<string>();
  const worker = async (number: number) => {
    const engine = new Engine(schedule.portOf(number, port));
    while (queue.length > 0) {
      // One article is worked on by one at a time, as its claim has it.
      const next = queue.findIndex(({ id }) => !busy.has(id));
      if (next < 0) await schedule.stop(number);
      else {
        const [job] = queue.splice(next, 1);
        busy.add(job!.id);
        await engine.deduplicate(job!);
        busy.delete(job!.id);
      }
    }
  };
  await schedule.run(Array.from({ length: WORKERS }, (_, number) => worker(number)));
  return port;
}

async function outcomeOf(port: Port & Pick<MemoryPort, 'syndication'>, ids: string[]) {
  const pairs = (await port.linksOf(ids)).map((link) => [[link.newer, link.older].sort().join(' '), link] as const);
  return {
    common: new Map((await port.articlesOf(ids)).map((one) => [one.id, one.common])),
    links: new Map(pairs),
    rows: port.syndication,
  };
}

/** Pages of three outlets with one frame, more than texts of one key are compared, and some of a text of its own. */
function framed(seed: number): Arrivals {
  const random = randomOf(seed);
  const frame = story(random, 3).join(' ');
  const text = story(random, 5);
  const edges = ['Share this with a friend.', 'Read on below.', 'Our desk writes:', 'More of it in tonight’s letter.'];
  const first = Array.from({ length: MAX_POSTINGS + 3 + Math.floor(random() * 4) }, (_, n) => {
    const kind = random();
    const page = () => [...story(random, 2), `${pick(random, edges)} ${frame} ${pick(random, edges)}`];
    const body = kind < 0.75 ? page() : kind < 0.9 ? [...text.slice(0, 3), frame] : wrap(random, text);
    return article(`a${n}`, `h${Math.floor(random() * 3)}.example`, body, Math.floor(random() * 9000));
  });
  return { first, later: [] };
}

/** Ten texts and more of which most are equal: of these not all are looked for by what they are, but each has the keys of all. */
function equal(seed: number): Arrivals {
  const random = randomOf(seed);
  const [text, other] = [story(random, 6), story(random, 6)];
  const first = Array.from({ length: MAX_SAME_HASH + 2 + Math.floor(random() * 5) }, (_, n) => {
    const body = random() < 0.8 ? text : random() < 0.5 ? edit(random, text, 0.3) : [...other, ...text.slice(1, 3)];
    return article(`a${n}`, `h${Math.floor(random() * 5)}.example`, body, Math.floor(random() * 4000));
  });
  return { first, later: [] };
}

/** Takes a set in, side by side in some orders and one after the other. */
async function expectSerial(set: string, { first, later }: Arrivals, orders: readonly number[]): Promise<void> {
  const ids = first.map(({ id }) => id);
  const serial = new MemoryPort();
  const alone = new Engine(serial);
  for (const one of [...first, ...later]) await alone.deduplicate(one);
  const expected = await outcomeOf(serial, ids);
  for (const order of orders) {
    const random = randomOf(order * 1000 + 1);
    const given = [...shuffled(random, first), ...later];
    const schedule = new Schedule(whoIsNext(random, order % 3 === 0 ? 1 : 0.02 + random() * 0.1));
    const found = await outcomeOf(await sideBySide(given, schedule), ids);
    expect(found, `${set}, order ${order}`).toEqual(expected);
  }
}

test('in whatever order workers go on, a set and what is amended meanwhile stand as if all had come one after the other', async () => {
  for (const set of SETS) await expectSerial(`set ${set}`, arrivals(set), ORDERS);
}, 60_000);

test('who is pushed out of the first of a key while others settle by the former ones stands so, too', async () => {
  for (const set of FRAMED) await expectSerial(`set ${set}`, framed(set), FRAMED_ORDERS);
}, 60_000);

test('who comes in while it is looked who else has an equal text keeps his links, too', async () => {
  for (const set of EQUAL) await expectSerial(`set ${set}`, equal(set), ORDERS);
}, 60_000);
