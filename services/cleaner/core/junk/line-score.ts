import type { Block } from '../blocks/block.ts';
import { type LinearModel, linearScore, loadLinearModel } from '../wording/linear-model.ts';
import { lineFeatures } from './line-features.ts';
import storedModel from './line-model.json' with { type: 'json' };

let model: LinearModel | null = null;

/** The log odds that a short block is a line round the text (an insert, a byline, a prompt) and no text, by its wording and form. */
export function lineScore(block: Pick<Block, 'text' | 'tag' | 'links' | 'linkChars' | 'strongChars'>): number {
  model ??= loadLinearModel(storedModel);
  return linearScore(model, lineFeatures(block));
}
