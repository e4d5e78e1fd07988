// Trains the topic model: node_modules/.bin/node services/classifier/train/topics.ts --data ../shared/data/classify
//   --leave-out bbc,masakhanews  trains without these sources (for measuring)   --out FILE  where the model goes
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatTopicModel } from '../core/topics/topic-model.ts';
import { CLASSIFY_VERSION } from '../version.ts';
import { readCorpus } from './corpus.ts';
import { sampleOf, trainTopicModel } from './model.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/classify' },
    'leave-out': { type: 'string', default: '' },
    out: { type: 'string', default: new URL('../model/topics.bin', import.meta.url).pathname },
  },
});

if (!existsSync(`${values.data}/topics.jsonl.gz`)) {
  console.error(`no training set at ${values.data}: name the folder that holds topics.jsonl.gz with --data DIR`);
  process.exit(1);
}
const left = new Set(values['leave-out'].split(','));
const samples = readCorpus(values.data)
  .filter((row) => row.iptc.length > 0 && !left.has(row.source))
  .map(sampleOf);
const model = trainTopicModel(samples, CLASSIFY_VERSION);
const bytes = formatTopicModel(model);
writeFileSync(values.out, bytes);
console.error(`${samples.length} texts; ${(bytes.byteLength / 1e6).toFixed(1)} MB to ${values.out}`);
