import { createLogger } from '@wirewatch/shared/log.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from './support/dashboard.ts';
import { type PrivatePostgres, startPrivatePostgres } from './support/postgres.ts';

let postgres: PrivatePostgres;
let desk: Desk;
const lines: string[] = [];

beforeAll(async () => {
  postgres = await startPrivatePostgres();
  const log = createLogger('dashboard', 'silent');
  const note = (fields: unknown, words: string) => lines.push(`${words} ${JSON.stringify(fields)}`);
  desk = await startDesk({ DATABASE_URL: postgres.url }, Object.assign(log, { warn: note, error: note }));
}, 60_000);
afterAll(async () => {
  await desk?.stop();
  await postgres?.stop();
});

test('while Postgres is away pages say so; no page, check or log line holds a statement, and the log tells it once', async (context) => {
  if (postgres.crash === null) return context.skip();
  const { revive } = await postgres.crash();
  try {
    for (const path of ['/', '/articles', '/metrics', '/api/v1/articles', '/']) {
      const page = await fetch(`${desk.url}${path}`);
      expect(page.status).toBe(503);
      expect(await page.text()).toContain('Nothing is lost');
    }
    const ready = await fetch(`${desk.url}/readyz`);
    expect(ready.status).toBe(503);
    const { checks } = (await ready.json()) as { checks: Array<{ name: string; detail: string }> };
    expect(checks.find(({ name }) => name === 'store')!.detail).toMatch(/ECONNREFUSED|terminat|shut|closed/i);
    expect(lines.filter((line) => line.includes('select'))).toEqual([]);
    expect(lines.filter((line) => line.includes('does not answer'))).toHaveLength(1);
  } finally {
    await revive();
  }
  await expect.poll(async () => (await fetch(`${desk.url}/articles`)).status, { timeout: 20_000 }).toBe(200);
});
