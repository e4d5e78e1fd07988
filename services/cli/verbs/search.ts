import { fieldsHelp } from '@wirewatch/shared/query/fields.ts';
import { parseChecked } from '@wirewatch/shared/query/parse.ts';
import { BadCursor } from '@wirewatch/shared/store/search/cursor.ts';
import { unknownValues } from '@wirewatch/shared/store/search/open-values.ts';
import type { Marked } from '@wirewatch/shared/store/search/passages.ts';
import { type SearchHit, searchArticles } from '@wirewatch/shared/store/search/search-articles.ts';
import type { Command } from 'commander';
import { writeLine } from '../jsonl.ts';
import { countOption, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  json?: boolean;
  limit: string;
  after?: string;
  collapse?: string;
  fields?: boolean;
}

/** Hits read at a time. */
const PAGE = 100;

export function command(): Command {
  return storeCommand('search')
    .description('articles that a query finds, newest first')
    .argument(
      '[query...]',
      'words, "phrases", "near words"~5, suffix*, AND OR NOT + - ( ), title: text: outlet: country: event: topic: entity: language: credit: house: relation: first: date:[a TO b]',
    )
    .option('--limit <n>', 'at most so many', '20')
    .option('--after <cursor>', 'go on after the page that ended with this cursor (see --json)')
    .option('--collapse <what>', 'show a story, or a group of copies, once: story or group')
    .option('--fields', 'list all fields with examples and the values of closed sets; searches nothing')
    .option('--json', 'JSON lines: the hits, then {"next": cursor} where there are more')
    .action((words: string[], options: Options) => {
      if (options.fields) return fields(options.json === true);
      if (words.length === 0) throw new UsageError('search: give a query, or --fields');
      const limit = countOption('--limit', options.limit, 1);
      const collapse = options.collapse ?? null;
      if (collapse !== null && collapse !== 'story' && collapse !== 'group')
        throw new UsageError(`--collapse ${collapse}: expected story or group`);
      const parsed = parseChecked(words.join(' '));
      if (!parsed.ok) throw new UsageError(`search: ${parsed.error.message}`);
      return withStore(options, async (store) => {
        const now = Date.now();
        let after = options.after ?? null;
        let shown = 0;
        try {
          do {
            const size = Math.min(PAGE, limit - shown);
            const page = await searchArticles(store, parsed.query, { limit: size, after, collapse, now });
            for (const hit of page.hits) {
              if (options.json) await writeLine(hit);
              else show(hit);
            }
            shown += page.hits.length;
            after = page.next;
          } while (after !== null && shown < limit);
        } catch (error) {
          if (error instanceof BadCursor) throw new UsageError(`--after: ${error.message}`);
          throw error;
        }
        if (options.json) {
          if (after !== null) await writeLine({ next: after });
        } else if (after !== null) tell(`there are more: --limit N`);
        else if (shown === 0) tell('nothing found');
        for (const words of await unknownValues(store, parsed.query, now)) tell(words);
      });
    });
}

async function fields(json: boolean): Promise<void> {
  for (const help of fieldsHelp()) {
    if (json) await writeLine(help);
    else {
      out(`${`${help.field}:`.padEnd(10)} ${help.example.padEnd(34)} ${help.what}`);
      for (const { value, name } of help.values) out(`           ${value.padEnd(10)} ${name}`);
    }
  }
}

function show({ article, title, passages, others }: SearchHit): void {
  const when = article.publishedAt ?? new Date(article.firstSeenAt).toISOString();
  out(`${article.id}  ${when}  ${article.outlet}${others > 0 ? ` and ${others} more` : ''}`);
  out(`  ${mark(title) || '(no title)'}`);
  for (const passage of passages) out(`  … ${mark(passage).replace(/\s+/g, ' ')}`);
  out(`  ${article.url}`);
}

/** Matches in bold, where there is a terminal that shows it. */
function mark({ text, spans }: Marked): string {
  if (!process.stdout.isTTY) return text;
  let marked = '';
  let at = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(at, start)}\u001b[1m${text.slice(start, end)}\u001b[0m`;
    at = end;
  }
  return marked + text.slice(at);
}
