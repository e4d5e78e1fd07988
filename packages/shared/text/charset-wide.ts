/** UTF-16 and UTF-32 by their mark, or by where the zero bytes of the first ASCII characters stand. */
export function wideCharset(bytes: Uint8Array): { charset: string; from: 'bom' | 'detection' } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return { charset: c === 0 && d === 0 ? 'utf-32le' : 'utf-16le', from: 'bom' };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', from: 'bom' };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', from: 'bom' };
  // Markup opens with ASCII: of its first eight characters at least six are a letter, '<', '?', '!' or a blank beside a zero.
  const zeros = [0, 0, 0, 0];
  bytes.subarray(0, 32).forEach((byte, index) => {
    if (byte === 0) zeros[index % 4]! += 1;
  });
  const places = zeros.map((count) => (count >= 6 ? '0' : 'x')).join('');
  const charset = { x000: 'utf-32le', '000x': 'utf-32be', x0x0: 'utf-16le', '0x0x': 'utf-16be' }[places];
  return charset ? { charset, from: 'detection' } : null;
}

/** Decodes UTF-32, which WHATWG has no decoder for; a mark at its head is left away. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    parts.push(point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\uFFFD' : String.fromCodePoint(point));
  }
  return parts.join('').replace(/^\uFEFF/, '');
}
