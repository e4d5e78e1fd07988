// How fast and how right the classifier is: `npm run bench -- classify`. Speed and watches need no data; the rest reads
// ../shared/data/classify and says so where it is absent.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadClassifier } from '@wirewatch/classifier/load.ts';
import { prepareDocument, type QueryDocument } from '@wirewatch/shared/query/document.ts';
import { parseQuery } from '@wirewatch/shared/query/parse.ts';
import { createWatchIndex } from '@wirewatch/shared/query/watch-index.ts';

const DATA = new URL('../../../shared/data/classify/', import.meta.url).pathname;
const ARTICLES = 600;
const WATCHES = 1000;

interface Row {
  id: string;
  source: string;
  lang: string;
  title: string;
  text: string;
}

if (!existsSync(`${DATA}topics.jsonl.gz`)) {
  console.log(`no labelled texts at ${DATA}: nothing measured`);
  process.exit(0);
}

const rows = gunzipSync(readFileSync(`${DATA}topics.jsonl.gz`))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row);

const classifier = loadClassifier();

// Articles of 2,000 characters: long texts of the set, filled up with the next one's.
const long = rows.filter(({ text, lang }) => text.length > 1500 && lang === 'en').slice(0, ARTICLES);
const articles = long.map((row, i) => ({
  id: row.id,
  title: row.title || row.text.slice(0, 60),
  text: `${row.text}\n\n${long[(i + 1) % long.length]!.text}`.slice(0, 2000),
}));
for (const article of articles.slice(0, 100)) classifier.classify(article);
/** CPU milliseconds of this process: a busy machine does not change them. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const begun = cpu();
const results = articles.map((article) => classifier.classify(article));
const stage = (cpu() - begun) / articles.length;
console.log(`the whole stage: ${Math.round(1000 / stage)} articles/s of 2,000 characters (${stage.toFixed(2)} ms)`);

const vocabulary = [...new Set(articles.flatMap(({ text }) => text.match(/[a-z]{5,}/g) ?? []))];
const word = (n: number) => vocabulary[(n * 7919) % vocabulary.length]!;
const shapes = [
  (n: number) => `${word(n)} AND ${word(n + 1)}`,
  (n: number) => `"${word(n)} ${word(n + 1)}"~5 OR ${word(n + 2)} ${word(n + 3)}`,
  (n: number) => `title:${word(n)} OR (${word(n + 1)} -${word(n + 2)} country:TUR)`,
  (n: number) => `${word(n).slice(0, 4)}* +${word(n + 1)}^2`,
];
const index = createWatchIndex(
  Array.from({ length: WATCHES }, (_, n) => {
    const parsed = parseQuery(shapes[n % shapes.length]!(n * 5));
    if (!parsed.ok) throw new Error(parsed.error.message);
    return { id: `${n}`, name: `${n}`, threshold: 1, lines: [{ query: parsed.query, weight: 1, language: null }] };
  }),
);
const documents = articles.map(
  ({ title, text }, i): QueryDocument => ({ ...results[i]!, title, text, publishedAt: '2021-03-02', outlet: null }),
);
let hits = 0;
const watched = cpu();
for (const document of documents) hits += index.match(prepareDocument(document), 0).length;
const watching = (cpu() - watched) / documents.length;
console.log(
  `${WATCHES} watches: ${watching.toFixed(2)} ms an article (${Math.round((watching / stage) * 100)} % of the stage), ${(hits / documents.length).toFixed(1)} hits each`,
);

const sentences = rows.filter(({ source }) => source === 'sib200');
const told = sentences.filter((row) => classifier.classify(row).language === row.lang).length;
console.log(`language: ${(told / sentences.length).toFixed(4)} of ${sentences.length} sentences in 10 languages`);
console.log(`memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB resident, this bench's own texts included`);
console.log(
  'topics: services/classifier/train/topics.ts --leave-out bbc,masakhanews --out DIR trains what they are measured by',
);
