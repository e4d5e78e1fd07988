import { announcedOf } from '@wirewatch/shared/store/copies/announced.ts';
import { readGroup } from '@wirewatch/shared/store/copies/groups.ts';
import { listRulings } from '@wirewatch/shared/store/copies/rulings.ts';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { namedRulings } from '../reads/ruling-names.ts';
import { announcedView } from '../views/announced.ts';
import { groupView } from '../views/group.ts';
import { html } from '../views/html.ts';
import { storyLink } from '../views/story-page.ts';

/** One story: who was first, who carried it, how long after, and why we think so. */
export async function group({ store, params }: Ask): Promise<Answer> {
  const members = await readGroup(store, params.id ?? '');
  const first = members[0];
  if (first === undefined) return problem(404, `There is no group "${params.id}".`);
  const root = members.find((each) => each.line.relation === 'original' && each.line.groupId === params.id) ?? first;
  const story = await findStory(store, params.id ?? '');
  const link = story === null ? html`` : storyLink(story.id, await countStory(store, story));
  const ids = members.flatMap(({ line }) => [line.id, line.outletId]);
  const rulings = await namedRulings(store, await listRulings(store, { on: [...new Set(ids)] }));
  const announced = await announcedOf(
    store,
    members.map(({ line }) => line.id),
  );
  const title = root.line.title ?? root.line.url;
  return {
    kind: 'page',
    title,
    place: 'copies',
    body: groupView(members, root, rulings, html`${announcedView(announced)}${link}`),
  };
}
