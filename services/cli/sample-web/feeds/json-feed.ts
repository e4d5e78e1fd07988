import { feedAddress, type SampleOutlet } from '../outlets.ts';
import type { FeedEntry } from './entry.ts';

/** A JSON Feed document, version 1.1. */
export function jsonFeed(outlet: SampleOutlet, title: string, entries: readonly FeedEntry[]): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: `http://${outlet.host}/`,
      feed_url: feedAddress(outlet),
      language: outlet.language,
      items: entries.map((entry) => ({
        id: entry.guid,
        url: entry.link,
        title: entry.title,
        summary: entry.summary,
        content_text: entry.summary,
        date_published: entry.published,
        ...(entry.updated === entry.published ? {} : { date_modified: entry.updated }),
        ...(entry.byline === null ? {} : { authors: [{ name: entry.byline }] }),
      })),
    },
    null,
    1,
  );
}
