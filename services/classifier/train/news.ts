// Fits which of the events that an article's sentences tell are its news: node_modules/.bin/node services/classifier/train/news.ts --data ../shared/data/classify
// Prints the constants for core/world/events/news-chance.ts, and what a fit on seven eighths of the articles gives on the others.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { NewsFactors } from '../core/world/events/event-factors.ts';
import type { WeighedEvent } from '../core/world/events/event-reading.ts';
import { loadClassifier } from '../load.ts';
import { readCorpus } from './corpus.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data/classify' } } });
if (!existsSync(`${values.data}/labels-events-articles.jsonl`)) {
  console.error(
    `no labelled articles at ${values.data}: name the folder of labels-events-articles.jsonl with --data DIR`,
  );
  process.exit(1);
}

/** Draws the weights to nothing: some 450 events are few. */
const RIDGE = 0.02;
const STEPS = 3000;
const RATE = 0.5;
const FOLDS = 8;
/** Codes of actors without a country. */
const NO_LAND = new Set(['IGO', 'NGO', 'IMG']);

/** A main event as a reader labelled it; `-` among the sides: none is right, too. */
interface Label {
  classes: string[];
  source: string[];
  target: string[];
}

interface Candidate {
  factors: NewsFactors;
  right: boolean;
  isFirst: boolean;
}

type Article = Candidate[];

/** The half of the labelled articles that the rules were made on; the other is for measuring only. */
function isWorkedWith(id: string): boolean {
  return createHash('sha256').update(id).digest()[31]! % 2 === 0;
}

function readLabels(): Map<string, Label[]> {
  const labels = new Map<string, Label[]>();
  for (const line of readFileSync(`${values.data}/labels-events-articles.jsonl`, 'utf8').split('\n').filter(Boolean)) {
    const { id, events } = JSON.parse(line) as {
      id: string;
      events: {
        plover: string;
        also?: string[];
        source: string[];
        target: string[];
        sourceAlso?: string[];
        targetAlso?: string[];
      }[];
    };
    if (!isWorkedWith(id)) continue;
    const side = (own: string[], also: string[] = []) => (own.length + also.length > 0 ? [...own, ...also] : ['-']);
    labels.set(
      id,
      events.map((event) => ({
        classes: [event.plover, ...(event.also ?? [])],
        source: side(event.source, event.sourceAlso),
        target: side(event.target, event.targetAlso),
      })),
    );
  }
  for (const line of readFileSync(new URL('./news-labels.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)) {
    const [id, classes, source, target] = line.split('\t') as [string, string, string?, string?];
    const own = labels.get(id) ?? [];
    labels.set(id, own);
    if (source && target)
      own.push({ classes: classes.split('/'), source: source.split(','), target: target.split(',') });
  }
  return labels;
}

/** Of the label's class and between its sides, whichever way round; inside one country where the label is. */
function isRight(label: Label, event: WeighedEvent): boolean {
  if (!label.classes.includes(event.plover)) return false;
  const side = (codes: readonly string[]) =>
    codes.length > 0 ? codes.map((code) => (NO_LAND.has(code) ? '-' : code)) : ['-'];
  const [source, target] = [side(event.source), side(event.target)];
  const isHome = label.source.some((code) => code !== '-' && label.target.includes(code));
  if (isHome && [...source, ...target].every((code) => code === '-' || label.source.includes(code)))
    return source[0] !== '-' || target[0] !== '-';
  return source.some((s) =>
    target.some(
      (t) =>
        (s !== t || s === '-' || isHome) &&
        ((label.source.includes(s) && label.target.includes(t)) ||
          (label.source.includes(t) && label.target.includes(s))),
    ),
  );
}

const labels = readLabels();
const classifier = loadClassifier();
const articles: Article[] = readCorpus(values.data)
  .filter(({ id }) => labels.has(id))
  .map(({ id, title, text }) => {
    const own = labels.get(id)!;
    return classifier.explain({ id, title, text }).evidence.weighed.map((event) => ({
      factors: event.factors,
      right: own.some((label) => isRight(label, event)),
      isFirst: own[0] !== undefined && isRight(own[0], event),
    }));
  });
const names = Object.keys(articles.find((article) => article.length > 0)![0]!.factors) as (keyof NewsFactors)[];
const inputs = ({ factors }: Candidate) => [1, ...names.map((name) => factors[name])];
const chance = (w: readonly number[], x: readonly number[]) =>
  1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * w[k]!, 0)));

function fit(rows: readonly Candidate[]): number[] {
  const w = new Array<number>(names.length + 1).fill(0);
  const data = rows.map((row) => ({ x: inputs(row), y: Number(row.right) }));
  for (let step = 0; step < STEPS; step += 1) {
    const slope = w.map((value, k) => (k === 0 ? 0 : RIDGE * value));
    for (const { x, y } of data) {
      const error = (chance(w, x) - y) / data.length;
      for (const [k, value] of x.entries()) slope[k]! += error * value;
    }
    for (const [k, s] of slope.entries()) w[k]! -= RATE * s;
  }
  return w;
}

let first = 0;
let withNews = 0;
for (let fold = 0; fold < FOLDS; fold += 1) {
  const w = fit(articles.filter((_, n) => n % FOLDS !== fold).flat());
  for (const article of articles.filter((_, n) => n % FOLDS === fold)) {
    if (!article.some(({ isFirst }) => isFirst)) continue;
    withNews += 1;
    const best = article.reduce((one, other) => (chance(w, inputs(other)) > chance(w, inputs(one)) ? other : one));
    if (best.isFirst) first += 1;
  }
}
console.log(`the main event put first, by a fit on the other articles: ${first} of ${withNews} that tell it at all`);
const all = fit(articles.flat());
console.log(`${articles.length} articles, ${articles.flat().length} events`);
console.log(['BIAS', ...names].map((name, k) => `${name}: ${all[k]!.toFixed(2)},`).join('\n'));
