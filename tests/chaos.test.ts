import { expect, test } from 'vitest';
import { runChaos } from './support/chaos.ts';

test.each([
  { dialect: 'sqlite', failover: false },
  { dialect: 'postgres', failover: true },
] as const)(
  'a press of copies survives what befalls it: all done, none twice, the books balance ($dialect, failover $failover)',
  async ({ dialect, failover }) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const told: string[] = [];
    const { articles, seconds, faults, ...wrong } = await runChaos(
      {
        dialect,
        failover,
        seed,
        pairs: 4,
        perOutlet: 20,
        faults: 8,
        pauseMs: [200, 1200],
        patienceMs: 150_000,
      },
      (line) => told.push(line),
    );
    expect(articles).toBe(160);
    expect(wrong, `seed ${seed}: ${told.join('; ')}`).toEqual({
      lost: 0,
      doubled: 0,
      quarantined: 0,
      groupsWrong: 0,
      storiesMixed: 0,
      booksOff: 0,
      toldTwice: 0,
      untold: 0,
      webhooksLost: 0,
      webhooksTwice: 0,
    });
  },
);
