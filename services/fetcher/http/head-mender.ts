import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createChunkReader } from './chunk-reader.ts';

const END = /\r?\n\r?\n/;
const BREAK = Buffer.from('\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/**
 * A connection whose answers come with their head mended, for a parser that would refuse it: folded lines unfolded, blanks before the
 * colon gone, lines that are no headers left out, a length that is said twice said once and one that is none left out, bare line feeds
 * made whole, the protocol's name in capitals. What the head says stays. A body in chunks is handed on in chunks that are
 * well written; any other passes as it is.
 * @param most bytes of a head; a longer one passes unmended, for the parser to refuse
 */
export function mendHead(socket: Socket, most: number): Duplex {
  let head: Buffer | null = Buffer.alloc(0);
  let chunks: ReturnType<typeof createChunkReader> | null = null;
  let ended = false;
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
  const giveBody = (piece: Buffer) => {
    if (ended) return;
    if (chunks === null) return give(piece);
    try {
      const read = chunks(piece);
      for (const part of read.body) {
        if (part.length > 0) give(Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, BREAK]));
      }
      if (read.ended) give(LAST_CHUNK);
      ended = read.ended;
    } catch (error) {
      mended.destroy(error as Error);
    }
  };
  socket.on('data', (chunk: Buffer) => {
    if (head === null) return giveBody(chunk);
    head = Buffer.concat([head, chunk]);
    for (;;) {
      const text = head.toString('latin1');
      const over = END.exec(text);
      if (over === null) break;
      const rest = head.subarray(over.index + over[0].length);
      const { lines, chunked } = mendLines(text.slice(0, over.index));
      // An answer before the answer (103 and its like) is passed over.
      if (/^HTTP\/\S+ 1\d\d\b/.test(lines[0] ?? '')) {
        head = rest;
        continue;
      }
      head = null;
      if (chunked) chunks = createChunkReader();
      give(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
      if (rest.length > 0) giveBody(rest);
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

function mendLines(head: string): { lines: string[]; chunked: boolean } {
  const [status = '', ...rest] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const lengths = new Set<string>();
  let chunked = false;
  const fields = rest.flatMap((line) => {
    const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined) return [];
    const key = name.toLowerCase();
    if (key === 'transfer-encoding') {
      chunked ||= /(?:^|,)\s*chunked\s*$/i.test(value);
      return [];
    }
    if (key !== 'content-length') return [`${name}:${value}`];
    const said = [...new Set(value.split(',').map((one) => one.trim()))].filter((one) => /^\d+$/.test(one));
    const fresh = said.filter((one) => !lengths.has(one));
    for (const one of fresh) lengths.add(one);
    return fresh.map((one) => `${name}: ${one}`);
  });
  // A length beside chunks is passed over (RFC 9112, 6.3).
  const kept = chunked
    ? [...fields.filter((field) => !/^content-length:/i.test(field)), 'Transfer-Encoding: chunked']
    : fields;
  return { lines: [status.replace(/^http(?=\/)/i, 'HTTP'), ...kept], chunked };
}
