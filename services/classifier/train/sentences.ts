import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { bestTwo } from '../core/topics/confidence.ts';
import { readWords } from '../core/topics/features.ts';
import { FIELD_FEATURES, fieldFeatures } from '../core/topics/field-features.ts';
import { fieldsOf } from '../core/topics/fields/index.ts';
import { linearScores } from '../core/topics/linear-model.ts';
import { SENTENCE_BUCKETS, sentenceFeatures } from '../core/topics/sentence-features.ts';
import { SENTENCE_CLASSES, type SentenceModel, softmax } from '../core/topics/sentence-model.ts';
import { type Row, SENTENCES } from './corpus.ts';
import { foldsOf } from './folds.ts';
import { quantise, round } from './quantise.ts';
import { type Labelled, trainSoftmax } from './softmax.ts';
import { fitSlope, leastFor } from './sureness.ts';

/** Eight rounds at this rate; half the rate and twice the rounds gave the same. */
const EPOCHS = 8;
const RATE = 0.2;
const SEED = 1;
const FOLDS = 4;
/** Of what is asserted, so much shall be right in folds not trained on. */
const WANTED_ACCURACY = 0.88;
/** Leads of one topic taken at most: enough to know it by. */
const MOST_LEADS = 400;
/** How much an article's first sentence counts beside one that was labelled by itself: it keeps topics apart that those never have. */
const LEAD_WEIGHT = 0.3;
/** What the set of sentences calls lands and waters, which is no topic of news. */
const GEOGRAPHY = SENTENCE_CLASSES.indexOf('geography');
/** A first sentence of fewer words is a dateline or a heading, one of more is a paragraph. */
const LEAD_WORDS = { least: 8, most: 45 };
const LEAD_WITHIN = 900;
/** The aggregator's "culture" is hardly a label. */
const VAGUE_LABEL = 'culture';

interface Sample extends Labelled {
  row: Row;
}

/** Trains on single sentences, with the first sentences of articles beside them; slope and threshold are fitted on folds that were not trained on. */
export function trainSentenceModel(rows: readonly Row[], version: string): SentenceModel {
  const leads = new Map<number, number>();
  const samples = rows.flatMap(sampleOf).filter(({ row, label }) => {
    if (row.source === SENTENCES) return true;
    const before = leads.get(label) ?? 0;
    leads.set(label, before + 1);
    return before < MOST_LEADS;
  });
  const fold = foldsOf(
    samples.map(({ row }) => row),
    FOLDS,
  );
  const scores: Float64Array[] = [];
  const labels: number[] = [];
  for (let f = 0; f < FOLDS; f += 1) {
    const part = trainRaw(
      samples.filter((_, i) => fold[i] !== f),
      version,
    );
    for (const [i, { row, features, dense, label }] of samples.entries()) {
      if (fold[i] !== f || row.source !== SENTENCES || label === GEOGRAPHY) continue;
      scores.push(linearScores(part, features, dense));
      labels.push(label);
    }
  }
  const model = trainRaw(samples, version);
  model.header.slope = round(fitSlope(scores, labels));
  const judged = scores.map((score, i) => {
    const p = softmax(score, model.header.slope).slice(0, TOP_CODES.length);
    const [best] = bestTwo(p);
    return { sureness: p[best]!, right: best === labels[i] };
  });
  model.header.assert = round(leastFor(judged, WANTED_ACCURACY));
  return model;
}

function trainRaw(samples: readonly Sample[], version: string): SentenceModel {
  const weights = trainSoftmax(samples, {
    buckets: SENTENCE_BUCKETS,
    classes: SENTENCE_CLASSES.length,
    denseSize: FIELD_FEATURES,
    epochs: EPOCHS,
    rate: RATE,
    seed: SEED,
  });
  const { header, weights: steps } = quantise(weights, version, SENTENCE_CLASSES);
  return { header: { ...header, slope: 1, assert: 1 }, weights: steps };
}

function sampleOf(row: Row): Sample[] {
  const alone = row.source === SENTENCES;
  const label = alone && row.label === 'geography' ? GEOGRAPHY : TOP_CODES.indexOf(row.iptc[0] ?? '');
  const text = alone ? row.text : leadOf(row.text);
  if (label < 0 || text === undefined || row.label === VAGUE_LABEL) return [];
  const { body } = readWords('', text);
  return [
    {
      row,
      features: sentenceFeatures(body),
      dense: fieldFeatures(fieldsOf(row.lang)?.match({ title: [], body })),
      label,
      weight: alone ? 1 : LEAD_WEIGHT,
    },
  ];
}

/** The first sentence of a text that is neither a dateline nor a paragraph. */
function leadOf(text: string): string | undefined {
  return text
    .slice(0, LEAD_WITHIN)
    .split(/(?<=[.!?]["”']?)\s+/)
    .find((sentence) => {
      const words = sentence.split(/\s+/).length;
      return words >= LEAD_WORDS.least && words <= LEAD_WORDS.most;
    });
}
