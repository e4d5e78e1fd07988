import type { Topic } from '@wirewatch/shared/contracts/classify.ts';
import { concept, TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import { bestTwo, confidenceFeatures, firstConfidence, isHardNews, isHardNewsPair } from './confidence.ts';
import { hashedFeatures, readWords } from './features.ts';
import { lexiconFeatures } from './lexicon.ts';
import { lexiconOf } from './lexicons/index.ts';
import { narrowerOf } from './narrower.ts';
import { THIN_PROBABILITY, thinTopic } from './thin-topics.ts';
import { calibrated, linearScores, type ModelHeader, type TopicModel } from './topic-model.ts';

/** Below this many words nothing is asserted: a line has too little to go by. */
const MIN_WORDS = 5;
/** More than two subjects at once are rare in news (116 of 260 hand-labelled foreign texts had a second, none a third). */
const MOST_TOPICS = 2;

export interface TopicReading {
  /** Asserted topics, best first, each followed by the narrower ones beneath it. */
  topics: Topic[];
  /** Every first-level concept with its probability. */
  scores: Record<string, number>;
  /** The chance that the best topic is right; below the model's threshold nothing is asserted. */
  confidence: number;
  /** By concept, the words of the lexicon that were found. */
  evidence: Record<string, string[]>;
}

export interface TopicReader {
  read(input: { title: string; text: string; language: string }): TopicReading;
}

/** Reads what a text is about: the linear model over words and lexicon, then what of it is sure enough to be said. */
export function createTopicReader(model: TopicModel): TopicReader {
  const { header } = model;
  return {
    read({ title, text, language }) {
      const words = readWords(title, text);
      const count = words.title.length + words.body.length;
      const hits = lexiconOf(language)?.match(words);
      const dense = lexiconFeatures(hits);
      const p = calibrated(model, linearScores(model, hashedFeatures(words), dense));
      const thin = thinTopic(dense);
      if (thin >= 0) p[thin] = Math.max(p[thin]!, THIN_PROBABILITY);
      const [best, second] = bestTwo(p);
      const least = leastConfidence(header, best, second);
      const confidence =
        best === thin
          ? THIN_PROBABILITY
          : firstConfidence(header.first, confidenceFeatures(p, dense[TOP_CODES.length + best]!, count), best);
      const scores: Record<string, number> = {};
      for (const [c, code] of header.classes.entries()) scores[`medtop:${code}`] = round(p[c]!);
      const evidence = Object.fromEntries([...(hits?.words ?? [])].map(([code, found]) => [`medtop:${code}`, found]));
      const topics: Topic[] = [];
      if (count >= MIN_WORDS && confidence >= least) {
        const further = [...p.keys()]
          .filter((c) => c !== best && p[c]! >= header.assertFurther)
          .sort((a, b) => p[b]! - p[a]!);
        for (const c of [best, ...further].slice(0, MOST_TOPICS)) {
          const code = header.classes[c]!;
          const score = c === best ? confidence : Math.min(p[c]!, confidence);
          topics.push(topic(code, score));
          for (const narrower of hits ? narrowerOf(code, hits) : [])
            topics.push(topic(narrower.code, score * narrower.share));
        }
      }
      return { topics, scores, confidence: round(confidence), evidence };
    },
  };
}

function leastConfidence(header: ModelHeader, best: number, second: number): number {
  if (isHardNewsPair(best, second)) return header.assertPair;
  return isHardNews(best) ? header.assertHard : header.assertFirst;
}

function topic(code: string, score: number): Topic {
  return { code: `medtop:${code}`, label: concept(code).label, score: round(score) };
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
