/** Writes unsigned and zigzag varints (7 bits a byte, least first) into a growing buffer. */
export class VarintWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** A whole number from 0 to 2^53 - 1. */
  unsigned(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`Not a whole number from 0: ${value}`);
    this.#reserve(10);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A whole number of either sign, to ±2^52. */
  signed(value: number): void {
    this.unsigned(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    this.unsigned(bytes.length);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  finish(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads what `VarintWriter` wrote. @throws {RangeError} past the end, and for what the writer cannot have written */
export class VarintReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  unsigned(): number {
    const only = this.#bytes[this.#at];
    if (only < 0x80) {
      this.#at += 1;
      return only;
    }
    let value = 0;
    let scale = 1;
    for (;;) {
      if (this.#at >= this.#bytes.length) throw new RangeError('The payload ends inside a number.');
      const byte = this.#bytes[this.#at++];
      value += (byte % 0x80) * scale;
      if (!(value <= Number.MAX_SAFE_INTEGER)) throw new RangeError('The payload holds too large a number.');
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  }

  /** How many things follow. Each takes a byte at least, so a count beyond the end is damage. */
  count(): number {
    const value = this.unsigned();
    if (value > this.#bytes.length - this.#at) throw new RangeError('The payload counts beyond its end.');
    return value;
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    const length = this.unsigned();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('The payload ends inside a text.');
    const value = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, length).toString('utf8');
    this.#at = end;
    return value;
  }
}
