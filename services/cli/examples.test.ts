import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { EXAMPLES } from './examples.ts';
import { VERBS } from './verbs.ts';

/** The options that a command or one of its subcommands knows. */
function optionsOf(command: Command): string[] {
  return [...command.options.map(({ long }) => long ?? ''), ...command.commands.flatMap(optionsOf)];
}

test.each(VERBS.map((verb) => [verb.name, verb] as const))(
  '%s has examples that it would understand',
  async (name, verb) => {
    const examples = EXAMPLES[name] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    const command = (await verb.load()).command();
    const known = new Set([...optionsOf(command), '--help']);
    for (const example of examples) {
      const said = example.replace(/ {3}\(.*\)$/, '');
      if (said === 'npm run demo') continue;
      expect(said).toContain(`wirewatch ${name}`);
      for (const [option] of said.slice(said.indexOf('wirewatch')).matchAll(/--[a-z-]+/g))
        expect(known, example).toContain(option);
      const sub = new RegExp(`wirewatch ${name} ([a-z][a-z-]*)(?= |$)`).exec(said)?.[1];
      const words = command.registeredArguments.length > 0 || command.commands.length === 0;
      if (sub !== undefined && !words)
        expect(
          command.commands.map((each) => each.name()),
          example,
        ).toContain(sub);
    }
  },
);

test('nothing has examples that is no verb', () => {
  expect(Object.keys(EXAMPLES).filter((name) => !VERBS.some((verb) => verb.name === name))).toEqual([]);
});
