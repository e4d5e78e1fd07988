const LF = 0x0a;
const CR = 0x0d;
/** Hexadecimal digits of a size, its extensions and blanks: nobody honest writes more. */
const LONGEST_LINE = 4096;

/** What a piece of a chunked body gave: the bytes of the body, and whether it has ended. */
export interface ReadChunks {
  body: Buffer[];
  ended: boolean;
}

/**
 * Reads the chunks of a body (RFC 9112, 7.1) as curl does, piece by piece: lines that end with a line feed alone, blanks round a size,
 * extensions, trailers (passed over), and a break that is missing behind a chunk.
 * @returns a function that takes the next piece
 * @throws Error, from that function, where a size is none
 */
export function createChunkReader(): (piece: Buffer) => ReadChunks {
  let left = 0;
  let line = '';
  let part: 'size' | 'data' | 'break' | 'trailer' | 'end' = 'size';

  /** The rest of a line that began in an earlier piece; null where it goes on. */
  function takeLine(piece: Buffer, at: number): { text: string; next: number } | null {
    const end = piece.indexOf(LF, at);
    line += piece.toString('latin1', at, end < 0 ? piece.length : end);
    if (line.length > LONGEST_LINE) throw new Error('a line between chunks has no end');
    if (end < 0) return null;
    const text = line.trim();
    line = '';
    return { text, next: end + 1 };
  }

  return (piece) => {
    const body: Buffer[] = [];
    let at = 0;
    while (at < piece.length && part !== 'end') {
      if (part === 'data') {
        const bytes = piece.subarray(at, at + left);
        body.push(bytes);
        at += bytes.length;
        left -= bytes.length;
        if (left === 0) part = 'break';
      } else if (part === 'break') {
        if (piece[at] === CR || piece[at] === LF) at += 1;
        else part = 'size';
      } else {
        const taken = takeLine(piece, at);
        if (taken === null) break;
        at = taken.next;
        if (part === 'trailer') {
          if (taken.text === '') part = 'end';
          continue;
        }
        const size = /^([0-9a-f]{1,13})\s*(?:;.*)?$/i.exec(taken.text)?.[1];
        if (size === undefined) throw new Error(`a chunk has no size: "${taken.text.slice(0, 20)}"`);
        left = Number.parseInt(size, 16);
        part = left === 0 ? 'trailer' : 'data';
      }
    }
    return { body, ended: part === 'end' };
  };
}
