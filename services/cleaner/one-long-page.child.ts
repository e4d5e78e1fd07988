import { createCleanPool } from './pool.ts';

/** A process with a page under way, which a test may stop and wake: `ready`, then `begun`, then the name of what became of the page. */
const [timeoutMs] = process.argv.slice(2);
const pool = createCleanPool({ size: 1, timeoutMs: Number(timeoutMs), heapMb: 256 });
const paragraph = '<div><p>The ferries stop on Monday, and the crews wait for their pay.</p></div>';
const page = (paragraphs: number) => ({
  url: 'https://a.example/long',
  body: `<html><body>${paragraph.repeat(paragraphs)}</body></html>`,
});
await pool.clean(page(20));
process.send?.('ready');
process.once('message', async () => {
  const cleaning = pool.clean(page(28_000)).then(
    ({ outcome }) => outcome,
    (error: Error) => error.name,
  );
  process.send?.('begun');
  process.send?.(await cleaning);
  await pool.close();
  process.disconnect();
});
