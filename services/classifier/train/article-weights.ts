import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { type Features, hashedFeatures, readWords } from '../core/topics/features.ts';
import { BUCKETS } from '../core/topics/hash.ts';
import { LEXICON_FEATURES, lexiconFeatures } from '../core/topics/lexicon.ts';
import { lexiconOf } from '../core/topics/lexicons/index.ts';
import type { Row } from './corpus.ts';
import { type Example, trainLogistic, type Weights } from './logistic.ts';

const SEED = 1;
/** Four rounds at this rate: six gained nothing in domain; half the rate gains 0.4 points on sources left out and costs 5 in domain. */
const EPOCHS = 4;
const RATE = 0.3;
/** Rare classes count more, by the root of how rare they are against this many texts, at most fourfold. */
const USUAL_CLASS = 1500;
const MOST_CLASS_WEIGHT = 4;
/** Two thirds of the labelled set are one aggregator's US politics: at half weight the sources left out gain 1 point. */
const SOURCE_WEIGHT: Readonly<Record<string, number>> = { allsides: 0.5 };
/** The aggregator's "culture" is celebrities, films and quarrels over values alike, mapped to society: hardly a label. */
const VAGUE_LABEL = 'culture';
const VAGUE_WEIGHT = 0.2;
/** Foreign news read and labelled for this model: few rows for what matters most. */
const OWN_LABEL_WEIGHT = 2;
const CLASSES = TOP_CODES.length;
const POLITICS = TOP_CODES.indexOf('11000000');

/** A row with what the model reads of it. */
export interface Sample {
  row: Row;
  features: Features;
  dense: Float32Array;
  words: number;
}

export function sampleOf(row: Row): Sample {
  const words = readWords(row.title, row.text);
  return {
    row,
    features: hashedFeatures(words),
    dense: lexiconFeatures(lexiconOf(row.lang)?.match(words)),
    words: words.title.length + words.body.length,
  };
}

/** The weights of one against the rest over words and lexicon, before they are cut to int8. */
export function trainArticleWeights(samples: readonly Sample[]): Weights {
  const count = new Map<string, number>();
  for (const { row } of samples) for (const code of row.iptc) count.set(code, (count.get(code) ?? 0) + 1);
  return trainLogistic(
    samples.map((sample) => exampleOf(sample, count)),
    { buckets: BUCKETS, classes: CLASSES, denseSize: LEXICON_FEATURES, epochs: EPOCHS, rate: RATE, l2: 0, seed: SEED },
  );
}

function exampleOf({ row, features, dense }: Sample, count: ReadonlyMap<string, number>): Example {
  const targets = new Int8Array(CLASSES);
  for (const code of row.iptc) targets[TOP_CODES.indexOf(code)] = 1;
  // One editor's one topic a story: there, a story filed under immigration or health is most often politics too.
  if (row.source === 'allsides' && targets[POLITICS] === 0) targets[POLITICS] = -1;
  const rarity = Math.sqrt(USUAL_CLASS / count.get(row.iptc[0]!)!);
  const weight =
    Math.min(MOST_CLASS_WEIGHT, rarity) *
    (SOURCE_WEIGHT[row.source] ?? 1) *
    (row.own ? OWN_LABEL_WEIGHT : 1) *
    (row.label === VAGUE_LABEL ? VAGUE_WEIGHT : 1);
  return { features, dense, targets, weight };
}
