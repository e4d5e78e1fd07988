import type { SampleArticle } from '../article.ts';
import { absentAgencies } from './absent-agencies.ts';
import { arcticAnalysis } from './arctic-analysis.ts';
import { boilerplate } from './boilerplate.ts';
import { borderChain } from './border-chain.ts';
import { bulletins } from './bulletins.ts';
import { cairoTalks } from './cairo-talks.ts';
import { fisheries } from './fisheries.ts';
import { grainCorridor } from './grain-corridor.ts';
import { nightTrainGerman } from './night-train-german.ts';
import { noText } from './no-text.ts';
import { oneEvent } from './one-event.ts';
import { ownReportsEast } from './own-reports-east.ts';
import { ownReportsWest } from './own-reports-west.ts';
import { revised } from './revised.ts';
import { riversAndIslands } from './rivers-and-islands.ts';
import { straitRussian } from './strait-russian.ts';
import { waterArabic } from './water-arabic.ts';

/** Every article of the sample web. */
export const ARTICLES: readonly SampleArticle[] = [
  ...cairoTalks,
  ...grainCorridor,
  ...borderChain,
  ...fisheries,
  ...arcticAnalysis,
  ...revised,
  ...absentAgencies,
  ...straitRussian,
  ...nightTrainGerman,
  ...riversAndIslands,
  ...waterArabic,
  ...oneEvent,
  ...bulletins,
  ...boilerplate,
  ...ownReportsWest,
  ...ownReportsEast,
  ...noText,
];
