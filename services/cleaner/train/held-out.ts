import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { collectBlocks } from '../core/blocks/collect.ts';
import { cleanPage } from '../core/clean-page.ts';
import { parsePage } from '../core/dom/parse.ts';
import { reference } from '../reference.ts';
import { type BodyScore, bodyScore, countSegments, f1, f1OfMeans, segmentF1 } from './body-score.ts';
import { type Example, exampleOf, LABELLED_SETS, type LabelledPage, loadPages } from './dataset.ts';
import { fitModels, smallExamples } from './fit.ts';

/**
 * The cleaner on outlets that its model never saw: `node services/cleaner/train/held-out.ts --out DIR [--data DIR] [--salt 0]
 * [--sets LIST] [--fold N]`. The outlets of all labelled sets are dealt into five parts; a model trained on four reads the pages of the
 * fifth. DIR gets a file a part and one of Readability's texts; what is there is not done again, and
 * with `--fold` the run ends after that part.
 * Prints a row a set: F1 of ours, of Readability, of the better one page by page; pages on which ours has less than .7 and
 * Readability more than .8.
 */
const FOLDS = 5;
const COLLAPSED = 0.7;
const HELD = 0.8;

interface Reading {
  set: string;
  id: string;
  text: string;
}

/** A stable part for an outlet's name. */
function foldOf(outlet: string, salt: number): number {
  let h = 2166136261 ^ salt;
  for (let i = 0; i < outlet.length; i += 1) h = Math.imul(h ^ outlet.charCodeAt(i), 16777619);
  return ((h ^ (h >>> 15)) >>> 0) % FOLDS;
}

/** The texts in a file, by set and page; none where there is no file. */
function textsIn(file: string): Map<string, string> {
  const texts = new Map<string, string>();
  if (!existsSync(file)) return texts;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const { set, id, text } = JSON.parse(line) as Reading;
    texts.set(`${set}/${id}`, text);
  }
  return texts;
}

/** What a model that never saw the outlets of this part reads there. */
function readPart(file: string, fold: number): void {
  if (existsSync(file)) return;
  const elsewhere = (e: LabelledPage): boolean => foldOf(e.outlet, salt) !== fold;
  known ??= pages.map(exampleOf);
  const models = fitModels(known.filter(elsewhere), smallExamples(pages.filter(elsewhere)));
  const readings = pages
    .filter((e) => foldOf(e.outlet, salt) === fold)
    .map((e) => ({ set: e.set, id: e.id, text: cleanPage(e.input, { models, now: Date.now() }).text }));
  writeFileSync(file, readings.map((r) => `${JSON.stringify(r)}\n`).join(''));
  console.error(`${new Date().toISOString()} ${file}`);
}

/** Readability's texts, page by page: it goes on where it was ended. */
function readOthers(file: string): void {
  const done = textsIn(file);
  for (const e of pages) {
    if (done.has(`${e.set}/${e.id}`)) continue;
    appendFileSync(file, `${JSON.stringify({ set: e.set, id: e.id, text: referenceText(e) })}\n`);
  }
}

function referenceText({ input }: LabelledPage): string {
  const html = reference(input.body as string, input.url);
  if (!html) return '';
  return collectBlocks(parsePage(html).body)
    .map((b) => b.text)
    .join('\n');
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/extract' },
    out: { type: 'string' },
    salt: { type: 'string', default: '0' },
    sets: { type: 'string', default: LABELLED_SETS.join(',') },
    fold: { type: 'string' },
  },
});
if (!values.out) throw new Error('held-out.ts needs --out DIR');
mkdirSync(values.out, { recursive: true });
const salt = Number(values.salt);
const pages = loadPages(values.data, values.sets.split(','));
let known: Example[] | null = null;
const texts = new Map<string, string>();
for (let fold = 0; fold < FOLDS; fold += 1) {
  if (values.fold !== undefined && fold !== Number(values.fold)) continue;
  const file = join(values.out, `fold-${salt}-${fold}.jsonl`);
  readPart(file, fold);
  for (const [key, text] of textsIn(file)) texts.set(key, text);
}
if (values.fold !== undefined) process.exit();
readOthers(join(values.out, 'readability.jsonl'));
const others = textsIn(join(values.out, 'readability.jsonl'));

console.log('set               pages    ours  readab.    best  collapsed');
for (const set of values.sets.split(',')) {
  const ofSet = pages.filter((e) => e.set === set);
  const mine: BodyScore[] = [];
  const theirs: BodyScore[] = [];
  const segments = [0, 1, 2].map(() => ({ found: 0, lost: 0, wrong: 0 }));
  let collapsed = 0;
  for (const { id, truth } of ofSet) {
    const text = texts.get(`${set}/${id}`) ?? '';
    const other = others.get(`${set}/${id}`) ?? '';
    if (truth.text === undefined) {
      for (const [i, t] of [text, other].entries())
        countSegments(t, truth.with ?? [], truth.without ?? [], segments[i] as (typeof segments)[0]);
      continue;
    }
    const a = bodyScore(truth.text, text, set === 'daniel-chinese');
    const b = bodyScore(truth.text, other, set === 'daniel-chinese');
    mine.push(a);
    theirs.push(b);
    if (f1(a.precision, a.recall) < COLLAPSED && f1(b.precision, b.recall) > HELD) collapsed += 1;
  }
  const best = mine.map((a, i) => {
    const b = theirs[i] as BodyScore;
    return f1(b.precision, b.recall) > f1(a.precision, a.recall) ? b : a;
  });
  const figures =
    mine.length > 0
      ? [f1OfMeans(mine), f1OfMeans(theirs), f1OfMeans(best)]
      : segments.slice(0, 2).map((count) => segmentF1(count));
  console.log(
    `${set.padEnd(16)} ${String(ofSet.length).padStart(6)}   ${figures.map((f) => f.toFixed(4)).join('   ')}   ${mine.length > 0 ? `${collapsed} (${((100 * collapsed) / mine.length).toFixed(1)} %)` : ''}`,
  );
}
