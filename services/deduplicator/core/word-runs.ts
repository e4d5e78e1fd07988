/** Fills `grams` with a hash of each four consecutive words of `own`. */
export function fillGrams(own: Uint32Array, grams: Uint32Array): void {
  for (let i = 0; i < grams.length; i += 1) {
    const two = Math.imul(own[i]! ^ (own[i]! >>> 15), 0x2c1b3c6d) ^ own[i + 1]!;
    const three = Math.imul(two ^ (two >>> 15), 0x2c1b3c6d) ^ own[i + 2]!;
    grams[i] = Math.imul(three ^ (three >>> 15), 0x2c1b3c6d) ^ own[i + 3]!;
  }
}
