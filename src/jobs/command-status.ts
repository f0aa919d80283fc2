/** `!mail status`: how the account stands, and the mails of the room. */
import { renderStatus } from '../bridge/commands-status.ts';
import { accountStandings } from '../db/accounts.ts';
import type { AccountState } from '../db/accounts.ts';
import { mailFigures } from '../db/outgoing.ts';
import type { CommandHandler } from './command.ts';

export const commandStatus: CommandHandler = async (tx, { account, room, event }) => {
  const figures = await mailFigures(tx, account.id, room.thread, event.sender);
  const state = (await accountStandings(tx)).find((one) => one.account === account.id)?.state;
  return renderStatus({ account: account.address, state: shownState(state), ...figures }, account.language);
};

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
