import { listArticles, newestIds } from '@wirewatch/shared/store/articles/list.ts';
import { outletOf, outletsOfHouse } from '@wirewatch/shared/store/feeds/outlets.ts';
import { copyGraph } from '../core/copy-graph.ts';
import { filtersOf } from '../core/filtered-query.ts';
import { proposeKind } from '../core/propose-kind.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { soon } from '../reads/kept-read.ts';
import { pairsWithin } from '../reads/pairs.ts';
import { SURVEYED_BESIDE, surveyOf } from '../reads/survey.ts';
import { matrixView } from '../views/matrix.ts';
import { outletView } from '../views/outlet.ts';
import { outletsView } from '../views/outlets.ts';

const NEWEST = 20;
const MOST = 25;
/** Whoever comes first after a start does not wait for a count over the whole store. */
const PATIENCE_MS = 100;

/** Every outlet with what it publishes and copies. */
export async function outlets({ counts }: Ask): Promise<Answer> {
  const { outlets: listed, stands } = await counts.copies();
  const rows = [...listed].sort((a, b) => b.articles - a.articles);
  const proposals = rows.flatMap(({ id, name, kind }) => {
    const stand = stands.get(id);
    const proposal = kind === null && stand ? proposeKind(stand) : null;
    return proposal === null ? [] : [{ id, name, ...proposal }];
  });
  return { kind: 'page', title: 'Outlets', place: 'outlets', body: outletsView(rows, null, proposals) };
}

/** Who copies whom, how many, how fast. */
export async function matrix({ store, counts, query }: Ask): Promise<Answer> {
  const { from, to } = filtersOf(query);
  const { pairs, cut } = await pairsWithin({ store, counts }, from, to);
  const body = matrixView({ pairs, graph: copyGraph(pairs), most: MOST, from, to, cut });
  return { kind: 'page', title: 'Who copies whom', place: 'outlets', body };
}

/** One outlet: what is known of it, whom it copies, who copies it. */
export async function outlet(ask: Ask): Promise<Answer> {
  const { store, counts, params, now } = ask;
  const row = await outletOf(store, params.id ?? '');
  if (row === null) return houseOrNone(ask, params.id ?? '');
  const house = row.house ?? row.id;
  const [newest, all, copies] = await Promise.all([
    listArticles(store, { outletId: row.id, withText: true, limit: NEWEST }),
    newestIds(store, { outletId: row.id, withText: true }, SURVEYED_BESIDE),
    soon(counts.copies(), PATIENCE_MS),
  ]);
  const survey = await surveyOf(store, all.ids, all.more);
  const body = outletView({
    outlet: row,
    newest,
    survey,
    copiesOf: copies?.pairs.filter((pair) => pair.by === house).slice(0, MOST) ?? null,
    copiedBy: copies?.pairs.filter((pair) => pair.from === house).slice(0, MOST) ?? null,
    now: now(),
  });
  return { kind: 'page', title: row.name, place: 'outlets', body };
}

/** The outlets of a house that the operator named: where the matrix leads for one. Who is of it is asked now, for counts are a minute old. */
async function houseOrNone({ store, counts }: Ask, name: string): Promise<Answer> {
  const ids = new Set(await outletsOfHouse(store, name));
  if (ids.size === 0) return problem(404, `There is no outlet and no house "${name}".`);
  const rows = (await counts.copies()).outlets.flatMap((row) => (ids.has(row.id) ? { ...row, house: name } : []));
  return { kind: 'page', title: name, place: 'outlets', body: outletsView(rows, name) };
}
