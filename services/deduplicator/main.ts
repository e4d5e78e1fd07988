import { LARGE_GROUP } from '@wirewatch/shared/contracts/syndication.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { placesBeside, runStage } from '@wirewatch/shared/stage.ts';
import { syndicationOf } from '@wirewatch/shared/store/copies/standing.ts';
import { assignStory, reportOf } from './assign-story.ts';
import { Engine } from './engine.ts';
import { inputOf } from './input-of.ts';
import { keepLinkingAnnouncements } from './keep-linking.ts';
import { FEW_WORDS, KnownWords } from './known-words.ts';
import { createStorePort } from './store-port.ts';
import { DEDUP_VERSION } from './version.ts';

/** The deduplicator: clean text to group, relation and original. */
export async function start(context: ServiceContext): Promise<Running> {
  const { store } = context;
  const port = createStorePort(store, DEDUP_VERSION);
  const tellLarge = (group: string) => {
    context.log.warn(
      { group },
      `a group of copies has over ${LARGE_GROUP} articles: a page that says the same to everybody?`,
    );
  };
  const engine = new Engine(port, tellLarge, new KnownWords(FEW_WORDS));
  const stage = await runStage(context, {
    stage: 'dedup',
    version: DEDUP_VERSION,
    concurrency: placesBeside(store),
    computes: true,
    async run({ article }) {
      const { input, house } = await inputOf(store, article);
      const stand = await engine.deduplicate(input);
      await assignStory(store, article.id, reportOf(input, house, stand));
      return { kind: 'ended', outcome: 'passed', reason: `${stand.relation}: ${stand.reason}` };
    },
    async preview(article) {
      const { input } = await inputOf(store, article);
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
