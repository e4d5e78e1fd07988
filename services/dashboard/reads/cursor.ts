import { createHash } from 'node:crypto';
import type { TimePlace } from '@wirewatch/shared/store/articles/list.ts';

/** A short mark of the list that a cursor belongs to, so that one of another list or query is refused. */
function markOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8);
}

/** A place in a list as an opaque word for addresses. */
export function sealCursor(list: string, place: TimePlace): string {
  return Buffer.from(`${markOf(list)} ${place.at} ${place.id}`).toString('base64url');
}

/** The place that a cursor names; an Error in words where it is none of this list. */
export function openCursor(list: string, cursor: string): TimePlace | { problem: string } {
  const [mark, at, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!mark || !at || !id || rest.length > 0 || !/^-?\d+(\.\d+)?$/.test(at)) {
    return { problem: `"${cursor}" is no cursor: take the one that the page before this one gave` };
  }
  if (mark !== markOf(list)) {
    return { problem: 'this cursor belongs to another query or list: start again without it' };
  }
  return { at: Number(at), id };
}
