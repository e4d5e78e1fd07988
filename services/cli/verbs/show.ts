import { headSentence } from '@wirewatch/shared/sources/words.ts';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { listRevisions } from '@wirewatch/shared/store/articles/revisions.ts';
import { journeyOf } from '@wirewatch/shared/store/journey/status.ts';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import type { Command } from 'commander';
import { out, storeCommand, withStore } from '../options.ts';

export function command(): Command {
  return storeCommand('show')
    .description('one article: its record, its journey, its revisions')
    .argument('<id>')
    .option('--json', 'as one JSON object')
    .action((id: string, options: { data?: string; json?: boolean }) =>
      withStore(options, async (store) => {
        const [record] = await recordsOf(store, [id]);
        if (!record) throw new Error(`there is no article "${id}"; "wirewatch export --all" lists every id`);
        const journey = await journeyOf(store, id);
        const revisions = (await listRevisions(store, id)).map(({ number, title, fetchedAt, version, cuts }) => ({
          number,
          title,
          fetchedAt: new Date(fetchedAt).toISOString(),
          version,
          cuts,
        }));
        if (options.json) {
          out(JSON.stringify({ ...record, journey, revisions }));
          return;
        }
        out(
          `${record.title ?? '(no title)'}\n${record.outlet.name}, ${record.publishedAt ?? 'no date'}\n${record.url}\n`,
        );
        for (const step of journey)
          out(`${step.at}  ${step.stage.padEnd(8)} ${step.outcome.padEnd(12)} ${step.reason}`);
        if (record.syndication) {
          const { relation, original, confidence, reason, story, houses } = record.syndication;
          out(`\n${relation}${original ? ` of ${original}` : ''} (confidence ${confidence.toFixed(2)}): ${reason}`);
          if (houses > 1) out(`this text: carried by ${houses} houses (outlets of one house count once)`);
          if (story !== null) {
            const found = await findStory(store, story);
            if (found) out(`one story: ${headSentence(await countStory(store, found))}`);
          }
        }
        if (record.credit) out(`credit: ${record.credit.source} (${record.credit.kind}): ${record.credit.evidence}`);
        out(`\n${record.text ?? `(no text: ${record.reason ?? 'still on its way'})`}`);
      }),
    );
}
