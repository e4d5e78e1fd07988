import type { Config } from '@wirewatch/shared/config.ts';
import { dueDigests } from '@wirewatch/shared/store/watches/digests.ts';
import type { Tick } from '../ticker.ts';
import type { Mailer } from './mailer.ts';
import { sendDigest } from './send-digest.ts';

interface MailTick extends Tick {
  close(): Promise<void>;
}

/** Where readers of a letter reach the dashboard. */
export function deskAddress({ WIREWATCH_PUBLIC_URL, WIREWATCH_HOST, PORT }: Config): string {
  return (WIREWATCH_PUBLIC_URL ?? `http://${WIREWATCH_HOST}:${PORT}`).replace(/\/+$/, '');
}

/**
 * Sends the letters of watches when their hour has come. Without an SMTP server none is claimed: they go out once there is one.
 * @param leads whether this scheduler is still the one that sends, asked before each
 */
export function createMailTick(config: Config, leads: () => boolean): MailTick {
  const { SMTP_URL: url, WIREWATCH_MAIL_FROM: from } = config;
  const open = async () =>
    url === undefined || from === undefined ? null : (await import('./mailer.ts')).createMailer(url, from);
  // Loaded when a letter is due: most schedulers send none.
  let opened: Promise<Mailer | null> | undefined;
  let warned = false;
  return {
    name: 'mail',
    everyMs: 30_000,
    async run({ store, now, log }) {
      for (const { watch, day } of await dueDigests(store, now())) {
        if (!leads()) return;
        opened ??= open();
        const mailer = await opened;
        if (mailer === null) {
          if (!warned) log.warn({ watch: watch.id }, 'a letter is due and SMTP_URL or WIREWATCH_MAIL_FROM is not set');
          warned = true;
          return;
        }
        const { to } = watch.mail;
        const digest = await sendDigest({ store, now }, mailer, { watch, day, to, desk: deskAddress(config) });
        if (digest === null) continue;
        const { status, attempts, lastError } = digest;
        const fields = { watch: watch.id, day, status, attempts, ...(lastError === null ? {} : { error: lastError }) };
        if (status === 'failed' || status === 'dead') log.warn(fields, 'a letter could not be sent');
        else log.info(fields, 'letter of a watch');
      }
    },
    close: async () => (await opened)?.close(),
  };
}
