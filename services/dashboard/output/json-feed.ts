import type { FeedHead } from './atom.ts';
import { contentOf, type Entry, updatedOf } from './story-content.ts';

/** Stories as a JSON Feed 1.1: each once, with all who carried it. */
export function writeJsonFeed(head: FeedHead, stories: readonly Entry[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: head.page,
    feed_url: head.self,
    items: stories.map((story) => {
      if ('notice' in story) {
        const { notice, page, title, text } = story;
        return { id: notice, url: page, title, content_text: text, date_published: updatedOf(story) };
      }
      const { record, carriers, words } = story;
      const zoned = record.publishedAt !== null && /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(record.publishedAt);
      return {
        id: record.id,
        url: record.url,
        external_url: head.articlePage(record.id),
        title: record.title ?? record.url,
        content_html: contentOf(story),
        ...(zoned ? { date_published: record.publishedAt } : {}),
        date_modified: updatedOf(story),
        ...(record.language && record.language !== 'und' ? { language: record.language } : {}),
        authors: [{ name: record.outlet.name }],
        tags: record.topics.map((topic) => topic.label),
        _wirewatch: {
          words,
          outlet: record.outlet,
          credit: record.credit,
          syndication: record.syndication,
          carriers: carriers.map(({ id, url, title, outlet, outletId, firstSeenAt, relation }) => ({
            id,
            url,
            title,
            outlet: { id: outletId, name: outlet },
            firstSeenAt: new Date(firstSeenAt).toISOString(),
            relation,
          })),
        },
      };
    }),
  });
}
