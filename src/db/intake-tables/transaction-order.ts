/** What the id of a pushed transaction says about the homeserver that gave it. Pure. */

/** The transactions since the homeserver began to count them, as far as they are kept. */
export interface CountedLife {
  /** The id that was given last. */
  readonly last: number;
  readonly lowest: number;
  /** How many there are, about. */
  readonly transactions: number;
  /** Whether this very id was among them. */
  readonly seen: boolean;
}

/**
 * - goes-on: what comes next; also where the ids tell nothing.
 * - repeated: one that is known comes again, late or by another way. It is not counted.
 * - anew: the homeserver counts from the beginning again. It may have lost what it had queued.
 * - unclear: out of order, and nobody knows why. Rooms are read back as after a loss, and nothing is claimed.
 */
export type TransactionOrder = 'goes-on' | 'repeated' | 'anew' | 'unclear';

/** Ids of a counter that several application services share leave gaps; of one whose ids are drawn, far larger ones. */
const GAP_MOST = 1_000;

/** A counter's id, as Synapse gives it; null for what is none (Dendrite, tuwunel and continuwuity make texts). */
export function countedId(txn: string): number | null {
  return /^\d{1,15}$/.test(txn) ? Number(txn) : null;
}

/**
 * Where a transaction stands among those before it.
 *
 * - The same one comes more than once, and late, without any loss: its answer was lost, a proxy held it back, or the
 *   homeserver tries it twice at a time (Synapse, where a ping of ours meets its own retry). Nothing in it is new then.
 * - Something new under an id that was given before, or that is below all of them, is a count that began anew.
 * - Something new between two ids that were given is no beginning: two senders, perhaps.
 *
 * @param fresh how many of its events were not known before
 * @param life null where there was no transaction yet, or the last one has an id that counts nothing
 */
export function judgeOrder(txn: string, fresh: number, life: CountedLife | null): TransactionOrder {
  const id = countedId(txn);
  if (id === null || life === null || id > life.last) return 'goes-on';
  if (fresh === 0) return 'repeated';
  const { last, lowest, transactions, seen } = life;
  if (last - lowest > transactions * GAP_MOST) return 'goes-on';
  if (seen) return 'anew';
  return id < lowest && transactions > 1 ? 'anew' : 'unclear';
}
