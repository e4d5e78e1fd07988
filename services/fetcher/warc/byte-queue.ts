const LF = 0x0a;

/** Bytes of a stream, taken in lines and in counted pieces. Holds no more than what was asked for, plus one chunk. */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its end, or null at the end of the stream. A line past `limit` bytes is given cut. */
  async line(limit: number): Promise<string | null> {
    let searched = 0;
    for (;;) {
      const end = this.#held.indexOf(LF, searched);
      if (end >= 0) {
        const line = this.#held.toString('utf8', 0, end);
        this.#held = this.#held.subarray(end + 1);
        return line.endsWith('\r') ? line.slice(0, -1) : line;
      }
      searched = this.#held.length;
      if (searched > limit || !(await this.#more())) {
        if (this.#held.length === 0) return null;
        const line = this.#held.toString('utf8');
        this.#held = Buffer.alloc(0);
        return line;
      }
    }
  }

  /** The next `count` bytes, fewer only where the stream ends. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = count;
    for (;;) {
      const part = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(part.length);
      parts.push(part);
      missing -= part.length;
      if (missing === 0 || !(await this.#more())) return Buffer.concat(parts);
    }
  }

  /** Passes over `count` bytes; false where the stream ends before. */
  async skip(count: number): Promise<boolean> {
    let missing = count;
    for (;;) {
      const length = Math.min(missing, this.#held.length);
      this.#held = this.#held.subarray(length);
      missing -= length;
      if (missing === 0) return true;
      if (!(await this.#more())) return false;
    }
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#source.next();
    if (done) {
      this.#ended = true;
      return false;
    }
    const chunk = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    return true;
  }
}
