import type { Watch } from '@wirewatch/shared/query/watch-index.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { tryWatch } from '@wirewatch/shared/store/watches/try-watch.ts';
import { writeLine } from '../jsonl.ts';
import { out, tell } from '../options.ts';

/** Shows what a watch finds in the store, newest first, and how many; warns where that is nearly everything. */
export async function showTried(
  store: Store,
  watch: Watch,
  options: { since: number | null; limit: number; now: number; json: boolean },
): Promise<void> {
  const { json, limit } = options;
  const { matched, articles, first, warnings } = await tryWatch(store, watch, options);
  for (const { article, title, hit } of first) {
    const { id, url } = article;
    const seenAt = new Date(article.firstSeenAt).toISOString();
    if (json) await writeLine({ id, url, title, seenAt, matched: hit.matched, weight: hit.weight });
    else out(`${id}  ${seenAt}  ${title || url}\n    ${hit.matched.join(', ')}`);
  }
  if (json) await writeLine({ matched, articles });
  tell(`${matched} of ${articles} articles match${matched > limit ? `; the newest ${limit} are shown` : ''}`);
  for (const warning of warnings) tell(`warning: ${warning}`);
}
