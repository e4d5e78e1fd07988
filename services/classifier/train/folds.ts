import type { Row } from './corpus.ts';

/** The fold of each row by turns; parts of one text in several languages (`group`) stay in one. */
export function foldsOf(rows: readonly Row[], folds: number): number[] {
  const byGroup = new Map<string, number>();
  let next = 0;
  return rows.map((row) => {
    const group = row.group ?? row.id;
    let fold = byGroup.get(group);
    if (fold === undefined) {
      fold = next++ % folds;
      byGroup.set(group, fold);
    }
    return fold;
  });
}
