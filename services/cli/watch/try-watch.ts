import type { Watch } from '@wirewatch/shared/query/watch-index.ts';
import { countWithText } from '@wirewatch/shared/store/records.ts';
import type { Store } from '@wirewatch/shared/store/store.ts';
import { scanWatch } from '@wirewatch/shared/store/watches/scan.ts';
import { writeLine } from '../jsonl.ts';
import { out, tell } from '../options.ts';

/** A watch on more than this part of the articles tells an analyst nothing; of a handful of articles it says nothing itself. */
const TOO_MANY = 0.5;
const FEWEST_TO_JUDGE = 20;

/** Shows what a watch finds in the store, newest first, and how many; warns where that is nearly everything. */
export async function tryWatch(
  store: Store,
  watch: Watch,
  options: { since: number | null; limit: number; now: number; json: boolean },
): Promise<void> {
  const { since, limit, now, json } = options;
  let matched = 0;
  for await (const { article, title, hit } of scanWatch(store, watch, { since, now })) {
    if (!hit) continue;
    matched += 1;
    if (matched > limit) continue;
    const { id, url } = article;
    const seenAt = new Date(article.firstSeenAt).toISOString();
    if (json) await writeLine({ id, url, title, seenAt, matched: hit.matched, weight: hit.weight });
    else out(`${id}  ${seenAt}  ${title || url}\n    ${hit.matched.join(', ')}`);
  }
  const articles = await countWithText(store, since);
  if (json) await writeLine({ matched, articles });
  tell(`${matched} of ${articles} articles match${matched > limit ? `; the newest ${limit} are shown` : ''}`);
  if (articles >= FEWEST_TO_JUDGE && matched > articles * TOO_MANY)
    tell('warning: it matches most of what is there: a watch is for what is rare');
}
