import { countToJson } from '@wirewatch/shared/sources/to-json.ts';
import { headSentence } from '@wirewatch/shared/sources/words.ts';
import { announcedOf } from '@wirewatch/shared/store/copies/announced.ts';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { z } from 'zod';
import { problem } from '../handler.ts';
import { sinceOf } from '../pages/story.ts';
import { type Correction, correctionsOf } from '../reads/corrections.ts';
import { storyChanges } from '../reads/story-changes.ts';
import { Count } from './count-schema.ts';
import { endpoint } from './endpoint.ts';
import { Ruling, rulingValue } from './ruling-calls.ts';
import { AnnouncedPage, Between, instant, Line } from './schemas.ts';
import { announcedValue, iso, lineValue } from './values.ts';

const Ids = z.array(z.string());

/** A count of a whole story. */
const StoryCount = Count.extend({
  id: z.string(),
  cut: z.boolean().describe('more articles carry it than were read'),
  corrections: z.array(
    z.object({
      article: z.string(),
      kind: z.enum(['amended', 'withdrawn']),
      at: instant,
      revision: z.number().nullable().describe('the newest; null where the page is gone'),
      reason: z.string().nullable(),
      was: z.array(z.string()),
      is: z.array(z.string()),
      still: Ids.describe('articles that still carry the old text'),
      followed: Ids.describe('with the new text'),
      unclear: Ids.describe('without the places that were changed'),
    }),
  ),
  announced: z.array(AnnouncedPage).describe('pages that could not be read and probably carry it; never counted'),
});

const Counted = z.object({ sentence: z.string(), articles: z.number(), texts: Between, sources: Between });

export const STORY_CALLS = [
  endpoint({
    method: 'get',
    path: '/stories/:id',
    summary: 'One story, by its id or that of a group or article in it: its independent texts and who carries which',
    response: StoryCount,
    async handler({ store, params }) {
      const found = await findStory(store, params.id ?? '');
      if (found === null) return problem(404, `There is no story "${params.id}".`);
      const count = await countStory(store, found);
      const corrections = await correctionsOf(store, count);
      const announced = await announcedOf(store, found.ids);
      return {
        id: found.id,
        cut: found.cut,
        ...countToJson(count),
        corrections: corrections.map(correctionValue),
        announced: announced.map(announcedValue),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/stories/:id/changes',
    summary:
      'Why a story counts otherwise than yesterday: what joined, was ruled, was changed by another version, was rewritten',
    query: z.object({ since: z.string().optional().describe('ISO 8601; a day ago where it is left out') }),
    response: z.object({
      since: instant,
      before: Counted.nullable().describe('what had been compared by then, as it stood then; with the rulings of now'),
      now: Counted,
      joined: z.array(z.object({ article: Line, at: instant })),
      ruled: z.array(Ruling),
      remade: z.array(
        z.object({
          article: Line,
          at: instant,
          versions: z.object({ before: z.string(), after: z.string() }),
          relations: z.object({ before: z.string(), after: z.string() }),
          moved: z.boolean().describe('it is in another group'),
          left: z.boolean().describe('it is of this story no more'),
        }),
      ),
      rewritten: z.array(z.object({ article: Line, at: instant, revision: z.number() })),
    }),
    async handler({ store, params, now }, { query }) {
      const found = await findStory(store, params.id ?? '');
      if (found === null) return problem(404, `There is no story "${params.id}".`);
      const since = sinceOf(query.since, now());
      if (since === null) return problem(400, `since: "${query.since}" is no date.`);
      const changes = await storyChanges(store, found, since);
      const counted = (count: typeof changes.now) => ({
        sentence: headSentence(count),
        articles: count.articles,
        texts: count.texts,
        sources: count.independent,
      });
      const told = <T extends { article: Parameters<typeof lineValue>[0]; at: number }>(changed: readonly T[]) =>
        changed.map((each) => ({ ...each, article: lineValue(each.article), at: iso(each.at) }));
      return {
        since: iso(since),
        before: changes.before && counted(changes.before),
        now: counted(changes.now),
        joined: told(changes.joined),
        ruled: changes.ruled.map(rulingValue),
        remade: told(changes.remade),
        rewritten: told(changes.rewritten),
      };
    },
  }),
];

function correctionValue({ article, at, still, followed, unclear, ...rest }: Correction) {
  const ids = (articles: typeof still) => articles.map(({ id }) => id);
  return {
    ...rest,
    article: article.id,
    at: iso(at),
    still: ids(still),
    followed: ids(followed),
    unclear: ids(unclear),
  };
}
