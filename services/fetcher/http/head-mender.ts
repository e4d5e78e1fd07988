import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

const END = /\r?\n\r?\n/;

/**
 * A connection whose answers come with their head mended, for a parser that would refuse it: folded lines unfolded, blanks before the
 * colon gone, lines that are no headers left out, a length that is said twice said once, bare line feeds made whole. What the head says
 * stays; the body passes as it is.
 * @param most bytes of a head; a longer one passes unmended, for the parser to refuse
 */
export function mendHead(socket: Socket, most: number): Duplex {
  let head: Buffer | null = Buffer.alloc(0);
  const mended = new Duplex({
    read: () => socket.resume(),
    write: (chunk, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });
  const give = (chunk: Buffer) => {
    if (!mended.push(chunk)) socket.pause();
  };
  socket.on('data', (chunk: Buffer) => {
    if (head === null) return give(chunk);
    head = Buffer.concat([head, chunk]);
    for (;;) {
      const text = head.toString('latin1');
      const end = END.exec(text);
      if (end === null) break;
      const rest = head.subarray(end.index + end[0].length);
      const lines = mendLines(text.slice(0, end.index));
      // An answer before the answer (103 and its like) is passed over.
      if (/^HTTP\/\S+ 1\d\d\b/.test(lines[0] ?? '')) {
        head = rest;
        continue;
      }
      head = null;
      give(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
      if (rest.length > 0) give(rest);
      return;
    }
    if (head.length > most) {
      give(head);
      head = null;
    }
  });
  socket.on('end', () => mended.push(null));
  socket.on('error', (error) => mended.destroy(error));
  return mended;
}

function mendLines(head: string): string[] {
  const [status = '', ...rest] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const lengths = new Set<string>();
  const fields = rest.flatMap((line) => {
    const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) return [];
    if (name.toLowerCase() === 'content-length') {
      if (lengths.has(value.trim())) return [];
      lengths.add(value.trim());
    }
    return [`${name}:${value}`];
  });
  return [status, ...fields];
}
