import type { ClassifyInput, ClassifyResult } from '@wirewatch/shared/contracts/classify.ts';
import { detectLanguage } from '@wirewatch/shared/text/language.ts';
import { createTopicReader } from './topics/read-topics.ts';
import { parseTopicModel } from './topics/topic-model.ts';

/** Who and where: entities, countries and events of one article whose language is known. */
export interface WorldReader {
  read(input: ClassifyInput & { language: string }): Pick<ClassifyResult, 'entities' | 'countries' | 'events'>;
}

/** What a classifier is made of; everything is data, read by the caller. */
export interface ClassifierParts {
  topicModel: Uint8Array;
  world: WorldReader;
}

/** A result with what it rests on, for `classify --explain`. */
export interface Explanation extends ClassifyResult {
  evidence: { topics: Record<string, string[]> };
}

export interface Classifier {
  classify(input: ClassifyInput): ClassifyResult;
  explain(input: ClassifyInput): Explanation;
}

/** A classifier from its parts; pure from then on: the same input gives the same result. */
export function createClassifier({ topicModel, world }: ClassifierParts): Classifier {
  const reader = createTopicReader(parseTopicModel(topicModel));
  const explain = (input: ClassifyInput): Explanation => {
    const title = input.title ?? '';
    const { language } = detectLanguage(`${title}\n${input.text}`);
    const reading = reader.read({ title, text: input.text, language });
    return {
      language,
      topics: reading.topics,
      topicScores: reading.scores,
      ...world.read({ ...input, language }),
      evidence: { topics: reading.evidence },
    };
  };
  return {
    explain,
    classify(input) {
      const { evidence: _, ...result } = explain(input);
      return result;
    },
  };
}
