import { revisionIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { TEN } from './support/desk-corpus.ts';
import { DIALECTS } from './support/dialects.ts';
import { useFilledDesk } from './support/filled-desk.ts';

const HOUR = 3_600_000;

describe.each(DIALECTS)('what becomes of a story, on %s', (dialect) => {
  const filled = useFilledDesk(dialect);

  const id = (name: string) => filled.ids.get(name)!;
  const page = async (path: string) => {
    const answer = await fetch(`${filled.desk.url}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, url: answer.url.slice(filled.desk.url.length), text: await answer.text() };
  };
  const api = async (path: string) => (await fetch(`${filled.desk.url}/api/v1${path}`)).json();
  const rule = (fields: Record<string, string>) =>
    fetch(`${filled.desk.url}/rulings`, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams(fields),
    });

  /** A newer state of an article's text, as the cleaner leaves it. */
  async function revise(name: string, change: (text: string) => string, at: number): Promise<void> {
    const { revisions, articles } = filled.desk.store.tables;
    const [first] = await filled.desk.store.db
      .select()
      .from(revisions)
      .where(eq(revisions.articleId, id(name)));
    const next = { ...first!, id: revisionIdOf(id(name), 2), number: 2, text: change(first!.text) };
    await filled.desk.store.write(async (tx) => {
      await tx.insert(revisions).values({ ...next, textHash: 'amended', fetchedAt: at, createdAt: at });
      await tx
        .update(articles)
        .set({ revisionId: next.id })
        .where(eq(articles.id, id(name)));
    });
  }

  test('what joined since an instant, and the count of then', async () => {
    const since = new Date(TEN + 3.5 * HOUR).toISOString();
    const changes = await api(`/stories/${id('agency')}/changes?since=${since}`);
    expect(changes.before.sentence).toContain('6 articles of 6 outlets in 5 houses; 2 independent texts');
    expect(changes.now.sentence).toContain('10 articles of 10 outlets in 9 houses; 3 independent texts');
    expect(changes.joined.map(({ article }: { article: { id: string } }) => article.id)).toEqual(
      ['kestrel', 'german', 'echo', 'roundup'].map(id),
    );
    const { text } = await page(`/stories/${id('echo')}/changes?since=2026-11-20`);
    expect(text).toContain('Nothing of it was here.');
    expect(text).toContain('Joined (10)');
    expect((await page(`/stories/${id('agency')}/changes`)).text).toContain('Nothing has changed since.');
    expect((await page(`/stories/${id('agency')}/changes?since=soon`)).status).toBe(400);
    expect((await page('/stories/nobody/changes')).status).toBe(404);
  });

  test('what another version of the deduplicator changed, and who left', async () => {
    const { syndication, previousResults } = filled.desk.store.tables;
    const [now] = await filled.desk.store.db
      .select()
      .from(syndication)
      .where(eq(syndication.articleId, id('mirror')));
    const before = { ...now!, groupId: id('mirror'), relation: 'unique' as const, originalId: null, version: 'older' };
    const at = TEN + 40 * HOUR;
    await filled.desk.store.write((tx) =>
      tx
        .insert(previousResults)
        .values({ articleId: id('mirror'), stage: 'dedup', version: 'older', result: before, replacedAt: at }),
    );
    const changes = await api(`/stories/${id('agency')}/changes?since=${new Date(TEN + 30 * HOUR).toISOString()}`);
    expect(changes.joined).toEqual([]);
    expect(changes.before.sentence).toContain('4 independent texts');
    expect(changes.now.sentence).toContain('3 independent texts');
    expect(changes.remade).toMatchObject([
      { article: { id: id('mirror') }, moved: true, left: false, versions: { before: 'older', after: 'test' } },
    ]);
    const { text } = await page(`/stories/${id('agency')}/changes?since=2026-11-21`);
    expect(text).toContain('unique, now copy; in another group');
    await filled.desk.store.write((tx) => tx.delete(previousResults));
  });

  test('a ruling made on the page of the story leads back to it, is told among the changes, and is taken back', async () => {
    const { text } = await page(`/stories/${id('agency')}`);
    expect(text).toContain('<form method="post" action="/rulings"');
    expect(text).toContain('<input type="hidden" name="back" value="story">');
    const made = await rule({
      kind: 'apart',
      subject: id('lantern'),
      other: id('agency'),
      note: 'a stringer',
      back: 'story',
    });
    expect(made.url).toMatch(/\/stories\/\w+\?done=\d+$/);
    const after = await made.text();
    expect(after).toContain('Ruled and settled');
    expect((await page(`/stories/${id('lantern')}`)).text).toContain('a stringer');
    const changes = await api(`/stories/${id('agency')}/changes`);
    expect(changes.ruled).toMatchObject([{ kind: 'apart', note: 'a stringer' }]);
    const [ruling] = (await api('/rulings')).items;
    expect((await page(`/stories/${id('agency')}/changes`)).text).toContain(`/rulings/${ruling.id}/take-back`);
    await fetch(`${filled.desk.url}/api/v1/rulings/${ruling.id}/take-back`, { method: 'POST' });
    expect((await api(`/stories/${id('agency')}`)).sentence).toContain('10 articles');
  });

  test('an original that is amended: who still carries the old text, and who has followed', async () => {
    expect((await page(`/stories/${id('agency')}`)).text).not.toContain('Amended or withdrawn');
    const mend = (text: string) => text.replace('640 sailors had voted', '604 sailors had voted');
    await revise('agency', mend, TEN + 8 * HOUR);
    await revise('norra-south', mend, TEN + 9 * HOUR);
    const { corrections } = await api(`/stories/${id('agency')}`);
    expect(corrections).toMatchObject([
      { article: id('agency'), kind: 'amended', revision: 2, was: ['640'], is: ['604'] },
    ]);
    expect(corrections[0].still.sort()).toEqual(['lantern', 'mirror', 'norra-north'].map(id).sort());
    expect(corrections[0].followed).toEqual([id('norra-south')]);
    const { text } = await page(`/stories/${id('agency')}`);
    expect(text).toContain('3 outlets still carry the old text:');
    expect(text).toContain(`/articles/${id('agency')}/revisions/2`);
    const changes = await api(`/stories/${id('agency')}/changes?since=${new Date(TEN + 7 * HOUR).toISOString()}`);
    expect(changes.rewritten).toHaveLength(2);
  });

  test('an original that is withdrawn, and copies that are gone as well', async () => {
    const { articles } = filled.desk.store.tables;
    const gone = { outcome: 'gone' as const, reason: 'HTTP 410', finishedAt: TEN + 30 * HOUR };
    for (const name of ['harbour', 'norra-north'])
      await filled.desk.store.write((tx) =>
        tx
          .update(articles)
          .set(gone)
          .where(eq(articles.id, id(name))),
      );
    const { corrections } = await api(`/stories/${id('agency')}`);
    expect(corrections[0]).toMatchObject({
      article: id('harbour'),
      kind: 'withdrawn',
      reason: 'HTTP 410',
      still: [id('echo')],
    });
    expect(corrections[1].still).toHaveLength(2);
    expect((await page(`/stories/${id('agency')}`)).text).toContain('has withdrawn its text');
  });

  test('pages that could not be read and probably carry it stand on the page and in the API', async () => {
    const { announcements, articles } = filled.desk.store.tables;
    const at = TEN + 3 * HOUR;
    await filled.desk.store.write(async (tx) => {
      const [like] = await tx
        .select()
        .from(articles)
        .where(eq(articles.id, id('echo')));
      const url = 'https://walled.example/strike';
      await tx
        .insert(articles)
        .values({ ...like!, id: 'awalled', url, urlKey: url, revisionId: null, outcome: 'blocked' });
      const reason = 'its feed has the first sentence';
      const row = {
        articleId: 'awalled',
        carries: id('agency'),
        confidence: 0.8,
        reason,
        version: 'test',
        updatedAt: at,
      };
      await tx.insert(announcements).values(row);
    });
    expect((await page(`/stories/${id('agency')}`)).text).toContain('Probably also carried by');
    expect((await api(`/stories/${id('agency')}`)).announced).toMatchObject([{ id: 'awalled', carries: id('agency') }]);
  });
});
