import { readFileSync } from 'node:fs';
import { type Classifier, createClassifier } from './core/classify.ts';

/** The classifier with the model that comes with the project. Reads files; takes some 50 ms. */
export function loadClassifier(): Classifier {
  return createClassifier({ topicModel: readFileSync(new URL('./model/topics.bin', import.meta.url)) });
}
