/** `!mail status`: how the account stands, and the mails of the room. */
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import { renderStatus } from '../bridge/commands-status.ts';
import { ladderLines } from '../bridge/ladder-words.ts';
import type { LadderMail } from '../bridge/ladder-words.ts';
import type { EventId, ThreadId } from '../bridge/types.ts';
import { accountStandings } from '../db/accounts.ts';
import type { AccountState } from '../db/accounts.ts';
import { mailFigures } from '../db/outgoing.ts';
import { lockLadder, toldMails } from '../db/ladder.ts';
import type { ToldMail } from '../db/ladder.ts';
import type { Transaction } from '../db/pool.ts';
import { words } from '../mail/words.ts';
import { authorName } from './mail-out-status.ts';
import type { CommandHandler } from './command.ts';

export const commandStatus: CommandHandler = async (tx, { account, room, event }, { replyTo }) => {
  const figures = await mailFigures(tx, account.id, room.thread, event.sender);
  const state = (await accountStandings(tx)).find((one) => one.account === account.id)?.state;
  const status = renderStatus({ account: account.address, state: shownState(state), ...figures }, account.language);
  const told = room.thread === null ? [] : await ladderOf(tx, room.thread, replyTo, account);
  if (replyTo !== null && told.length > 0) return renderLines(told);
  const more = renderLines(replyTo === null ? told : [words(account.language).ladder.statusReplyUnknown]);
  return more.body === '' ? status : { body: `${status.body}\n${more.body}`, html: `${status.html}<br>${more.html}` };
};

/** How many mails of a room are told. */
const TOLD = 5;

/** The ladder of the newest mails of a thread, or of the one that an event is in. */
async function ladderOf(tx: Transaction, thread: ThreadId, event: EventId | null, account: Account): Promise<string[]> {
  const mails = (await toldMails(tx, { thread, event }, TOLD)).filter(({ state }) => state !== 'cancelled');
  const rows = await lockLadder(
    tx,
    mails.map(({ outgoing }) => outgoing),
  );
  return ladderLines(
    mails.map((mail) => {
      const own = rows.filter(({ outgoing }) => outgoing === mail.outgoing);
      const planned = mail.planned.map((address) => ({ ...BEFORE, address }));
      return {
        at: mail.openedAt,
        author: authorName(account, mail.author, null),
        whole: wholeOf(mail.state),
        recipients: own.length > 0 ? own : planned,
      };
    }),
    account.language,
  );
}

const BEFORE = { rung: 'waiting', action: null, reason: null, status: null, words: '', claimed: null } as const;

function wholeOf(state: ToldMail['state']): LadderMail['whole'] {
  return state === 'open' ? 'held' : state === 'unknown' ? 'unknown' : null;
}

function shownState(state: AccountState | undefined): 'ready' | 'connecting' | 'stopped' {
  switch (state) {
    case 'connected':
    case 'catching-up':
      return 'ready';
    case 'bad-credentials':
    case 'stopped':
      return 'stopped';
    case 'connecting':
    case 'transient':
    case undefined:
      return 'connecting';
  }
}
