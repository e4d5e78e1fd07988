import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { collectBlocks } from '../core/blocks/collect.ts';
import { parsePage } from '../core/dom/parse.ts';
import { lineFeatures } from '../core/junk/line-features.ts';
import { SLOTS } from '../core/wording/word-features.ts';
import { fitLogistic, fitScore, type LinearExample, type LinearFit, packLinear } from './logistic.ts';
import { articleParagraphs, articleSentences, type LabelledLine, ownLines } from './sentences.ts';
import { wordedLines } from './wordings.ts';

/**
 * Trains the model of lines that are no part of a text: `node services/cleaner/train/lines.ts --data DIR [--ship]`.
 * Prints what it makes of each set of lines when it has not seen that set (nor half of the articles), by threshold.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, ship: { type: 'boolean' } },
});
const EDGE_WEIGHT = 0.2;
/** Made of patterns, some eight of each: together they weigh as much as a few lines. */
const WORDED_WEIGHT = 0.5;

const paragraph = (text: string): Uint32Array =>
  Uint32Array.from(lineFeatures({ text, tag: 'p', links: [], linkChars: 0, strongChars: 0 }));

function example({ html, positive }: Pick<LabelledLine, 'html' | 'positive'>, weight: number): LinearExample | null {
  const page = parsePage(`<body><div>${html}</div></body>`);
  const block = collectBlocks(page.body)[0];
  return block ? { slots: Uint32Array.from(lineFeatures(block)), label: positive ? 1 : 0, weight } : null;
}
const exampleOf = (line: LabelledLine, weight = 1): LinearExample[] =>
  [example(line, weight)].filter((e) => e !== null);

/** A block of more characters is never read as a line. */
const LONGEST = 300;
const texts = [
  ...articleParagraphs(join(values.data, 'extract'), LONGEST),
  ...articleSentences(join(values.data, 'classify/topics.jsonl.gz'))
    .map((s) => s.text)
    .filter((t) => t.length <= LONGEST),
];
const articles = texts.map((text) => ({ slots: paragraph(text), label: 0, weight: EDGE_WEIGHT }));
const even = articles.filter((_, i) => Math.floor(i / 80) % 2 === 0);
const odd = articles.filter((_, i) => Math.floor(i / 80) % 2 === 1);
const sets = ownLines();
const worded = wordedLines().flatMap((line) => exampleOf(line, WORDED_WEIGHT));
const train = (own: readonly LabelledLine[], text: readonly LinearExample[]): LinearFit =>
  fitLogistic([...own.flatMap((line) => exampleOf(line)), ...worded, ...text], SLOTS);

for (const [name, held] of sets) {
  const model = train(
    [...sets].filter(([n]) => n !== name).flatMap(([, s]) => s),
    even,
  );
  const score = (list: readonly LinearExample[]): number[] => list.map((e) => fitScore(model, e.slots));
  const found = score(held.filter((l) => l.positive).flatMap((line) => exampleOf(line)));
  const alike = score(held.filter((l) => !l.positive).flatMap((line) => exampleOf(line)));
  const real = score(odd);
  const share = (scores: readonly number[], t: number): string =>
    (scores.filter((s) => s > t).length / Math.max(1, scores.length)).toFixed(3);
  process.stdout.write(`held out: set ${name}, ${held.length} lines, ${odd.length} paragraphs of articles\n`);
  for (const t of [-1, -0.5, 0, 0.5, 1, 1.5, 2])
    process.stdout.write(
      `  threshold ${String(t).padStart(4)}: found ${share(found, t)}  look-alikes taken ${share(alike, t)}  paragraphs taken ${share(real, t)}\n`,
    );
}

if (values.ship) {
  const file = join(import.meta.dirname, '../core/junk/line-model.json');
  writeFileSync(file, `${JSON.stringify(packLinear(train([...sets.values()].flat(), articles)))}\n`);
}
