import {
  articlesByOutcome,
  articlesByRelation,
  feedsByStatus,
  outcomesSince,
  waitingByStage,
} from '@wirewatch/shared/store/journey/status.ts';
import type { Command } from 'commander';
import { attentionText, needsAttention } from '../attention.ts';
import { out, storeCommand, withStore } from '../options.ts';
import { readNotice } from '../supervisor/supervisor.ts';

const HOUR_MS = 3_600_000;

export function command(): Command {
  return storeCommand('status')
    .description('what waits, what ended how, what needs attention')
    .option('--json', 'as one JSON object')
    .action((options: { data?: string; json?: boolean }) =>
      withStore(options, async (store, config) => {
        const status = {
          up: readNotice(config.dataDir),
          feeds: await feedsByStatus(store),
          waiting: await waitingByStage(store),
          lastHour: await outcomesSince(store, Date.now() - HOUR_MS),
          articles: await articlesByOutcome(store),
          relations: await articlesByRelation(store),
          attention: await needsAttention(store, config),
        };
        if (options.json) {
          out(JSON.stringify(status));
          return;
        }
        out(status.up ? `up: process ${status.up.pid}, dashboard ${status.up.dashboard}` : 'not up');
        for (const row of status.feeds) out(`feeds     ${String(row.count).padStart(7)}  ${row.status}`);
        for (const row of status.waiting) {
          const age = row.oldest === null ? '' : `, oldest ${Math.round((Date.now() - row.oldest) / 1000)} s`;
          out(`waiting   ${String(row.count).padStart(7)}  ${row.stage} (${row.lane}${age})`);
        }
        for (const row of status.lastHour)
          out(`last hour ${String(row.count).padStart(7)}  ${row.stage}: ${row.outcome}`);
        for (const row of status.articles)
          out(`articles  ${String(row.count).padStart(7)}  ${row.outcome ?? 'on their way'}`);
        for (const row of status.relations) out(`relations ${String(row.count).padStart(7)}  ${row.relation}`);
        out('');
        out(status.attention.length === 0 ? 'nothing needs attention' : 'needs attention:');
        for (const line of status.attention) out(attentionText(line, Date.now(), status.up?.dashboard ?? null));
      }),
    );
}
