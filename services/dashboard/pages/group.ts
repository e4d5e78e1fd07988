import { readGroup } from '@wirewatch/shared/store/copying.ts';
import { type Answer, type Ask, problem } from '../ask.ts';
import { groupView } from '../views/group.ts';

/** One story: who was first, who carried it, how long after, and why we think so. */
export async function group({ store, params }: Ask): Promise<Answer> {
  const members = await readGroup(store, params.id ?? '');
  const first = members[0];
  if (first === undefined) return problem(404, `There is no group "${params.id}".`);
  const root = members.find((each) => each.line.relation === 'original' && each.line.groupId === params.id) ?? first;
  const title = root.line.title ?? root.line.url;
  return { kind: 'page', title, place: 'copies', body: groupView(members, root) };
}
