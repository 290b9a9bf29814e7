import { type PreparedContent, PreparedReply } from './prepared-reply.ts';

const addressLimit = 20_000;

/**
 * Prepared replies, least recently used dropped first once they hold more than `maxBytes`. Two keys lead
 * to a reply: what it was made from, and the address as requested, which spares parsing on the next hit.
 */
export class ReplyCache {
  readonly #maxBytes: number;
  readonly #entries = new Map<string, PreparedReply>();
  readonly #addresses = new Map<string, string>();
  #newest: PreparedReply | null = null;
  #bytes = 0;

  constructor(maxBytes: number = 64 * 1024 * 1024) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes held, all encodings together. */
  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The reply last given at an address. */
  at(address: string): PreparedReply | undefined {
    const key = this.#addresses.get(address);
    return key === undefined ? undefined : this.#touch(key);
  }

  /** The reply made from `key`, made now when it is not held; from now on found at `address` too. */
  entry(key: string, address: string, make: () => PreparedContent): PreparedReply {
    const entry = this.#touch(key) ?? this.#add(key, make());
    this.#remember(address, key);
    return entry;
  }

  /** What an address answers has changed: a release was published. Replies keep, since releases do. */
  forgetAddresses(): void {
    this.#addresses.clear();
  }

  #touch(key: string): PreparedReply | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry === this.#newest) return entry;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#newest = entry;
    return entry;
  }

  #add(key: string, content: PreparedContent): PreparedReply {
    const entry = new PreparedReply(content, (bytes) => this.#grow(key, bytes));
    this.#entries.set(key, entry);
    this.#newest = entry;
    this.#grow(key, entry.bytes);
    return entry;
  }

  #grow(key: string, bytes: number): void {
    if (!this.#entries.has(key)) return;
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }

  #remember(address: string, key: string): void {
    if (this.#addresses.size >= addressLimit) this.#addresses.clear();
    this.#addresses.set(address, key);
  }
}
