import { blockFeatures } from '../blocks/features.ts';
import storedModel from '../blocks/model.json' with { type: 'json' };
import { type BlockModels, loadModel, modelFor, probabilities } from '../blocks/model.ts';
import { type Selection, selectBlocks } from '../blocks/select.ts';
import storedSmallModel from '../blocks/small-model.json' with { type: 'json' };
import type { ReadPage } from './read-page.ts';

let shipped: BlockModels | null = null;

/**
 * Third step: which of the page's blocks are the article's text, and why the others of its region are not.
 * @param doubted too little was found before: the likeliest blocks are taken
 */
export function chooseBlocks(
  { blocks, others, region, shown, evidence }: ReadPage,
  models: BlockModels | null,
  doubted: boolean,
): Selection {
  shipped ??= { small: loadModel(storedSmallModel), large: loadModel(storedModel) };
  const model = modelFor(models ?? shipped, blocks.length);
  const likely = probabilities(model, blockFeatures(blocks, region, evidence));
  return selectBlocks(blocks, likely, region, shown, doubted, others);
}
