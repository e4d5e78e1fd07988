import { proposeHouses } from '../core/propose-houses.ts';
import type { Answer, Ask } from '../handler.ts';
import { housesView } from '../views/houses.ts';

/** Which outlets may be of one house. */
export async function houses({ counts }: Ask): Promise<Answer> {
  const [marked, { outlets: listed }] = await Promise.all([counts.marked(), counts.copies()]);
  const known = new Map(listed.map((row) => [row.id, row]));
  // What was said of their houses since their pages were read.
  const outlets = marked.map((outlet) => ({ ...outlet, house: known.get(outlet.id)?.house ?? outlet.house }));
  const proposals = proposeHouses(outlets).map((proposal) => ({
    ...proposal,
    names: proposal.outlets.map((id) => known.get(id)?.name ?? id),
  }));
  return { kind: 'page', title: 'Houses proposed', place: 'outlets', body: housesView(proposals) };
}
