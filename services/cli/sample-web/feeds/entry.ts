import { type SampleArticle, unmarked } from '../article.ts';
import { addressOf } from '../outlets.ts';

/** What a feed says of one article, before it is written in a form. */
export interface FeedEntry {
  guid: string;
  link: string;
  title: string;
  summary: string;
  byline: string | null;
  published: string;
  updated: string;
}

/** Summaries are cut where feeds usually cut them, in mid-sentence. */
const SUMMARY_LENGTH = 160;

/** The entry of an article. */
export function entryOf(article: SampleArticle): FeedEntry {
  const lead = unmarked(article.paragraphs[0] ?? article.title);
  return {
    guid: addressOf(article),
    link: addressOf(article),
    title: article.title,
    summary: lead.length > SUMMARY_LENGTH ? `${lead.slice(0, SUMMARY_LENGTH).trimEnd()}…` : lead,
    byline: article.byline ?? null,
    published: article.published,
    updated: article.updated ?? article.published,
  };
}

/** The articles as their feed lists them: newest first, but those that the desk pinned to the end. */
export function feedOrder(articles: readonly SampleArticle[]): SampleArticle[] {
  const last = (article: SampleArticle) => (article.listedLast ? 1 : 0);
  return [...articles].sort((a, b) => last(a) - last(b) || Date.parse(b.published) - Date.parse(a.published));
}
