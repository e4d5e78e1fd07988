import { readFileSync } from 'node:fs';
import { type Classifier, createClassifier } from './core/classify.ts';
import { createWorldReader } from './core/world/read-world.ts';
import { loadWorldLists } from './lists/load.ts';

/** The classifier with the model and the lists that come with the project. Reads files; takes some 100 ms. */
export function loadClassifier(): Classifier {
  return createClassifier({
    topicModel: readFileSync(new URL('./model/topics.bin', import.meta.url)),
    neighbours: readFileSync(new URL('./model/neighbours.bin', import.meta.url)),
    sentenceModel: readFileSync(new URL('./model/sentences.bin', import.meta.url)),
    world: createWorldReader(loadWorldLists()),
  });
}
