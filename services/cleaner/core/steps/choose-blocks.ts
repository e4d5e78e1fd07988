import { blockFeatures } from '../blocks/features.ts';
import storedModel from '../blocks/model.json' with { type: 'json' };
import { type BlockModel, loadModel } from '../blocks/model.ts';
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
  return selectBlocks(
    blocks,
    blockFeatures(blocks, region, evidence),
    region,
    shown,
    model ?? shipped,
    doubted,
    others,
  );
}
