import { describe, expect, test } from 'vitest';
import { DIALECTS } from './support/dialects.ts';
import { useFilledDesk } from './support/filled-desk.ts';

describe.each(DIALECTS)('who copies whom, on %s', (dialect) => {
  const filled = useFilledDesk(dialect);

  const page = async (path: string) =>
    (await fetch(`${filled.desk.url}${path}`, { headers: { accept: 'text/html' } })).text();
  const api = async (path: string) => (await fetch(`${filled.desk.url}/api/v1/outlets/matrix${path}`)).json();

  test('is a graph with houses as one, beside the matrix that says the same', async () => {
    const text = await page('/outlets/matrix');
    expect(text).toContain(
      'aria-label="Who copies whom: 5 pairs of 2 sources and 5 carriers. The table below says the same."',
    );
    expect(text).toContain('<title>Norra carries 1 text of Adria Press, half of them within 3 h</title>');
    expect(text).toContain('<table class="matrix">');
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  test('is narrowed down to days', async () => {
    expect((await api('?from=2026-11-20&to=2026-11-20')).items).toHaveLength(5);
    expect(await api('?to=2026-11-19')).toEqual({ items: [], cut: false });
    expect((await api('?from=yesterday')).error.status).toBe(400);
    expect(await page('/outlets/matrix?from=2026-12-01')).toContain('No copy in these days.');
  });
});
