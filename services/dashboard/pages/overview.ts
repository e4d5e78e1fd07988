import { listArticles } from '@wirewatch/shared/store/articles/list.ts';
import { feedsByStatus, outcomesSince } from '@wirewatch/shared/store/journey/status.ts';
import { listWorkers } from '@wirewatch/shared/store/operations/workers.ts';
import type { Answer, Ask } from '../handler.ts';
import { soon } from '../reads/kept-read.ts';
import { overviewView } from '../views/overview.ts';

const DAY_MS = 86_400_000;
const NEWEST = 25;
const PATIENCE_MS = 100;

/** The first page: how the pipeline is, and what came in. */
export async function overview({ store, gauges, counts, now }: Ask): Promise<Answer> {
  const at = now();
  const [newest, workers, outcomes, feeds, attention, stories] = await Promise.all([
    listArticles(store, { withText: true, limit: NEWEST }),
    listWorkers(store, at),
    outcomesSince(store, at - DAY_MS),
    feedsByStatus(store),
    counts.attention(),
    soon(counts.stories(), PATIENCE_MS),
  ]);
  const body = overviewView({ reading: gauges.read(), newest, workers, outcomes, feeds, attention, stories, now: at });
  return { kind: 'page', title: 'Overview', place: 'overview', body };
}
