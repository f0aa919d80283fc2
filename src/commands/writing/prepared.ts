import { optionalWord } from '../../bridge/command/arguments.ts';
import { literalText } from '../../bridge/from-matrix/literal.ts';
import { fillPrepared } from '../../bridge/to-mail/prepared-answer.ts';
import type { PreparedAnswer } from '../../bridge/to-mail/prepared-answer.ts';
import { shownName } from '../../bridge/helpdesk/team-work.ts';
import { notice } from '../../bridge/notice/notices.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { meantFor } from '../../bridge/recipients/recipients.ts';
import { lockMailOfEvent } from '../../db/mail-tables/outgoing-messages.ts';
import { loadWriting } from '../../db/mail-tables/recipients-chosen.ts';
import type { Transaction } from '../../db/pool.ts';
import { findMember } from '../../db/room-tables/rooms.ts';
import { addSend } from '../../db/room-tables/sends.ts';
import { loadThread } from '../../db/thread-tables/threads.ts';
import { whoGets } from '../../answers/recipients-in.ts';
import { takeMessage } from '../../answers/take-message.ts';
import { authorName } from '../../handling/delivery-signs.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import { shortDay } from '../../words/zones.ts';
import { words } from '../../words/words.ts';
import type { CommandCall, ThreadContext } from '../framework/context.ts';
import { mailCommand } from '../framework/command.ts';
import { ABOUT_WRITTEN } from './people-set.ts';

/** Names that the list has at most. */
const LISTED = 200;

/** `!mail answer`: an answer that somebody prepared, in the name of whoever asks for it. */
export const mailAnswer = mailCommand({
  name: 'answer',
  order: 78,
  args: optionalWord('[NAME]'),
  needs: 'draft',
  scope: 'thread',
  where: ['thread'],
  example: 'answer thanks',
  outside: { only: ABOUT_WRITTEN },
  run: async (tx, context, word, call) => {
    const { account } = context;
    const say = words(account.language);
    const answers = account.answering?.answers ?? {};
    const names = Object.keys(answers).slice(0, LISTED).join(', ');
    const list = names === '' ? say('together-answers-none') : say('together-answers', { names });
    if (word === null) return renderLines([list]);
    const name = word.toLowerCase();
    const prepared = Object.hasOwn(answers, name) ? answers[name] : undefined;
    if (prepared === undefined) return renderLines([say('together-answer-unknown', { name: name.slice(0, 40) }), list]);
    await mailPrepared(tx, context, call, { name, prepared });
    return null;
  },
});

/** The command itself is the message: an edit of it, its deletion and ❌ do what they do to any. */
async function mailPrepared(
  tx: Transaction,
  context: ThreadContext,
  call: CommandCall,
  { name, prepared }: { readonly name: string; readonly prepared: PreparedAnswer },
): Promise<void> {
  const { event, thread, room, ids, ghosts } = context;
  // What the room is told has the account's language, not that of whoever asked.
  const account = context.accounts.get(context.account.id) ?? context.account;
  const asked = (await loadWriting(tx, thread)).senderOnly ? 'sender' : 'all';
  const text = fillPrepared(prepared, await valuesOf(tx, context, call, asked));
  const content = literalText(text);
  const raw = { type: 'm.room.message', content, origin_server_ts: event.receivedAt.getTime() };
  const { replyTo, threadRoot } = call;
  const said = { kind: 'text', emote: false, body: text, html: null } as const;
  const message = { kind: 'message', said, mentions: [], asked, replyTo, threadRoot } as const;
  const ignored = await takeMessage(tx, { ...context, account, raw }, message, context.commands);
  const mail = ignored === null ? await lockMailOfEvent(tx, { room: room.room, event: event.event }) : null;
  if (mail === null) return;
  const lead = words(account.language)('together-answer-shown', {
    name: shownName(account, event.sender),
    answer: name,
  });
  const html = `<p>${escapeHtml(lead)}</p><blockquote>${escapeHtml(text).replaceAll('\n', '<br>')}</blockquote>`;
  const shown = notice(ids, {
    place: { account: account.id, thread, room: null },
    bot: ghosts.bot,
    purpose: { kind: 'prepared', of: event.event },
    said: { body: `${lead}\n${text}`, html },
    replyTo: event.event,
    outgoing: mail.mail.outgoing,
  });
  await addSend(tx, shown);
}

async function valuesOf(
  tx: Transaction,
  context: ThreadContext,
  { replyTo, threadRoot }: CommandCall,
  asked: 'all' | 'sender',
): Promise<Parameters<typeof fillPrepared>[1]> {
  const { account, event, room, thread } = context;
  const named = replyTo ?? threadRoot;
  const goes = await whoGets(tx, context, thread, named === null ? null : { room: room.room, event: named }, asked);
  const { to, cc, bcc = [] } = meantFor(goes);
  const [first] = [...to, ...cc, ...bcc];
  const member = await findMember(tx, room.room, event.sender);
  return {
    name: first === undefined || first.name.trim() === '' ? (first?.address ?? '') : first.name,
    address: first?.address ?? '',
    subject: (await loadThread(tx, thread))?.subject ?? '',
    me: authorName(account, event.sender, member?.name ?? null),
    account: account.name,
    date: shortDay(event.receivedAt, account.zone),
  };
}
