/**
 * What `mailroom run --workers N` and its workers say to each other, and the worker's side of it. A worker is a whole
 * Mailroom but for the listener for watchers, which the parent has; the ports of the homeserver and of operators are
 * shared by Node's cluster: the parent takes the connections and hands them out in turn. Node ends a worker whose
 * parent is gone, at once, which loses nothing.
 */
import { z } from 'zod';
import type { Observed } from '../watch/observability.ts';

/** What a parent says. */
const toWorkerCodec = z.discriminatedUnion('say', [
  z.object({ say: z.literal('reload') }),
  z.object({ say: z.literal('ask'), question: z.int(), what: z.enum(['health', 'ready', 'figures', 'shared']) }),
]);
export type ToWorker = z.infer<typeof toWorkerCodec>;
export type Question = Extract<ToWorker, { readonly say: 'ask' }>['what'];

/** What a worker says. */
export const fromWorkerCodec = z.discriminatedUnion('say', [
  z.object({ say: z.literal('up') }),
  z.object({ say: z.literal('answer'), question: z.int(), answer: z.unknown() }),
]);
type FromWorker = z.infer<typeof fromWorkerCodec>;

/** A worker's link to its parent. */
export class WorkerLink {
  #seen: Observed | null = null;

  /** @param reload called where the parent wants the config to be read again */
  constructor(reload: () => void) {
    process.on('message', (message) => {
      const heard = toWorkerCodec.parse(message);
      if (heard.say === 'reload') reload();
      else {
        const { question, what } = heard;
        void this.#answer(what).then((answer) => say({ say: 'answer', question, answer }));
      }
    });
  }

  /** From now on it can say how it is. */
  observed(seen: Observed): void {
    this.#seen = seen;
  }

  up(): void {
    say({ say: 'up' });
  }

  /** Null for what it cannot say yet. */
  async #answer(what: Question): Promise<unknown> {
    if (what === 'health') return true;
    const seen = this.#seen;
    if (seen === null) return null;
    return what === 'ready' ? seen.ready() : seen.figures(what === 'shared');
  }
}

function say(message: FromWorker): void {
  // A parent that is gone hears nothing, and Node ends this process.
  process.send?.(message, undefined, undefined, () => undefined);
}
