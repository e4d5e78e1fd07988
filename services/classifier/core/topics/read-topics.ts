import type { Topic } from '@wirewatch/shared/contracts/classify.ts';
import { concept, TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { bestTwo, confidenceFeatures, firstConfidence, hardNewsOf } from './confidence.ts';
import { hashedFeatures, readWords, type Words } from './features.ts';
import { fieldsOf } from './fields/index.ts';
import { lexiconFeatures } from './lexicon.ts';
import { lexiconOf } from './lexicons/index.ts';
import { linearScores } from './linear-model.ts';
import { narrowerOf } from './narrower.ts';
import { createVoter, type NeighbourIndex } from './neighbours.ts';
import { type SentenceModel, sentenceProbabilities } from './sentence-model.ts';
import { THIN_PROBABILITY, thinTopic } from './thin-topics.ts';
import { calibrated, type ModelHeader, type TopicModel, wholeScores } from './topic-model.ts';

/** Below this many words nothing is asserted: a line has too little to go by. */
const MIN_WORDS = 5;
/** More than two subjects at once are rare in news (116 of 260 hand-labelled foreign texts had a second, none a third). */
const MOST_TOPICS = 2;
/** A narrower topic is said from this chance that it and the one above it are right: on texts not trained on .43 of those below it were, .81 of those from it. */
const LEAST_NARROWER = 0.7;
/** A text without a title and with no more words than this is read as a sentence; the longest of the labelled ones have 60. */
const MOST_SENTENCE_WORDS = 60;

export interface TopicReading {
  /** Asserted topics, best first, each followed by the narrower ones beneath it. */
  topics: Topic[];
  /** Every first-level concept with its probability. */
  scores: Record<string, number>;
  /** The chance that the best topic is right; below the model's threshold nothing is asserted. */
  confidence: number;
  /** How probable it is that the text is hard news at all. */
  hardNews: number;
  /** By concept, the words of the lexicon that were found. */
  evidence: Record<string, string[]>;
}

export interface TopicReader {
  read(input: { title: string; text: string; language: string }): TopicReading;
}

/** What topics are read with: a model for articles and the texts it was trained on, a model for lone sentences. */
export interface TopicModels {
  articles: TopicModel;
  neighbours: NeighbourIndex;
  sentences: SentenceModel;
}

/** What a model makes of a text: probabilities by class, the best class, the chance that it is right, and what may be said. */
interface Opinion {
  p: ArrayLike<number>;
  best: number;
  confidence: number;
  /** The classes to assert, best first; none where the best is not sure enough. */
  said: number[];
}

/** Reads what a text is about: a linear model over words and lexicon with the votes of the nearest labelled texts, then what of it is sure enough to be said. */
export function createTopicReader({ articles, neighbours, sentences }: TopicModels): TopicReader {
  const voter = createVoter(neighbours);
  return {
    read({ title, text, language }) {
      const words = readWords(title, text);
      const hits = lexiconOf(language)?.match(words);
      const dense = lexiconFeatures(hits);
      const features = hashedFeatures(words);
      const linear = linearScores(articles, features, dense);
      const opinion = isSentence(words, language)
        ? ofSentence(sentences, words.body, language)
        : ofArticle(articles.header, { linear, votes: voter(features), dense, words });
      const { p, best, confidence, said } = opinion;
      const scores: Record<string, number> = {};
      for (const [c, code] of TOP_CODES.entries()) scores[`medtop:${code}`] = round(p[c]!);
      const evidence = Object.fromEntries([...(hits?.words ?? [])].map(([code, found]) => [`medtop:${code}`, found]));
      const topics: Topic[] = [];
      for (const c of said) {
        const code = TOP_CODES[c]!;
        const score = c === best ? confidence : Math.min(p[c]!, confidence);
        topics.push(topic(code, score));
        for (const narrower of hits ? narrowerOf(code, hits) : [])
          if (score * narrower.chance >= LEAST_NARROWER) topics.push(topic(narrower.code, score * narrower.chance));
      }
      // By the words alone: what events are weighed by was fitted so.
      const hardNews = hardNewsOf(calibrated(articles.header.words, linear));
      return { topics, scores, confidence: round(confidence), hardNews, evidence };
    },
  };
}

/** Whether a text is a lone sentence or two, in a language whose everyday words are listed. */
function isSentence({ title, body }: Words, language: string): boolean {
  return title.length === 0 && body.length <= MOST_SENTENCE_WORDS && fieldsOf(language) !== undefined;
}

function ofSentence(model: SentenceModel, words: readonly string[], language: string): Opinion {
  const all = sentenceProbabilities(model, words, language);
  const p = all.slice(0, TOP_CODES.length);
  const [best] = bestTwo(p);
  const confidence = p[best]!;
  const sure = words.length >= MIN_WORDS && confidence >= model.header.assert;
  return { p, best, confidence, said: sure ? [best] : [] };
}

interface ArticleEvidence {
  linear: Float64Array;
  votes: Float64Array;
  dense: Float32Array;
  words: Words;
}

function ofArticle(header: ModelHeader, { linear, votes, dense, words }: ArticleEvidence): Opinion {
  const p = calibrated(header.whole, wholeScores(header.lift, linear, votes));
  const count = words.title.length + words.body.length;
  const thin = thinTopic(dense);
  if (thin >= 0) p[thin] = Math.max(p[thin]!, THIN_PROBABILITY);
  const [best] = bestTwo(p);
  const confidence =
    best === thin
      ? THIN_PROBABILITY
      : firstConfidence(
          header.first,
          confidenceFeatures(p, { share: dense[TOP_CODES.length + best]!, words: count, votes }),
          best,
        );
  if (count < MIN_WORDS || confidence < header.assertFirst) return { p, best, confidence, said: [] };
  const further = [...p.keys()]
    .filter((c) => c !== best && p[c]! >= header.assertFurther)
    .sort((a, b) => p[b]! - p[a]!);
  return { p, best, confidence, said: [best, ...further].slice(0, MOST_TOPICS) };
}

function topic(code: string, score: number): Topic {
  return { code: `medtop:${code}`, label: concept(code).label, score: round(score) };
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
