import { blockFeatures } from '../blocks/features.ts';
import storedModel from '../blocks/model.json' with { type: 'json' };
import { type BlockModel, loadModel, probability } from '../blocks/model.ts';
import { type Selection, selectBlocks } from '../blocks/select.ts';
import type { ReadPage } from './read-page.ts';

let shipped: BlockModel | null = null;

/**
 * Third step: which of the page's blocks are the article's text, and why the others of its region are not.
 * @param doubted too little was found before: the likeliest blocks are taken
 */
export function chooseBlocks(
  { blocks, others, region, shown, evidence }: ReadPage,
  model: BlockModel | null,
  doubted: boolean,
): Selection {
  shipped ??= loadModel(storedModel);
  const used = model ?? shipped;
  const probabilities = blockFeatures(blocks, region, evidence).map((row) => (row ? probability(used, row) : 0));
  return selectBlocks(blocks, probabilities, region, shown, doubted, others);
}
