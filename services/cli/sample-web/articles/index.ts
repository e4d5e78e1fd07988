import type { SampleArticle } from '../article.ts';
import { cairoTalks } from './cairo-talks.ts';

/** Every article of the sample web. */
export const ARTICLES: readonly SampleArticle[] = [...cairoTalks];
