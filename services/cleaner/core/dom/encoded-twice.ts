/** A letter that was written as UTF-8, read as Latin-1, and written as UTF-8 once more. */
const TWICE = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;
const LEADS = /[\u00c2-\u00f4][\u0080-\u00bf]/;
const HIGH = /[\u0080-\u00ff]/g;
/** Letters from which a page tells that it was encoded twice. */
const LEAST = 3;
/** Share of its characters of this range that make such letters: "voilà »" in French is three of them by chance. */
const MOST = 0.9;

/** A page's source with its letters as they were meant, where most of them were encoded twice ("donâ€™t", in Latin-1); else as it is. */
export function decodedTwice(source: string): string {
  const letters = source.match(TWICE) ?? [];
  if (letters.length < LEAST) return source;
  const made = letters.reduce((sum, letter) => sum + letter.length, 0);
  if (made < (source.match(HIGH)?.length ?? 0) * MOST) return source;
  return source.replace(TWICE, (letter) => Buffer.from(letter, 'latin1').toString('utf8'));
}

/** Could a body hold such letters? Of bytes each begins with two pairs in UTF-8, and a look at the first byte of the first is enough. */
export function maybeTwice(body: Uint8Array | string): boolean {
  if (typeof body === 'string') return LEADS.test(body);
  for (let at = body.indexOf(0xc3); at >= 0; at = body.indexOf(0xc3, at + 1))
    if ((body[at + 1] as number) >= 0x82 && body[at + 2] === 0xc2) return true;
  return false;
}
