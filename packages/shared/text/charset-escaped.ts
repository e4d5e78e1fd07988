/**
 * Decodes the seven-bit charsets that switch by escapes. HZ (RFC 1843) and ISO-2022-KR (RFC 1557) have no WHATWG decoder: their two-byte
 * codes are those of GBK and EUC-KR with the high bit off. Null where the bytes are not seven-bit, or hold no escape at all.
 * @param decode a WHATWG decoder by name
 */
export function decodeEscaped(
  bytes: Uint8Array,
  charset: string,
  decode: (bytes: Uint8Array, charset: string) => string,
): string | null {
  if (bytes.some((byte) => byte >= 0x80)) return null;
  if (charset === 'iso-2022-jp') return bytes.includes(0x1b) ? decode(bytes, charset) : null;
  return charset === 'hz-gb-2312' ? decodeHz(bytes, decode) : decodeKorean(bytes, decode);
}

const TILDE = 0x7e;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;

function decodeHz(bytes: Uint8Array, decode: (bytes: Uint8Array, charset: string) => string): string | null {
  const out: number[] = [];
  let wide = false;
  let seen = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    const next = bytes[at + 1];
    if (byte === TILDE && next === 0x7b) {
      wide = true;
      seen = true;
      at += 1;
    } else if (byte === TILDE && next === 0x7d) {
      wide = false;
      at += 1;
    } else if (byte === TILDE && next === TILDE && !wide) {
      out.push(TILDE);
      at += 1;
    } else {
      // A line's end closes the two-byte mode by itself.
      if (byte === 0x0a) wide = false;
      out.push(wide && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  return seen ? decode(Uint8Array.from(out), 'gbk') : null;
}

function decodeKorean(bytes: Uint8Array, decode: (bytes: Uint8Array, charset: string) => string): string | null {
  const out: number[] = [];
  let wide = false;
  let seen = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === SHIFT_OUT) {
      wide = true;
      seen = true;
    } else if (byte === SHIFT_IN) wide = false;
    else if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29 && bytes[at + 3] === 0x43) at += 3;
    else out.push(wide && byte > 0x20 ? byte | 0x80 : byte);
  }
  return seen ? decode(Uint8Array.from(out), 'euc-kr') : null;
}
