/**
 * The mark of a mail that may leave now, set directly before the end of its data: before it nothing has left (RFC 5321
 * section 4.1.1.4), after it nobody knows until the relay has answered.
 */
import { Readable } from 'node:stream';

/** The mark of one transaction of SMTP, which is set once, however often its bytes are read. */
export class AttemptMark {
  readonly #set: () => Promise<boolean>;
  #under: Promise<boolean> | null = null;
  #state: 'not-set' | 'set' | 'lost' = 'not-set';

  /** @param set false where somebody else is at the mail, or it was taken back */
  constructor(set: () => Promise<boolean>) {
    this.#set = set;
  }

  get state(): 'not-set' | 'set' | 'lost' {
    return this.#state;
  }

  /** Throws where it is not set: the end of the data must not follow. */
  async set(): Promise<void> {
    this.#under ??= this.#set();
    this.#state = (await this.#under) ? 'set' : 'lost';
    if (this.#state === 'lost') throw new Error('another attempt is at it, or it was taken back');
  }

  /** Until nothing is under way: a mark that comes late would stand behind the result. */
  async settled(): Promise<void> {
    await this.#under?.then(
      (set) => (this.#state = set ? 'set' : 'lost'),
      () => undefined,
    );
  }
}

/**
 * The bytes of a mail, and the mark when all of them were taken: a piece is read when the one before is gone, so that
 * nothing waits here.
 *
 * @param passed called before and after the mark is set; a test's may end the process there
 */
export function markedBytes(
  bytes: AsyncIterable<Buffer>,
  mark: AttemptMark,
  passed: (step: 'read' | 'marked') => void,
): Readable {
  async function* pieces(): AsyncGenerator<Buffer, void, undefined> {
    yield* bytes;
    passed('read');
    await mark.set();
    passed('marked');
  }
  return Readable.from(pieces(), { objectMode: false, highWaterMark: 1 });
}
