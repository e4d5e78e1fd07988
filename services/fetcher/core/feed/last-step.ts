import RssParser from 'rss-parser';
import type { FeedDraft, ItemDraft } from './draft.ts';

/**
 * The tree in which rss-parser works: what xml2js makes of RSS 2.0, each field a list. Fields of ours beside RSS's own ride along as its
 * custom fields.
 */
interface Rss2Tree {
  rss: { $: { version: '2.0' }; channel: [Record<string, unknown> & { item: Record<string, unknown>[] }] };
}

interface OwnItem {
  draft: ItemDraft;
}
interface OwnFeed {
  draft: FeedDraft;
}

/**
 * rss-parser without its XML reader: it takes the tree that the front has read, decoded, mended and brought to RSS 2.0. xml2js is two thirds of
 * its time, and is what cannot read half of the feeds that must be read.
 */
class TreeParser extends RssParser<OwnFeed, OwnItem> {
  /** rss-parser calls `xmlParser.parseString(input, callback)` and works on what the callback gets. */
  protected readonly xmlParser = {
    parseString(tree: unknown, done: (error: null, result: unknown) => void): void {
      done(null, tree);
    },
  };

  constructor() {
    super({ customFields: { feed: ['draft'], item: ['draft'] } });
  }

  parseTree(tree: Rss2Tree) {
    return this.parseString(tree as unknown as string);
  }
}

/** Hands a normalised feed through rss-parser, whose reading of titles, links, identifiers and dates the result carries. */
export async function throughRssParser(draft: FeedDraft): Promise<FeedDraft> {
  // A new parser a feed: the library keeps state between documents.
  const feed = await new TreeParser().parseTree(treeOf(draft));
  return {
    ...draft,
    title: feed.title ?? null,
    link: feed.link ?? null,
    items: feed.items.map((item) => ({
      ...item.draft,
      id: item.guid ?? null,
      link: item.link ?? null,
      title: item.title ?? null,
      published: item.isoDate ?? null,
      author: item.creator ?? null,
      summary: item.summary ?? null,
      categories: item.categories ?? [],
    })),
  };
}

function treeOf(draft: FeedDraft): Rss2Tree {
  const item = draft.items.map((one) => ({
    ...given('title', one.title),
    ...given('link', one.link),
    ...given('guid', one.id),
    ...given('pubDate', one.published),
    ...given('author', one.author),
    ...given('summary', one.summary),
    ...(one.categories.length > 0 ? { category: one.categories } : {}),
    draft: [one],
  }));
  return {
    rss: { $: { version: '2.0' }, channel: [{ ...given('title', draft.title), ...given('link', draft.link), item }] },
  };
}

function given(key: string, value: string | null): Record<string, [string]> {
  return value === null ? {} : { [key]: [value] };
}
