import type { Readable, Writable } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

/** Bytes of the length in front of each value. */
const PREFIX = 4;

/**
 * Values between a process and its child, over a pair of streams: four bytes of length (big endian), then the value as
 * V8's structured clone writes it. Not Node's own channel between processes: that one also takes handles and commands
 * from the child, and a malformed one ends the parent.
 */
export class Channel {
  readonly #output: Writable;
  readonly #largest: number;
  readonly #listeners: ((value: unknown) => void)[] = [];
  readonly #broken: () => void;
  #chunks: Buffer[] = [];
  #held = 0;
  #over = false;
  #corked = false;

  /**
   * @param largest bytes of one value; a longer one, or one that cannot be read, is `broken`, and nothing is heard
   *   after it
   */
  constructor(input: Readable, output: Writable, options: { readonly largest: number; readonly broken: () => void }) {
    this.#output = output;
    this.#largest = options.largest;
    this.#broken = options.broken;
    input.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  /** Each value goes to every listener, in order. */
  listen(listener: (value: unknown) => void): void {
    this.#listeners.push(listener);
  }

  /** What is said in one turn of the event loop goes out together: a write wakes the other process, and costs most. */
  send(value: unknown): void {
    const body = serialize(value);
    const prefix = Buffer.alloc(PREFIX);
    prefix.writeUInt32BE(body.length);
    if (!this.#corked) {
      this.#corked = true;
      this.#output.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.#output.uncork();
      });
    }
    this.#output.write(prefix);
    this.#output.write(body);
  }

  #take(chunk: Buffer): void {
    if (this.#over) return;
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    for (let body = this.#next(); body !== null; body = this.#next()) {
      let value: unknown;
      try {
        value = deserialize(body);
      } catch {
        this.#break();
        return;
      }
      for (const listener of this.#listeners) listener(value);
    }
  }

  /** The bytes of the next value, null where they are not all there. What comes in many pieces is joined once. */
  #next(): Buffer | null {
    if (this.#over || this.#held < PREFIX) return null;
    const [first] = this.#chunks;
    if (first === undefined || first.length < PREFIX) this.#chunks = [Buffer.concat(this.#chunks)];
    const length = this.#chunks[0]?.readUInt32BE(0) ?? 0;
    if (length > this.#largest) {
      this.#break();
      return null;
    }
    if (this.#held < PREFIX + length) return null;
    // A copy: what is read out of it stays, and may be changed.
    const all = this.#chunks.length === 1 ? (this.#chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#chunks);
    const body = Buffer.from(all.subarray(PREFIX, PREFIX + length));
    const rest = all.subarray(PREFIX + length);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#held = rest.length;
    return body;
  }

  #break(): void {
    this.#over = true;
    this.#chunks = [];
    this.#held = 0;
    this.#broken();
  }
}
