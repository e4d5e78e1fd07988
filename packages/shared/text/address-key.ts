import { hash } from 'node:crypto';

/** Bytes of a hash that make a key: among ten million addresses two share one with a probability of 1 in 6. */
const KEY_BYTES = 6;

/** A number for an address or another text under which an article is found; what shares it by chance is only looked at. */
export function addressKey(text: string): number {
  return hash('sha1', text, 'buffer').readUIntBE(0, KEY_BYTES);
}
