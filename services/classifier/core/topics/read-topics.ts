import type { Topic } from '@wirewatch/shared/contracts/classify.ts';
import { hashedFeatures, readWords } from './features.ts';
import { lexiconFeatures } from './lexicon.ts';
import { lexiconOf } from './lexicons/index.ts';
import { concept } from './taxonomy.ts';
import { calibrated, linearScores, type TopicModel } from './topic-model.ts';

/** Below this many words nothing is asserted: a line has too little to go by. */
const MIN_WORDS = 4;

export interface TopicReading {
  /** Asserted topics, best first. */
  topics: Topic[];
  /** Every first-level concept with its probability. */
  scores: Record<string, number>;
  /** By concept, the words of the lexicon that were found. */
  evidence: Record<string, string[]>;
}

export interface TopicReader {
  read(input: { title: string; text: string; language: string }): TopicReading;
}

/** Reads what a text is about: the linear model over words and lexicon, then what of it is sure enough to be said. */
export function createTopicReader(model: TopicModel): TopicReader {
  return {
    read({ title, text, language }) {
      const words = readWords(title, text);
      const hits = lexiconOf(language)?.match(words);
      const p = calibrated(model, linearScores(model, hashedFeatures(words), lexiconFeatures(hits)));
      const scores: Record<string, number> = {};
      for (const [c, code] of model.header.classes.entries()) scores[`medtop:${code}`] = round(p[c]!);
      const evidence = Object.fromEntries([...(hits?.words ?? [])].map(([code, found]) => [`medtop:${code}`, found]));
      if (words.title.length + words.body.length < MIN_WORDS) return { topics: [], scores, evidence };
      const order = [...p.keys()].sort((a, b) => p[b]! - p[a]!);
      const asserted = order.filter(
        (c, rank) => p[c]! >= (rank === 0 ? model.header.assertFirst : model.header.assertFurther),
      );
      const topics =
        p[order[0]!]! < model.header.assertFirst
          ? []
          : asserted.slice(0, 2).map((c) => topic(model.header.classes[c]!, p[c]!));
      return { topics, scores, evidence };
    },
  };
}

function topic(code: string, score: number): Topic {
  return { code: `medtop:${code}`, label: concept(code).label, score: round(score) };
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
