/** Mails of a conversation in the order in which they were said. One SQL statement a function. */
import { z } from 'zod';
import type { EarlierMail } from '../../bridge/delivery/mail-order.ts';
import type { Address } from '../../mail/types.ts';

/** Why a mail waits for others of its conversation; the next of them is woken when one of them is settled. */
export const EARLIER_FIRST = 'an earlier mail goes first';

const people = z.array(z.object({ address: z.string().transform((text) => text as Address) }));
const planned = z.object({ to: people, cc: people, bcc: people.default([]) });

/** An earlier mail as it is read; `owed` is null where its bytes are not fixed. */
export type EarlierRow = Omit<EarlierMail, 'owed'> & {
  readonly recipients: unknown;
  readonly owed: readonly Address[] | null;
};

/** The mails of the conversation of `o` that were said before it, are on their way and have a job; the first first. */
export const EARLIER = `SELECT e.outgoing, e.author, e.state, e.attempts,
    coalesce(e.not_before > now(), false) AS postponed, coalesce(e.send_at > now(), false) AS planned, e.recipients,
    CASE WHEN e.frozen_at IS NOT NULL THEN ARRAY(
      SELECT address FROM outgoing_recipients r WHERE r.outgoing = e.outgoing AND r.state IN ('waiting', 'deferred')
    ) END AS owed
  FROM outgoing e WHERE e.thread = o.thread AND e.outgoing <> o.outgoing
    AND (coalesce(e.said, 0), e.opened_at) < (coalesce(o.said, 0), o.opened_at)
    AND e.state IN ('open', 'closed', 'frozen', 'trying', 'deferred')
    AND EXISTS (SELECT FROM jobs WHERE queue = 'mail-out' AND subject = e.outgoing AND state = 'ready')
  ORDER BY coalesce(e.said, 0), e.opened_at`;

export function toEarlier({ recipients, owed, ...mail }: EarlierRow): EarlierMail {
  return { ...mail, owed: owed ?? plannedFor(recipients) };
}

function plannedFor(recipients: unknown): Address[] {
  const { to, cc, bcc } = planned.parse(recipients);
  return [...to, ...cc, ...bcc].map(({ address }) => address);
}
