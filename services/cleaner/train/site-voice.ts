import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import type { StoredVoiceModel } from '../core/frame/site-voice/site-voice.ts';
import { partsOf } from '../core/frame/site-voice/unspaced-words.ts';
import { type VoiceFeatures, voiceFeatures } from '../core/frame/site-voice/voice-features.ts';
import { SLOTS, UNSPACED } from '../core/wording/word-features.ts';
import { fitLogistic, fitScore, type LinearFit, packLinear } from './logistic.ts';
import {
  articleEdges,
  articleLines,
  articleParagraphs,
  articleSentences,
  type LabelledSentence,
  ownLines,
  ownSentences,
} from './sentences.ts';
import { samplesOf, wordedLines } from './wordings.ts';

/**
 * Trains the model of the site's own voice: `node services/cleaner/train/site-voice.ts --data DIR [--ship]`. Learns from what was
 * written for this project (`voice/`, `sentences/`, `lines/`, `wordings/`) and from the paragraphs of labelled articles.
 * Prints what it makes of each set that it has not seen (nor half of the articles), by the share of articles' paragraphs taken.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, ship: { type: 'boolean' } },
});

/** A text, whose it is, and how much it weighs. */
interface Example {
  lang: string;
  text: string;
  site: boolean;
  weight: number;
}

/** There are ten times as many paragraphs of articles as sentences of sites. */
const ARTICLE_WEIGHT = 0.3;
/** Made of patterns, some eight of each: together they weigh as much as a few sentences. */
const WORDED_WEIGHT = 0.5;
/** A line of fewer characters is a button or a label, for which there is a model of its own. */
const SHORTEST_LINE = 25;
/** Characters of a short paragraph in mid-article: there are few like it at the ends. */
const SHORT = 250;
/** The commonest words of a language, and the fewest examples from which they are taken. */
const COMMON = 250;
const LEAST_EXAMPLES = 300;

const FOLDER = join(import.meta.dirname, 'voice');

/** `{Share|Send} this`: `+` a site's, `-` an article's that has the same words. */
function patterns(file: string): Example[] {
  let lang = '';
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('== ')) lang = line.slice(3).trim();
      if (!/^[+-] /.test(line)) return [];
      const site = line.startsWith('+');
      return [...samplesOf(line.slice(2))].map((text) => ({ lang, text, site, weight: WORDED_WEIGHT }));
    });
}

const own = ({ lang, text, positive }: LabelledSentence): Example => ({ lang, text, site: positive, weight: 1 });
const article = ({ lang, text }: { lang: string; text: string }): Example => ({
  lang,
  text,
  site: false,
  weight: ARTICLE_WEIGHT,
});
const isClosing = (s: LabelledSentence): boolean => s.place === 'close';

/** What was written for this project, by the hand that wrote it. */
function writtenSets(): Map<string, Example[]> {
  const sets = new Map<string, Example[]>();
  for (const [name, list] of ownSentences()) sets.set(name, list.filter((s) => s.act !== 'announce').map(own));
  for (const file of readdirSync(FOLDER)) {
    if (file.endsWith('.txt')) sets.set(file, patterns(file));
    else {
      const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n').filter(Boolean);
      sets.set(
        file,
        lines.map((line) => own(JSON.parse(line) as LabelledSentence)),
      );
    }
  }
  const line = (weight: number) => (l: { lang: string; html: string; positive: boolean }) => ({
    lang: l.lang,
    text: l.html.replace(/<[^>]*>/g, '').trim(),
    site: l.positive,
    weight,
  });
  const long = (e: Example): boolean => e.text.length > SHORTEST_LINE;
  sets.set('lines', [...ownLines().values()].flat().map(line(1)).filter(long));
  sets.set('wordings', wordedLines().map(line(WORDED_WEIGHT)).filter(long));
  return sets;
}

const sets = writtenSets();
const edges = [
  ...articleEdges(join(values.data, 'extract')).filter(isClosing),
  ...articleSentences(join(values.data, 'classify/topics.jsonl.gz')).filter(isClosing),
  ...articleLines().filter(isClosing),
].map(article);
const shorts = articleParagraphs(join(values.data, 'extract'), SHORT).map((text) => article({ lang: '', text }));
const half = (list: readonly Example[], which: number): Example[] =>
  list.filter((_, i) => Math.floor(i / 80) % 2 === which);

/** The commonest words of each language of which there is enough to tell. */
function commonWords(examples: readonly Example[]): Set<string> {
  const byLanguage = new Map<string, Example[]>();
  for (const e of examples) byLanguage.set(e.lang.slice(0, 2), [...(byLanguage.get(e.lang.slice(0, 2)) ?? []), e]);
  const common = new Set<string>();
  for (const [lang, list] of byLanguage) {
    if (lang === '' || list.length < LEAST_EXAMPLES) continue;
    const counts = new Map<string, number>();
    for (const { text } of list)
      for (const token of new Set(tokenize(text).flatMap((t) => (UNSPACED.test(t) ? partsOf(t) : [t]))))
        if (!/\d/.test(token) && token.length < 12) counts.set(token, (counts.get(token) ?? 0) + 1);
    const first = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COMMON);
    for (const [token] of first) common.add(token);
  }
  return common;
}

const VIEWS = ['words', 'manner', 'kinds'] as const;
type Fits = Record<(typeof VIEWS)[number], LinearFit>;

function train(examples: readonly Example[], common: ReadonlySet<string>): Fits {
  const features = examples.map((e) => voiceFeatures(e.text, common));
  const fit = (view: keyof VoiceFeatures): LinearFit =>
    fitLogistic(
      examples.map((e, i) => ({
        slots: Uint32Array.from((features[i] as VoiceFeatures)[view]),
        label: e.site ? 1 : 0,
        weight: e.weight,
      })),
      SLOTS,
    );
  return { words: fit('words'), manner: fit('manner'), kinds: fit('kinds') };
}

function scoreOf(fits: Fits, text: string, common: ReadonlySet<string>): number {
  const features = voiceFeatures(text, common);
  return VIEWS.reduce((sum, view) => sum + fitScore(fits[view], Uint32Array.from(features[view])), 0);
}

const common = commonWords([...sets.values()].flat().concat(edges));
const held = [...half(edges, 1), ...half(shorts, 1)];
/** Shares of the paragraphs of articles that may be taken; half of those are in truth a site's. */
const TAKEN = [0.0005, 0.001, 0.002, 0.004];
const share = (scores: readonly number[], least: number): string =>
  (scores.filter((s) => s > least).length / Math.max(1, scores.length)).toFixed(3);
for (const name of ['12-languages-3', '12-languages-4.jsonl', '14-languages-3.jsonl']) {
  const others = [...sets].filter(([n]) => n !== name).flatMap(([, s]) => s);
  const fits = train([...others, ...half(edges, 0), ...half(shorts, 0)], common);
  const score = (list: readonly Example[]): number[] => list.map((e) => scoreOf(fits, e.text, common));
  const real = score(held).sort((a, b) => b - a);
  const set = sets.get(name) ?? [];
  const [found, alike] = [score(set.filter((e) => e.site)), score(set.filter((e) => !e.site))];
  process.stdout.write(`held out: ${name}, ${set.length} sentences, ${held.length} paragraphs of articles\n`);
  for (const taken of TAKEN) {
    const least = real[Math.floor(real.length * taken)] as number;
    process.stdout.write(
      `  of articles ${taken}: threshold ${least.toFixed(2)}  found ${share(found, least)}  look-alikes taken ${share(alike, least)}\n`,
    );
  }
}

if (values.ship) {
  const fits = train([...sets.values()].flat().concat(edges, shorts), common);
  const stored: StoredVoiceModel = {
    common: [...common].join(' '),
    words: packLinear(fits.words),
    manner: packLinear(fits.manner),
    kinds: packLinear(fits.kinds),
  };
  const file = join(import.meta.dirname, '../core/frame/site-voice/voice-model.json');
  writeFileSync(file, `${JSON.stringify(stored)}\n`);
}
