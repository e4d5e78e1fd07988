import { describeConfig, readConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { digestsOf } from '@wirewatch/shared/store/watches/digests.ts';
import { addMatches } from '@wirewatch/shared/store/watches/matches.ts';
import { raiseStoryAlerts } from '@wirewatch/shared/store/watches/raise.ts';
import { removeWatch, saveWatch, type WatchRow } from '@wirewatch/shared/store/watches/watches.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCertificate } from '../../../tests/support/certificate.ts';
import { fillDesk, TEN } from '../../../tests/support/desk-corpus.ts';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { type MailServer, startMailServer } from '../../../tests/support/smtp.ts';
import { createMailTick } from './tick.ts';

const HOUR = 3_600_000;
/** Seven in the morning (UTC) after the day of the strike. */
const SEVEN = Date.UTC(2026, 10, 21, 7);

describe.each(DIALECTS)('the daily letter of a watch, on %s', (dialect) => {
  const opened = useStore(dialect);
  let server: MailServer;
  let clock: number;
  beforeAll(async () => {
    server = await startMailServer();
  });
  beforeEach(() => {
    server.received.length = 0;
    clock = SEVEN;
  });
  afterAll(() => server?.stop());

  const config = (more: Record<string, string> = {}) =>
    readConfig({
      SMTP_URL: server.url('desk:s3cret%21'),
      WIREWATCH_MAIL_FROM: 'Desk <desk@news.example>',
      WIREWATCH_PUBLIC_URL: 'https://desk.example/',
      ...more,
    });

  /** A watch with the strike of the corpus on it, told in the order of time. */
  async function watching(mail: { to: string[]; hour: number } | null, textsOnly = false): Promise<WatchRow> {
    const store = opened();
    const ids = await fillDesk(store);
    const { row } = await saveWatch(
      store,
      { name: 'Savik', lines: [{ query: 'Savik', weight: 1, language: null }], threshold: 1 },
      { webhook: null, mail, textsOnly, replace: false, who: 'test', now: TEN },
    );
    const { articles } = store.tables;
    const rows = await store.db.select({ id: articles.id, outletId: articles.outletId }).from(articles);
    const order = ['agency', 'lantern', 'mirror', 'harbour', 'norra-north', 'norra-south', 'kestrel', 'german', 'echo'];
    for (const [at, name] of order.entries()) {
      const article = rows.find(({ id }) => id === ids.get(name))!;
      await store.write(async (tx) => {
        const hit = { id: row.id, name: row.name, weight: 1, matched: ['Savik'] };
        await addMatches(store, tx, [{ article: { id: article.id, at: TEN + at * HOUR }, hit }]);
        await raiseStoryAlerts(store, tx, article, [row.id], TEN + at * HOUR);
      });
    }
    return row;
  }

  /** One round of a scheduler. */
  async function round(more: Record<string, string> = {}, leads = true): Promise<void> {
    const tick = createMailTick(config(more), () => leads);
    const log = createLogger('scheduler', 'silent');
    await tick.run({ store: opened(), now: () => clock, log } as unknown as ServiceContext);
    await tick.close();
  }

  test('it goes out once, by the server of the environment, and says what each article is', async () => {
    const row = await watching({ to: ['ada@news.example', 'bo@news.example'], hour: 6 });
    clock = SEVEN - 2 * HOUR;
    await round();
    expect(server.received).toEqual([]);
    clock = SEVEN;
    await Promise.all([round(), round()]);
    await round();
    expect(server.received).toHaveLength(1);
    const [{ from, to, user, password, source }] = server.received as [(typeof server.received)[0]];
    expect({ from, to, user, password }).toEqual({
      from: 'desk@news.example',
      to: ['ada@news.example', 'bo@news.example'],
      user: 'desk',
      password: 's3cret!',
    });
    const read = source
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    expect(source).toContain(`Message-ID: <${row.id}.2026-11-20@news.example>`);
    expect(source).toMatch(/Subject: Savik: \d+ alerts of 1 story on 2026-11-20 \(UTC\)/);
    expect(read).toContain('own text: the first independent source');
    expect(read).toContain('own text: the third independent source');
    expect(read).toContain('copy of Adria Press, 100 %');
    expect(read).toContain('3 independent texts');
    expect(read).toContain('https://desk.example/stories/');
    expect(await digestsOf(opened(), row.id, 9)).toMatchObject([{ day: '2026-11-20', status: 'sent', attempts: 1 }]);
  });

  test('a watch that tells of texts alone writes of three, and not of their copies', async () => {
    const row = await watching({ to: ['ada@news.example'], hour: 6 }, true);
    await round();
    expect(server.received[0]!.source).toContain('Subject: Savik: 3 alerts of 1 story');
    expect(await digestsOf(opened(), row.id, 9)).toMatchObject([{ alerts: 3 }]);
  });

  test('a server that is away or busy is tried again later, and an address that it refuses stands in the list', async () => {
    const row = await watching({ to: ['ada@news.example', 'gone@news.example'], hour: 6 });
    await round({ SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(await digestsOf(opened(), row.id, 9)).toMatchObject([{ status: 'failed', attempts: 1 }]);
    await round();
    expect(server.received).toEqual([]);
    server.fail(1);
    clock += 10_000;
    await round();
    expect(await digestsOf(opened(), row.id, 9)).toMatchObject([
      { status: 'failed', attempts: 2, lastError: expect.stringContaining('451') },
    ]);
    server.refuse('gone@news.example');
    clock += HOUR;
    await round();
    expect(await digestsOf(opened(), row.id, 9)).toMatchObject([
      { status: 'sent', attempts: 3, lastError: 'refused for gone@news.example' },
    ]);
    expect(server.received).toHaveLength(1);
  });

  test('where STARTTLS is offered nothing goes in the clear, and a certificate that nobody vouches for is refused', async () => {
    const row = await watching({ to: ['ada@news.example'], hour: 6 });
    const secure = await startMailServer(makeCertificate({ name: 'mail.example', names: ['localhost'] }));
    try {
      const url = secure.url('desk:s3cret%21');
      await round({ SMTP_URL: url });
      expect(secure.received).toEqual([]);
      expect(await digestsOf(opened(), row.id, 9)).toMatchObject([
        { status: 'failed', lastError: expect.stringMatching(/certificate|self.signed/i) },
      ]);
      clock += 10_000;
      await round({ SMTP_URL: `${server.url('desk:s3cret%21')}/?requireTLS=true` });
      expect(server.received).toEqual([]);
      expect(await digestsOf(opened(), row.id, 9)).toMatchObject([{ status: 'failed', attempts: 2 }]);
      clock += HOUR;
      await round({ SMTP_URL: `${url}/?tls.rejectUnauthorized=false` });
      expect(secure.received).toMatchObject([
        { tls: true, user: 'desk', password: 's3cret!', to: ['ada@news.example'] },
      ]);
      expect(await digestsOf(opened(), row.id, 9)).toMatchObject([{ status: 'sent', attempts: 3 }]);
    } finally {
      await secure.stop();
    }
  });

  test('what was claimed by somebody who was killed is sent by another, under the same id', async () => {
    const row = await watching({ to: ['ada@news.example'], hour: 6 });
    const { digests } = opened().tables;
    const claim = { watchId: row.id, day: '2026-11-20', status: 'sending' as const, attempts: 1, alerts: 0 };
    await opened().write((tx) => tx.insert(digests).values({ ...claim, nextAt: clock + 60_000 }));
    await round();
    expect(server.received).toEqual([]);
    clock += 120_000;
    await round();
    expect(server.received[0]!.source).toContain(`<${row.id}.2026-11-20@`);
    await removeWatch(opened(), row.id, 'test', clock);
    expect(await digestsOf(opened(), row.id, 9)).toEqual([]);
  });

  test('a day without an alert has no letter, a watch without readers none, and without a server none is claimed', async () => {
    const row = await watching({ to: ['ada@news.example'], hour: 6 });
    clock += 24 * HOUR;
    await round();
    expect(await digestsOf(opened(), row.id, 9)).toMatchObject([{ day: '2026-11-21', status: 'empty' }]);
    await round({ SMTP_URL: '' });
    await round({}, false);
    expect(server.received).toEqual([]);
  });
});

test('the password of the mail server is shown nowhere', () => {
  const shown = describeConfig(readConfig({ SMTP_URL: 'smtp://desk:s3cret@mail.example:587' }));
  expect(shown.find(({ name }) => name === 'SMTP_URL')!.value).toBe('smtp://desk:***@mail.example:587');
  const wrong = () => readConfig({ SMTP_URL: 'smtp//desk', WIREWATCH_MAIL_FROM: 'nobody' });
  expect(wrong).toThrow(/SMTP_URL=smtp\/\/desk: expected smtp/);
  expect(() => readConfig({ SMTP_URL: 'http://desk:s3cret@mail.example' })).toThrow(/http:\/\/desk:\*\*\*@/);
});
