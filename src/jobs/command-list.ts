/** `!mail list`: the threads of an account, or of those that the asker is of the team of. */
import type { Account } from '../bridge/account.ts';
import { memberByUser } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { readListQuery, shownName } from '../bridge/desk.ts';
import { renderList } from '../bridge/desk-render.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import { listThreads } from '../db/desk-lists.ts';
import type { Queryable } from '../db/pool.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';
import { accountsOfPerson } from './operator.ts';

/** In a room of an account: of that account, unless another is named. Only for who is of its team: a guest of one room sees no other. */
export const commandList: CommandHandler = (tx, context, { args }) => {
  const { account, event, ghosts } = context;
  const own = accountsOfPerson(context, event.sender);
  if (!own.some(({ id }) => id === account.id)) {
    return Promise.resolve(renderLines([words(account.language).operations.noAccounts]));
  }
  return answerList(tx, {
    accounts: own,
    unnamed: [account.id],
    who: event.sender,
    args,
    language: account.language,
    domain: ghosts.domain,
    command: '!mail list',
  });
};

/**
 * The answer to a list, from any room.
 *
 * @param asked.accounts those that the asker may see
 * @param asked.unnamed those that are meant where none is named
 * @param asked.command how the list was asked for, without its arguments
 */
export async function answerList(
  db: Queryable,
  asked: {
    readonly accounts: readonly Account[];
    readonly unnamed: readonly AccountId[];
    readonly who: UserId;
    readonly args: readonly string[];
    readonly language: Language;
    readonly domain: string;
    readonly command: string;
  },
): Promise<Rendered> {
  const { accounts, who, language, domain } = asked;
  const query = readListQuery(
    asked.args,
    accounts.map(({ id }) => id),
  );
  if (query.kind === 'unknown') return renderLines([words(language).desk.listHow(query.word)]);
  const { filter, page, account } = query;
  const of = account === null ? asked.unnamed : [account];
  const list = await listThreads(db, { accounts: of, who, filter, page });
  const nameOf = (user: UserId) => nameIn(accounts, user);
  const again = [asked.command, filter, ...(account === null ? [] : [account])].join(' ');
  const accountOf = (id: AccountId) => accounts.find((one) => one.id === id)?.name ?? id;
  return renderList(list, filter, { language, domain, nameOf, ...(of.length > 1 ? { accountOf } : {}) }, again);
}

/** The name that one of these accounts knows somebody by. */
function nameIn(accounts: readonly Account[], user: UserId): string {
  const account = accounts.find((one) => memberByUser(one, user) !== null) ?? accounts[0];
  return account === undefined ? user : shownName(account, user);
}
