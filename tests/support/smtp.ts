import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A letter as an SMTP server took it. */
export interface Received {
  from: string;
  to: string[];
  /** Who signed in, and by what password; null where nobody did. */
  user: string | null;
  password: string | null;
  /** Whether it came over TLS. */
  tls: boolean;
  /** Headers and body as they came. */
  source: string;
}

/** A mail server on loopback that speaks SMTP (RFC 5321) as far as a client needs it, and keeps what it gets. */
export interface MailServer {
  url(user?: string): string;
  received: Received[];
  /** Answers the next so many letters with 451. */
  fail(times: number): void;
  /** Refuses these recipients with 550. */
  refuse(...addresses: string[]): void;
  stop(): Promise<void>;
}

/** @param certificate offers STARTTLS with it */
export async function startMailServer(certificate?: { key: string; cert: string }): Promise<MailServer> {
  const received: Received[] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  let failures = 0;
  const server = createServer((plain) => {
    sockets.add(plain);
    plain.on('close', () => sockets.delete(plain));
    plain.on('error', () => undefined);
    let socket: Socket = plain;
    let secure = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    let letter: Received = blank(null, null);
    let inData = false;
    let rest = '';
    say('220 mail.example ESMTP');
    plain.on('data', take);
    function take(chunk: Buffer): void {
      rest += chunk.toString('utf8');
      for (;;) {
        const end = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = rest.slice(0, end);
        rest = rest.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          if (failures > 0) {
            failures -= 1;
            say('451 try again later');
          } else {
            received.push({ ...letter, tls: secure, source: part.replace(/^\.\./gm, '.') });
            say('250 taken');
          }
          letter = blank(letter.user, letter.password);
        } else command(part);
      }
    }
    function command(line: string): void {
      const [verb = '', ...args] = line.split(' ');
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      switch (verb.toUpperCase()) {
        case 'EHLO':
          say('250-mail.example');
          if (certificate && !secure) say('250-STARTTLS');
          say('250 AUTH PLAIN');
          return;
        case 'STARTTLS':
          say('220 go on');
          plain.off('data', take);
          rest = '';
          secure = true;
          socket = new TLSSocket(plain, { isServer: true, ...certificate });
          socket.on('error', () => undefined);
          socket.on('data', take);
          return;
        case 'AUTH': {
          const [, user = '', password = ''] = Buffer.from(args[1] ?? '', 'base64')
            .toString('utf8')
            .split('\0');
          letter = blank(user, password);
          say('235 welcome');
          return;
        }
        case 'MAIL':
          letter.from = address;
          say('250 ok');
          return;
        case 'RCPT':
          if (refused.has(address)) say('550 no such mailbox');
          else {
            letter.to.push(address);
            say('250 ok');
          }
          return;
        case 'DATA':
          inData = true;
          say('354 go on');
          return;
        case 'QUIT':
          say('221 bye');
          socket.end();
          return;
        default:
          say('250 ok');
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (user) => `smtp://${user === undefined ? '' : `${user}@`}127.0.0.1:${port}`,
    received,
    fail(times) {
      failures = times;
    },
    refuse(...addresses) {
      for (const each of addresses) refused.add(each);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function blank(user: string | null, password: string | null): Received {
  return { from: '', to: [], user, password, tls: false, source: '' };
}
