import { type Answer, type Ask, problem } from '../handler.ts';
import { readEntity } from '../reads/entity.ts';
import { entityView, titleOf } from '../views/entity.ts';

/** One country, person, organisation or place: who met whom, and its events over time. */
export async function entity({ store, params, now }: Ask): Promise<Answer> {
  const found = await readEntity(store, params.name ?? '', now());
  if (found === null) return problem(404, `No article is about "${params.name}".`);
  return { kind: 'page', title: titleOf(found), place: 'search', body: entityView(found) };
}
