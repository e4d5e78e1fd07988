// Fits and measures the confidence in events: node_modules/.bin/node services/classifier/train/events.ts --data ../shared/data/classify
// Prints the constants for core/world/events/event-confidence.ts, and how often what they say comes true on events not fitted on.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createClassifier } from '../core/classify.ts';
import { fnv } from '../core/topics/hash.ts';
import { EVENT_FACTORS } from '../core/world/events/event-confidence.ts';
import type { EventFactors } from '../core/world/events/event-factors.ts';
import { createWorldReader } from '../core/world/read-world.ts';
import { loadWorldLists } from '../lists/load.ts';
import { readCorpus } from './corpus.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data/classify' } } });
if (!existsSync(`${values.data}/topics.jsonl.gz`)) {
  console.error(`no labelled texts at ${values.data}: name the folder that holds topics.jsonl.gz with --data DIR`);
  process.exit(1);
}

/** Sentences chosen for their events count so much against those that a reader met in whole articles. */
const SENTENCE_WEIGHT = 0.1;
const RIDGE = 0.5;
/** Classes are few and some are rare: they are drawn to nothing more than the factors are. */
const CLASS_RIDGE = 2;
const STEPS = 4000;
const RATE = 0.5;
const BINS = [0, 0.2, 0.4, 0.6, 0.8, 1.001];
/** PLV's name for both. */
const YIELD = new Set(['CONCEDE', 'RETREAT', 'YIELD']);

interface Judged {
  /** a and b are fitted on, c was judged after the fit; null: a sentence by itself. */
  set: string | null;
  plover: string;
  factors: EventFactors;
  right: boolean;
}

const classifier = createClassifier({
  topicModel: readFileSync(new URL('../model/topics.bin', import.meta.url)),
  neighbours: readFileSync(new URL('../model/neighbours.bin', import.meta.url)),
  sentenceModel: readFileSync(new URL('../model/sentences.bin', import.meta.url)),
  world: createWorldReader(loadWorldLists()),
});

/** Reads the events of whole articles that one reader judged: told by its sentence as an event of this class, or not. */
function readArticles(): Judged[] {
  const labels = readFileSync(new URL('./event-labels.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t') as [string, string, string, string, string]);
  const bySentence = new Map(
    labels.map(([set, id, hash, plover, right]) => [`${id} ${hash} ${plover}`, { set, right: right === '1' }]),
  );
  const ids = new Set(labels.map(([, id]) => id));
  return readCorpus(values.data)
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, title, text }) =>
      classifier.explain({ id, title, text }).evidence.events.flatMap(({ sentence, plover, factors }) => {
        const label = bySentence.get(`${id} ${fnv(sentence).toString(16).padStart(8, '0')} ${plover}`);
        return label && factors ? [{ ...label, plover, factors }] : [];
      }),
    );
}

function readSentences(): Judged[] {
  return ['events.jsonl', 'events-plv.jsonl'].flatMap((file) =>
    readFileSync(`${values.data}/${file}`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(
        (line) =>
          JSON.parse(line) as {
            id: string;
            lang: string;
            text: string;
            stylised: boolean;
            events: { plover: string }[];
          },
      )
      .filter(({ lang, stylised }) => lang === 'en' && !stylised)
      .flatMap(({ id, text, events }) => {
        const found = classifier.explain({ id, title: '', text }).evidence.events.find(({ factors }) => factors);
        if (!found) return [];
        const same = (code: string) => code === found.plover || (YIELD.has(code) && YIELD.has(found.plover));
        const right = events.some(({ plover }) => same(plover));
        return [{ set: null, plover: found.plover, factors: found.factors!, right }];
      }),
  );
}

/** Weights by name: bias, the factors, the classes. Gradient descent with a step for each by its own history. */
function fit(rows: readonly Judged[]): Map<string, number> {
  const names = ['bias', ...EVENT_FACTORS, ...new Set(rows.map(({ plover }) => plover))];
  const weights = new Map(names.map((name) => [name, 0]));
  const seen = new Map(names.map((name) => [name, 1e-8]));
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Map([...weights].map(([name, w]) => [name, ridgeOf(name) * w]));
    for (const row of rows) {
      const error = (chance(weights, row) - Number(row.right)) * (row.set === null ? SENTENCE_WEIGHT : 1);
      for (const [name, value] of inputs(row)) slope.set(name, slope.get(name)! + error * value);
    }
    for (const [name, g] of slope) {
      seen.set(name, seen.get(name)! + g * g);
      weights.set(name, weights.get(name)! - (RATE * g) / Math.sqrt(seen.get(name)!));
    }
  }
  return weights;
}

function ridgeOf(name: string): number {
  if (name === 'bias' || name === 'alone') return 0.001;
  return (EVENT_FACTORS as readonly string[]).includes(name) ? RIDGE : CLASS_RIDGE;
}

function inputs({ plover, factors }: Judged): [string, number][] {
  return [['bias', 1], ...EVENT_FACTORS.map((name): [string, number] => [name, factors[name]]), [plover, 1]];
}

function chance(weights: ReadonlyMap<string, number>, row: Judged): number {
  const sum = inputs(row).reduce((total, [name, value]) => total + (weights.get(name) ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-sum));
}

function show(what: string, said: readonly { p: number; right: boolean }[]): void {
  console.log(`${what}: ${said.length} events, ${part(said)} right`);
  for (const [at, low] of BINS.slice(0, -1).entries()) {
    const bin = said.filter(({ p }) => p >= low && p < BINS[at + 1]!);
    const mean = bin.reduce((sum, { p }) => sum + p, 0) / bin.length;
    if (bin.length > 0) console.log(`  from ${low}: ${bin.length}, said ${mean.toFixed(2)}, right ${part(bin)}`);
  }
}

function part(said: readonly { right: boolean }[]): string {
  return (said.filter(({ right }) => right).length / said.length).toFixed(2);
}

const articles = readArticles();
const sentences = readSentences();
const of = (set: string) => articles.filter((row) => row.set === set);
const fitted = fit([...of('a'), ...of('b'), ...sentences]);
console.log(JSON.stringify(Object.fromEntries([...fitted].map(([name, w]) => [name, Math.round(100 * w) / 100]))));
const across = [
  ['a', 'b'],
  ['b', 'a'],
].flatMap(([known, other]) => {
  const weights = fit([...of(known!), ...sentences]);
  return of(other!).map((row) => ({ p: chance(weights, row), right: row.right }));
});
show('whole articles, each half by the other', across);
show(
  'whole articles judged after the fit',
  of('c').map((row) => ({ p: chance(fitted, row), right: row.right })),
);
const [even, odd] = [0, 1].map((half) => sentences.filter((_, n) => n % 2 === half));
const half = fit([...of('a'), ...of('b'), ...even!]);
show(
  'sentences by themselves, the half not fitted on',
  odd!.map((row) => ({ p: chance(half, row), right: row.right })),
);
