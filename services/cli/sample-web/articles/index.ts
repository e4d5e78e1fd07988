import type { SampleArticle } from '../article.ts';
import { arcticAnalysis } from './arctic-analysis.ts';
import { borderChain } from './border-chain.ts';
import { cairoTalks } from './cairo-talks.ts';
import { fisheries } from './fisheries.ts';
import { grainCorridor } from './grain-corridor.ts';
import { revised } from './revised.ts';

/** Every article of the sample web. */
export const ARTICLES: readonly SampleArticle[] = [
  ...cairoTalks,
  ...grainCorridor,
  ...borderChain,
  ...fisheries,
  ...arcticAnalysis,
  ...revised,
];
