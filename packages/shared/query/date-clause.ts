import type { Field, Query } from './ast.ts';
import { DATE_FORMS, isDateBound, isUpsideDown } from './dates.ts';
import { BadQuery, type Piece, quote } from './scan.ts';

/** A bound after `date:`, which may begin with a comparison. @throws BadQuery where it is no date */
export function day(text: string, at: number): Query {
  const bound = /^(>=|<=|>|<)?(.*)$/s.exec(text)!;
  const value = bound[2]!;
  if (!isDateBound(value)) throw new BadQuery(at, DATE_FORMS, quote(text));
  const base = { type: 'date', includeFrom: true, includeTo: true } as const;
  switch (bound[1]) {
    case '>':
      return { ...base, from: value, to: null, includeFrom: false };
    case '>=':
      return { ...base, from: value, to: null };
    case '<':
      return { ...base, from: null, to: value, includeTo: false };
    case '<=':
      return { ...base, from: null, to: value };
    default:
      return { ...base, from: value, to: value };
  }
}

/** A range in brackets, which only dates have. @throws BadQuery for another field, no date, or an end before its beginning */
export function range(piece: Piece & { kind: 'range' }, field: Field | null): Query {
  if (field !== 'date')
    throw new BadQuery(piece.at, 'a range after date: only', field === null ? 'no field' : `${field}:`);
  for (const bound of [piece.from, piece.to]) {
    if (bound !== '*' && !isDateBound(bound)) throw new BadQuery(piece.at + 1, DATE_FORMS, quote(bound));
  }
  if (isUpsideDown(piece.from, piece.to)) {
    throw new BadQuery(
      piece.at + 1,
      'a range that begins before it ends',
      `${quote(piece.from)} TO ${quote(piece.to)}`,
    );
  }
  return {
    type: 'date',
    from: piece.from === '*' ? null : piece.from,
    to: piece.to === '*' ? null : piece.to,
    includeFrom: piece.includeFrom,
    includeTo: piece.includeTo,
  };
}
