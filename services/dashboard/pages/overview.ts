import { listArticles } from '@wirewatch/shared/store/articles/list.ts';
import { feedsByStatus, outcomesSince } from '@wirewatch/shared/store/journey/status.ts';
import { listWorkers } from '@wirewatch/shared/store/operations/workers.ts';
import type { Answer, Ask } from '../handler.ts';
import { overviewView } from '../views/overview.ts';

const DAY_MS = 86_400_000;
const NEWEST = 25;

/** The first page: how the pipeline is, and what came in. */
export async function overview({ store, gauges, counts, now }: Ask): Promise<Answer> {
  const at = now();
  const [newest, workers, outcomes, feeds, attention] = await Promise.all([
    listArticles(store, { withText: true, limit: NEWEST }),
    listWorkers(store, at),
    outcomesSince(store, at - DAY_MS),
    feedsByStatus(store),
    counts.attention(),
  ]);
  const body = overviewView({ reading: gauges.read(), newest, workers, outcomes, feeds, attention, now: at });
  return { kind: 'page', title: 'Overview', place: 'overview', body };
}
