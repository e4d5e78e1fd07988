import { settleAnew } from '@wirewatch/deduplicator/settle-anew.ts';
import type { RulingKind } from '@wirewatch/shared/contracts/ruling.ts';
import {
  addRuling,
  listRulings,
  nameOf,
  type RulingRow,
  RulingTrouble,
  takeBackRuling,
} from '@wirewatch/shared/store/copies/rulings.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { Command } from 'commander';
import { countOption, operator, out, storeCommand, tell, withStore } from '../options.ts';

interface Options {
  data?: string;
  note?: string;
}

/** `wirewatch rule`: what an analyst says against what was found; it holds until it is taken back. */
export function command(): Command {
  return new Command('rule')
    .description('your own word on who copied whom: it is kept whatever is done again')
    .addCommand(
      ruling('apart', 'two articles have not the same text')
        .argument('<article>', 'its id')
        .argument('<other>')
        .action((article: string, other: string, options: Options) => rule('apart', article, other, options)),
    )
    .addCommand(
      ruling('first', 'this article was the first with its text')
        .argument('<article>', 'its id')
        .action((article: string, options: Options) => rule('first', article, null, options)),
    )
    .addCommand(
      ruling('house', 'two outlets are of one house: they count once, and neither vouches for the other')
        .argument('<outlet>', 'the host, as `outlets list` shows it')
        .argument('<other>')
        .action((outlet: string, other: string, options: Options) => rule('house', outlet, other, options)),
    )
    .addCommand(
      storeCommand('list')
        .description('the rulings in force, the newest first')
        .option('--all', 'also those that were taken back')
        .option('--json', 'JSON lines')
        .action(list),
    )
    .addCommand(
      storeCommand('take-back')
        .description('undo a ruling')
        .argument('<number>', 'as `rule list` shows it')
        .action(takeBack),
    );
}

function ruling(name: string, about: string): Command {
  return storeCommand(name).description(about).option('--note <words>', 'why');
}

function rule(kind: RulingKind, subject: string, other: string | null, options: Options): Promise<void> {
  return withStore(options, (store) =>
    settled(store, 'ruled', () =>
      addRuling(store, { kind, subject, other, note: options.note ?? null, who: operator(), now: Date.now() }),
    ),
  );
}

function takeBack(number: string, options: Options): Promise<void> {
  const id = countOption('<number>', number, 1);
  return withStore(options, (store) =>
    settled(store, 'taken back', () => takeBackRuling(store, id, operator(), Date.now())),
  );
}

/** Makes a change and settles at once what it touches. */
async function settled(
  store: Store,
  done: string,
  change: () => Promise<{ ruling: RulingRow; touched: string[] }>,
): Promise<void> {
  try {
    const { ruling, touched } = await change();
    await settleAnew(store, touched);
    tell(`${done}: number ${ruling.id}, ${nameOf(ruling)}`);
  } catch (error) {
    if (error instanceof RulingTrouble) throw new Error(error.message);
    throw error;
  }
}

function list(options: { data?: string; all?: boolean; json?: boolean }): Promise<void> {
  return withStore(options, async (store) => {
    for (const row of await listRulings(store, { all: options.all ?? false })) {
      const back = row.takenBackAt === null ? '' : `; taken back by ${row.takenBackBy}`;
      if (options.json) out(JSON.stringify(row));
      else
        out(
          `${String(row.id).padStart(5)} ${nameOf(row)} (${row.who}, ${new Date(row.at).toISOString()}${back})${row.note ? `: ${row.note}` : ''}`,
        );
    }
  });
}
