/** Pieces that break readers: half markup, odd characters, deep and unclosed things. */
const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE',
  '<?',
  '</',
  '/>',
  '&#x0;',
  '&#xD800;',
  '&#99999999;',
  '&e;',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '<item>',
  '</item>',
  '<a'.repeat(300),
  '<b>'.repeat(200),
  ' xmlns="x"',
  ' xmlns:dc=""',
  '<entry',
  '{',
  '[',
  '\\',
  '<!ENTITY e "&e;&e;">',
  ' xml:base="//["',
  ' '.repeat(5000),
  '-'.repeat(5000),
  '9'.repeat(400),
  '\u0301'.repeat(500),
].map((piece) => new TextEncoder().encode(piece));

/**
 * A feed document damaged in one to eight places, as transport, editors and enemies do it: bytes flipped, cut out, doubled, swapped, pieces put in.
 * @param random numbers in [0, 1); the same numbers make the same damage
 */
export function mutate(document: Uint8Array, random: () => number): Uint8Array {
  let bytes = Uint8Array.from(document);
  const place = () => Math.floor(random() * (bytes.length + 1));
  const changes = 1 + Math.floor(random() * 8);
  for (let change = 0; change < changes; change += 1) {
    const at = place();
    const length = Math.floor(random() ** 3 * 400);
    const piece = PIECES[Math.floor(random() * PIECES.length)]!;
    switch (Math.floor(random() * 7)) {
      case 0:
        bytes = bytes.with(Math.min(at, bytes.length - 1) || 0, Math.floor(random() * 256));
        break;
      case 1:
        bytes = join(bytes.subarray(0, at), bytes.subarray(at + length));
        break;
      case 2:
        bytes = join(bytes.subarray(0, at + length), bytes.subarray(at));
        break;
      case 3:
        bytes = bytes.slice(0, at);
        break;
      case 4: {
        // At most 200 kB of one piece: a few times a usual feed.
        const times = 1 + Math.floor(random() ** 4 * Math.min(2000, 200_000 / piece.length));
        bytes = join(bytes.subarray(0, at), ...Array.from({ length: times }, () => piece), bytes.subarray(at));
        break;
      }
      default:
        bytes = join(bytes.subarray(0, at), piece, bytes.subarray(at));
    }
    if (bytes.length === 0) break;
  }
  return bytes;
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}
