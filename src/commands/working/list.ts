import { z } from 'zod';
import { memberByUser } from '../../bridge/account/account.ts';
import type { Account } from '../../bridge/account/account.ts';
import { severalWords } from '../../bridge/command/arguments.ts';
import { EVERYWHERE } from '../../bridge/command/spec.ts';
import { renderList } from '../../bridge/helpdesk/list-told.ts';
import { FILTERS, readListQuery, shownName } from '../../bridge/helpdesk/team-work.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { AccountId, UserId } from '../../bridge/types.ts';
import { listThreads } from '../../db/helpdesk-tables/lists.ts';
import { chosen, fields, NotPossible, operation } from '../../operations/operation.ts';
import { columns, lines } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import type { CommandContext } from '../framework/context.ts';
import { accountsOfPerson } from '../framework/operator.ts';
import { UTC, shortTime } from '../../words/zones.ts';

const listed = z.object({
  account: z.string(),
  thread: z.string(),
  room: z.string().nullable(),
  subject: z.string(),
  who: z.string().meta({ description: 'Who wrote last from outside.' }),
  state: z.enum(['open', 'snoozed', 'done']),
  waiting: z.enum(['us', 'them', 'nobody']),
  since: z.iso.datetime(),
  seconds: z.number(),
  claimedBy: z.string().nullable(),
});

const threadsOperation = operation({
  id: 'threads',
  summary: 'The conversations of an account, or of all, in pages.',
  method: 'GET',
  path: '/_mailroom/v1/threads',
  input: z.object({
    account: fields.account,
    filter: z.enum(FILTERS).default('all'),
    user: fields.user.optional().meta({ description: 'Whose conversations `mine` are.' }),
    page: z.coerce.number().int().min(1).max(99_999).default(1),
  }),
  result: z.object({ threads: z.array(listed), total: z.int(), page: z.int(), pages: z.int() }),
  ctl: { words: 'threads', args: ['account?', 'filter?', 'page?'], example: 'threads support us' },
  run: async (deps, { account, filter, user, page }) => {
    if (filter === 'mine' && user === undefined) throw new NotPossible('`mine` needs a user: whose?');
    return listThreads(deps.db, { accounts: chosen(deps, account), who: (user ?? '@') as UserId, filter, page });
  },
  plain: ({ threads, total, page, pages }) =>
    lines([
      `${total} (page ${page} of ${pages})`,
      ...threads.map((one) =>
        columns(one.account, shortTime(one.since, UTC), one.waiting, one.claimedBy, one.room, one.thread, one.subject),
      ),
    ]),
});

/**
 * `!mail list`: the conversations of the accounts that the asker is of the team of. In a room of an account those of
 * that account, unless another is named, and only for who is of its team: a guest of one room sees no other.
 */
export const mailList = mailCommand({
  name: 'list',
  order: 110,
  args: severalWords('[all|mine|unclaimed|us|them|snoozed|done] [ACCOUNT] [PAGE]', 0, 3),
  needs: 'source',
  scope: 'account',
  where: EVERYWHERE,
  example: 'list unclaimed 2',
  examples: [
    { says: ['claim', 'list mine', 'list all', 'list all 2'] },
    { says: ['list elsewhere'], where: 'management' },
  ],
  outside: { operations: [threadsOperation] },
  run: async (tx, context, args) => {
    const { user: who, language, zone } = context.operator;
    const { accounts, unnamed } = seenIn(context);
    const say = words(language);
    if (context.place !== 'management' && !accounts.some(({ id }) => id === context.account.id)) {
      return renderLines([say('operations-no-accounts')]);
    }
    const query = readListQuery(
      args,
      accounts.map(({ id }) => id),
    );
    if (query.kind === 'unknown') return renderLines([say('helpdesk-list-how', { word: query.word })]);
    const { filter, page, account } = query;
    const of = account === null ? unnamed : [account];
    const list = await listThreads(tx, { accounts: of, who, filter, page });
    const nameOf = (user: UserId) => nameIn(accounts, user);
    const asked = context.place === 'management' ? 'list' : '!mail list';
    const again = [asked, filter, ...(account === null ? [] : [account])].join(' ');
    const accountOf = (id: AccountId) => accounts.find((one) => one.id === id)?.name ?? id;
    const names = { language, zone, domain: context.ghosts.domain, nameOf, ...(of.length > 1 ? { accountOf } : {}) };
    return renderList(list, filter, names, again);
  },
});

/** The accounts that the asker may see, and those that are meant where none is named. */
function seenIn(context: CommandContext): {
  readonly accounts: readonly Account[];
  readonly unnamed: readonly AccountId[];
} {
  const accounts = accountsOfPerson(context, context.operator.user);
  return {
    accounts,
    unnamed: context.place === 'management' ? accounts.map(({ id }) => id) : [context.account.id],
  };
}

/** The name that one of these accounts knows somebody by. */
function nameIn(accounts: readonly Account[], user: UserId): string {
  const account = accounts.find((one) => memberByUser(one, user) !== null) ?? accounts[0];
  return account === undefined ? user : shownName(account, user);
}
