import { readGroup } from '@wirewatch/shared/store/copies/groups.ts';
import { type Answer, type Ask, problem } from '../ask.ts';
import { readStory, storyOfGroup } from '../reads/story.ts';
import { groupView } from '../views/group.ts';
import { storyView } from '../views/story.ts';

/** One story: who was first, who carried it, how long after, and why we think so. */
export async function group({ store, params, now }: Ask): Promise<Answer> {
  const members = await readGroup(store, params.id ?? '');
  const first = members[0];
  if (first === undefined) return problem(404, `There is no group "${params.id}".`);
  const root = members.find((each) => each.line.relation === 'original' && each.line.groupId === params.id) ?? first;
  const story = await readStory(store, await storyOfGroup(store, params.id ?? ''));
  const title = root.line.title ?? root.line.url;
  return {
    kind: 'page',
    title,
    place: 'copies',
    body: groupView(members, root, storyView(story, params.id ?? null, now())),
  };
}
