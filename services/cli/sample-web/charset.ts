/** The bytes of a text in `charset`: UTF-8 or any single-byte charset. Throws on a character that the charset lacks. */
export function encode(text: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  const table = byteTable(charset);
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = table.get(character);
      if (byte === undefined)
        throw new Error(`${charset} has no ${character} (U+${character.codePointAt(0)?.toString(16)})`);
      return byte;
    }),
  );
}

/** Which byte stands for which character: Node decodes these charsets but encodes none, so its decoder is turned round. */
function byteTable(charset: string): Map<string, number> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return table;
}
