/** Mails of ours as they stand at one moment, with all that their way out asks first: one statement for many. */
import type { EarlierMail } from '../../bridge/delivery/mail-order.ts';
import type { Queryable } from '../pool.ts';
import { EARLIER, toEarlier } from './mail-order.ts';
import type { EarlierRow } from './mail-order.ts';
import { OUTGOING, toOutgoing } from './outgoing.ts';
import type { Outgoing, OutgoingEvent, OutgoingRow } from './outgoing.ts';
import { RECIPIENT } from './outgoing-delivery.ts';
import type { OutgoingRecipient } from './outgoing-delivery.ts';
import { toEvent } from './outgoing-messages.ts';
import type { EventRow } from './outgoing-messages.ts';
import { AWAY, IS_AWAY } from './relays.ts';
import type { RelayAway } from './relays.ts';
import type { MailAside } from './returned-mails.ts';

export interface MailNow {
  readonly mail: Outgoing;
  /** Milliseconds until it may leave by its hold and its author's quota; below 0 since then. */
  readonly left: number;
  /** The messages in it, in order; none that was withdrawn. */
  readonly messages: readonly OutgoingEvent[];
  /** Whether something was received in its room that is not decided yet. */
  readonly heard: boolean;
  /** Whether it needs somebody's yes, or had one. */
  readonly isDraft: boolean;
  readonly aside: MailAside | null;
  /** The mails of its conversation that were said before it, until its bytes are fixed. */
  readonly earlier: readonly EarlierMail[];
  /** Empty until its bytes are fixed. */
  readonly recipients: readonly OutgoingRecipient[];
  /** The trouble of its account's way out. */
  readonly away: RelayAway | null;
}

interface NowRow extends OutgoingRow {
  readonly left: number;
  readonly said: readonly (Omit<EventRow, 'sent_at'> & { readonly sent_at: string })[] | null;
  readonly heard: boolean;
  readonly draft: boolean;
  readonly aside: (Omit<MailAside, 'since'> & { readonly since: string }) | null;
  readonly earlier: readonly EarlierRow[] | null;
  readonly people: readonly OutgoingRecipient[] | null;
  readonly away: (Omit<RelayAway, 'since'> & { readonly since: string }) | null;
}

/** Each as it is read when it is called: one that cannot be read is nobody else's trouble. In the order of the keys. */
export async function mailsNow(db: Queryable, outgoing: readonly string[]): Promise<((() => MailNow) | null)[]> {
  const { rows } = await db.query<NowRow>(
    `SELECT ${OUTGOING},
       (extract(epoch FROM greatest(send_after, not_before) - clock_timestamp()) * 1000)::double precision AS left,
       (SELECT json_agg(row_to_json(s)) FROM (
         SELECT event, outgoing, content, reply_to, sent_at, state FROM outgoing_events e
         WHERE e.outgoing = o.outgoing AND e.state = 'in' ORDER BY position) s) AS said,
       EXISTS (SELECT FROM events w WHERE w.room = o.room AND w.state = 'waiting') AS heard,
       EXISTS (SELECT FROM drafts d WHERE d.outgoing = o.outgoing) AS draft,
       (SELECT row_to_json(r) FROM (
         SELECT why, since, state FROM returned_mails WHERE outgoing = o.outgoing) r) AS aside,
       (SELECT json_agg(row_to_json(b)) FROM (${EARLIER}) b WHERE o.state IN ('open', 'closed')) AS earlier,
       (SELECT json_agg(row_to_json(p)) FROM (
         SELECT ${RECIPIENT} FROM outgoing_recipients WHERE outgoing = o.outgoing ORDER BY field DESC, address) p
       ) AS people,
       (SELECT row_to_json(a) FROM (${AWAY} WHERE account = o.account AND ${IS_AWAY}) a) AS away
     FROM outgoing o WHERE outgoing = ANY($1::text[])`,
    [outgoing],
  );
  const found = new Map<string, NowRow>(rows.map((row) => [row.outgoing, row]));
  return outgoing.map((key) => {
    const row = found.get(key);
    return row === undefined ? null : () => toNow(row);
  });
}

function toNow({ left, said, heard, draft, aside, earlier, people, away, ...row }: NowRow): MailNow {
  return {
    mail: toOutgoing(row),
    left,
    messages: (said ?? []).map((one) => toEvent({ ...one, sent_at: new Date(one.sent_at) })),
    heard,
    isDraft: draft,
    aside: aside === null ? null : { ...aside, since: new Date(aside.since) },
    earlier: (earlier ?? []).map(toEarlier),
    recipients: people ?? [],
    away: away === null ? null : { ...away, since: new Date(away.since) },
  };
}
