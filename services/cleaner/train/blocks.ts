import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleOf, LABELLED_SETS, loadPages } from './dataset.ts';
import { smallExamples, train } from './fit.ts';
import { pack } from './pack.ts';

/**
 * Trains the block model on all labelled pages and writes core/blocks/model.json:
 * `node services/cleaner/train/blocks.ts --ship [--data DIR]`. What it is worth on outlets that it never saw, held-out.ts tells.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/extract' }, ship: { type: 'boolean' } },
});
const pages = loadPages(values.data, LABELLED_SETS);
const model = JSON.stringify(pack(train(pages.map(exampleOf), smallExamples(pages))));
if (values.ship) writeFileSync(join(import.meta.dirname, '../core/blocks/model.json'), `${model}\n`);
