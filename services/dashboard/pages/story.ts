import { announcedOf } from '@wirewatch/shared/store/copies/announced.ts';
import { listRulings } from '@wirewatch/shared/store/copies/rulings.ts';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { spreadOf } from '../core/spread.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { correctionsOf } from '../reads/corrections.ts';
import { marksOf } from '../reads/marks.ts';
import { namedRulings } from '../reads/ruling-names.ts';
import { storyChanges } from '../reads/story-changes.ts';
import { tellingsOf } from '../reads/story-texts.ts';
import { holds } from '../security/rights.ts';
import { announcedView } from '../views/announced.ts';
import { correctionsView } from '../views/corrections.ts';
import { html } from '../views/html.ts';
import { markForm } from '../views/marks.ts';
import { rulingForm } from '../views/rulings.ts';
import { storyChangesView } from '../views/story-changes.ts';
import { storyPage } from '../views/story-page.ts';

/** Articles that the form for rulings offers; another is ruled from its own page. */
const MOST_NAMED = 200;
const DAY_MS = 86_400_000;

/** One story, by its own id or that of a group or article in it. */
export async function story({ store, params, here, who, right }: Ask): Promise<Answer> {
  const id = params.id ?? '';
  const found = await findStory(store, id);
  if (found === null) return problem(404, `There is no story "${id}".`);
  if (found.id !== id) return { kind: 'go', to: here.replace(/^[^?]*/, `/stories/${encodeURIComponent(found.id)}`) };
  const count = await countStory(store, found);
  const [first] = count.sources;
  if (first === undefined) return problem(404, `The story "${id}" has no article with a text.`);
  const { root } = first.texts[0]!;
  const carriers = count.sources.flatMap(({ texts }) => texts.flatMap((text) => text.carriers));
  const on = carriers.flatMap(({ article }) => [article.id, article.outletId]);
  const marks = await marksOf(store, who, 'story', [id, ...found.ids]);
  const mark = marks.get(id) ?? [...marks.values()][0];
  const body = storyPage({
    id,
    count,
    spread: spreadOf(count),
    tellings: await tellingsOf(store, count),
    cut: found.cut,
    corrections: correctionsView(await correctionsOf(store, count)),
    announced: announcedView(await announcedOf(store, found.ids)),
    own: holds(right, 'desk') ? markForm('story', id, mark) : html``,
    rulings: rulingForm(
      carriers
        .slice(0, MOST_NAMED)
        .map(({ article: { id, outlet, title, url } }) => ({ id, words: `${outlet}: ${title ?? url}` })),
      await namedRulings(store, await listRulings(store, { on: [...new Set(on)] })),
      'story',
    ),
  });
  return { kind: 'page', title: root.title ?? root.url, place: 'copies', body };
}

/** Why a story counts otherwise than yesterday, or since a day that is given. */
export async function changesOfStory({ store, params, query, now }: Ask): Promise<Answer> {
  const found = await findStory(store, params.id ?? '');
  if (found === null) return problem(404, `There is no story "${params.id}".`);
  const since = sinceOf(query.get('since'), now());
  if (since === null) return problem(400, `since=${query.get('since')}: expected a day, as 2026-11-23.`);
  const changes = await storyChanges(store, found, since);
  const root = changes.now.sources[0]?.texts[0]?.root;
  const body = storyChangesView(
    found.id,
    root?.title ?? 'the story',
    changes,
    await namedRulings(store, changes.ruled),
  );
  return { kind: 'page', title: 'Why is the count another?', place: 'copies', body };
}

/** An instant (epoch ms) that an address gives as ISO 8601, a day ago where it gives none; null where it is no date. */
export function sinceOf(said: string | null | undefined, now: number): number | null {
  if (said == null || said === '') return now - DAY_MS;
  const at = Date.parse(said);
  return Number.isNaN(at) ? null : at;
}
