/** A conversation is taken from outside its room: from the inbox, the lobby or a direct chat. */
import type { Account } from '../../bridge/account/account.ts';
import { shownName } from '../../bridge/helpdesk/team-work.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderRefusal } from '../../bridge/told/refusal.ts';
import { namedRoom } from '../../bridge/thread/placed.ts';
import type { ThreadId } from '../../bridge/types.ts';
import { claimWork, loadWork, reopenWork } from '../../db/helpdesk-tables/thread-work.ts';
import type { Transaction } from '../../db/pool.ts';
import { threadOfRoom } from '../../db/thread-tables/thread-moves.ts';
import { askIn } from '../../handling/asked-in.ts';
import { conversationOfLine, targetOf } from '../../handling/event-target.ts';
import { isAccountOf, refusalFacts } from '../../handling/rights.ts';
import { words } from '../../words/words.ts';
import type { CommandCall, ContextAt } from '../framework/context.ts';
import { htmlOf } from '../mails/placing.ts';

type Outside = ContextAt<'lobby' | 'inbox' | 'management'>;

/**
 * The answer. Whoever takes a conversation so wants to work on it: it is open again, and they are invited, also where
 * somebody else has it. So nobody takes one who was only asked into the room where they say it.
 */
export async function claimElsewhere(tx: Transaction, context: Outside, call: CommandCall): Promise<NoticeContent> {
  const { operator, event } = context;
  const say = words(operator.language);
  if (context.place !== 'management' && !isAccountOf(context.account, event.sender, context.ghosts.domain)) {
    return renderRefusal(refusalFacts(context, 'answer'), operator.language);
  }
  const found = await meant(tx, context, call);
  if (found === null) return renderLines([say('entry-claim-which')]);
  const at = { account: found.account.id, thread: found.thread };
  const user = event.sender;
  const done = await claimWork(tx, at, user, { event: null, force: false });
  const work = await loadWork(tx, found.thread);
  if (work?.claimedBy === user && work.state !== 'open') await reopenWork(tx, at, null);
  if (done) return renderLines([say('helpdesk-claimed')]);
  const { account, thread } = found;
  const invited = await askIn(tx, context, { account, thread, user, of: event.event });
  const by = work?.claimedBy ?? null;
  if (by === null || by === user) return renderLines([say('helpdesk-had-already')]);
  return renderLines([say(invited ? 'helpdesk-had-by-invited' : 'helpdesk-had-by', { name: shownName(account, by) })]);
}

/** The conversation of the line that it replies to, or of the room that it names; of an account where they may. */
async function meant(
  tx: Transaction,
  context: Outside,
  { replyTo, rest }: CommandCall,
): Promise<{ readonly account: Account; readonly thread: ThreadId } | null> {
  const { operator, ghosts } = context;
  const accounts = context.place === 'management' ? operator.own : [context.account];
  const may = accounts.filter((account) => context.place !== 'management' || operator.can(account).has('answer'));
  if (context.place !== 'management' && replyTo !== null) {
    const thread = conversationOfLine(await targetOf(tx, { room: context.room.room, event: replyTo }));
    if (thread !== null) return { account: context.account, thread };
  }
  const named = namedRoom(rest, context.place === 'management' ? '' : htmlOf(context.raw), ghosts.domain);
  if (named === null) return null;
  for (const account of may) {
    const thread = await threadOfRoom(tx, account.id, named);
    if (thread !== null) return { account, thread };
  }
  return null;
}
