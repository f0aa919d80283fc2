import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { addAlias } from '../db/thread-tables/thread-traits.ts';
import { messageId } from '../mail/message-id.ts';
import type { Decision } from '../queue/worker.ts';

/**
 * The same decision, with the ids that the relay gave the mail written down as other names of it: Exchange Online and
 * Amazon SES send under an id of their own, and that is the one that answers name.
 *
 * @param names as the relay's replies have them
 */
export function withAliases(decision: Decision, mail: Outgoing, names: readonly string[]): Decision {
  const ids = [...new Set(names.flatMap((name) => messageId(name) ?? []))];
  if (ids.length === 0) return decision;
  return {
    ...decision,
    write: async (tx) => {
      await decision.write?.(tx);
      for (const id of ids) await addAlias(tx, mail.outgoing, id);
    },
  };
}
