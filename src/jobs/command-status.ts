/** `!mail status`: how the account stands, and the mails of the room. */
import { renderLines } from '../bridge/commands.ts';
import { renderStatus } from '../bridge/commands-status.ts';
import { ladderLines } from '../bridge/ladder-words.ts';
import { accountStandings } from '../db/accounts.ts';
import type { AccountState } from '../db/accounts.ts';
import { mailFigures } from '../db/outgoing.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';
import { threadLadder } from './thread-ladder.ts';

export const commandStatus: CommandHandler = async (tx, { account, room, event }, { replyTo }) => {
  const figures = await mailFigures(tx, account.id, room.thread, event.sender);
  const state = (await accountStandings(tx)).find((one) => one.account === account.id)?.state;
  const status = renderStatus({ account: account.address, state: shownState(state), ...figures }, account.language);
  const told =
    room.thread === null
      ? []
      : ladderLines(await threadLadder(tx, { thread: room.thread, event: replyTo }, TOLD, account), account.language);
  if (replyTo !== null && told.length > 0) return renderLines(told);
  const more = renderLines(replyTo === null ? told : [words(account.language).ladder.statusReplyUnknown]);
  return more.body === '' ? status : { body: `${status.body}\n${more.body}`, html: `${status.html}<br>${more.html}` };
};

/** How many mails of a room are told. */
const TOLD = 5;

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
