import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { BadData, placesBeside, runStage } from '@wirewatch/shared/stage.ts';
import { classificationOf, saveClassification } from '@wirewatch/shared/store/articles/classifications.ts';
import { latestRevision } from '@wirewatch/shared/store/articles/revisions.ts';
import { withoutNul } from '@wirewatch/shared/store/database/store.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { loadClassifier } from './load.ts';
import { CLASSIFY_VERSION } from './version.ts';
import { createWatching } from './watching.ts';

/** The classifier: clean text to language, topics, entities, countries and events, and the watches that fire on it. */
export async function start(context: ServiceContext): Promise<Running> {
  const { store, log, now } = context;
  const classifier = loadClassifier();
  const watching = createWatching(store, log);
  const classify = async (article: ArticleRow) => {
    const revision = await latestRevision(store, article);
    if (!revision) throw new BadData('there is no clean text to classify: clean it again');
    const { title, text, language, publishedAt } = revision;
    const input = { id: article.id, title, text, language, publishedAt, outlet: article.outletId };
    return { revision, result: classifier.classify(input) };
  };
  return runStage(context, {
    stage: 'classify',
    version: CLASSIFY_VERSION,
    concurrency: placesBeside(store),
    computes: true,
    async run(claim) {
      const { article } = claim;
      const { revision, result } = await classify(article);
      const { title, text, language, publishedAt, publishedMs, credit } = revision;
      const hits = await watching.match(article, revision, result, now());
      const topics = result.topics.map((topic) => topic.label).join(', ') || 'no topic sure enough';
      return {
        kind: 'ended',
        outcome: 'passed',
        indexed: withoutNul({ ...result, title, text, language, publishedAt, publishedMs, credit }),
        reason: `${result.language}; ${topics}; ${result.countries.slice(0, 3).join(' ') || 'no country'}`,
        save: async (tx) => {
          const made = { version: CLASSIFY_VERSION, revisionId: revision.id, now: now() };
          await saveClassification(store, tx, article, result, made);
          await watching.save(tx, claim, revision, hits, made.now);
          return undefined;
        },
      };
    },
    async preview(article) {
      const { result } = await classify(article);
      return { before: await classificationOf(store, article.id), after: result };
    },
  });
}
