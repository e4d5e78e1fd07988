import type { ClassifyInput, ClassifyResult } from '@wirewatch/shared/contracts/classify.ts';
import { detectLanguage, foreignBlocks } from '@wirewatch/shared/text/language.ts';
import { parseNeighbours } from './topics/neighbours.ts';
import { createTopicReader } from './topics/read-topics.ts';
import { parseSentenceModel } from './topics/sentence-model.ts';
import { parseTopicModel } from './topics/topic-model.ts';
import type { WorldReader } from './world/read-world.ts';
import type { WorldEvidence } from './world/world-evidence.ts';

/** What a classifier is made of; everything is data, read by the caller. */
export interface ClassifierParts {
  /** The model files of topics: for articles and for lone sentences. */
  topicModel: Uint8Array;
  /** The index of the labelled articles that the first was trained on. */
  neighbours: Uint8Array;
  sentenceModel: Uint8Array;
  world: WorldReader;
}

/** A result with what it rests on, for `classify --explain`. */
export interface Explanation extends ClassifyResult {
  evidence: WorldEvidence & {
    /** By concept, the words of the lexicon that were found. */
    topics: Record<string, string[]>;
    /** How sure the best topic is, also where it is not asserted. */
    topicConfidence: number;
  };
}

export interface Classifier {
  classify(input: ClassifyInput): ClassifyResult;
  explain(input: ClassifyInput): Explanation;
}

/** Below this many characters the title helps to tell the language. */
const SHORT = 200;
/** How far foreign blocks are looked for: a longer text is rare, and time stays bounded. */
const BLOCKS_WITHIN = 20_000;

/** A classifier from its parts; pure from then on: the same input gives the same result. */
export function createClassifier({ topicModel, neighbours, sentenceModel, world }: ClassifierParts): Classifier {
  const reader = createTopicReader({
    articles: parseTopicModel(topicModel),
    neighbours: parseNeighbours(neighbours),
    sentences: parseSentenceModel(sentenceModel),
  });
  const read = (input: ClassifyInput) => {
    const title = input.title ?? '';
    // The text alone, where there is enough of it: some outlets give titles in another language. A label that came with it may be wrong.
    const told = input.text.length < SHORT ? `${title}\n${input.text}` : input.text;
    const { language } = detectLanguage(told, input.language ?? undefined);
    const foreign = foreignBlocks(input.text.slice(0, BLOCKS_WITHIN), language);
    const reading = reader.read({ title, text: input.text, language });
    return {
      reading,
      said: {
        language,
        ...(foreign.length > 0 ? { foreign } : {}),
        topics: reading.topics,
        topicScores: reading.scores,
      },
      world: { ...input, language, hardNews: reading.hardNews },
    };
  };
  return {
    explain(input) {
      const { said, reading, world: article } = read(input);
      const { evidence, ...found } = world.explain(article);
      return {
        ...said,
        ...found,
        evidence: { topics: reading.evidence, topicConfidence: reading.confidence, ...evidence },
      };
    },
    classify(input) {
      const { said, world: article } = read(input);
      return { ...said, ...world.read(article) };
    },
  };
}
