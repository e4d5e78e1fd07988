import { createHash } from 'node:crypto';
import { urlKey } from '../../text/url.ts';

/** 80 bits: among 10^9 articles two share an id with a probability of about 4 in 10^7 (birthday bound). */
const ID_HEX = 20;

function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000'), 'utf8').digest('hex').slice(0, ID_HEX);
}

/** The stable id of the article at an address: the same on every machine, whoever announces it first. */
export function articleIdOf(url: string): string {
  return `a${digest(urlKey(url))}`;
}

/** The id of a feed by its normalised address. */
export function feedIdOf(url: string): string {
  return `f${digest(url)}`;
}

/** The id of a feed's entry by the key that identifies it there. */
export function entryIdOf(feedId: string, entryKey: string): string {
  return `e${digest(feedId, entryKey)}`;
}

/** The id of an article's n-th revision. */
export function revisionIdOf(articleId: string, number: number): string {
  return `${articleId}r${number}`;
}
