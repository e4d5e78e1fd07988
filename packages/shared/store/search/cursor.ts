import { createHash } from 'node:crypto';

/** A cursor that cannot be used: not one of ours, or one of another query. */
export class BadCursor extends Error {
  override name = 'BadCursor';
}

/** A place in the pages of one query: after this docid. */
export function cursorOf(docid: number, asked: unknown): string {
  return Buffer.from(`${docid}.${signature(asked)}`).toString('base64url');
}

/** @throws BadCursor */
export function readCursor(cursor: string, asked: unknown): number {
  const [docid, of] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (!docid || !of || !/^-?\d{1,16}$/.test(docid))
    throw new BadCursor(`"${cursor}" is no cursor: take the one that a page gives`);
  if (of !== signature(asked)) throw new BadCursor('the cursor is of another query: begin again without one');
  return Number(docid);
}

function signature(asked: unknown): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12);
}
