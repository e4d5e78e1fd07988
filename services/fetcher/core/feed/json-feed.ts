import { z } from 'zod';
import { readDate } from './dates.ts';
import type { FeedDraft, ItemDraft } from './draft.ts';
import { NO_RHYTHM } from './draft.ts';
import { FeedError } from './feed-error.ts';
import { insteadOfLink } from './instead-of-link.ts';
import { escapeHtml, plainText } from './markup.ts';
import { newest } from './newest.ts';
import { type Base, resolveLink } from './place.ts';

/** A field of the wrong type is as good as none: one of them must not lose the feed. */
const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || null)
  .nullable()
  .catch(null)
  .default(null);
const list = <T extends z.ZodType>(of: T) => z.array(of).catch([]).default([]);
const Author = z.object({ name: text, url: text }).catch({ name: null, url: null });
const Attachment = z
  .object({ url: text, mime_type: text, size_in_bytes: z.number().nullable().catch(null).default(null) })
  .catch({ url: null, mime_type: null, size_in_bytes: null });
const Item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author: Author.optional(),
  authors: list(Author),
  tags: list(text),
  attachments: list(Attachment),
});
const JsonFeed = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  language: text,
  author: Author.optional(),
  authors: list(Author),
  hubs: list(z.object({ url: text }).catch({ url: null })),
  items: list(z.unknown()),
});

/**
 * Reads a JSON Feed 1.0 or 1.1.
 * @throws FeedError `bad-json` where it is not JSON, `not-a-feed` where the object is something else
 */
export function readJsonFeed(source: string, url: string | null, maxItems: number): FeedDraft {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new FeedError(
      'bad-json',
      `the document opens like JSON but is not: ${(error as Error).message.slice(0, 120)}`,
    );
  }
  const read = JsonFeed.safeParse(value);
  const isFeed = typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
  if (!read.success || !(isFeed || /jsonfeed\.org/.test(read.data.version ?? ''))) {
    throw new FeedError('not-a-feed', 'a JSON document without the items of a JSON Feed');
  }
  const feed = read.data;
  const author = feed.authors.find((one) => one.name)?.name ?? feed.author?.name ?? null;
  const link = resolveLink(feed.home_page_url, url);
  // Relative addresses of items start at the site's page, which the feed may not be on.
  const base = link !== null && /^https?:/i.test(link) && URL.canParse(link) ? link : url;
  const all = feed.items.flatMap((raw) => {
    const item = Item.safeParse(raw);
    return item.success ? [item.data] : [];
  });
  const items = newest(all, maxItems, (item) => readDate(item.date_published ?? item.date_modified)).map((item) =>
    readItem(item, base, author),
  );
  return {
    title: feed.title && plainText(feed.title),
    link,
    language: feed.language,
    hub: resolveLink(feed.hubs.find((hub) => hub.url)?.url, url),
    self: resolveLink(feed.feed_url, url),
    rhythm: NO_RHYTHM,
    items,
    total: all.length,
  };
}

function readItem(item: z.infer<typeof Item>, base: Base, feedAuthor: string | null): ItemDraft {
  const published = readDate(item.date_published);
  const updated = readDate(item.date_modified);
  const enclosures = item.attachments.flatMap(({ url, mime_type, size_in_bytes }) =>
    url ? [{ url: resolveLink(url, base) ?? url, type: mime_type, length: size_in_bytes }] : [],
  );
  for (const image of [item.image, item.banner_image]) {
    const url = resolveLink(image, base);
    if (url && !enclosures.some((known) => known.url === url)) enclosures.push({ url, type: 'image', length: null });
  }
  const names = item.authors.flatMap((one) => one.name ?? []);
  return {
    id: item.id,
    link: resolveLink(item.url, base) ?? insteadOfLink(item.id, item.external_url, enclosures, base),
    originLink: null,
    title: item.title && plainText(item.title),
    published: published ?? updated,
    updated: updated ?? published,
    author: names.join(', ') || item.author?.name || feedAuthor,
    summary: item.summary,
    content: item.content_html ?? (item.content_text && escapeHtml(item.content_text)),
    categories: [...new Set(item.tags.flatMap((tag) => tag ?? []))],
    enclosures,
    source: null,
  };
}
