/** Which mail of ours is meant by what somebody writes about one that has not left. */
import { newestHeld } from '../../db/mail-tables/planned-mails.ts';
import { draftsIn, loadDraft } from '../../db/mail-tables/drafts.ts';
import { isReactionMail } from '../../db/mail-tables/outgoing-messages.ts';
import { lockMail } from '../../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../../db/mail-tables/outgoing.ts';
import type { Transaction } from '../../db/pool.ts';
import { targetOf } from '../../handling/event-target.ts';
import type { CommandCall, ThreadContext } from '../framework/context.ts';

/** A mail that can still be changed, and is that of the asker or theirs to change. */
export type HeldMail = { readonly is: 'held'; readonly mail: Outgoing } | { readonly is: 'none' | 'several' | 'left' };

/** The mail that a reply is about; else the asker's newest of the room that has not left. */
export async function heldMail(tx: Transaction, context: ThreadContext, call: CommandCall): Promise<HeldMail> {
  const { room, event, can } = context;
  const named = await mailNamed(tx, context, call);
  const outgoing = named ?? (await newestHeld(tx, room.room, event.sender));
  const mail = outgoing === null ? null : await lockMail(tx, outgoing);
  if (mail?.thread !== context.thread) return { is: 'none' };
  if (mail.author !== event.sender && !can.has('answer')) return { is: 'none' };
  return mail.state === 'open' || mail.state === 'closed' ? { is: 'held', mail } : { is: 'left' };
}

/** The draft that a reply is about; else the only one of the conversation. A reaction has no words to change. */
export async function heldDraft(tx: Transaction, context: ThreadContext, call: CommandCall): Promise<HeldMail> {
  const named = await mailNamed(tx, context, call);
  const there = named === null ? await draftsIn(tx, context.thread, 'said') : [named];
  const [outgoing, ...others] = there;
  if (others.length > 0) return { is: 'several' };
  const mail = outgoing === undefined ? null : await lockMail(tx, outgoing);
  if (mail?.thread !== context.thread || (await loadDraft(tx, mail.outgoing)) === null) return { is: 'none' };
  if (await isReactionMail(tx, mail.outgoing)) return { is: 'none' };
  return mail.state === 'open' || mail.state === 'closed' ? { is: 'held', mail } : { is: 'left' };
}

async function mailNamed(
  tx: Transaction,
  { room: { room } }: ThreadContext,
  { replyTo }: CommandCall,
): Promise<Outgoing['outgoing'] | null> {
  if (replyTo === null) return null;
  const { send, message } = await targetOf(tx, { room, event: replyTo });
  return send?.outgoing ?? message;
}
