import { parseChecked } from '@wirewatch/shared/query/parse.ts';
import { CSV_HEAD, csvLine } from '@wirewatch/shared/records/csv.ts';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { searchIds } from '@wirewatch/shared/store/search/search-articles.ts';
import { storyTexts } from '@wirewatch/shared/store/sources/story-texts.ts';
import { filtersOf, wholeQuery } from '../core/filtered-query.ts';
import { type Answer, type Ask, problem } from '../handler.ts';

/** Records that are given at once, some 40 MB; `wirewatch export --query` has no such bound. */
const MOST = 5000;
const AT_ONCE = 200;

/** What a search finds as CSV, newest first. */
export function searchCsv(ask: Ask): Promise<Answer> {
  return answer(ask, 'csv');
}

/** What a search finds as JSON lines: the export record of each article. */
export function searchJsonl(ask: Ask): Promise<Answer> {
  return answer(ask, 'jsonl');
}

async function answer({ store, query, who, now }: Ask, format: 'csv' | 'jsonl'): Promise<Answer> {
  const parsed = parseChecked(wholeQuery(filtersOf(query)) || '*');
  if (!parsed.ok) return problem(400, parsed.error.message);
  const { ids, more } = await searchIds(store, parsed.query, { limit: MOST, now: now() });
  const textsOf = storyTexts(store);
  const lines = format === 'csv' ? [CSV_HEAD] : [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const record of await recordsOf(store, ids.slice(at, at + AT_ONCE), who)) {
      if (format === 'jsonl') lines.push(JSON.stringify(record));
      else lines.push(csvLine(record, { independentTexts: await textsOf(record.syndication?.story ?? null) }));
    }
  }
  return {
    kind: 'raw',
    type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
    body: lines.map((line) => `${line}\n`).join(''),
    headers: {
      'content-disposition': `attachment; filename="wirewatch.${format}"`,
      ...(more ? { 'x-wirewatch-cut': `the newest ${MOST} of more` } : {}),
    },
  };
}
