import { articleLines } from '@wirewatch/shared/store/articles/list.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { type Alert, alertsOf } from '@wirewatch/shared/store/watches/alerts.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { storiesOf } from '../reads/stories-of.ts';
import { watchOrNull } from '../reads/watches.ts';
import { type FeedHead, writeAtom } from './atom.ts';
import { writeJsonFeed } from './json-feed.ts';
import type { Entry, Notice } from './story-content.ts';

/** Alerts that are read: several may tell of one story. */
const ALERTS = 200;
const ENTRIES = 50;

/** A watch's alerts as an Atom feed. */
export function watchAtom(ask: Ask): Promise<Answer> {
  return answer(ask, 'application/atom+xml; charset=utf-8', writeAtom);
}

/** A watch's alerts as a JSON Feed. */
export function watchJson(ask: Ask): Promise<Answer> {
  return answer(ask, 'application/feed+json; charset=utf-8', writeJsonFeed);
}

async function answer(ask: Ask, type: string, write: typeof writeAtom): Promise<Answer> {
  const { store, params, here, origin, now } = ask;
  const watch = await watchOrNull(store, params.id ?? '');
  if (watch === null) return problem(404, `There is no watch "${params.id}".`);
  const page = `${origin}/watches/${watch.id}`;
  const head: FeedHead = {
    title: `wirewatch: ${watch.name}`,
    self: `${origin}${here}`,
    page,
    articlePage: (id) => `${origin}/articles/${id}`,
    now: now(),
  };
  const alerts = await alertsOf(store, watch.id, { limit: ALERTS });
  return { kind: 'raw', type, body: write(head, await entriesOf(store, alerts, page)) };
}

/**
 * Each story once, under the article of it that was told first: so a further outlet does not make it a new entry in a newsreader.
 * Newest first by what was told last of it.
 */
async function entriesOf(store: Store, alerts: readonly Alert[], page: string): Promise<Entry[]> {
  const ids = [...new Set(alerts.flatMap(({ article }) => article?.id ?? []))];
  const stories = await storiesOf(store, await articleLines(store, ids));
  const storyOf = new Map(stories.map((story) => [story.record.id, story]));
  const firstTold = new Map<string, string>();
  for (const id of [...ids].reverse()) {
    if (firstTold.has(id)) continue;
    for (const member of [id, ...(storyOf.get(id)?.carriers.map((line) => line.id) ?? [])])
      if (!firstTold.has(member)) firstTold.set(member, id);
  }
  const entries = new Map<string, Entry>();
  for (const alert of alerts) {
    if (alert.article === null) {
      entries.set(`alert ${alert.id}`, noticeOf(alert, page));
      continue;
    }
    const id = firstTold.get(alert.article.id)!;
    const story = storyOf.get(id);
    if (story && !entries.has(id)) entries.set(id, story);
  }
  return [...entries.values()].slice(0, ENTRIES);
}

function noticeOf({ id, watch, reason, at }: Alert, page: string): Notice {
  return { notice: `alert-${id}`, title: `${watch}: more than usual`, text: reason, at, page };
}
