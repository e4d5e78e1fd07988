import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';

/** Sends letters. */
export interface Mailer {
  /**
   * @param id the same for every try of one letter: a mail program shows it once
   * @returns addresses that the server refused, while it took others
   * @throws Error where nobody gets it
   */
  send(letter: Letter, to: readonly string[], id: string): Promise<string[]>;
  close(): void;
}

/** A server that says nothing for so long is away. */
const TIMEOUT_MS = 15_000;

/**
 * Sends by an SMTP server.
 * @param url `smtp://USER:PASSWORD@HOST:PORT` (TLS by STARTTLS where it is offered; `?requireTLS=true` insists), `smtps://` for TLS from the start
 * @param from the sender's address
 */
export function createMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What stands in a letter is text: nothing of it is read from the disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ subject, text, html }, to, id) {
      const domain = from.slice(from.lastIndexOf('@') + 1).replace(/[>\s].*$/, '');
      const messageId = `<${id}@${domain}>`;
      const headers = { 'auto-submitted': 'auto-generated' };
      const sent = await transport.sendMail({ from, to: [...to], subject, text, html, messageId, headers });
      return sent.rejected;
    },
    close: () => transport.close(),
  };
}
