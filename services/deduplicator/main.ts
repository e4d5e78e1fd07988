import { LARGE_GROUP } from '@wirewatch/shared/contracts/syndication.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { runStage } from '@wirewatch/shared/stage.ts';
import { syndicationOf } from '@wirewatch/shared/store/copies/standing.ts';
import { assignStory } from './assign-story.ts';
import { Engine } from './engine.ts';
import { inputOf } from './input-of.ts';
import { keepLinkingAnnouncements } from './keep-linking.ts';
import { createStorePort } from './store-port.ts';
import { DEDUP_VERSION } from './version.ts';

/** The deduplicator: clean text to group, relation and original. */
export async function start(context: ServiceContext): Promise<Running> {
  const { store } = context;
  const port = createStorePort(store, DEDUP_VERSION);
  const engine = new Engine(port, (group) => {
    context.log.warn(
      { group },
      `a group of copies has over ${LARGE_GROUP} articles: a page that says the same to everybody?`,
    );
  });
  const stage = await runStage(context, {
    stage: 'dedup',
    version: DEDUP_VERSION,
    concurrency: 2,
    computes: true,
    async run({ article }) {
      const stand = await engine.deduplicate(await inputOf(store, article));
      await assignStory(store, article.id);
      return { kind: 'ended', outcome: 'passed', reason: `${stand.relation}: ${stand.reason}` };
    },
    async preview(article) {
      const input = await inputOf(store, article);
      const after = await port.rehearse((trial) => new Engine(trial).deduplicate(input));
      return { before: await syndicationOf(store, article.id), after };
    },
  });
  const announcing = keepLinkingAnnouncements(context, DEDUP_VERSION);
  return {
    ...stage,
    async stop() {
      await stage.stop();
      await announcing.stop();
    },
  };
}
