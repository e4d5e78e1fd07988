import type { OutletStand } from './propose-kind.ts';

/** How many texts of one outlet another carries, and for how many of them a credit speaks. */
export interface Carried {
  by: string;
  from: string;
  texts: number;
  credits: number;
}

/** How every outlet stands to the others, by its id. Outlets of one house are one among the others. */
export function standsOf(
  outlets: ReadonlyArray<{ id: string; house: string | null; articles: number; copies: number }>,
  carried: readonly Carried[],
): Map<string, OutletStand> {
  const houses = new Map(outlets.map(({ id, house }) => [id, house ?? id]));
  const takenFrom = Map.groupBy(carried, ({ from }) => from);
  const takenBy = Map.groupBy(carried, ({ by }) => by);
  const others = (of: string, ids: string[]) =>
    new Set(ids.map((id) => houses.get(id)).filter((house) => house !== houses.get(of))).size;
  return new Map(
    outlets.map(({ id, articles, copies }) => {
      const taken = takenFrom.get(id) ?? [];
      const by = (rows: readonly Carried[]) =>
        others(
          id,
          rows.map((row) => row.by),
        );
      return [
        id,
        {
          ...{ articles, copies },
          copiedBy: by(taken),
          timesCopied: taken.reduce((sum, { texts }) => sum + texts, 0),
          copiesFrom: others(
            id,
            (takenBy.get(id) ?? []).map(({ from }) => from),
          ),
          creditedBy: by(taken.filter(({ credits }) => credits > 0)),
        },
      ];
    }),
  );
}
