/**
 * What an author is told, within the hold, of the others who work on the same thread: that somebody answers already, that the same
 * was just written, that a mail came meanwhile. Only the second holds the message back; the rest is for the author to decide.
 */
import { z } from 'zod';
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import { shownName } from '../bridge/desk.ts';
import { sameAnswer } from '../bridge/desk-same.ts';
import type { EventId, Json, ThreadId, UserId } from '../bridge/types.ts';
import { addAsked, answerScene } from '../db/desk-answers.ts';
import type { AnswerScene, RecentAnswer } from '../db/desk-answers.ts';
import { workTakenUp } from '../db/desk.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';

const textMessage = z.object({
  type: z.literal('m.room.message'),
  content: z.object({ msgtype: z.enum(['m.text', 'm.emote']), body: z.string(), url: z.undefined().optional() }),
});

/**
 * Before a message joins a mail. Returns whether it may: false where it nearly repeats another, which its author is asked about.
 * The first to answer has the thread from here on; what slept or was done is open again.
 *
 * @param sure somebody said that it is meant
 */
export async function beforeAnswer(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  said: { readonly type: string; readonly content: Json },
  sure: boolean,
): Promise<boolean> {
  const { account, event, room } = context;
  const scene = await answerScene(tx, thread, room.room, account.hold.atMost);
  const same = sure ? null : repeated(event.event, said, scene.recent);
  if (same !== null) {
    await ask(tx, context, thread, said, same);
    return false;
  }
  await tellOthers(tx, context, scene);
  if (scene.claimedBy === null || scene.state !== 'open' || scene.archived) {
    await workTakenUp(tx, { account: account.id, thread }, event.sender);
  }
  return true;
}

function repeated(
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

async function ask(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  said: { readonly type: string; readonly content: Json },
  same: RecentAnswer,
): Promise<void> {
  const { account, event } = context;
  const say = words(account.language).desk;
  const who = same.author === event.sender ? say.sameByYou : say.sameBy(shownName(account, same.author));
  const notice = answer(context, 'same', renderLines([`${who} ${say.sameHow}`]), { mention: true });
  await addSend(tx, notice);
  const asked = { event: event.event, account: account.id, thread, author: event.sender, notice: notice.send };
  await addAsked(tx, { ...asked, ...said });
}

/** Once a mail: what joins an open mail of the same author is not told again. */
async function tellOthers(tx: Transaction, context: EventContext, scene: AnswerScene): Promise<void> {
  const { account, event } = context;
  const author = event.sender;
  if (scene.recent.some((one) => one.open && one.author === author)) return;
  const line = othersLine(account, author, scene);
  if (line === null) return;
  const said = renderLines([`${line} ${words(account.language).desk.stillGoes}`]);
  await addSend(tx, answer(context, 'others', said, { mention: true }));
}

function othersLine(account: Account, author: UserId, { recent, claimedBy, state }: AnswerScene): string | null {
  const say = words(account.language).desk;
  const writing = recent.find((one) => one.open && one.author !== author);
  if (writing !== undefined) return say.isAnswering(shownName(account, writing.author));
  if (claimedBy === null || claimedBy === author || state === 'done') return null;
  return say.hasIt(shownName(account, claimedBy));
}
