import { announcedOf } from '@wirewatch/shared/store/copies/announced.ts';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { spreadOf } from '../core/spread.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { tellingsOf } from '../reads/story-texts.ts';
import { announcedView } from '../views/announced.ts';
import { html } from '../views/html.ts';
import { storyPage } from '../views/story-page.ts';

/** One story, by its own id or that of a group or article in it. */
export async function story({ store, params }: Ask): Promise<Answer> {
  const id = params.id ?? '';
  const found = await findStory(store, id);
  if (found === null) return problem(404, `There is no story "${id}".`);
  if (found.id !== id) return { kind: 'go', to: `/stories/${encodeURIComponent(found.id)}` };
  const count = await countStory(store, found);
  const [first] = count.sources;
  if (first === undefined) return problem(404, `The story "${id}" has no article with a text.`);
  const { root } = first.texts[0]!;
  const body = storyPage({
    id,
    count,
    spread: spreadOf(count),
    tellings: await tellingsOf(store, count),
    cut: found.cut,
  });
  const announced = announcedView(await announcedOf(store, found.ids));
  return { kind: 'page', title: root.title ?? root.url, place: 'copies', body: html`${body}${announced}` };
}
