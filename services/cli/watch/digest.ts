import { createMailer } from '@wirewatch/scheduler/mail/mailer.ts';
import { digestLetter, sendDigest } from '@wirewatch/scheduler/mail/send-digest.ts';
import { deskAddress } from '@wirewatch/scheduler/mail/tick.ts';
import { MailTo } from '@wirewatch/shared/contracts/watch.ts';
import { dayOf } from '@wirewatch/shared/store/watches/digests.ts';
import { findWatch } from '@wirewatch/shared/store/watches/watches.ts';
import type { Command } from 'commander';
import { countOption, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

const DAY_MS = 86_400_000;

/**
 * Who gets a letter a day, as the command line names them; null where nobody does.
 * @throws UsageError
 */
export function mailOf(options: { mail?: string; mailHour: string }): MailTo | null {
  if (options.mail === undefined) return null;
  const to = options.mail.split(',').map((each) => each.trim());
  const read = MailTo.safeParse({ to, hour: countOption('--mail-hour', options.mailHour) });
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new UsageError(`${path[0] === 'hour' ? '--mail-hour' : '--mail'}: ${message}`);
}

/** `wirewatch watch digest`: the letter of one day, now. */
export function digestCommand(): Command {
  return storeCommand('digest')
    .description('send the daily letter of a watch now, once a day and watch')
    .argument('<id>', 'its id or name')
    .option('--day <date>', 'of which day, UTC (default: yesterday)')
    .option('--to <address,...>', 'to these instead of whom the watch names')
    .option('--print', 'to standard output; nothing is sent')
    .action(digest);
}

function digest(id: string, options: { data?: string; day?: string; to?: string; print?: boolean }): Promise<void> {
  const day = options.day ?? dayOf(Date.now() - DAY_MS);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new UsageError(`--day ${day}: expected a day, as 2026-11-23`);
  return withStore(options, async (store, config) => {
    const watch = await findWatch(store, id);
    const desk = deskAddress(config);
    if (options.print) {
      const made = await digestLetter(store, watch, day, desk);
      if (made === null) tell(`${watch.name} told nothing on ${day}`);
      else out(`${made.letter.subject}\n\n${made.letter.text}`);
      return;
    }
    const to = options.to === undefined ? watch.mail?.to : mailOf({ mail: options.to, mailHour: '0' })?.to;
    if (to === undefined)
      throw new UsageError(`watch digest: ${watch.name} names nobody to write to; say --to ADDRESS`);
    const { SMTP_URL: url, WIREWATCH_MAIL_FROM: from } = config;
    if (url === undefined || from === undefined)
      throw new UsageError('watch digest: SMTP_URL and WIREWATCH_MAIL_FROM are needed to send');
    const mailer = createMailer(url, from);
    try {
      const sent = await sendDigest({ store, now: Date.now }, mailer, { watch, day, to, desk });
      if (sent === null) throw new Error(`the letter of ${day} was sent already, or another sends it now`);
      const { status, alerts, lastError } = sent;
      if (status === 'failed' || status === 'dead') throw new Error(`not sent: ${lastError}`);
      tell(
        status === 'empty'
          ? `${watch.name} told nothing on ${day}: no letter`
          : `sent: ${alerts} alerts to ${to.join(', ')}${lastError === null ? '' : `; ${lastError}`}`,
      );
    } finally {
      mailer.close();
    }
  });
}
