import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleOf, LABELLED_SETS, loadPages } from './dataset.ts';
import { smallExamples, train } from './fit.ts';
import { pack } from './pack.ts';

/**
 * Trains the block models on all labelled pages and writes core/blocks/model.json and small-model.json:
 * `node services/cleaner/train/blocks.ts --ship [--data DIR]`. What they are worth on outlets that they never saw, held-out.ts tells.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/extract' }, ship: { type: 'boolean' } },
});
const pages = loadPages(values.data, LABELLED_SETS);
const { small, large } = train(pages.map(exampleOf), smallExamples(pages));
if (values.ship) {
  const folder = join(import.meta.dirname, '../core/blocks');
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify(pack(large))}\n`);
  writeFileSync(join(folder, 'small-model.json'), `${JSON.stringify(pack(small))}\n`);
}
