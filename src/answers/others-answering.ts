/**
 * What an author is told, within the hold, of the others who work on the same thread: that somebody answers already,
 * that the same was just written, that a mail came meanwhile. Only after the second does the message wait for the
 * author's yes; of the others they are only told.
 */
import { z } from 'zod';
import type { Account } from '../bridge/account/account.ts';
import type { AskedWhy } from '../bridge/event/decide-event.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { shownName } from '../bridge/helpdesk/team-work.ts';
import { sameAnswer } from '../bridge/helpdesk/same-answer.ts';
import type { EventId, Json, ThreadId, UserId } from '../bridge/types.ts';
import { addAsked } from '../db/helpdesk-tables/answers.ts';
import type { AnswerScene, RecentAnswer } from '../db/helpdesk-tables/answers.ts';
import { workTakenUp } from '../db/helpdesk-tables/thread-work.ts';
import { addNote } from '../db/mail-tables/recipients-chosen.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';

const textMessage = z.object({
  type: z.literal('m.room.message'),
  content: z.object({ msgtype: z.enum(['m.text', 'm.emote']), body: z.string(), url: z.undefined().optional() }),
});

/** A recent message of the thread that this one nearly repeats; null for none. */
export function repeated(
  event: EventId,
  said: { readonly type: string; readonly content: Json },
  recent: readonly RecentAnswer[],
): RecentAnswer | null {
  const text = textOf(said);
  if (text === null) return null;
  return recent.find((one) => one.event !== event && sameAnswer(text, textOf(one) ?? '')) ?? null;
}

/** Without what it quotes for clients that know no replies. Null for what is no text. */
function textOf(said: { readonly type: string; readonly content: Json }): string | null {
  const parsed = textMessage.safeParse(said);
  if (!parsed.success) return null;
  return parsed.data.content.body.replace(/^(?:>.*\n)+\n?/, '');
}

/** Asks its author whether a message is meant for outside; until somebody says so it waits. */
export async function askIfMeant(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  said: { readonly type: string; readonly content: Json },
  why: AskedWhy,
): Promise<void> {
  const { account, event } = context;
  const line = askedLine(account, event.sender, why);
  const notice = answer(context, 'asked', renderLines([line]), { mention: true, replyTo: event.event });
  await addSend(tx, notice);
  const asked = { event: event.event, account: account.id, thread, author: event.sender, notice: notice.send };
  await addAsked(tx, { ...asked, ...said });
  // What is answered to it is no more meant for outside than itself.
  if (why.is === 'to-colleague') await addNote(tx, { event: event.event, account: account.id, thread });
}

function askedLine(account: Account, author: UserId, why: AskedWhy): string {
  const say = words(account.language);
  switch (why.is) {
    case 'to-colleague':
      return say('helpdesk-to-colleague');
    case 'repeats': {
      const who =
        why.repeats.author === author
          ? say('helpdesk-same-by-you')
          : say('helpdesk-same-by', { name: shownName(account, why.repeats.author) });
      return `${who} ${say('helpdesk-same-how')}`;
    }
  }
}

/**
 * As a message joins a mail: its author is told once a mail who else works on the thread; what joins an open mail of
 * the same author is not told again. The first to answer has the thread from here on; what was snoozed or done is open
 * again.
 */
export async function beginAnswer(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  scene: AnswerScene,
): Promise<void> {
  const { account, event } = context;
  await tellOthers(tx, context, scene);
  if (scene.claimedBy === null || scene.state !== 'open' || scene.archived) {
    await workTakenUp(tx, { account: account.id, thread }, event.sender);
  }
}

async function tellOthers(tx: Transaction, context: EventContext, scene: AnswerScene): Promise<void> {
  const { account, event } = context;
  const author = event.sender;
  if (scene.recent.some((one) => one.open && one.author === author)) return;
  const line = othersLine(account, author, scene);
  if (line === null) return;
  const said = renderLines([`${line} ${words(account.language)('helpdesk-still-goes')}`]);
  await addSend(tx, answer(context, 'others-answering', said, { mention: true }));
}

function othersLine(account: Account, author: UserId, { recent, claimedBy, state }: AnswerScene): string | null {
  const say = words(account.language);
  const writing = recent.find((one) => one.open && one.author !== author);
  if (writing !== undefined) return say('helpdesk-is-answering', { name: shownName(account, writing.author) });
  if (claimedBy === null || claimedBy === author || state === 'done') return null;
  return say('helpdesk-has-it', { name: shownName(account, claimedBy) });
}
