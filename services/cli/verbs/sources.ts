import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { compareText } from '@wirewatch/deduplicator/compare-text.ts';
import { countToJson } from '@wirewatch/shared/sources/to-json.ts';
import { headSentence } from '@wirewatch/shared/sources/words.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { type Asked, askSources, type SourcesAnswer } from '@wirewatch/shared/store/sources/ask.ts';
import type { Command } from 'commander';
import { ingestUrls } from '../archive/ingest.ts';
import { operator, out, storeCommand, tell, withStore } from '../options.ts';
import { sourceLines } from '../source-table.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  text?: string;
  query?: string;
  fetch?: boolean;
  json?: boolean;
}

export function command(): Command {
  return storeCommand('sources')
    .description('how many independent sources some addresses, a text or a search are')
    .argument('[url...]', 'addresses, 1 to 100; none is fetched unless you say so')
    .option('--text <file>', 'a text, compared and not kept; - reads standard input')
    .option('--query <query>', 'the newest 2,000 articles that a search finds')
    .option('--fetch', 'take addresses in that are not in the store: their publishers see that somebody looks')
    .option('--json', 'as one JSON object, as POST /api/v1/sources answers')
    .action(async (urls: string[], options: Options) => {
      const asked = await askedBy(urls, options);
      await withStore(options, async (store) => {
        const now = Date.now();
        const answer = await askSources(store, asked, { compareText: (text) => compareText(store, text, now), now });
        if ('problem' in answer) throw new UsageError(`sources: ${answer.problem}`);
        const { count, ...done } = answer;
        const fetching = options.fetch ? await takeIn(store, answer, now) : 0;
        if (options.json) out(JSON.stringify({ ...countToJson(count), ...done, fetching }));
        else {
          out(headSentence(count));
          for (const line of sourceLines(count)) out(line);
        }
        report(answer, fetching);
      });
    });
}

async function askedBy(urls: string[], { text, query }: Options): Promise<Asked> {
  const given = [urls.length > 0, text !== undefined, query !== undefined].filter(Boolean).length;
  if (given !== 1) throw new UsageError('sources: give one of: addresses, --text FILE, --query QUERY');
  if (text !== undefined) return { text: await fileText(text) };
  return query === undefined ? { urls } : { query };
}

async function fileText(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`sources: --text ${file}: ${(error as Error).message}`);
  }
}

/** The workers fetch them, with robots and gaps between requests as always. */
async function takeIn(store: Store, { addresses }: SourcesAnswer, now: number): Promise<number> {
  const unknown = addresses?.unknown ?? [];
  if (unknown.length === 0) return 0;
  const created = await ingestUrls(store, unknown, { now, lane: 'live' });
  await store.write((tx) =>
    writeAudit(store, tx, { at: now, who: operator(), action: 'ingest', target: unknown[0]!, count: created }),
  );
  return unknown.length;
}

/** For people: what was done and what not. */
function report({ addresses, query, text, uncompared }: SourcesAnswer, fetching: number): void {
  for (const url of addresses?.refused ?? []) tell(`no http(s) address, not counted: ${url}`);
  for (const url of addresses?.again ?? []) tell(`given twice, counted once: ${url}`);
  for (const { url, state } of addresses?.withoutText ?? []) tell(`without a text, not counted: ${url} (${state})`);
  for (const url of addresses?.unknown ?? [])
    tell(`${fetching > 0 ? 'waits to be fetched' : 'not in the store, not counted'}: ${url}`);
  if (fetching > 0) tell('ask again when they are in; where nothing runs: wirewatch run --until-idle');
  else if ((addresses?.unknown.length ?? 0) > 0)
    tell('--fetch takes them in; their publishers see that somebody looks');
  if (query?.cut) tell(`the newest ${query.counted} were counted; there are more, which were not`);
  if (text) tell(`${text.words} words compared and not kept; ${text.matches.length} articles have them or a part`);
  if (uncompared > 0) tell(`${uncompared} not compared with others yet, not counted`);
}
