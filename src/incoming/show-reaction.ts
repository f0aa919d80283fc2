/**
 * A reaction that came by mail, on the message that it is about. The mail becomes no message of the conversation: it
 * wakes nobody, reopens nothing, and no answer goes by it.
 */
import { mailSpeaker } from '../bridge/arrival/mail-speaker.ts';
import type { ReactionArrival } from '../bridge/arrival/arrival.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { sendId, TARGET } from '../bridge/notice/notices.ts';
import { looksLikeSign } from '../bridge/event/meaning.ts';
import { reactionNotice } from '../bridge/to-matrix/said-for-member.ts';
import type { JsonObject } from '../bridge/types.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import { speakingMember } from '../handling/puppets.ts';
import type { ReadMail } from './read-mail.ts';

/** Writes its send. The same mail in two mailboxes is the same send. */
export async function showReaction(
  tx: Transaction,
  deps: JobDeps,
  { account, stored, content, message }: ReadMail,
  { thread, on, emoji, as, direction, shown }: ReactionArrival,
): Promise<void> {
  if (as === 'nowhere') {
    await settleMailIn(tx, stored.mail, 'ignored', { message, reason: 'reaction: one of too many' });
    return;
  }
  const { stands } = on;
  const { mail, verdict } = content;
  // What would be taken for a sign is words, whoever means it: a mail decides nothing.
  const self = looksLikeSign(emoji) ? null : speakingMember(deps.puppets, account, mail, { verdict, shown });
  const { user, name, prefix } = mailSpeaker(deps.ghosts, account, mail, direction, shown, self);
  const purpose = { kind: 'reacted', of: message } as const;
  const { make: send, known } = sendId(deps.ids, purpose);
  const event = stands.by === 'event' ? stands.event : TARGET;
  const who = prefix === '' ? (name ?? user) : prefix.replace(/:$/u, '');
  const said = words(account.language)('reaction-said', { name: who, emoji });
  await addSend(tx, {
    send,
    known,
    purpose,
    account: account.id,
    thread,
    room: null,
    message: on.message,
    outgoing: null,
    sender: user,
    senderName: name,
    kind: 'event',
    ...(as === 'reaction' || self !== null ? reactionTo(event, emoji, send) : noticeOn(event, said, send)),
    files: [],
    target: stands.by === 'send' ? stands.send : null,
    ts: null,
  });
  await settleMailIn(tx, stored.mail, 'decided', { message });
}

function reactionTo(event: string, key: string, send: string) {
  const relation = { rel_type: 'm.annotation', event_id: event, key };
  return { type: 'm.reaction', content: { 'm.relates_to': relation, [ECHO_KEY]: send } };
}

function noticeOn(event: string, body: string, send: string): { readonly type: string; readonly content: JsonObject } {
  return { type: 'm.room.message', content: { ...reactionNotice({ event, said: body }), [ECHO_KEY]: send } };
}
