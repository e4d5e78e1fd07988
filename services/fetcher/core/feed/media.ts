import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { type Fields, fields, textOf } from './node.ts';
import { type Base, resolveLink } from './place.ts';
import type { XmlElement } from './xml.ts';

type Enclosure = FeedItem['enclosures'][number];

/** All media of an entry, each address once: `enclosure`, Atom's `link rel=enclosure`, `media:content` and `media:thumbnail` with their groups. */
export function readEnclosures(item: Fields, links: readonly XmlElement[], base: Base): Enclosure[] {
  const found = new Map<string, Enclosure>();
  const add = (url: string | undefined, type: string | undefined, length: string | undefined) => {
    const resolved = resolveLink(url, base);
    if (resolved !== null && !found.has(resolved)) {
      const bytes = Number(length);
      found.set(resolved, {
        url: resolved,
        type: type?.trim() || null,
        length: length && Number.isInteger(bytes) && bytes >= 0 ? bytes : null,
      });
    }
  };
  for (const { attributes } of item.get('enclosure') ?? [])
    add(attributes.url ?? attributes.href, attributes.type, attributes.length);
  for (const { attributes } of links) {
    if (attributes.rel?.toLowerCase() === 'enclosure') add(attributes.href, attributes.type, attributes.length);
  }
  for (const holder of [item, ...(item.get('media:group') ?? []).map((group) => fields(group))]) {
    for (const content of holder.get('media:content') ?? []) {
      add(content.attributes.url, content.attributes.type ?? content.attributes.medium, content.attributes.filesize);
      for (const inner of fields(content).get('media:thumbnail') ?? []) add(inner.attributes.url, undefined, undefined);
    }
    for (const inner of holder.get('media:thumbnail') ?? [])
      add(inner.attributes.url ?? textOf(inner), undefined, undefined);
  }
  return [...found.values()];
}
