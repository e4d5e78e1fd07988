import { Command, CommanderError } from 'commander';
import { examplesText, FIRST_STEPS } from './examples.ts';
import { UsageError } from './usage-error.ts';
import { VERBS } from './verbs.ts';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/** Runs one verb and resolves to the exit status: 0 done, 1 failed, 2 wrong usage. */
async function main(argv: string[]): Promise<number> {
  const program = new Command('wirewatch')
    .description('Watches news feeds and sees who copied whom.')
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError('(run with --help for what is possible)')
    .addHelpText('after', FIRST_STEPS);
  for (const verb of VERBS) {
    // Only the verb that is asked for is imported: a stage by hand should not pay for the database, nor help for the parser.
    if (argv[0] === verb.name)
      program.addCommand(inherit((await verb.load()).command().addHelpText('after', examplesText(verb.name))));
    else program.command(verb.name).description(verb.summary);
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return process.exitCode === undefined ? 0 : Number(process.exitCode);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    if (error instanceof UsageError) {
      console.error(`wirewatch: ${error.message}`);
      return EXIT_USAGE;
    }
    console.error(`wirewatch: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) console.error(error.stack);
    return EXIT_FAILED;
  }
}

function inherit(command: Command): Command {
  command.exitOverride().showHelpAfterError('(run with --help for what is possible)');
  for (const child of command.commands) inherit(child);
  return command;
}

// `wirewatch export | head`: who reads has had enough, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Who read what we say is gone (a closed terminal, a pipe): the services go on until they are told to stop.
process.stderr.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2));
