// Trains the topic model: node_modules/.bin/node services/classifier/train/topics.ts --data ../shared/data/classify
//   --leave-out bbc,masakhanews  trains without these sources (for measuring)   --out DIR  where the models go
//   --check  writes nothing and says whether the models there are byte for byte what it would write (exit status 1 where not)
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatLinearModel } from '../core/topics/linear-model.ts';
import { formatNeighbours } from '../core/topics/neighbours.ts';
import { SENTENCE_MAGIC } from '../core/topics/sentence-model.ts';
import { MODEL_MAGIC } from '../core/topics/topic-model.ts';
import { sampleOf } from './article-weights.ts';
import { readCorpus } from './corpus.ts';
import { trainTopicModel } from './model.ts';
import { buildNeighbours } from './neighbour-index.ts';
import { trainSentenceModel } from './sentences.ts';

/**
 * What a model file says it is. Raised by hand when a model is trained anew, and not the stage's own version: that changes with every rule
 * of the classifier, and then no file would be what the training gives.
 */
const VERSIONS = { topics: 'topics-8', sentences: 'sentences-6' };

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/classify' },
    'leave-out': { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
    out: { type: 'string', default: new URL('../model', import.meta.url).pathname },
  },
});

if (!existsSync(`${values.data}/topics.jsonl.gz`)) {
  console.error(`no training set at ${values.data}: name the folder that holds topics.jsonl.gz with --data DIR`);
  process.exit(1);
}
const left = new Set(values['leave-out'].split(','));
const rows = readCorpus(values.data).filter((row) => !left.has(row.source));
const samples = rows.filter((row) => row.iptc.length > 0).map(sampleOf);
const write = (name: string, bytes: Uint8Array) => {
  const file = `${values.out}/${name}`;
  if (values.check) {
    const same = existsSync(file) && readFileSync(file).equals(bytes);
    console.error(`${file}: ${same ? 'byte for byte what the training gives' : 'NOT what the training gives'}`);
    if (!same) process.exitCode = 1;
    return;
  }
  writeFileSync(file, bytes);
  console.error(`${(bytes.byteLength / 1e6).toFixed(1)} MB to ${file}`);
};
write('topics.bin', formatLinearModel(trainTopicModel(samples, VERSIONS.topics), MODEL_MAGIC));
write('neighbours.bin', formatNeighbours(buildNeighbours(samples, VERSIONS.topics)));
write('sentences.bin', formatLinearModel(trainSentenceModel(rows, VERSIONS.sentences), SENTENCE_MAGIC));
